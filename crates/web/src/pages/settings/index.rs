//! The settings in one list, with the school's own facts.

use app::{
    action::Action,
    policy::ActionSet,
    settings::{SchoolFacts, ViewSettings},
};
use askama::Template;
use axum::response::Response;

use crate::{
    components::{Queue, SummaryList, Task, TaskList},
    failure::Failure,
    layout::Frame,
    pages::feeds::needs,
    session::{Visit, page},
    words,
};

#[derive(Template)]
#[template(path = "pages/settings/index.html")]
struct SettingsPage {
    frame: Frame,
    school: SchoolFacts,
    may: ActionSet,
    needs: Queue,
}

impl SettingsPage {
    fn links(&self) -> TaskList {
        let all = [
            (
                Action::ViewPeople,
                "People",
                "/settings/people",
                "Who has an account, what each is in the school, and inviting someone new.",
            ),
            (
                Action::ViewCalendar,
                "Term dates and closures",
                "/settings/terms",
                "When the school is open. Reviews and due dates are counted by these days.",
            ),
            (
                Action::ViewSettings,
                "Programme template",
                "/settings/template",
                "How long a programme lasts, when it is reviewed, and how long things may take.",
            ),
            (
                Action::ViewImports,
                "Imports",
                "/settings/imports",
                "Pupils, staff and term dates from your school’s own system.",
            ),
            (
                Action::ViewFeeds,
                "Feeds",
                "/settings/feeds",
                "Where records come from by themselves, such as files written every night.",
            ),
        ];
        TaskList::new(
            all.into_iter()
                .filter(|(action, ..)| self.may.has(*action))
                .map(|(_, title, href, hint)| Task::new(title, href).hint(hint)),
        )
    }

    /// The number that transfer files and rosters often carry in place of the URN.
    fn number(&self) -> String {
        let listed = self.school.listed.as_ref();
        listed
            .and_then(|one| one.number.clone())
            .unwrap_or_else(|| {
                "Not known. The list of schools says it: bring that in under Imports".to_owned()
            })
    }

    fn facts(&self) -> SummaryList {
        let days = match self.school.school_days {
            Some((first, last)) => format!(
                "{} to {}",
                words::long_date_with_year(first),
                words::long_date_with_year(last)
            ),
            None => "None yet. Programmes need them to know their dates.".to_owned(),
        };
        SummaryList::new()
            .row("Name", self.school.name.as_str())
            .row("URN", self.school.urn.as_str())
            .row("Authority and school number", self.number())
            .row("References begin with", self.school.prefix.as_str())
            .row(
                "Telephone, printed on plans",
                self.school.phone.as_deref().unwrap_or("None yet"),
            )
            .row(
                "On roll",
                words::figures(self.school.pupils, "pupil", "pupils"),
            )
            .row(
                "Staff list",
                words::figures(self.school.staff, "person", "people"),
            )
            .row("Term dates known", days)
    }
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit) -> Result<Response, Failure> {
    let fetched = visit.fetch(ViewSettings).await?;
    let needs = needs::queue(needs::of(&visit).await?);
    page(&SettingsPage {
        frame: visit.frame("Settings"),
        school: fetched.answer,
        may: fetched.may,
        needs,
    })
}
