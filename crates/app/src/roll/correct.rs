//! Putting a value right that came from the school's own system, and saying
//! that a contact is one no longer.

use domain::{
    correction::{About, ContactField, Correction, CorrectionStage, PupilField, Settled},
    event::Event,
    id::PupilId,
    text::Line,
};
use store::{contacts, corrections, pupils};

use crate::{
    Command, Query, Refusal,
    action::Action,
    gate::{Granted, Recorded, Viewing},
    leavers,
    subject::OnRoll,
};

/// Looks at one value before it is put right.
#[derive(Debug)]
pub struct ViewValue {
    /// Whose.
    pub pupil: PupilId,
    /// Which.
    pub about: About,
}

/// One value, as it stands and as the source has it.
#[derive(Debug, Clone)]
pub struct ValueView {
    /// The pupil's name.
    pub name: String,
    /// The contact's name, if it is a contact's.
    pub contact: Option<String>,
    /// As it is stored; empty for none.
    pub value: String,
    /// What the source says, where that is something else.
    pub says: Option<String>,
}

impl Query for ViewValue {
    const ACTION: Action = Action::CorrectValue;
    type On = OnRoll;
    type Output = ValueView;

    fn on(&self) -> PupilId {
        self.pupil
    }

    fn run(self, on: OnRoll, cx: &mut Viewing<'_, '_>) -> Result<ValueView, Refusal> {
        let (school, today) = (on.pupil.school, cx.today());
        let value = on.value(self.about).ok_or(Refusal::NotFound)?;
        if !on.shows(self.about, today) {
            return Err(guarded());
        }
        let all = corrections::of_pupil(cx.tx(), school, on.pupil.id)?;
        let contact = self.about.contact().and_then(|id| on.contact(id));
        Ok(ValueView {
            name: on.pupil.name.full(),
            contact: contact.map(|one| one.name.full.to_string()),
            value,
            says: standing(all, self.about).map(|one| one.says),
        })
    }
}

/// Puts a value right.
pub struct CorrectValue {
    /// Whose.
    pub pupil: PupilId,
    /// Which.
    pub about: About,
    /// What is right, as typed.
    pub value: String,
    /// What was stored when the form was drawn.
    pub was: String,
    /// Why.
    pub why: String,
}

impl std::fmt::Debug for CorrectValue {
    // What is typed is personal and stays out of logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CorrectValue({})", self.about.code())
    }
}

impl Command for CorrectValue {
    const ACTION: Action = Action::CorrectValue;
    type On = OnRoll;
    type Output = ();

    fn on(&self) -> PupilId {
        self.pupil
    }

    fn run(self, mut on: OnRoll, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (school, today, now) = (on.pupil.school, cx.today(), cx.now());
        let stored = on.value(self.about).ok_or(Refusal::NotFound)?;
        if !on.shows(self.about, today) {
            return Err(guarded());
        }
        if stored != self.was {
            return Err(Refusal::Conflict);
        }
        let (ours, why) = self.checked(&mut on, &stored, today)?;
        let (me, id) = (cx.person()?.account, cx.new_id()?);
        let all = corrections::of_pupil(cx.tx(), school, self.pupil)?;
        let before = standing(all, self.about);
        let says = before.as_ref().map_or(stored, |one| one.says.clone());
        if let Some(one) = before {
            let how = if ours == says {
                Settled::Taken
            } else {
                Settled::Again
            };
            let (pupil, correction) = (one.pupil, one.id);
            end(cx, one.settled(how, Some(me), now))?;
            cx.also(Event::CorrectionSettled {
                pupil,
                correction,
                how,
            });
        }
        write(cx, &on, self.about)?;
        leavers::close_family(cx, school)?;
        if ours == says {
            return Ok(cx.unchanged(()));
        }
        let correction = Correction {
            id,
            school,
            pupil: self.pupil,
            about: self.about,
            ours,
            said: says.clone(),
            heard: says.clone(),
            says,
            says_import: None,
            why,
            by: me,
            at: now,
            stage: CorrectionStage::Stands,
        };
        corrections::add(cx.tx(), &correction)?;
        let (pupil, correction) = (self.pupil, correction.id);
        Ok(cx.record(Event::ValueCorrected { pupil, correction }, ()))
    }
}

impl CorrectValue {
    /// Writes the value into the record at hand; answers it as it is stored,
    /// and why.
    fn checked(
        &self,
        on: &mut OnRoll,
        stored: &str,
        today: jiff::civil::Date,
    ) -> Result<(String, Line<200>), Refusal> {
        let mut problems = Vec::new();
        match put(on, self.about, &self.value) {
            Err(problem) => problems.push(("value".to_owned(), problem.words().to_owned())),
            Ok(value) => {
                if let Some(words) = odd(self.about, &value, (stored, today)) {
                    problems.push(("value".to_owned(), words.to_owned()));
                }
            }
        }
        let why = Line::<200>::optional(&self.why);
        if !matches!(why, Ok(Some(_))) {
            let words = "Say how you know, in a line of 200 characters or fewer";
            problems.push(("why".to_owned(), words.to_owned()));
        }
        match (why, on.value(self.about)) {
            (Ok(Some(why)), Some(value)) if problems.is_empty() => Ok((value, why)),
            _ => Err(Refusal::fields(problems)),
        }
    }
}

/// What is wrong with a value that could be stored.
fn odd(
    about: About,
    value: &str,
    (stored, today): (&str, jiff::civil::Date),
) -> Option<&'static str> {
    let day = value.parse::<jiff::civil::Date>().ok();
    let later = day.is_some_and(|day| day > today);
    match about {
        _ if value == stored => Some("This is what is stored already. Enter what is right"),
        About::Pupil(PupilField::Born) if later => {
            Some("Enter a date of birth that has passed, such as 28 2 2014")
        }
        About::Contact(_, ContactField::Ended) if later => {
            Some("Enter today or a day that has passed")
        }
        _ => None,
    }
}

fn put(
    on: &mut OnRoll,
    about: About,
    value: &str,
) -> Result<String, domain::correction::ValueProblem> {
    match about {
        About::Pupil(field) => {
            field.put(&mut on.pupil, value)?;
            Ok(field.of(&on.pupil))
        }
        About::Contact(contact, field) => {
            let mut all = on.contacts.iter_mut();
            let Some(contact) = all.find(|one| one.id == contact) else {
                return Ok(String::new());
            };
            field.put(contact, value)?;
            Ok(field.of(contact))
        }
    }
}

/// Stores the record a value is of.
pub(super) fn write(cx: &mut Granted<'_, '_>, on: &OnRoll, about: About) -> Result<(), Refusal> {
    match about.contact().and_then(|id| on.contact(id)) {
        Some(contact) => contacts::correct(cx.tx(), contact)?,
        None => pupils::correct(cx.tx(), &on.pupil)?,
    }
    Ok(())
}

/// Writes a value that was stored in such a record before.
pub(super) fn write_back(on: &mut OnRoll, about: About, value: &str) {
    // It was read from such a record, so it can be written into one.
    let _ = put(on, about, value);
}

/// Keeps what became of a correction that stood.
pub(super) fn end(cx: &mut Granted<'_, '_>, one: Correction) -> Result<(), Refusal> {
    if corrections::save(cx.tx(), &one)? {
        Ok(())
    } else {
        Err(Refusal::Conflict)
    }
}

fn standing(all: Vec<Correction>, about: About) -> Option<Correction> {
    let mut all = all.into_iter();
    all.find(|one| one.about == about && one.stage == CorrectionStage::Stands)
}

fn guarded() -> Refusal {
    Refusal::NotAllowed {
        who_can: "Ask the headteacher: how to reach this family is kept with them.".to_owned(),
    }
}
