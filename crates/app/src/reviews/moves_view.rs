//! The moves that can be made now, with what their forms need. Which of them
//! this person may make comes back beside the answer.

use domain::{
    account::SchoolRole,
    programme::{ProgrammeRef, Stage, StageName},
};
use jiff::civil::Date;

pub use super::second::Other;
use super::{correct::stages_before, dates, second};
use crate::{Query, Refusal, action::Action, gate::Viewing, subject::Case};

/// Shows the moves.
#[derive(Debug)]
pub struct MovesView {
    /// Which programme.
    pub reference: ProgrammeRef,
}

/// What the forms need.
#[derive(Debug, Clone)]
pub struct MovesShown {
    /// What the pupil is called.
    pub pupil: String,
    /// How far the programme is.
    pub stage: StageName,
    /// The planned end, when there is a plan.
    pub ends_on: Option<Date>,
    /// When a paused programme is expected to go on.
    pub expected: Option<Date>,
    /// Since when a concern is open.
    pub concern: Option<Date>,
    /// Most weeks it can be made longer by; none when it cannot.
    pub room: u8,
    /// The heads, to name as the other who agrees.
    pub heads: Vec<Other>,
    /// The administrators, likewise.
    pub administrators: Vec<Other>,
    /// Stages it can be taken back to.
    pub back_to: Vec<StageName>,
}

impl Query for MovesView {
    const ACTION: Action = Action::ViewProgramme;
    type On = Case;
    type Output = MovesShown;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<MovesShown, Refusal> {
        let (school, today) = (case.programme.school, cx.today());
        let stage = &case.programme.stage;
        let run = stage.run();
        let longest = dates::longest(&case.programme);
        let room = case.programme.template.extension_room(longest).number();
        let first_time = run.is_some_and(|run| run.extended.is_none());
        let concern = match stage {
            Stage::Active { concern, .. } => concern.map(|concern| concern.on),
            _ => None,
        };
        let expected = match stage {
            Stage::Paused { expected, .. } => Some(*expected),
            _ => None,
        };
        let back_to = stages_before(stage, today);
        Ok(MovesShown {
            pupil: case.pupil.name.called().to_owned(),
            stage: stage.name(),
            ends_on: run.map(|run| run.dates.ends.due.on),
            expected,
            concern,
            room: if first_time { room } else { 0 },
            heads: second::holders(cx.tx(), school, SchoolRole::Head)?,
            administrators: second::holders(cx.tx(), school, SchoolRole::Administrator)?,
            back_to: back_to.iter().map(Stage::name).collect(),
        })
    }
}
