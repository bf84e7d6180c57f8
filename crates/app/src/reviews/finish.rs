//! Before the judgement: calling the final meeting early, and making a
//! programme longer instead of judging it.

use domain::{
    dates::Weeks,
    event::Event,
    programme::{Extension, FinalReason, ProgrammeRef},
};
use jiff::civil::Date;

use super::{dates, day_past, run_of, settled, words};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// Brings the final meeting forward, or begins it on the last day.
#[derive(Debug)]
pub struct BringFinalForward {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// Why; may be blank on the last day.
    pub why: String,
}

impl Command for BringFinalForward {
    const ACTION: Action = Action::BringFinalForward;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (programme, today) = (case.programme.id, cx.today());
        // On the last day itself nothing is early, and nobody is asked why.
        let why = if today >= run_of(&case)?.dates.ends.due.on {
            FinalReason::TimeUp
        } else {
            let ask = "Say why the final meeting should be early";
            FinalReason::Early(words("final-why", &self.why, ask)?)
        };
        let moved = case
            .programme
            .reach_final(why, today)
            .map_err(|problem| Refusal::rule(problem.words()))?;
        settled(cx, moved)?;
        let event = Event::FinalDue {
            programme,
            on: today,
        };
        Ok(cx.record(event, ()))
    }
}

/// Gives the programme more weeks, once.
#[derive(Debug)]
pub struct Extend {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// How many weeks, as typed.
    pub weeks: String,
    /// Why.
    pub why: String,
    /// When the family was told, as 2026-11-10.
    pub family_told: String,
}

impl Command for Extend {
    const ACTION: Action = Action::Extend;
    type On = Case;
    /// The planned end now.
    type Output = Date;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<Date>, Refusal> {
        let (school, id, today) = (case.programme.school, case.programme.id, cx.today());
        let weeks: u8 = self
            .weeks
            .trim()
            .parse()
            .map_err(|_| Refusal::field("weeks", "Enter how many weeks, such as 4"))?;
        let by = Weeks::new(weeks);
        let why = words("extend-why", &self.why, "Say why more time will help")?;
        let ask = "Tell the family about the longer programme, and record when";
        let told = day_past("extend-told", &self.family_told, today, ask)?;
        let run = run_of(&case)?;
        let longest = dates::longest(&case.programme);
        let before = dates::rhythm(&case.programme, &run)?;
        let after = case
            .programme
            .template
            .rhythm
            .extended(by, longest)
            .map_err(|problem| Refusal::field("weeks", problem.words()))?;
        let calendar = store::schools::calendar(cx.tx(), school)?;
        let fresh = dates::again((&before, &after), &run, &run.pauses, &calendar, today)?;
        let ends = fresh.ends.due.on;
        let moved = case
            .programme
            .extend(Extension {
                by,
                dates: fresh,
                longest,
                why,
                family_told: Some(told),
                today,
            })
            .map_err(|problem| Refusal::field("weeks", problem.words()))?;
        settled(cx, moved)?;
        let event = Event::Extended {
            programme: id,
            ends,
        };
        Ok(cx.record(event, ends))
    }
}
