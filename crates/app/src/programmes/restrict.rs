//! Keeping a contact from something, and ending it. The safeguarding lead's
//! alone. What follows from it is worked out anew at every request, so it
//! holds from the moment it is recorded.

use domain::{
    contact::{Contact, RestrictionDraft},
    event::Event,
    id::ContactId,
    programme::ProgrammeRef,
};
use store::contacts;

use crate::{
    Command, Reason, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// Records a restriction on a contact of the pupil.
#[derive(Debug)]
pub struct RestrictContact {
    /// Which programme it was recorded from; it holds for all of the pupil's.
    pub reference: ProgrammeRef,
    /// Whom it is about.
    pub contact: ContactId,
    /// As typed.
    pub typed: RestrictionDraft,
}

/// Ends a restriction before its last day.
#[derive(Debug)]
pub struct LiftRestriction {
    /// Which programme it is ended from.
    pub reference: ProgrammeRef,
    /// Whom it is about.
    pub contact: ContactId,
    /// Which of theirs, from 1.
    pub number: u32,
    /// Why, as typed.
    pub why: String,
}

impl Command for RestrictContact {
    const ACTION: Action = Action::RestrictContact;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (school, today, now) = (case.programme.school, cx.today(), cx.now());
        let me = cx.person()?.account;
        let contact = find(cx, &case, self.contact)?;
        let restriction = self
            .typed
            .read(&contact, me, today)
            .map_err(|problems| Refusal::Rejected(problems.into_iter().map(reason).collect()))?;
        contacts::restrict(cx.tx(), (school, contact.id), &restriction, now)?;
        let event = Event::ContactRestricted {
            pupil: case.pupil.id,
            contact: contact.id,
            restriction: restriction.kind,
        };
        Ok(cx.record(event, ()))
    }
}

impl Command for LiftRestriction {
    const ACTION: Action = Action::LiftRestriction;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (school, today) = (case.programme.school, cx.today());
        let me = cx.person()?.account;
        let contact = find(cx, &case, self.contact)?;
        let field = format!("why-{}", self.number);
        let mut theirs = (1..).zip(contact.restrictions);
        let found = theirs.find(|(number, _)| *number == self.number);
        let (_, restriction) = found.ok_or(Refusal::NotFound)?;
        let over = restriction
            .end(today, me, &self.why)
            .map_err(|problem| Refusal::field(field, problem.words()))?;
        let ended = over.ended.as_ref().ok_or(Refusal::NotFound)?;
        if !contacts::unrestrict(cx.tx(), (school, contact.id), self.number, ended)? {
            return Err(Refusal::Conflict);
        }
        let event = Event::ContactUnrestricted {
            pupil: case.pupil.id,
            contact: contact.id,
            restriction: over.kind,
        };
        Ok(cx.record(event, ()))
    }
}

fn find(cx: &mut Granted<'_, '_>, case: &Case, id: ContactId) -> Result<Contact, Refusal> {
    contacts::of_pupil(cx.tx(), case.programme.school, case.pupil.id)?
        .into_iter()
        .find(|contact| contact.id == id)
        .ok_or(Refusal::NotFound)
}

fn reason(problem: domain::contact::RestrictProblem) -> Reason {
    Reason {
        field: Some(problem.field().into()),
        words: problem.words().into(),
    }
}
