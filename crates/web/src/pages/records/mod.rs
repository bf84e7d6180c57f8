//! `/programmes/{ref}/records`: incidents, attendance and suspensions from the
//! school's own system, each reader as much as the matrix says.

mod suspended;
mod week;

use std::collections::BTreeMap;

use app::{
    action::Action,
    policy::ActionSet,
    records::{AttendanceView, IncidentsView, Now, RecordsView, Source, ViewRecords, WeekRow},
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{
    indicators::{Absence, Attendance},
    rating::HalfDay,
    school_record::{CameWith, Incident, Shows},
};
use jiff::civil::Date;

use crate::{
    components::{CaseHeader, Phrase},
    failure::Failure,
    layout::Frame,
    pages::{
        case_band::{band, reference, root, whole_band},
        roll::moment,
    },
    session::{Visit, page},
    words::{capital, count, date_range, day_month, figures, list, short_date},
};

#[derive(Template)]
#[template(path = "pages/records/page.html")]
struct RecordsPage {
    frame: Frame,
    case: CaseHeader,
    view: RecordsView,
    may: ActionSet,
    here: String,
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(
    visit: Visit,
    Path(raw): Path<String>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let year = asked.get("year").and_then(|year| year.parse().ok());
    let here = format!("{}/records", root(&reference));
    let look = ViewRecords {
        reference: reference.clone(),
        year,
    };
    let fetched = visit.fetch(look).await?;
    let (view, may) = (fetched.answer, fetched.may);
    let name = &view.case.pupil.name;
    let title = "Records";
    let thin = band(
        title,
        &reference,
        (name.called(), &name.full()),
        may,
        "Information",
    );
    let case = whole_band(&visit, &reference, (title, "Information"), thin).await?;
    page(&RecordsPage {
        frame: visit.frame(title).section("Programmes"),
        case,
        view,
        may,
        here,
    })
}

impl RecordsPage {
    fn called(&self) -> &str {
        self.view.case.pupil.name.called()
    }

    fn lead(&self) -> String {
        let (from, until) = (self.view.year, self.view.year + 1);
        let words = "What the school’s own system says of the school year";
        format!("{words} {from} to {until}. Nobody writes it here.")
    }

    /// The other school year one can look at, and its address.
    fn other(&self) -> (String, String) {
        let year = self.view.year;
        match self.view.is_now {
            Now::ThisYear => (
                format!("The school year before, {} to {year}", year - 1),
                format!("{}?year={}", self.here, year - 1),
            ),
            Now::Earlier => ("This school year".to_owned(), self.here.clone()),
        }
    }

    /// Where records came from, in a sentence.
    fn came(&self, all: &[CameWith]) -> Phrase {
        let sees = self.may.has(Action::ViewImports);
        let start = Phrase::new("From ");
        if self.view.tells_source == Source::School {
            let newest = all.first().map(|one| moment(one.at));
            let newest = newest.map_or_else(String::new, |at| format!(", last read on {at}"));
            return start.text(format!("the school’s own system{newest}."));
        }
        let last = all.len().saturating_sub(1);
        let each = all.iter().enumerate();
        each.fold(start, |said, (n, one)| {
            let said = if n == 0 { said } else { said.text("; ") };
            let said = if sees {
                said.link(format!("/settings/imports/{}", one.import), &one.from)
            } else {
                said.text(&one.from)
            };
            let end = if n == last { "." } else { "" };
            said.text(format!(", {}{end}", moment(one.at)))
        })
    }

    /// Where one record came from, where its list has several sources.
    fn came_one(&self, all: &[CameWith], one: &CameWith) -> Option<String> {
        let several = all.len() > 1 && self.view.tells_source == Source::File;
        several.then(|| format!("{}, {}", one.from, moment(one.at)))
    }

    fn how_many(incidents: &IncidentsView) -> String {
        let all = capital(&count(incidents.all.len(), "incident", "incidents"));
        match incidents.lately {
            Some(n) => format!("{all} this school year, {n} of them in the last 20 school days."),
            None => format!("{all} in that school year."),
        }
    }

    fn kinds(incidents: &IncidentsView) -> String {
        let each = incidents.kinds.iter();
        let each: Vec<String> = each.map(|(kind, n)| format!("{kind} {n}")).collect();
        list(&each)
    }

    fn when(one: &Incident) -> String {
        match &one.at {
            Some(at) => format!("{}, {at}", short_date(one.on)),
            None => short_date(one.on),
        }
    }

    fn has_words(one: &Incident) -> bool {
        one.words.is_some() || one.by.is_some()
    }

    fn points(one: &Incident) -> String {
        one.points
            .filter(|n| *n != 0)
            .map_or_else(String::new, |n| format!("{n:+}").replace('-', "−"))
    }

    fn shows_each(attendance: &AttendanceView) -> bool {
        attendance.shows == Shows::Each
    }

    fn share(of: &Attendance) -> String {
        let share = of.share();
        match share.percent() {
            Some(percent) => format!("{percent} ({share} sessions)"),
            None => "Nothing to count".to_owned(),
        }
    }

    fn percent(of: &Attendance) -> String {
        let share = of.share();
        share.percent().map_or_else(
            || "Nothing to count".to_owned(),
            |percent| format!("{percent}"),
        )
    }

    fn absence(of: &Attendance) -> Option<&'static str> {
        match of.absence()? {
            Absence::Usual => None,
            Absence::Persistent => Some("One session in ten or more was missed."),
            Absence::Severe => Some("Half of all sessions or more were missed."),
        }
    }

    fn away(of: &Attendance) -> String {
        let n = |sessions: domain::dates::Sessions| sessions.number();
        let suspended = match n(of.suspended) {
            0 => String::new(),
            some => format!(", {some} of them suspended"),
        };
        let late = match n(of.late) {
            0 => "never late".to_owned(),
            1 => "late once".to_owned(),
            times => format!("late {times} times"),
        };
        let (with, without) = (n(of.authorised), n(of.unauthorised));
        format!("{with} with leave{suspended}, {without} without; {late}")
    }

    fn span(attendance: &AttendanceView) -> String {
        attendance
            .days
            .map(|(first, last)| date_range(first, last))
            .unwrap_or_default()
    }

    fn unmarked(attendance: &AttendanceView) -> Option<String> {
        let n = attendance.unmarked;
        (n > 0).then(|| {
            let these = figures(
                n,
                "session in between has no mark. It is",
                "sessions in between have no mark. They are",
            );
            format!("{these} counted nowhere: no mark is not an absence.")
        })
    }

    fn older(attendance: &AttendanceView) -> Option<String> {
        let n = attendance.older;
        (n > 0).then(|| {
            format!(
                "{} a code of an earlier year and {} counted nowhere.",
                figures(n, "session has", "sessions have"),
                if n == 1 { "is" } else { "are" }
            )
        })
    }

    fn monday(week: &WeekRow) -> String {
        day_month(week.monday)
    }

    fn note((on, half, words): &(Date, HalfDay, String)) -> String {
        let half = half.label().to_lowercase();
        format!("{}, {half}: {words}", short_date(*on))
    }

    /// Whether this reader is told more of incidents than the day and the kind.
    fn tells_words(&self) -> bool {
        self.view.tells_source == Source::File
    }

    fn readers(&self) -> &'static str {
        match self.view.tells_source {
            Source::File => {
                "Those who run and steer the programme read all of this; teachers see what attendance comes to. The people at home and the pupil read attendance and suspensions, and of incidents the day and the kind: in the words other children may be named."
            }
            Source::School => {
                "The school reads more of each incident. Ask the coordinator if something here seems wrong."
            }
        }
    }
}
