//! Not importing a file after all: it is erased at once.

use domain::id::ImportId;
use store::imports;

use super::run::ImportRun;
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
};

/// Erases a file that was looked at and will not be imported.
#[derive(Debug, Clone, Copy)]
pub struct ForgetImport {
    /// The run.
    pub import: ImportId,
}

impl Command for ForgetImport {
    const ACTION: Action = Action::PreviewImport;
    type On = ImportRun;
    type Output = ();

    fn on(&self) -> ImportId {
        self.import
    }

    fn run(self, run: ImportRun, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let now = cx.now();
        imports::drop_file(cx.tx(), run.school, run.id, now)?;
        // Nothing of the school's has changed; the run keeps its own dates.
        Ok(cx.unchanged(()))
    }
}
