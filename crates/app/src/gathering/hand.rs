//! Whose hand writes: the person's own, or a member of staff's for them. The
//! pages and rules are the same; who may is not.

use domain::{document::Came, programme::StageName};
use store::answers::{Draft, Scribe};

use crate::{Refusal, action::Action, gate::Granted, subject::AskSubject};

/// Who writes.
pub trait Hand: Send + Sync + 'static {
    /// What filling in is to the policy.
    const FILL: Action;
    /// What sending is to the policy.
    const SEND: Action;

    /// Whether this hand may write on these answers now.
    ///
    /// # Errors
    /// [`Refusal::Rejected`] with what to do instead.
    fn may_write(on: &AskSubject, draft: Option<&Draft>) -> Result<(), Refusal>;

    /// Who is named as the scribe of what is written now, by who was before.
    fn scribe(before: Option<Scribe>) -> Option<Scribe>;
}

/// The person who was asked, signed in.
#[derive(Debug, Clone, Copy)]
pub struct OwnHand;

/// A member of staff, named, who writes down what somebody says.
#[derive(Debug, Clone, Copy)]
pub struct ScribeHand;

impl Hand for OwnHand {
    const FILL: Action = Action::FillForm;
    const SEND: Action = Action::SendForm;

    /// Once somebody writes for themselves it is theirs, and no scribe's.
    fn scribe(_: Option<Scribe>) -> Option<Scribe> {
        None
    }

    fn may_write(on: &AskSubject, _: Option<&Draft>) -> Result<(), Refusal> {
        still_out(on)
    }
}

impl Hand for ScribeHand {
    const FILL: Action = Action::ScribeForm;
    const SEND: Action = Action::ScribeForm;

    fn scribe(before: Option<Scribe>) -> Option<Scribe> {
        before
    }

    fn may_write(on: &AskSubject, draft: Option<&Draft>) -> Result<(), Refusal> {
        still_out(on)?;
        match draft {
            Some(draft) if draft.scribe.is_some() => Ok(()),
            _ => Err(Refusal::rule("Say first how you are writing it down")),
        }
    }
}

/// What was sent, or is not waited for, is not written on; nor is what people
/// were asked for, once the first meeting was held.
pub(super) fn still_out(on: &AskSubject) -> Result<(), Refusal> {
    let before = [StageName::Gathering, StageName::MeetingSet];
    if on.ask.came == Came::Asked && !before.contains(&on.case.programme.stage.name()) {
        return Err(Refusal::NotAllowed {
            who_can: "The first meeting has been held. What was written before it can be read, \
                      and no longer changed"
                .into(),
        });
    }
    if on.ask.sent.is_some() {
        return Err(Refusal::rule(
            "These answers were sent, and stay as they were sent",
        ));
    }
    if on.ask.waived.is_some() {
        return Err(Refusal::rule("These answers are not needed any more"));
    }
    Ok(())
}

/// The answers so far, for whoever writes them.
pub(super) fn draft(cx: &mut Granted<'_, '_>, on: &AskSubject) -> Result<Option<Draft>, Refusal> {
    let school = cx.school()?;
    Ok(store::answers::draft(cx.tx(), school, on.ask.id)?)
}
