//! Stopping the clock and starting it again. The coordinator and the head both
//! agree to a pause: either presses and the other is recorded.

use domain::{
    event::Event,
    programme::{PauseReason, Pausing, ProgrammeRef},
};
use jiff::civil::Date;
use store::outcomes::{self, Agreement};

use super::{chosen, dates, day, run_of, second, settled, words};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// Stops the clock.
#[derive(Debug)]
pub struct Pause {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// The code of a [`PauseReason`].
    pub reason: String,
    /// Why, in words.
    pub why: String,
    /// When it is expected to go on, as 2026-11-10.
    pub expected: String,
    /// The head who agrees, by account; not needed when the head presses.
    pub other: String,
}

impl Command for Pause {
    const ACTION: Action = Action::Pause;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let reason: PauseReason = chosen("pause-reason", &self.reason, "Choose a reason")?;
        let why = words("pause-why", &self.why, "Say why, in a few words")?;
        let ask = "Enter the day it is expected to go on";
        let expected = day("pause-expected", &self.expected, ask)?;
        let coordinator = case.programme.team.map(|team| team.coordinator);
        let (head, agreed) = second::head_and_coordinator(cx, coordinator, &self.other)?;
        let (school, programme) = (case.programme.school, case.programme.id);
        let moved = case
            .programme
            .pause(Pausing {
                reason,
                why,
                expected,
                head: Some(head),
                today: cx.today(),
            })
            .map_err(|problem| Refusal::rule(problem.words()))?;
        settled(cx, moved)?;
        let agreed = Agreement {
            number: 13,
            ..agreed
        };
        outcomes::add_agreement(cx.tx(), school, programme, agreed)?;
        let event = Event::Paused {
            programme,
            reason,
            until: expected,
        };
        Ok(cx.record(event, ()))
    }
}

/// Starts the clock again, with the dates still to come worked out anew.
#[derive(Debug)]
pub struct Resume {
    /// Which programme.
    pub reference: ProgrammeRef,
}

impl Command for Resume {
    const ACTION: Action = Action::Resume;
    type On = Case;
    /// The planned end now.
    type Output = Date;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<Date>, Refusal> {
        let (school, id, today) = (case.programme.school, case.programme.id, cx.today());
        let pauses = case
            .programme
            .pauses_if_resumed(today)
            .map_err(|problem| Refusal::rule(problem.words()))?;
        let run = run_of(&case)?;
        let rhythm = dates::rhythm(&case.programme, &run)?;
        let calendar = store::schools::calendar(cx.tx(), school)?;
        let fresh = dates::again((&rhythm, &rhythm), &run, &pauses, &calendar, today)?;
        let ends = fresh.ends.due.on;
        let moved = case
            .programme
            .resume(fresh, today)
            .map_err(|problem| Refusal::rule(problem.words()))?;
        settled(cx, moved)?;
        let event = Event::Resumed {
            programme: id,
            ends,
        };
        Ok(cx.record(event, ends))
    }
}
