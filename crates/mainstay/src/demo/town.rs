//! Kestrel Bridge School with everybody in it, while the story is played: who
//! is signed in, and which numbers the programmes have been given.

use std::collections::BTreeMap;

use app::{
    Actor, App, Refusal,
    accounts::password::{Hashed, Password},
    gathering::information::ViewInformation,
    meetings::view::ViewMeetings,
    programmes::taking_part::PeopleOf,
};
use domain::{
    clock::MovableClock,
    id::{AskId, CommitmentId, ContactId, MeetingId, PersonId, StaffId, TargetId},
    meeting::MeetingKind,
    programme::ProgrammeRef,
    text::Line,
};
use jiff::civil::Date;
use web::DemoPerson;

use super::{PASSWORD, shift::Shift};

/// Everybody, and the clock.
#[derive(Debug)]
pub struct Town {
    /// The program.
    pub app: App,
    /// Moved from one thing that happens to the next.
    pub clock: MovableClock,
    /// How far the story is moved.
    pub shift: Shift,
    /// Everybody's password, hashed once.
    pub hashed: Hashed,
    /// Whom a visitor can be.
    pub people: Vec<DemoPerson>,
    actors: BTreeMap<String, Actor>,
}

/// What one programme has been given so far.
#[derive(Debug, Default)]
pub struct Case {
    /// Its reference, once it is begun.
    pub reference: Option<ProgrammeRef>,
    /// Its targets, in the order of the plan.
    pub targets: Vec<TargetId>,
    /// Its promises, in the order of the plan.
    pub promises: Vec<CommitmentId>,
    /// The pupil's contacts, by name.
    pub contacts: Vec<(String, ContactId)>,
    /// Who takes part, by name, as last looked up.
    pub present: Vec<(String, PersonId)>,
    /// Who runs it.
    pub coordinator: String,
}

impl Case {
    /// Its reference.
    pub fn reference(&self) -> Result<ProgrammeRef, Refusal> {
        self.reference.clone().ok_or(Refusal::NotFound)
    }

    /// A contact of the pupil.
    pub fn contact(&self, name: &str) -> Result<ContactId, Refusal> {
        found(&self.contacts, name)
    }
}

fn found<T: Copy>(all: &[(String, T)], name: &str) -> Result<T, Refusal> {
    let one = all.iter().find(|(called, _)| called == name);
    one.map(|(_, id)| *id)
        .ok_or_else(|| Refusal::rule(format!("there is no {name} here")))
}

/// One line of words.
pub fn line<const MAX: usize>(words: &str) -> Result<Line<MAX>, Refusal> {
    Line::new(words).map_err(|problem| Refusal::rule(problem.to_string()))
}

/// A code of a list.
pub fn code<T: std::str::FromStr>(written: &str) -> Result<T, Refusal> {
    written
        .parse()
        .map_err(|_| Refusal::rule(format!("there is no code {written}")))
}

/// A meeting's kind, by its code.
pub fn kind(written: &str) -> Result<MeetingKind, Refusal> {
    code(written)
}

impl Town {
    /// An empty town at the moment its clock says.
    pub fn new(app: App, clock: MovableClock, shift: Shift) -> Result<Self, Refusal> {
        let hashed = app.hash(&Password::typed(PASSWORD))?;
        Ok(Self {
            app,
            clock,
            shift,
            hashed,
            people: Vec::new(),
            actors: BTreeMap::new(),
        })
    }

    /// A day of the story as it falls.
    pub fn day(&self, written: Date) -> String {
        self.shift.day(written).to_string()
    }

    /// Somebody signs in and stays.
    pub fn sign_in(&mut self, name: &str, email: &str) -> Result<(), Refusal> {
        let stranger = Actor::stranger("demonstration");
        let typed = Password::typed(PASSWORD);
        let answer = self.app.sign_in(&stranger, email, &typed, "127.0.0.1")?;
        let app::accounts::sign_in::SignInAnswer::In(token) = answer else {
            return Err(Refusal::rule(format!("{name} could not sign in")));
        };
        let actor = self.app.actor(Some(&token), "demonstration")?;
        self.actors.insert(name.to_owned(), actor);
        Ok(())
    }

    /// Somebody who is signed in.
    pub fn actor(&self, name: &str) -> Result<&Actor, Refusal> {
        self.actors
            .get(name)
            .ok_or_else(|| Refusal::rule(format!("{name} is not signed in")))
    }

    /// Whether somebody has an account here.
    pub fn has(&self, name: &str) -> bool {
        self.actors.contains_key(name)
    }

    /// A member of staff.
    pub fn staff(&self, name: &str) -> Result<StaffId, Refusal> {
        let identity = self.actor(name)?.identity();
        let account = identity.ok_or(Refusal::NotFound)?.account;
        Ok(StaffId::new(account.uuid()))
    }

    /// Someone taking part, by name.
    pub fn person(&self, case: &mut Case, name: &str) -> Result<PersonId, Refusal> {
        if let Ok(known) = found(&case.present, name) {
            return Ok(known);
        }
        let people = PeopleOf {
            reference: case.reference()?,
        };
        let view = self.app.fetch(self.actor(&case.coordinator)?, people)?;
        case.present = view
            .answer
            .people
            .into_iter()
            .map(|person| (person.name, person.id))
            .collect();
        found(&case.present, name)
    }

    /// The same, as forms send it; blank stays blank.
    pub fn written(&self, case: &mut Case, name: &str) -> Result<String, Refusal> {
        if name.is_empty() {
            return Ok(String::new());
        }
        Ok(self.person(case, name)?.to_string())
    }

    /// What somebody is asked and has not sent yet, in whichever part they take.
    pub fn ask(&self, case: &mut Case, name: &str) -> Result<AskId, Refusal> {
        self.person(case, name)?;
        let view = ViewInformation {
            programme: case.reference()?,
        };
        let asks = self.app.fetch(self.actor(&case.coordinator)?, view)?;
        let theirs = |person: PersonId| {
            let mut all = case.present.iter();
            all.any(|(called, id)| called == name && *id == person)
        };
        let asks = asks.answer.asks.into_iter();
        let mut out = asks.filter(|one| theirs(one.ask.person) && one.ask.sent.is_none());
        out.next()
            .map(|one| one.ask.id)
            .ok_or_else(|| Refusal::rule(format!("{name} is not asked anything")))
    }

    /// A meeting that is booked, with the revision of its minutes.
    pub fn meeting(&self, case: &Case, of: &str) -> Result<(MeetingId, i64), Refusal> {
        let (wanted, reference) = (kind(of)?, case.reference()?);
        let view = ViewMeetings { reference };
        let seen = self.app.fetch(self.actor(&case.coordinator)?, view)?;
        let mut all = seen.answer.meetings.into_iter().map(|one| one.row);
        all.find(|row| row.kind == wanted && row.cancelled.is_none())
            .map(|row| (row.id, row.revision))
            .ok_or_else(|| Refusal::rule(format!("no meeting {of} is booked")))
    }
}
