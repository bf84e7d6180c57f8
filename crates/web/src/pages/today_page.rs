//! `/today`: fills the page with this person's programmes and what they need.

mod answers;
mod caseload;
mod contact;
mod ending;
mod items;
mod referred;
mod targets;
mod told;

use app::programmes::today::{Today, TodayCase, TodayView, days_since};
use axum::response::Response;
use domain::programme::StageName;
use jiff::civil::Date;

use self::{
    caseload::caseload,
    items::{Item, items},
};
use super::{
    look_back::tasks,
    programmes::header::path,
    today::{ReportsToday, TodayPage},
};
use crate::{
    components::{Button, Dated, Empty, Phrase, Queue, QueueItem},
    failure::Failure,
    session::{Visit, page},
    words,
};

/// Meetings shown under "Coming up".
const COMING: usize = 4;

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit) -> Result<Response, Failure> {
    let view = visit.fetch(Today).await?.answer;
    let today = visit.today();
    let backs = tasks::mine(&visit).await?;
    let mut items = items((&view, &backs), today);
    items.extend(of_feeds(&visit, today).await?);
    let (now, later): (Vec<_>, Vec<_>) = items.into_iter().partition(|item| item.due <= today);
    let name = visit
        .actor()
        .identity()
        .map(|me| me.known_as.clone())
        .unwrap_or_default();
    let sentence = sentence(now.len(), later.len());
    let all_done = now
        .is_empty()
        .then(|| Empty::all_done("Nothing needs you today", next_date(&view)));
    page(&TodayPage {
        frame: visit.frame("Today"),
        date: words::long_date(today),
        greeting: format!("{}, {name}.", words::greeting(visit.local_time())),
        sentence,
        add_job: None,
        today: queue(now, &view, today),
        all_done,
        later_heading: "Can wait".to_owned(),
        later: queue(later, &view, today),
        reports: reports(&view),
        coming_up: coming_up(&view),
        caseload: Some(caseload(&view, today)).filter(|load| !load.rows.is_empty()),
    })
}

/// What of the feeds needs somebody, for those who look after them.
async fn of_feeds(visit: &Visit, today: Date) -> Result<Vec<Item>, Failure> {
    let needs = super::feeds::needs::of(visit).await?.into_iter();
    let items = needs.map(|need| Item {
        due: today,
        title: need.title,
        why: need.why,
        href: need.href,
        button: need.button,
    });
    Ok(items.collect())
}

/// "Next: the first meeting for Elsie Marrow, on Thursday 12 November at 1:15pm."
fn next_date(view: &TodayView) -> String {
    let coming = view.cases.iter().filter_map(|case| {
        let meeting = case.meeting.as_ref()?;
        Some(((meeting.on, meeting.from), case, meeting))
    });
    match coming.min_by_key(|(when, ..)| *when) {
        None => "Nothing is booked.".to_owned(),
        Some((_, case, meeting)) => format!(
            "Next: {} for {}, on {} at {}.",
            words::small(&meeting.kind.label()),
            case.line.name.full(),
            words::long_date(meeting.on),
            words::time(meeting.from)
        ),
    }
}

fn sentence(now: usize, later: usize) -> String {
    let first = match now {
        0 => "Nothing needs you today.".to_owned(),
        n => format!(
            "{} today.",
            words::capital(&words::count(n, "thing needs you", "things need you"))
        ),
    };
    match later {
        0 => first,
        n => format!(
            "{first} {} can wait.",
            words::capital(&words::count(n, "more", "more"))
        ),
    }
}

fn queue(items: Vec<Item>, view: &TodayView, today: Date) -> Queue {
    Queue::new(items.into_iter().map(|item| {
        let Item {
            due,
            title,
            why,
            href,
            button,
        } = item;
        let made = match due.cmp(&today) {
            std::cmp::Ordering::Less => {
                let days = days_since(&view.calendar, due, today).number().max(1);
                QueueItem::late(words::late(usize::from(days)), title, &href)
            }
            std::cmp::Ordering::Equal => QueueItem::today("Today", title, &href),
            std::cmp::Ordering::Greater => {
                QueueItem::later(format!("By {}", words::short_date(due)), title, &href)
            }
        };
        made.why(why).button(Button::link(button, href))
    }))
}

fn reports(view: &TodayView) -> Option<ReportsToday> {
    let running: Vec<&TodayCase> = view
        .cases
        .iter()
        .filter(|case| case.line.programme.stage.name() == StageName::Active)
        .filter(|case| case.reports.is_some())
        .collect();
    if running.is_empty() {
        return None;
    }
    let lessons: usize = running.iter().map(|case| case.today).sum();
    let sentence = Phrase::bold(words::figures(lessons, "lesson", "lessons")).text(format!(
        " reported today, for {}.",
        words::figures(running.len(), "pupil", "pupils")
    ));
    let missing = running
        .iter()
        .map(|case| {
            let who = format!("{}, {}", case.line.name.called(), case.line.class);
            let lessons = match case.today {
                0 if case.away_today => "away today".to_owned(),
                0 => "nothing yet".to_owned(),
                some => words::figures(some, "lesson", "lessons"),
            };
            (Phrase::bold(who), lessons)
        })
        .collect();
    Some(ReportsToday {
        sentence,
        missing,
        nudge: None,
    })
}

fn coming_up(view: &TodayView) -> Vec<Dated> {
    let mut coming: Vec<(&TodayCase, _)> = view
        .cases
        .iter()
        .filter_map(|case| case.meeting.as_ref().map(|meeting| (case, meeting)))
        .collect();
    coming.sort_by_key(|(_, meeting)| (meeting.on, meeting.from));
    coming
        .into_iter()
        .take(COMING)
        .map(|(case, meeting)| {
            let base = path(&case.line.programme.reference);
            Dated::meeting(meeting.on)
                .line(Phrase::default().link(format!("{base}/meetings"), case.line.name.full()))
                .line(format!(
                    "{}, {}",
                    meeting.kind.label(),
                    words::time(meeting.from)
                ))
        })
        .collect()
}
