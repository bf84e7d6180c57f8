//! The header that stands on every page under one programme: who, when in the
//! weeks, what is next, and where one can go.

use app::{
    action::Action,
    policy::ActionSet,
    programmes::show::{CaseView, NextDate},
    subject::Case,
};
use domain::{
    dates::Place,
    meeting::MeetingKind,
    programme::{ProgrammeRef, StageName},
};

use jiff::civil::Date;

use crate::{
    components::{Button, CaseHeader, Icon, Phrase},
    failure::Failure,
    pages::case_band::{places, whole_band},
    session::Visit,
    words,
};

/// The address of a programme.
pub fn path(reference: &ProgrammeRef) -> String {
    format!("/programmes/{}", reference.path())
}

/// The header with the place one is at marked.
pub fn header(case: &CaseView, may: ActionSet, at: &str) -> CaseHeader {
    let base = path(&case.programme.reference);
    let mut header = whole(case, &case.pupil.name.full());
    if may.has(Action::RecordNote) {
        let record = Button::link("Record something", format!("{base}/record")).icon(Icon::Pen);
        header = header.action(record);
    }
    all_places(header, case, may).at(at)
}

/// The same under a heading of the page's own: "Rowan’s plan".
pub fn headed(case: &CaseView, may: ActionSet, at: &str, title: &str) -> CaseHeader {
    all_places(whole(case, title), case, may).at(at)
}

/// Who, when in the weeks, and what is next.
fn whole(case: &CaseView, title: &str) -> CaseHeader {
    let class = format!("{}, {}", case.pupil.class(), case.pupil.year.label());
    let header = bare(case, title)
        .fact(class)
        .fact(format!("programme {}", case.programme.reference));
    match next(case, case.today) {
        Some(next) => header.next(next),
        None => header,
    }
}

/// The header of a page with a heading of its own: "8-week review".
pub fn titled(case: &CaseView, may: ActionSet, at: &str, title: &str) -> CaseHeader {
    let (name, class) = (case.pupil.name.full(), case.pupil.class());
    let header = bare(case, title).fact(format!("{name}, {class}"));
    all_places(header, case, may).at(at)
}

fn bare(case: &CaseView, title: &str) -> CaseHeader {
    CaseHeader::new(title, case.pupil.name.full())
        .under("/programmes", "Programmes")
        .chip(chip(case))
}

/// The places of every programme, and the one that its ending adds.
fn all_places(header: CaseHeader, case: &CaseView, may: ActionSet) -> CaseHeader {
    let reference = &case.programme.reference;
    let header = places(header, reference, case.pupil.name.called(), may);
    let (text, end) = match case.programme.stage.name() {
        StageName::Aftercare => ("Aftercare", "/aftercare"),
        StageName::Escalation => ("What next", "/not-enough"),
        _ => return header,
    };
    if may.has(Action::ViewEvidence) {
        header.place(text, format!("{}{end}", path(reference)))
    } else {
        header
    }
}

/// The title of the pages about what contacts may be told, under People.
pub const CONTACTS: &str = "Who may be told what";

/// The header of the referral and of the people: before the start is agreed
/// there is nowhere else to go yet.
///
/// # Errors
/// A [`Failure`] of reading how the programme stands.
pub async fn before_or_in(
    visit: &Visit,
    case: &Case,
    may: ActionSet,
    at: &str,
) -> Result<CaseHeader, Failure> {
    let (programme, pupil) = (&case.programme, &case.pupil);
    let title = match at {
        "People" => "Who takes part".to_owned(),
        CONTACTS => CONTACTS.to_owned(),
        _ => format!("Referral for {}", pupil.name.called()),
    };
    let header = CaseHeader::new(&title, pupil.name.full())
        .under("/programmes", "Programmes")
        .chip(programme.stage.name().label())
        .fact(format!("{}, {}", pupil.class(), pupil.year.label()))
        .fact(programme.reference.to_string());
    let at = if at == CONTACTS { "People" } else { at };
    if programme.stage.name().is_family_visible() {
        let thin = places(header, &programme.reference, pupil.name.called(), may).at(at);
        whole_band(visit, &programme.reference, (&title, at), thin).await
    } else {
        Ok(header
            .places_of("Before the start".to_owned())
            .place(
                "Referral",
                format!("{}/referral", path(&programme.reference)),
            )
            .place("People", format!("{}/people", path(&programme.reference)))
            .at(at))
    }
}

/// "Week 6 of 12", or the stage before week 1 and after the end.
pub fn chip(case: &CaseView) -> String {
    let programme = &case.programme;
    let weeks = case.length;
    match (programme.stage.name(), case.place) {
        (StageName::Active | StageName::Agreed, Some(Place::Week(week))) => {
            format!("Week {} of {weeks}", week.number())
        }
        (StageName::Active, Some(Place::Holiday { name, .. })) => name.label().to_owned(),
        (StageName::Active, Some(Place::NotStarted)) => "Starts soon".to_owned(),
        (name, _) => name.label().to_owned(),
    }
}

fn next(case: &CaseView, today: Date) -> Option<Phrase> {
    let (what, on, days) = case.next?;
    let what = match what {
        NextDate::FirstMeeting => "First meeting".to_owned(),
        NextDate::Review(week) => format!("{week}-week review"),
        NextDate::Early => "Early review".to_owned(),
        NextDate::Final => "Final meeting".to_owned(),
        NextDate::WriteUp(MeetingKind::Final) => {
            let held = format!("write how the plan ended, after {}", words::long_date(on));
            return Some(Phrase::new("Next: ").strong(held));
        }
        NextDate::WriteUp(kind) => {
            let kind = words::small(&kind.label());
            let held = format!("write up the {kind} of {}", words::long_date(on));
            return Some(Phrase::new("Next: ").strong(held));
        }
    };
    let when = usize::from(days.number());
    let day = words::long_date(on);
    if on < today {
        let late = format!("{what}, was due {day}");
        return Some(Phrase::new("Next: ").strong(late).text(", not booked yet"));
    }
    let phrase = Phrase::new("Next: ").strong(format!("{what}, {day}"));
    Some(if when == 0 {
        phrase
    } else {
        phrase.text(format!(", {}", words::in_school_days(when)))
    })
}
