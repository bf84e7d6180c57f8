//! Putting right a move that should not have been made. The head presses, and
//! names the administrator who agrees: administrators see no programme.

use domain::{
    account::SchoolRole,
    event::Event,
    id::StaffId,
    programme::{Correction, FinalCause, ProgrammeRef, Stage, StageName},
};
use jiff::civil::Date;
use store::outcomes::{self, Agreement};

use super::{second, settled, words};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// Takes the programme back to an earlier stage.
#[derive(Debug)]
pub struct CorrectStage {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// The code of the stage to go back to.
    pub to: String,
    /// Why.
    pub why: String,
    /// The other who agrees, by account.
    pub other: String,
}

/// The stages a programme can be taken back to with what is still known of
/// them: a plan that was agreed stays agreed, and is changed or stopped instead.
/// What was decided between is in its history, and not undone.
pub fn stages_before(stage: &Stage, today: Date) -> Vec<Stage> {
    let mut found = Vec::new();
    if stage.run().is_none() {
        found.push(Stage::Draft);
        found.push(Stage::Referred { on: today });
        found.push(Stage::Gathering { since: today });
    }
    if let Some(run) = stage.run() {
        found.push(Stage::Agreed { run: run.clone() });
        found.push(Stage::Active {
            run: run.clone(),
            review: None,
            concern: None,
        });
        found.push(Stage::FinalDue {
            run: run.clone(),
            since: today,
            cause: FinalCause::TimeUp,
            proposed: None,
        });
    }
    let here = stage.name();
    found.retain(|each| each.name() < here);
    if here == StageName::Declined {
        found.retain(|each| each.name() == StageName::Referred);
    }
    found
}

impl Command for CorrectStage {
    const ACTION: Action = Action::CorrectStage;
    type On = Case;
    type Output = StageName;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<StageName>, Refusal> {
        let (school, id, today) = (case.programme.school, case.programme.id, cx.today());
        let from = case.programme.stage.name();
        let to = stages_before(&case.programme.stage, today)
            .into_iter()
            .find(|stage| stage.name().code() == self.to)
            .ok_or_else(|| Refusal::field("correct-to", "Choose a stage before this one"))?;
        let why = words("correct-why", &self.why, "Say what was wrong")?;
        let me = cx.person()?.account;
        let with = second::named(cx, SchoolRole::Administrator, &self.other)?;
        if with == me {
            let words = "Choose someone else: two people agree to this";
            return Err(Refusal::field("other", words));
        }
        let open = store::programmes::open_of(cx.tx(), school, case.pupil.id)?;
        let here = case.programme.reference.clone();
        let name = to.name();
        let moved = case
            .programme
            .correct(Correction {
                to,
                why,
                head: Some(StaffId::new(me.uuid())),
                open: open.filter(|open| *open != here),
                today,
            })
            .map_err(|problem| Refusal::rule(problem.words()))?;
        store::programmes::drop_tasks(cx.tx(), school, id, today)?;
        settled(cx, moved)?;
        let agreed = Agreement {
            number: 26,
            on: today,
            pressed: me,
            with,
        };
        outcomes::add_agreement(cx.tx(), school, id, agreed)?;
        let event = Event::Corrected {
            programme: id,
            from,
            to: name,
        };
        Ok(cx.record(event, name))
    }
}
