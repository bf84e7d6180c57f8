//! The refused rows of a file that still waits, for the office to put right.

use domain::id::ImportId;

use super::run::ImportRun;
use crate::{Query, Refusal, action::Action, gate::Viewing};

/// The refused rows as CSV: line, code, what is wrong, what to do, and the row
/// as it came. Personal data, for whoever may import and only while the file
/// is kept.
#[derive(Debug, Clone, Copy)]
pub struct RefusedRows {
    /// The run.
    pub import: ImportId,
}

impl Query for RefusedRows {
    const ACTION: Action = Action::PreviewImport;
    type On = ImportRun;
    type Output = Vec<u8>;

    fn on(&self) -> ImportId {
        self.import
    }

    fn run(self, run: ImportRun, cx: &mut Viewing<'_, '_>) -> Result<Vec<u8>, Refusal> {
        let run = run.at(cx.now());
        let rows = run.rows(cx.tx())?.ok_or(Refusal::NotFound)?;
        Ok(rows.refused_csv())
    }
}
