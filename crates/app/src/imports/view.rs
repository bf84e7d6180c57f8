//! Runs of imports as pages show them: the list, and one with its report.

use std::collections::HashMap;

use domain::id::{ImportId, SchoolId};
use jiff::Timestamp;
use store::{Tx, accounts, feeds, imports};

use super::{
    Kind,
    changes::{Changes, Counts, Section},
    plan::{Ids, Plan},
    run::ImportRun,
};
use crate::{Query, Refusal, action::Action, gate::Viewing, subject::School};

pub use super::{kept::Undone, run::RunStage};

/// Runs on the list.
const NEWEST: u32 = 30;

/// One run in a line.
#[derive(Debug, Clone)]
pub struct RunLine {
    /// The run.
    pub id: ImportId,
    /// What the file held.
    pub kind: Kind,
    /// What it was called.
    pub file_name: String,
    /// Who handed it in.
    pub made_by: String,
    /// When.
    pub made_at: Timestamp,
    /// How far it is.
    pub stage: RunStage,
    /// What it would change or changed.
    pub counts: Counts,
    /// Of a roster, the same part by part.
    pub parts: Vec<(Section, Counts)>,
    /// How many rows were refused.
    pub refused: usize,
    /// What undoing it did.
    pub undone: Option<Undone>,
}

/// One run with its report.
#[derive(Debug)]
pub struct ImportView {
    /// The run.
    pub line: RunLine,
    /// How many rows the file has.
    pub total: usize,
    /// What its rows are called: rows, events or entries.
    pub units: String,
    /// Refused rows, in the order of the file.
    pub refused: Vec<Told>,
    /// Rows somebody has to look at, in the order of the file.
    pub clashes: Vec<Told>,
    /// What was put right or left out.
    pub warnings: Vec<Warned>,
    /// Headings nobody read.
    pub ignored: Vec<String>,
    /// What it would change, while it waits.
    pub changes: Option<Changes>,
    /// Until when it can be undone, if it can.
    pub undo_until: Option<Timestamp>,
}

/// Something about one row, with what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The table of a roster; empty where a file is one table.
    pub file: String,
    /// The line of the file; the headings are counted.
    pub line: u32,
    /// What is wrong.
    pub what: &'static str,
    /// What to do.
    pub remedy: &'static str,
}

/// A warning and the first lines it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warned {
    /// What happened.
    pub what: &'static str,
    /// What to do.
    pub remedy: &'static str,
    /// How often.
    pub count: usize,
    /// Where; empty for the file as a whole.
    pub lines: Vec<u32>,
}

/// The newest imports of the school.
#[derive(Debug, Clone, Copy)]
pub struct Imports;

impl Query for Imports {
    const ACTION: Action = Action::ViewImports;
    type On = School;
    type Output = Vec<RunLine>;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Viewing<'_, '_>) -> Result<Vec<RunLine>, Refusal> {
        let now = cx.now();
        let names = names(cx.tx(), school.0.id)?;
        let runs = imports::newest(cx.tx(), school.0.id, NEWEST)?;
        runs.iter()
            .map(|row| Ok(line(&ImportRun::read(row, now)?, &names)))
            .collect()
    }
}

/// One import.
#[derive(Debug, Clone, Copy)]
pub struct ViewImport {
    /// The run.
    pub import: ImportId,
}

impl Query for ViewImport {
    const ACTION: Action = Action::ViewImports;
    type On = ImportRun;
    type Output = ImportView;

    fn on(&self) -> ImportId {
        self.import
    }

    fn run(self, run: ImportRun, cx: &mut Viewing<'_, '_>) -> Result<ImportView, Refusal> {
        let run = run.at(cx.now());
        let today = cx.today();
        let names = names(cx.tx(), run.school)?;
        let mut shown = line(&run, &names);
        let plan = match run.rows(cx.tx())? {
            Some(rows) => Some(Plan::of(cx.tx(), run.school, &rows, today, &Ids::Nobodys)?),
            None => None,
        };
        if let Some(plan) = &plan {
            // What is stored may have changed since the file was first looked at.
            shown.counts = plan.counts();
            let now = plan.changes().parts.iter();
            shown.parts = now.map(|part| (part.of, part.counts)).collect();
        }
        let clashes = match &plan {
            Some(plan) => plan.changes().clashes.clone(),
            None => run.kept.clashes(),
        };
        Ok(ImportView {
            line: shown,
            total: run.kept.count("total"),
            units: run.kept.word("units").to_owned(),
            refused: run
                .kept
                .refused()
                .into_iter()
                .map(|(file, line, reason)| Told {
                    file,
                    line,
                    what: reason.label(),
                    remedy: reason.remedy(),
                })
                .collect(),
            clashes: clashes
                .into_iter()
                .map(|clashed| Told {
                    file: if run.kind.is_roster() {
                        "people".to_owned()
                    } else {
                        String::new()
                    },
                    line: clashed.line,
                    what: clashed.clash.label(),
                    remedy: clashed.clash.remedy(),
                })
                .collect(),
            warnings: warnings(&run),
            ignored: run.kept.ignored(),
            changes: plan.map(Plan::into_changes),
            undo_until: run.undo_until(cx.now()),
        })
    }
}

fn warnings(run: &ImportRun) -> Vec<Warned> {
    let all = run.kept.warnings().into_iter();
    all.map(|(warning, warned)| Warned {
        what: warning.label(),
        remedy: warning.remedy(),
        count: warned.count,
        lines: warned.lines.clone(),
    })
    .collect()
}

fn line(run: &ImportRun, names: &HashMap<String, String>) -> RunLine {
    let made_by = match run.feed {
        Some(feed) => names.get(&feed.to_string()).cloned(),
        None => names.get(&run.made_by).cloned(),
    };
    RunLine {
        id: run.id,
        kind: run.kind,
        file_name: run.file_name.clone(),
        made_by: made_by.unwrap_or_else(|| "Someone at the server".to_owned()),
        made_at: run.made_at,
        stage: run.stage,
        counts: run.kept.counts,
        parts: run.kept.parts(),
        refused: run.kept.count("rejected"),
        undone: run.kept.undone,
    }
}

fn names(tx: &mut Tx<'_>, school: SchoolId) -> Result<HashMap<String, String>, Refusal> {
    let all = accounts::of_school(tx, school)?.into_iter();
    let people = all.map(|account| (account.id.to_string(), account.name));
    let feeds = feeds::names(tx, school)?.into_iter();
    let feeds = feeds.map(|(feed, name)| (feed.to_string(), format!("the feed ‘{name}’")));
    Ok(people.chain(feeds).collect())
}
