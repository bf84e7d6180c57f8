//! Looking at a file before anything of it is stored.

use domain::{id::ImportId, text::Line};
use intake::{fault::FileFault, report::Report};
use store::imports::{self, RunRow, before};

use super::{
    Kind,
    changes::{Changes, Counts},
    kept::Kept,
    look::look,
    plan::{Ids, Plan},
    register::Known,
    run::{too_late_to_undo, too_old},
};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::School,
};

/// Whether the file is kept for confirming.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// For a day.
    ForConfirming,
    /// Not at all: a dry run.
    Nothing,
}

/// Reads a file and says what it would change. The file is kept for a day so
/// that it can be confirmed; nothing else is stored.
pub struct PreviewImport {
    /// What the file holds.
    pub kind: Kind,
    /// What it is called.
    pub file_name: String,
    /// All of it.
    pub bytes: Vec<u8>,
    /// Whether it is kept.
    pub keep: Keep,
}

impl std::fmt::Debug for PreviewImport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{} bytes of {}>", self.bytes.len(), self.kind.code())
    }
}

/// What came of looking at a file.
#[derive(Debug)]
pub enum Previewed {
    /// It cannot be read at all, and was not kept.
    Refused {
        /// The published report.
        report: Report,
        /// What is wrong, and what to do.
        fault: FileFault,
    },
    /// It can be read.
    Read {
        /// The published report.
        report: Report,
        /// The run to confirm, if the file was kept.
        import: Option<ImportId>,
        /// What it would change.
        changes: Changes,
        /// How many of each.
        counts: Counts,
    },
}

impl Command for PreviewImport {
    const ACTION: Action = Action::PreviewImport;
    type On = School;
    type Output = Previewed;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Granted<'_, '_>) -> Result<Recorded<Previewed>, Refusal> {
        let (now, today, school) = (cx.now(), cx.today(), school.0.id);
        imports::drop_older(cx.tx(), school, too_old(now), now)?;
        before::forget(cx.tx(), school, too_late_to_undo(now))?;
        let file_name = file_name(&self.file_name);
        let known = Known::of(cx.tx(), school, self.kind)?;
        let looked = look(self.kind, &file_name, &self.bytes, today, known);
        let report = looked.report;
        let rows = match looked.rows {
            Ok(rows) => rows,
            Err(fault) => return Ok(cx.unchanged(Previewed::Refused { report, fault })),
        };
        let plan = Plan::of(cx.tx(), school, &rows, today, &Ids::Nobodys)?;
        let counts = plan.counts();
        let mut import = None;
        if self.keep == Keep::ForConfirming {
            let run = RunRow {
                school,
                id: cx.new_id()?,
                kind: self.kind.code().to_owned(),
                file_name,
                made_by: cx.written(),
                made_at: now,
                confirmed_at: None,
                dropped_at: None,
                undone_at: None,
                report: Kept::of(&report, &rows, plan.changes(), counts).written(),
            };
            imports::add(cx.tx(), &run, self.bytes)?;
            import = Some(run.id);
        }
        // Nothing of the school's has changed, so there is no event: the run
        // itself says who looked at which file, and when.
        Ok(cx.unchanged(Previewed::Read {
            report,
            import,
            changes: plan.into_changes(),
            counts,
        }))
    }
}

/// Only the name, without the folders some browsers send, and not too long.
fn file_name(sent: &str) -> String {
    let name = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let short: String = name.chars().filter(|c| !c.is_control()).take(120).collect();
    Line::<120>::new(&short).map_or_else(|_| "file".to_owned(), String::from)
}
