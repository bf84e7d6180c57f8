//! Calling a meeting off. A programme whose first meeting is called off goes
//! back to gathering, until another is booked.

use domain::{
    event::Event,
    id::MeetingId,
    meeting::MeetingKind,
    programme::{ProgrammeRef, Stage},
    text::{Line, Prose},
};

use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    programmes::settle::settle,
    subject::Case,
};

/// Calls a meeting off.
#[derive(Debug)]
pub struct CancelMeeting {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// Which meeting.
    pub meeting: MeetingId,
    /// Why.
    pub why: String,
}

impl Command for CancelMeeting {
    const ACTION: Action = Action::CancelMeeting;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let row = super::find(cx.tx(), &case, self.meeting)?;
        let why = Line::<200>::new(&self.why)
            .map_err(|_| Refusal::field("why", "Say why, in 200 characters or fewer"))?;
        let (school, id, today) = (case.programme.school, case.programme.id, cx.today());
        if !store::meetings::cancel(cx.tx(), school, self.meeting, (today, why.as_str()))? {
            return Err(Refusal::rule("This meeting was held or called off already"));
        }
        let booked = matches!(case.programme.stage, Stage::MeetingSet { meeting, .. } if meeting == self.meeting);
        if row.kind == MeetingKind::Initial && booked {
            let words = Prose::new(why.as_str())
                .map_err(|_| Refusal::field("why", "Say why, in 200 characters or fewer"))?;
            let moved = case
                .programme
                .cancel_first_meeting(words, today)
                .map_err(|problem| Refusal::rule(problem.words()))?;
            settle(cx, moved)?;
        }
        let event = Event::MeetingCancelled {
            programme: id,
            meeting: self.meeting,
        };
        Ok(cx.record(event, ()))
    }
}
