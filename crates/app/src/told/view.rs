//! Reading it: one's own copy, or, for the coordinator, somebody's copy as they
//! will read it.

use domain::{
    document::DocumentKind,
    event::{Event, Opened},
    id::PersonId,
    programme::ProgrammeRef,
};
use store::{
    asks::{self, AskRow},
    told_notes,
};

use super::{
    compare::{Compared, Points, compare},
    hear::{copies, hear, side, voice, voice_of},
    note::Notes,
    themes::{ThemeTold, themes},
};
use crate::{
    Command, Query, Refusal,
    action::Action,
    gate::{Granted, Recorded, Viewing},
    subject::Case,
};

/// Reads one's own copy of what everyone told.
#[derive(Debug, Clone)]
pub struct ViewTold {
    /// The programme.
    pub programme: ProgrammeRef,
}

/// Reads somebody else's copy, as they will read it.
#[derive(Debug, Clone)]
pub struct ViewCopy {
    /// The programme.
    pub programme: ProgrammeRef,
    /// Whose.
    pub person: PersonId,
}

/// Reads what the coordinator added, to change it.
#[derive(Debug, Clone)]
pub struct ToldNotes {
    /// The programme.
    pub programme: ProgrammeRef,
}

impl Query for ToldNotes {
    const ACTION: Action = Action::NoteTold;
    type On = Case;
    type Output = Notes;

    fn on(&self) -> ProgrammeRef {
        self.programme.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<Notes, Refusal> {
        let school = cx.school()?;
        let (notes, revision) = told_notes::of_programme(cx.tx(), school, case.programme.id)?;
        Ok(Notes::read(notes, revision))
    }
}

impl Command for ViewCopy {
    const ACTION: Action = Action::NoteTold;
    type On = Case;
    type Output = Told;

    fn on(&self) -> ProgrammeRef {
        self.programme.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<Told>, Refusal> {
        told(case, cx, Some(self.person))
    }
}

/// On which side somebody speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The pupil.
    Pupil,
    /// At home.
    Home,
    /// Staff.
    Staff,
}

/// What everyone told, in one reader's copy.
#[derive(Debug, Clone)]
pub struct Told {
    /// The programme.
    pub case: Case,
    /// Whose copy, when it is not the reader's own.
    pub of: Option<String>,
    /// Whether it is read as staff read it: with names, what is missing and the
    /// coordinator's notes for staff.
    pub voice: Voice,
    /// The four questions.
    pub four: Vec<Compared>,
    /// The themes that anybody said anything on.
    pub themes: Vec<ThemeTold>,
    /// What the coordinator added.
    pub notes: Notes,
    /// Who has answered, of how many asked, by side.
    pub answered: [(Side, usize, usize); 3],
    /// Who has not answered yet, for staff.
    pub missing: Vec<String>,
    /// How many answers people kept from the meeting; for staff, and never which.
    pub held_back: usize,
    /// Whose copies may be looked at.
    pub copies: Vec<(PersonId, String)>,
}

/// As whom it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// Staff.
    Staff,
    /// Somebody at home.
    Home,
    /// The pupil.
    Pupil,
}

impl Command for ViewTold {
    const ACTION: Action = Action::ViewTold;
    type On = Case;
    type Output = Told;

    fn on(&self) -> ProgrammeRef {
        self.programme.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<Told>, Refusal> {
        told(case, cx, None)
    }
}

fn told(
    case: Case,
    cx: &mut Granted<'_, '_>,
    copy: Option<PersonId>,
) -> Result<Recorded<Told>, Refusal> {
    let (school, programme) = (cx.school()?, case.programme.id);
    let asks = asks::of_programme(cx.tx(), school, programme)?;
    let (notes, revision) = told_notes::of_programme(cx.tx(), school, programme)?;
    let own = voice(cx);
    let copies = if own == Voice::Staff && cx.may().has(Action::NoteTold) {
        copies(&case)
    } else {
        Vec::new()
    };
    let of = match copy {
        None => None,
        Some(person) => {
            let offered = copies.iter().find(|(id, _)| *id == person);
            Some(offered.cloned().ok_or(Refusal::NotFound)?)
        }
    };
    let reader = of.as_ref().map(|(reader, _)| *reader);
    let (heard, held_back) = hear(cx, &case, &asks, reader)?;
    let voice = reader.map_or(own, |reader| voice_of(&case, reader));
    let points: Vec<Points> = heard.iter().map(|one| (one.side, one.points)).collect();
    let mut told = Told {
        four: compare(&points),
        themes: themes(&heard),
        notes: Notes::read(notes, revision),
        answered: answered(&asks),
        missing: missing(&case, &asks),
        held_back,
        copies,
        of: of.map(|(_, name)| name),
        voice,
        case,
    };
    if voice != Voice::Staff {
        told.notes.handling.clear();
        told.missing.clear();
        told.held_back = 0;
    }
    let event = Event::DocumentOpened {
        programme,
        document: DocumentKind::PreMeetingSummary,
        how: Opened::Screen,
    };
    Ok(cx.record(event, told))
}

fn answered(asks: &[AskRow]) -> [(Side, usize, usize); 3] {
    [Side::Pupil, Side::Home, Side::Staff].map(|which| {
        let wanted = asks
            .iter()
            .filter(|ask| side(ask.document) == which && ask.waived.is_none());
        let sent = wanted.clone().filter(|ask| ask.sent.is_some()).count();
        (which, sent, wanted.count())
    })
}

fn missing(case: &Case, asks: &[AskRow]) -> Vec<String> {
    let out = asks.iter().filter(|ask| ask.is_out());
    let names = out.filter_map(|ask| {
        let person = case.people.iter().find(|one| one.id == ask.person)?;
        Some(person.name.clone())
    });
    names.collect()
}
