//! Saying that a job is done, for jobs that happen outside the program: an
//! agenda written, a summary sent. A job with a page of its own is done there.

use domain::{
    event::Event,
    programme::{ProgrammeRef, Task},
};
use store::programmes;

use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// Marks the job of a kind that is due first done.
#[derive(Debug)]
pub struct FinishTask {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// Which job.
    pub task: Task,
}

/// Whether somebody says that a job is done, rather than doing it on its page.
pub const fn is_said(task: Task) -> bool {
    match task {
        Task::Agenda
        | Task::Summary
        | Task::Cards
        | Task::Reports
        | Task::EarlyReview
        | Task::BehaviourPlan
        | Task::TransferPack
        | Task::HandOver
        | Task::CouncilMessage => true,
        Task::Decide
        | Task::ContactFamily
        | Task::Signatures
        | Task::CheckIn
        | Task::LeftRoll
        | Task::Evaluation
        | Task::AftercareCheck
        | Task::Options => false,
    }
}

impl Command for FinishTask {
    const ACTION: Action = Action::FinishTask;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        if !is_said(self.task) {
            return Err(Refusal::rule("Open this job: it is done on its own page"));
        }
        let (school, programme, task) = (case.programme.school, case.programme.id, self.task);
        let done = (cx.person()?.account, cx.today());
        if programmes::finish_first_task(cx.tx(), school, programme, task, done)? == 0 {
            return Ok(cx.unchanged(()));
        }
        Ok(cx.record(Event::TaskFinished { programme, task }, ()))
    }
}
