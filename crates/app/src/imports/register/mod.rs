//! What happened to pupils, as the school's own system has it: incidents,
//! marks and suspensions against those stored.
//!
//! Nothing is shown row by row: a register has tens of thousands. What a
//! person confirms is how many are new and how many are different.

mod compare;
mod incoming;
mod known;
mod stored;

use std::collections::HashMap;

use domain::id::{ImportId, PupilId, SchoolId};
use intake::{reading::Reading, roll::PupilAt};
use store::{Broken, Tx, Value, imports::before::Table, register};

pub(super) use compare::compare;
pub(super) use incoming::{IncidentIn, MarkIn, SuspensionIn};
pub(super) use known::Known;

use super::changes::Changes;

/// The rows of a file about pupils, and who they are about.
pub(super) struct Records {
    pub(super) rows: RecordRows,
    pub(super) pupils: HashMap<PupilAt, PupilId>,
}

/// The rows themselves.
pub(super) enum RecordRows {
    Behaviour(Reading<IncidentIn>),
    Attendance(Reading<MarkIn>),
    Suspensions(Reading<SuspensionIn>),
}

/// What such a file would change.
pub(super) struct RegisterPlan {
    pub(super) changes: Changes,
    pub(super) added: usize,
    pub(super) changed: usize,
    pub(super) replaces: Vec<(Table, Vec<Value>)>,
    pub(super) writes: Writes,
}

/// Rows to store.
pub(super) enum Writes {
    Behaviour(Vec<register::IncidentRow>),
    Attendance(Vec<register::MarkRow>),
    Suspensions(Vec<register::SuspensionRow>),
}

impl Writes {
    /// Stores every row.
    pub(super) fn store(
        &self,
        tx: &mut Tx<'_>,
        school: SchoolId,
        import: ImportId,
    ) -> Result<(), Broken> {
        let of = (school, import);
        match self {
            Self::Behaviour(rows) => register::put_incidents(tx, of, rows),
            Self::Attendance(rows) => register::put_marks(tx, of, rows),
            Self::Suspensions(rows) => register::put_suspensions(tx, of, rows),
        }
    }
}
