//! `/settings/template`: what new programmes follow, to read.

use app::{
    action::Action,
    policy::ActionSet,
    settings::template::{TemplateView, ViewTemplate},
};
use askama::Template;
use axum::response::Response;
use domain::{
    dates::{ProgrammeClock, Roll},
    programme::RunDates,
    school::{InterimRule, TemplateDraft},
};

use crate::{
    components::{SummaryList, WeekStrip},
    failure::Failure,
    layout::Frame,
    session::{Visit, page},
    words,
};

#[derive(Template)]
#[template(path = "pages/settings/template.html")]
struct TemplatePage {
    frame: Frame,
    view: TemplateView,
    may: ActionSet,
}

impl TemplatePage {
    fn heading(&self) -> String {
        let weeks = self.view.template.rhythm.length().number();
        format!("Our {weeks}-week programme")
    }

    fn live(&self) -> String {
        let live = match self.view.live {
            0 => return "New programmes start from this.".to_owned(),
            1 => "the one that is".to_owned(),
            many => format!("the {} that are", words::count(many, "", "").trim()),
        };
        format!("New programmes start from this. Changing it doesn’t touch {live} live.")
    }

    fn strip(&self) -> WeekStrip {
        let rhythm = &self.view.template.rhythm;
        let length = usize::from(rhythm.length().number());
        let reviews = rhythm.interim().iter();
        let mut meetings: Vec<usize> = reviews.map(|week| usize::from(week.number())).collect();
        meetings.push(length);
        WeekStrip::new(length, meetings)
    }

    fn shape(&self) -> SummaryList {
        let template = &self.view.template;
        let (rhythm, counting) = (&template.rhythm, template.rhythm.counting());
        let weeks = rhythm.length().number();
        let (length, holidays) = match counting.clock {
            ProgrammeClock::SchoolWeeks => (format!("{weeks} school weeks"), "Not counted."),
            ProgrammeClock::CalendarWeeks => (format!("{weeks} calendar weeks"), "Counted too."),
            ProgrammeClock::SchoolDays => {
                let days = u16::from(weeks) * 5;
                (
                    format!("{weeks} weeks of five school days, {days} in all"),
                    "Not counted.",
                )
            }
        };
        let moves = match counting.roll {
            Roll::Previous => "A date in a holiday moves to the last school day before it.",
            Roll::Next => "A date in a holiday moves to the first school day after it.",
        };
        let extension = match template.extend_max.number() {
            0 => "None".to_owned(),
            most => format!(
                "Once, by {} at most",
                words::count(usize::from(most), "week", "weeks")
            ),
        };
        SummaryList::new()
            .row("Length", length)
            .row("Holidays", format!("{holidays} {moves}"))
            .row("Reviews", self.reviews())
            .row("Final meeting", format!("Week {weeks}"))
            .row("More time", extension)
            .row("Most targets at once", template.target_max.to_string())
    }

    fn reviews(&self) -> String {
        let template = &self.view.template;
        let weeks: Vec<String> = template
            .rhythm
            .interim()
            .iter()
            .map(|week| week.number().to_string())
            .collect();
        let held = match template.interim_rule {
            InterimRule::FirstOnly => "The first must be held.",
            InterimRule::All => "All must be held.",
            InterimRule::None => "None must be held.",
        };
        match weeks.as_slice() {
            [] => "None on the way".to_owned(),
            [only] => format!("Week {only}. {held}"),
            many => format!("Weeks {}. {held}", words::list(many)),
        }
    }

    fn timers(&self) -> SummaryList {
        let timers = &self.view.template.timers;
        TemplateDraft::timers().fold(SummaryList::new().dense(), |list, timer| {
            list.row(timer.label(), timer.words(timers.amount(timer)))
        })
    }

    fn changed(&self) -> Option<String> {
        let (at, by) = self.view.changed.as_ref()?;
        let on = words::long_date_with_year(domain::clock::london_date(*at));
        Some(match by {
            Some(by) => format!("Last changed on {on} by {by}."),
            None => format!("As it was made on {on}."),
        })
    }

    /// "Friday 11 December", "4-week review", for a programme begun next Monday.
    fn dates(run: &RunDates) -> Vec<(String, String)> {
        let first = (words::long_date(run.starts), "Week 1 begins".to_owned());
        let reviews = run.reviews.iter().map(|review| {
            let label = format!("{}-week review", review.week.number());
            (words::long_date(review.due.on), label)
        });
        let last = (
            words::long_date_with_year(run.ends.due.on),
            "Final meeting".to_owned(),
        );
        std::iter::once(first)
            .chain(reviews)
            .chain([last])
            .collect()
    }
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit) -> Result<Response, Failure> {
    let fetched = visit.fetch(ViewTemplate).await?;
    page(&TemplatePage {
        frame: visit.frame("Programme template").section("Settings"),
        view: fetched.answer,
        may: fetched.may,
    })
}
