//! The header that stands on every page under one programme: who, when in the
//! weeks, what is next, and where one can go.

use app::{
    action::Action,
    policy::ActionSet,
    programmes::show::{CaseView, NextDate},
};
use domain::{
    dates::Place,
    programme::{ProgrammeRef, StageName},
};

use crate::{
    components::{Button, CaseHeader, Icon, Phrase},
    words,
};

/// Where one can go from a programme, by what one may do.
const PLACES: [(&str, &str, Action); 6] = [
    ("Overview", "", Action::ViewProgramme),
    ("Information", "/information", Action::ViewInformation),
    ("Plan and targets", "/plan", Action::ViewPlan),
    ("Meetings", "/meetings", Action::ViewMeetings),
    ("Referral", "/referral", Action::ViewReferral),
    ("People", "/people", Action::AddPerson),
];

/// The address of a programme.
pub fn path(reference: &ProgrammeRef) -> String {
    format!("/programmes/{}", reference.path())
}

/// The header with the place one is at marked.
pub fn header(case: &CaseView, may: ActionSet, at: &str) -> CaseHeader {
    let programme = &case.programme;
    let base = path(&programme.reference);
    let name = case.pupil.name.full();
    let mut header = bare(case, &name)
        .fact(format!(
            "{}, {}",
            case.pupil.class(),
            case.pupil.year.label()
        ))
        .fact(format!("programme {}", programme.reference));
    if let Some(next) = next(case) {
        header = header.next(next);
    }
    if may.has(Action::RecordNote) {
        let record = Button::link("Record something", format!("{base}/record")).icon(Icon::Pen);
        header = header.action(record);
    }
    places(header, case, may).at(at)
}

/// The header of a page with a heading of its own: "8-week review".
pub fn titled(case: &CaseView, may: ActionSet, at: &str, title: &str) -> CaseHeader {
    let (name, class) = (case.pupil.name.full(), case.pupil.class());
    let header = bare(case, title).fact(format!("{name}, {class}"));
    places(header, case, may).at(at)
}

fn bare(case: &CaseView, title: &str) -> CaseHeader {
    let name = case.pupil.name.full();
    CaseHeader::new(title, &name)
        .under("/programmes", "Programmes")
        .chip(chip(case))
        .places_of(format!("{name}: parts of the programme"))
}

fn places(mut header: CaseHeader, case: &CaseView, may: ActionSet) -> CaseHeader {
    let base = path(&case.programme.reference);
    for (text, end, action) in PLACES {
        if may.has(action) {
            header = header.place(text, format!("{base}{end}"));
        }
    }
    let after = match case.programme.stage.name() {
        StageName::Aftercare => ("Aftercare", "/aftercare"),
        StageName::Escalation => ("What next", "/not-enough"),
        _ => return header,
    };
    if may.has(Action::ViewEvidence) {
        header = header.place(after.0, format!("{base}{}", after.1));
    }
    header
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

fn next(case: &CaseView) -> Option<Phrase> {
    let (what, on, days) = case.next?;
    let what = match what {
        NextDate::FirstMeeting => "Initial meeting".to_owned(),
        NextDate::Review(week) => format!("{week}-week review"),
        NextDate::Final => "Final meeting".to_owned(),
    };
    let when = usize::from(days.number());
    let phrase = Phrase::new("Next: ").strong(format!("{what}, {}", words::long_date(on)));
    Some(if when == 0 {
        phrase
    } else {
        phrase.text(format!(", {}", words::in_school_days(when)))
    })
}
