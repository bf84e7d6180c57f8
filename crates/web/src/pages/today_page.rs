//! `/today`: fills the page with this person's programmes and what they need.

use std::collections::BTreeMap;

use app::programmes::today::{Today, TodayCase, TodayView, days_since};
use axum::response::Response;
use domain::{
    dates::Place,
    id::ProgrammeId,
    programme::{StageName, Task as Work},
    target::Target,
};
use jiff::civil::Date;

use super::{
    programmes::header::path,
    today::{Caseload, CaseloadPlace, CaseloadRow, NextWhen, ReportsToday, TodayPage},
};
use crate::{
    charts::{Caption, Picture, Reached, Sparkline, StepsReached},
    components::{Button, Dated, Empty, Phrase, Queue, QueueItem, Tag, WeekBar},
    failure::Failure,
    session::{Visit, page},
    words,
};

/// School days without reaching home after which it is time to.
const CONTACT_DAYS: u16 = 5;
/// Reports are few when under this share, in percent.
const FEW_REPORTS: usize = 60;
/// Meetings shown under "Coming up".
const COMING: usize = 4;

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit) -> Result<Response, Failure> {
    let view = visit.fetch(Today).await?.answer;
    let today = visit.today();
    let items = items(&view, today);
    let (now, later): (Vec<_>, Vec<_>) = items.into_iter().partition(|item| item.due <= today);
    let name = visit
        .actor()
        .identity()
        .map(|me| me.known_as.clone())
        .unwrap_or_default();
    let sentence = sentence(now.len(), later.len());
    let all_done = now.is_empty().then(|| {
        Empty::all_done(
            "Nothing needs you today",
            "What comes next is below, with its date.",
        )
    });
    page(&TodayPage {
        frame: visit.frame("Today"),
        date: words::long_date(today),
        greeting: format!("{}, {name}.", words::greeting(visit.local_time())),
        sentence,
        add_job: None,
        today: queue(now, today),
        all_done,
        later_heading: "Can wait".to_owned(),
        later: queue(later, today),
        reports: reports(&view),
        coming_up: coming_up(&view),
        caseload: Some(caseload(&view, today)),
    })
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

struct Item {
    due: Date,
    title: String,
    why: String,
    href: String,
    button: &'static str,
}

/// Everything that makes an item, by the rules of this page.
fn items(view: &TodayView, today: Date) -> Vec<Item> {
    let names: BTreeMap<ProgrammeId, &TodayCase> = view
        .cases
        .iter()
        .map(|case| (case.line.programme.id, case))
        .collect();
    let mut items: Vec<Item> = view
        .tasks
        .iter()
        .filter_map(|task| names.get(&task.programme).map(|case| (task, case)))
        .map(|(task, case)| {
            let base = path(&case.line.programme.reference);
            let (end, button) = where_to(task.task);
            Item {
                due: task.due,
                title: format!("{} for {}", task.task.label(), case.line.name.full()),
                why: where_they_are(case),
                href: format!("{base}{end}"),
                button,
            }
        })
        .collect();
    for line in &view.referred {
        items.push(Item {
            due: today,
            title: format!("Decide on the referral of {}", line.name.full()),
            why: format!(
                "{}. It has been handed in and waits for a decision.",
                line.class
            ),
            href: format!("{}/referral", path(&line.programme.reference)),
            button: "Read it",
        });
    }
    for case in &view.cases {
        items.extend(from_case(case, view, today));
    }
    items.sort_by(|a, b| (a.due, &a.title).cmp(&(b.due, &b.title)));
    items
}

fn from_case(case: &TodayCase, view: &TodayView, today: Date) -> Vec<Item> {
    let (programme, name) = (&case.line.programme, case.line.name.full());
    let base = path(&programme.reference);
    let mut items = Vec::new();
    let item = |due, title, why: String, end: &str, button| Item {
        due,
        title,
        why,
        href: format!("{base}{end}"),
        button,
    };
    match programme.stage.name() {
        StageName::Draft => {
            let why = "The referral is saved and not yet handed in.".to_owned();
            items.push(item(
                view.calendar.next_school_day(today).unwrap_or(today),
                format!("Finish starting {}’s programme", name),
                why,
                "/start/why",
                "Carry on",
            ));
        }
        StageName::Gathering => {
            let (sent, asked) = case.answers;
            if sent < asked {
                let why = format!("{sent} of {asked} answers are in.");
                items.push(item(
                    today,
                    format!("Chase answers about {name}"),
                    why,
                    "/information",
                    "See who",
                ));
            } else {
                let why = "Every answer is in.".to_owned();
                items.push(item(
                    today,
                    format!("Book {name}’s first meeting"),
                    why,
                    "/meetings",
                    "Book it",
                ));
            }
        }
        StageName::Agreed => {
            let why = "The plan is agreed and not everyone has signed.".to_owned();
            items.push(item(
                today,
                format!("Gather the signatures for {name}"),
                why,
                "/plan/sign",
                "See who",
            ));
        }
        StageName::Active => {
            let since = case
                .contact
                .map(|day| days_since(&view.calendar, day, today).number());
            if since.is_none_or(|days| days > CONTACT_DAYS) {
                let why = match since {
                    Some(days) => {
                        format!("The plan says contact every week. It has been {days} school days.")
                    }
                    None => "The plan says contact every week. Nobody has written one down yet."
                        .to_owned(),
                };
                items.push(item(
                    today,
                    format!("Ring or write to {name}’s family"),
                    why,
                    "/record",
                    "Write",
                ));
            }
            if let Some((in_, of)) = case.reports
                && of >= 10
                && in_ * 100 < of * FEW_REPORTS
            {
                let why = format!("Reports are in for {in_} of {of} days.");
                items.push(item(
                    today,
                    format!("Ask teachers for {name}’s reports"),
                    why,
                    "/people",
                    "See who",
                ));
            }
        }
        StageName::FinalDue => {
            let why = "The planned end is reached.".to_owned();
            items.push(item(
                today,
                format!("Hold {name}’s final meeting"),
                why,
                "/meetings",
                "Go to it",
            ));
        }
        _ => {}
    }
    items
}

const fn where_to(task: Work) -> (&'static str, &'static str) {
    match task {
        Work::ContactFamily | Work::CheckIn => ("/record", "Write it down"),
        Work::Decide => ("/referral", "Read it"),
        Work::Signatures | Work::Cards => ("/plan/sign", "See who"),
        Work::Agenda
        | Work::Summary
        | Work::Reports
        | Work::EarlyReview
        | Work::Evaluation
        | Work::Options => ("/meetings", "Open it"),
        Work::BehaviourPlan | Work::TransferPack | Work::AftercareCheck | Work::CouncilMessage => {
            ("", "Open it")
        }
    }
}

fn queue(items: Vec<Item>, today: Date) -> Queue {
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
                let days = today
                    .since(due)
                    .map_or(1, |span| span.get_days().unsigned_abs());
                QueueItem::late(
                    words::late(usize::try_from(days).unwrap_or(1)),
                    title,
                    &href,
                )
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
        .filter(|case| case.today == 0)
        .map(|case| {
            (
                Phrase::bold(&case.line.class),
                case.line.name.called().to_owned(),
            )
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

fn caseload(view: &TodayView, today: Date) -> Caseload {
    let mut cases: Vec<&TodayCase> = view.cases.iter().collect();
    cases.sort_by_key(|case| (next_on(case), case.line.name.full()));
    let rows: Vec<CaseloadRow> = cases
        .into_iter()
        .map(|case| row(case, view, today))
        .collect();
    let sentence = match rows.len() {
        0 => "No programmes yet.".to_owned(),
        n => format!(
            "{}, soonest date first.",
            words::figures(n, "programme", "programmes")
        ),
    };
    Caseload {
        sentence,
        print: None,
        rows,
    }
}

fn next_on(case: &TodayCase) -> Date {
    next(case).map_or(Date::MAX, |(_, on)| on)
}

fn next(case: &TodayCase) -> Option<(String, Date)> {
    if let Some(meeting) = &case.meeting {
        return Some((meeting.kind.label().to_owned(), meeting.on));
    }
    let run = case.line.programme.stage.run()?;
    Some(match run.next_review() {
        Some(review) => (
            format!("{}-week review", review.week.number()),
            review.due.on,
        ),
        None => ("Final meeting".to_owned(), run.dates.ends.due.on),
    })
}

fn where_they_are(case: &TodayCase) -> String {
    let length = case.line.programme.template.rhythm.length().number();
    match (case.line.programme.stage.name(), case.place) {
        (StageName::Active, Some(Place::Week(week))) => {
            format!("{}, week {} of {length}.", case.line.class, week.number())
        }
        (name, _) => format!("{}. {}.", case.line.class, name.label()),
    }
}

fn row(case: &TodayCase, view: &TodayView, today: Date) -> CaseloadRow {
    let programme = &case.line.programme;
    let length = usize::from(programme.template.rhythm.length().number());
    let place = match (programme.stage.name(), case.place) {
        (StageName::Active | StageName::Agreed, Some(Place::Week(week))) => CaseloadPlace::Week {
            words: format!("Week {} of {length}", week.number()),
            bar: WeekBar::new(usize::from(week.number()), length),
        },
        (StageName::FinalDue, _) => CaseloadPlace::Week {
            words: "Final meeting due".to_owned(),
            bar: WeekBar::new(length, length),
        },
        (StageName::Gathering | StageName::MeetingSet, _) => CaseloadPlace::Phase {
            name: "Assess".to_owned(),
            fact: format!("{} of {} answers in", case.answers.0, case.answers.1),
        },
        (StageName::Draft, _) => CaseloadPlace::Phase {
            name: "Starting".to_owned(),
            fact: "Referral not handed in".to_owned(),
        },
        (name, _) => CaseloadPlace::Phase {
            name: name.label().to_owned(),
            fact: String::new(),
        },
    };
    let few = case
        .reports
        .is_some_and(|(in_, of)| of >= 10 && in_ * 100 < of * FEW_REPORTS);
    let (next, next_when) = match next(case) {
        Some((what, on)) if on < today => (
            what,
            NextWhen::Late(format!("Was due {}", words::short_date(on))),
        ),
        Some((what, on)) => (what, NextWhen::On(words::short_date(on))),
        None => ("Not set".to_owned(), NextWhen::On(String::new())),
    };
    CaseloadRow {
        name: case.line.name.full(),
        href: path(&programme.reference),
        form: case.line.class.clone(),
        place,
        by_week: by_week(case),
        steps: steps(case),
        reports: case.reports.map(|(in_, of)| format!("{in_} of {of}")),
        reports_tag: few.then(|| Tag::wants_attention("Low")),
        contact: contact(case, view, today),
        next,
        next_when,
    }
}

fn contact(case: &TodayCase, view: &TodayView, today: Date) -> Phrase {
    let Some(day) = case.contact else {
        return Phrase::default().quiet("Not yet");
    };
    let days = days_since(&view.calendar, day, today).number();
    if days > CONTACT_DAYS {
        Phrase::bold(format!("{days} school days ago"))
    } else {
        Phrase::new(words::recent_day(day, today))
    }
}

/// One line a target: the share of lessons with a Yes, week by week; a week
/// with too few reports is a break.
fn by_week(case: &TodayCase) -> Vec<Picture> {
    let (Some(plan), Some(run)) = (&case.plan, case.line.programme.stage.run()) else {
        return Vec::new();
    };
    plan.open_targets()
        .enumerate()
        .map(|(at, target)| line(case, target, run.dates.starts, at + 1))
        .collect()
}

fn line(case: &TodayCase, target: &Target, starts: Date, number: usize) -> Picture {
    let mut weeks: BTreeMap<usize, (u32, u32)> = BTreeMap::new();
    for day in case.days.get(&target.id).into_iter().flatten() {
        let since = day.on.since(starts).map_or(0, |span| span.get_days());
        if let Ok(week) = usize::try_from(since / 7) {
            let (yes, seen) = weeks.entry(week).or_default();
            *yes += u32::from(day.yes);
            *seen += u32::from(day.seen);
        }
    }
    let last = weeks.keys().max().map_or(0, |last| last + 1);
    let share = |week: usize| {
        weeks
            .get(&week)
            .filter(|(_, seen)| *seen > 0)
            .map(|(yes, seen)| f64::from(*yes) * 100.0 / f64::from(*seen))
    };
    let points: Vec<Option<f64>> = (0..last).map(share).collect();
    let id = format!("spark-{}-{number}", case.line.programme.reference.path());
    let caption = Caption::new(id, format!("Target {number}, by week"));
    Sparkline::new(caption, None, points).draw()
}

fn steps(case: &TodayCase) -> Option<StepsReached> {
    let plan = case.plan.as_ref()?;
    let id = format!("steps-{}", case.line.programme.reference.path());
    Some(
        plan.open_targets()
            .fold(StepsReached::new(id), |steps, target| {
                let on = usize::from(target.step.number());
                steps.target(Reached::OnStep(on), target.ladder.steps().len())
            }),
    )
}
