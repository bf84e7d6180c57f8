//! The tracker: what is still out first, and of these the latest first.

use app::{
    action::Action,
    gathering::information::{Information, Reach, Tracked, ViewInformation},
    policy::ActionSet,
    programmes::taught::{GroupsOfPupil, Taught},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{document::DocumentStatus, programme::StageName};

use super::{band, reference};
use crate::{
    components::{CaseHeader, Meter, Tag, Task, TaskList},
    failure::Failure,
    layout::Frame,
    session::{Visit, page},
    words::{day_month, figures, list, long_date},
};

#[derive(Template)]
#[template(path = "pages/information/index.html")]
struct InformationPage {
    frame: Frame,
    header: CaseHeader,
    found: Information,
    groups: Vec<Taught>,
    may: ActionSet,
    path: String,
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(written): Path<String>) -> Result<Response, Failure> {
    let programme = reference(&written)?;
    let path = format!("/programmes/{}/information", programme.path());
    let (header, may) = band(&visit, &programme).await?;
    let reference = programme.clone();
    let groups = visit.fetch(GroupsOfPupil { reference }).await?.answer;
    let found = visit.fetch(ViewInformation { programme }).await?.answer;
    page(&InformationPage {
        frame: visit.frame("Information").section("Programmes"),
        header,
        may,
        found,
        groups,
        path,
    })
}

impl InformationPage {
    fn takes(one: &Taught) -> String {
        if one.staff.is_empty() {
            "Nobody named".to_owned()
        } else {
            list(&one.staff)
        }
    }

    fn heading(&self) -> String {
        match self.found.count() {
            (_, 0) => "Nobody has been asked yet".to_owned(),
            (done, all) if done == all => "All answers are in".to_owned(),
            (done, all) => format!("{done} of {} in", figures(all, "answer is", "answers are")),
        }
    }

    fn told(&self) -> String {
        self.path.replace("/information", "/told")
    }

    fn bar(&self) -> Meter {
        let (done, all) = self.found.count();
        Meter::of(done, all)
    }

    fn closes(&self) -> Option<String> {
        self.found
            .closes()
            .map(long_date)
            .filter(|_| !self.locked())
    }

    /// Whether the first meeting was held: nothing written before it changes now.
    fn locked(&self) -> bool {
        let stage = self.found.case.programme.stage.name();
        !matches!(
            stage,
            StageName::Draft | StageName::Referred | StageName::Gathering | StageName::MeetingSet
        )
    }

    /// Whether one was not answered before the meeting.
    fn missed(&self, one: &Tracked) -> bool {
        self.locked() && one.ask.sent.is_none() && one.ask.waived.is_none()
    }

    fn late(&self) -> bool {
        let mut asks = self.found.asks.iter();
        asks.any(|one| one.status == DocumentStatus::Late)
    }

    fn state(one: &Tracked) -> Tag {
        match one.status {
            DocumentStatus::Submitted | DocumentStatus::Accepted => Tag::done("In"),
            DocumentStatus::Waived => Tag::not_started("Not needed"),
            // Only an adult on the staff is ever late.
            DocumentStatus::Late if one.ask.document == domain::document::DocumentKind::Staff => {
                Tag::adult_is_late("Late")
            }
            _ if one.ask.form.is_none() => Tag::wants_attention("To be asked"),
            _ if one.done.is_some_and(|(done, _)| done > 0) => Tag::wants_attention("Half done"),
            _ if one.ask.opened.is_some() => Tag::wants_attention("Opened"),
            _ => Tag::wants_attention("Not opened"),
        }
    }

    fn asked(one: &Tracked) -> String {
        day_month(one.ask.asked)
    }

    fn fact(one: &Tracked) -> String {
        if let Some(sent) = one.ask.sent {
            return day_month(domain::clock::london_date(sent));
        }
        if let Some(waived) = &one.ask.waived {
            return waived.why.to_string();
        }
        let due = day_month(one.ask.due);
        match (one.done, one.saved) {
            (Some((done, all)), Some(on)) if done > 0 => {
                format!("{done} of {all}, last on {}. By {due}", day_month(on))
            }
            _ => format!("By {due}"),
        }
    }

    fn how(one: &Tracked) -> String {
        match (&one.scribe, one.reach) {
            (Some((name, mode)), _) => format!("{}, by {name}", mode.label()),
            (None, _) if one.ask.form.is_none() => "On paper or in conversation".to_owned(),
            (None, Reach::Account) => "Signed in".to_owned(),
            (None, Reach::ThroughStaff) => "No account yet".to_owned(),
        }
    }

    /// A record of the school's own system, for those who may read it.
    fn record(&self, name: &str, part: &str) -> Task {
        let hint = "From the school’s own system";
        if self.may.has(Action::ViewRecords) {
            let reference = self.found.case.programme.reference.path();
            Task::new(name, format!("/programmes/{reference}/records#{part}")).hint(hint)
        } else {
            Task::later(name, hint)
        }
    }

    fn records(&self) -> TaskList {
        let stage = self.found.case.pupil.sen;
        let needs = stage.map_or("None on the school’s list", |stage| stage.label());
        TaskList::new([
            self.record("Attendance", "attendance"),
            self.record("Suspensions", "suspensions"),
            self.record("Behaviour log", "behaviour"),
            Task::later("Special educational needs", needs),
        ])
    }
}
