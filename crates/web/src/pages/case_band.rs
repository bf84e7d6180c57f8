//! The band at the top of a programme's meeting and plan pages, and the small
//! readings these pages share.

use app::{action::Action, policy::ActionSet, programmes::show::ShowCase};
use domain::programme::ProgrammeRef;

use crate::{
    components::{CaseHeader, Stands},
    failure::Failure,
    pages::programmes::header::headed,
    posted::Posted,
    session::Visit,
};

/// The programme an address names.
///
/// # Errors
/// [`Failure::NotFound`] when it is not a reference.
pub(crate) fn reference(path: &str) -> Result<ProgrammeRef, Failure> {
    path.to_uppercase().parse().map_err(|_| Failure::NotFound)
}

/// Where a programme's pages are.
pub(crate) fn root(reference: &ProgrammeRef) -> String {
    format!("/programmes/{}", reference.path())
}

/// The band of a page.
pub(crate) fn band(
    title: &str,
    reference: &ProgrammeRef,
    (pupil, full): (&str, &str),
    may: ActionSet,
    at: &str,
) -> CaseHeader {
    let header = CaseHeader::new(title, full)
        .under("/programmes", "Programmes")
        .fact(reference.to_string());
    places(header, reference, pupil, may).at(at)
}

/// The whole band, with the week and what is next, for those who see the
/// programme; the thin one for everybody else.
pub(crate) async fn whole_band(
    visit: &Visit,
    reference: &ProgrammeRef,
    (title, at): (&str, &str),
    thin: CaseHeader,
) -> Result<CaseHeader, Failure> {
    let reference = reference.clone();
    match visit.fetch(ShowCase { reference }).await {
        Ok(case) => Ok(headed(&case.answer, case.may, at, title)),
        Err(Failure::NotFound | Failure::NotAllowed { .. }) => Ok(thin),
        Err(other) => Err(other),
    }
}

/// Where one can go under a programme: the same on every page of it, and only
/// where this reader may.
const PLACES: [(&str, &str, Action); 8] = [
    ("Overview", "", Action::ViewProgramme),
    ("Information", "/information", Action::ViewInformation),
    ("Documents", "/documents", Action::ViewDocuments),
    ("Plan and targets", "/plan", Action::ViewPlan),
    ("Meetings", "/meetings", Action::ViewMeetings),
    ("Key worker", "/check-ins", Action::ViewCheckIns),
    ("Referral", "/referral", Action::ViewReferral),
    ("People", "/people", Action::ViewReferral),
];

/// The same header with the places this reader may go.
pub(crate) fn places(
    header: CaseHeader,
    reference: &ProgrammeRef,
    pupil: &str,
    may: ActionSet,
) -> CaseHeader {
    let root = root(reference);
    let header = header.places_of(format!("{} programme", crate::words::possessive(pupil)));
    PLACES
        .iter()
        .filter(|(_, _, action)| may.has(*action))
        .fold(header, |header, (text, end, _)| {
            header.place(text, format!("{root}{end}"))
        })
}

/// A day from three boxes, as 2026-11-10; what was typed when it is no day.
pub(crate) fn day(posted: &Posted, field: &str) -> String {
    let part = |name: &str| posted.trimmed(&format!("{field}-{name}")).to_owned();
    let (day, month, year) = (part("day"), part("month"), part("year"));
    match (day.parse(), month.parse(), year.parse()) {
        (Ok(d), Ok(m), Ok(y)) => jiff::civil::Date::new(y, m, d)
            .map_or_else(|_| format!("{year}-{month}-{day}"), |date| date.to_string()),
        _ if day.is_empty() && month.is_empty() && year.is_empty() => String::new(),
        _ => format!("{year}-{month}-{day}"),
    }
}

/// Fills the three boxes of a date.
pub(crate) fn with_day(
    state: crate::form_state::FormState,
    field: &str,
    day: Option<jiff::civil::Date>,
) -> crate::form_state::FormState {
    let Some(day) = day else { return state };
    state
        .with(format!("{field}-day"), day.day().to_string())
        .with(format!("{field}-month"), day.month().to_string())
        .with(format!("{field}-year"), day.year().to_string())
}

/// The ways of reaching somebody, for choosing one.
pub(crate) fn channels() -> Vec<(&'static str, &'static str)> {
    domain::programme::AskChannel::ALL
        .iter()
        .map(|one| (one.code(), one.label()))
        .collect()
}

/// Which side someone is on, for the shape of their initials.
pub(crate) fn stands(party: domain::commitment::Party) -> Stands {
    use domain::commitment::Party;
    match party {
        Party::School => Stands::Staff,
        Party::Family => Stands::Home,
        Party::Pupil => Stands::Pupil,
        Party::Agency => Stands::Outside,
    }
}

/// "Joel Petrie, key worker" or "Dana Tidewell, mum".
pub(crate) fn who(name: &str, note: Option<&str>, role: domain::account::CaseRole) -> String {
    let label = role.label().to_lowercase();
    format!("{name}, {}", note.unwrap_or(&label))
}
