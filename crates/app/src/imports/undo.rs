//! Taking an import back, for thirty days after it was confirmed.

use domain::{
    event::Event,
    id::{ImportId, SchoolId},
};
use store::{
    Tx,
    imports::{
        self,
        before::{self, PutBack},
    },
    schools,
};

pub use super::kept::Undone;
use super::{
    Kind,
    pupils::aside::Aside,
    run::{ImportRun, RunStage},
};
use crate::{
    Command, Refusal,
    action::Action,
    calendar::redate,
    gate::{Granted, Recorded},
    leavers,
};

/// Puts every row back as it was before an import, and erases what it brought.
/// A row that somebody changed or used since stays, and is counted.
#[derive(Debug, Clone, Copy)]
pub struct UndoImport {
    /// The run.
    pub import: ImportId,
}

impl Command for UndoImport {
    const ACTION: Action = Action::UndoImport;
    type On = ImportRun;
    type Output = Undone;

    fn on(&self) -> ImportId {
        self.import
    }

    fn run(self, run: ImportRun, cx: &mut Granted<'_, '_>) -> Result<Recorded<Undone>, Refusal> {
        let (now, school) = (cx.now(), run.school);
        let RunStage::Done { at: confirmed } = run.stage else {
            return Err(not_now(run.stage));
        };
        if run.undo_until(now).is_none() {
            return Err(Refusal::rule(
                "This import is more than 30 days old, so how things were before is no longer kept. Put the file right and import it again",
            ));
        }
        let aside = Aside::set(cx.tx(), school, confirmed)?;
        let back = before::put_back(cx.tx(), school, run.id)?;
        aside.lay(cx.tx(), now)?;
        leavers::take_back(cx, school, confirmed)?;
        if run.kind == Kind::Calendar {
            days_changed(cx.tx(), school)?;
            redate(cx, school)?;
        }
        let undone = counted(&run, back);
        let mut kept = run.kept;
        kept.undone = Some(undone);
        if !imports::undone(cx.tx(), school, run.id, &kept.written(), now)? {
            return Err(Refusal::Conflict);
        }
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let event = Event::ImportUndone {
            school,
            import: run.id,
            back: small(undone.back),
            stay: small(undone.stay),
        };
        Ok(cx.record(event, undone))
    }
}

/// Rows of a register that a later file took over carry its number, and are
/// known by their absence alone.
fn counted(run: &ImportRun, back: PutBack) -> Undone {
    let counts = run.kept.counts;
    let register = matches!(
        run.kind,
        Kind::Behaviour | Kind::Attendance | Kind::Suspensions | Kind::Gias
    );
    let brought = counts.added + counts.changed;
    Undone {
        back: back.rows,
        stay: if register {
            brought.saturating_sub(back.rows)
        } else {
            back.stay
        },
    }
}

fn days_changed(tx: &mut Tx<'_>, school: SchoolId) -> Result<(), store::Broken> {
    schools::put_days(tx, school, &[])
}

fn not_now(stage: RunStage) -> Refusal {
    Refusal::rule(match stage {
        RunStage::Undone { .. } => "This import was undone already",
        RunStage::Waiting { .. }
        | RunStage::Unread { .. }
        | RunStage::Dropped
        | RunStage::Done { .. } => "Nothing of this file was stored, so there is nothing to undo",
    })
}
