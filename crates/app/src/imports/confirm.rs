//! Storing what was shown.

use domain::{id::ImportId, pupil::Pupil};
use store::{
    imports::{self, before},
    known_schools,
    pupils::Source,
    schools,
};

use super::{
    Kind,
    changes::{Changes, Counts},
    kept::parts,
    plan::{Ids, Plan},
    recorded,
    run::ImportRun,
};
use crate::{
    Command, Refusal,
    action::Action,
    calendar::redate,
    gate::{Granted, Recorded},
    leavers,
};

/// What becomes of pupils who are on roll here and not in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Missing {
    /// They stay on roll: the file may hold a part of the school.
    #[default]
    Stay,
    /// They have left. Refused when they are more than 5 in 100.
    Left,
    /// They have left, and somebody has checked that there are so many.
    ManyLeft,
}

/// Stores exactly the accepted rows of a file, in one transaction.
#[derive(Debug, Clone, Copy)]
pub struct ConfirmImport {
    /// The run that was previewed.
    pub import: ImportId,
    /// What becomes of pupils who are not in the file.
    pub missing: Missing,
}

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    /// What the file held.
    pub kind: Kind,
    /// How many of each.
    pub counts: Counts,
}

impl Command for ConfirmImport {
    const ACTION: Action = Action::ImportFile;
    type On = ImportRun;
    type Output = Imported;

    fn on(&self) -> ImportId {
        self.import
    }

    fn run(self, run: ImportRun, cx: &mut Granted<'_, '_>) -> Result<Recorded<Imported>, Refusal> {
        let mut ready = Ready::of(run, cx)?;
        ready.counts.left = self.leave(&mut ready.plan, cx)?;
        let imported = ready.store(cx)?;
        // What happened was said on the way.
        Ok(cx.unchanged(imported))
    }
}

/// A run that waits, compared with what is stored now.
pub(super) struct Ready {
    pub(super) run: ImportRun,
    pub(super) plan: Plan,
    pub(super) counts: Counts,
}

impl Ready {
    /// Reads the file again and compares it.
    pub(super) fn of(run: ImportRun, cx: &mut Granted<'_, '_>) -> Result<Self, Refusal> {
        let (now, today, school) = (cx.now(), cx.today(), run.school);
        let run = run.at(now);
        let rows = run.rows(cx.tx())?.ok_or_else(gone)?;
        let app = cx.app().clone();
        let plan = Plan::of(cx.tx(), school, &rows, today, &Ids::New(&app))?;
        let counts = plan.counts();
        Ok(Self { run, plan, counts })
    }

    /// Stores every accepted row, and says what happened, if anything did.
    pub(super) fn store(self, cx: &mut Granted<'_, '_>) -> Result<Imported, Refusal> {
        let Self { run, plan, counts } = self;
        let (now, school) = (cx.now(), run.school);
        let source = Source {
            from: &run.file_name,
            at: now,
            import: Some(run.id),
        };
        let replaced = plan.replaces();
        let taken = replaced
            .into_iter()
            .map(|(table, key)| before::take(cx.tx(), school, table, key))
            .collect::<Result<Vec<_>, _>>()?;
        match &plan {
            Plan::Pupils(plan) => {
                plan.writes.store(cx.tx(), &source)?;
                leavers::leave_at(cx, school, now)?;
            }
            Plan::Staff(plan) => {
                plan.writes.store(cx.tx(), &source)?;
                leavers::leave_at(cx, school, now)?;
            }
            Plan::Roster(plan) => {
                plan.writes.store(cx.tx(), school, &source)?;
                leavers::leave_at(cx, school, now)?;
            }
            Plan::Schools(plan) => {
                known_schools::put(cx.tx(), (school, run.id), &plan.writes)?;
            }
            Plan::Register(plan) => plan.writes.store(cx.tx(), school, run.id)?,
            Plan::Calendar(plan) => {
                schools::put_days(cx.tx(), school, &plan.writes)?;
                redate(cx, school)?;
            }
        }
        before::keep(cx.tx(), (school, run.id), plan.brings(), taken)?;
        let mut kept = run.kept.clone();
        kept.counts = counts;
        kept.parts = parts(plan.changes(), counts);
        if !imports::confirm(cx.tx(), school, run.id, &kept.written(), now)? {
            return Err(gone());
        }
        let imported = Imported {
            kind: run.kind,
            counts,
        };
        match &plan {
            _ if counts.unchanged() => {}
            Plan::Roster(plan) => {
                for event in recorded::of_roster(school, run.id, &plan.changes.parts, counts) {
                    cx.also(event);
                }
            }
            _ => cx.also(recorded::event(school, run.id, imported)),
        }
        Ok(imported)
    }
}

impl ConfirmImport {
    /// Marks pupils who are missing from the file as having left, if somebody
    /// said so; answers how many left. They are not on today's list, so that
    /// yesterday was their last day at the latest.
    fn leave(&self, plan: &mut Plan, cx: &Granted<'_, '_>) -> Result<usize, Refusal> {
        let (changes, missing, writes) = match plan {
            Plan::Pupils(plan) => (&plan.changes, &plan.missing, &mut plan.writes),
            Plan::Roster(plan) => (&plan.changes, &plan.missing, &mut plan.writes.pupils),
            Plan::Staff(plan) => return Ok(plan.left),
            Plan::Register(_) | Plan::Calendar(_) | Plan::Schools(_) => return Ok(0),
        };
        match self.missing {
            Missing::Stay => return Ok(0),
            Missing::Left if changes.many_missing() => {
                return Err(Refusal::field("many", many(changes)));
            }
            Missing::Left | Missing::ManyLeft => {}
        }
        let last = cx.today().yesterday().unwrap_or(cx.today());
        let left = missing.iter().map(|pupil| Pupil {
            left_on: Some(last),
            ..pupil.clone()
        });
        writes.changed_pupils.extend(left);
        Ok(missing.len())
    }
}

fn many(changes: &Changes) -> String {
    format!(
        "Check that {} of {} pupils have left, then tick the box. It is more than usual, and the file may hold only a part of the school",
        changes.missing.len(),
        changes.listed
    )
}

fn gone() -> Refusal {
    Refusal::rule("This file is no longer kept. Choose it again to import it")
}
