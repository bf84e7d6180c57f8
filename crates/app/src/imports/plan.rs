//! What one file would change in one school: the comparison that page, command
//! and store all use.

use domain::id::{Id, SchoolId};
use jiff::civil::Date;
use store::{Tx, Value, imports::before::Table, schools, staff};

use super::{
    calendar::{self, CalendarPlan},
    changes::{Changes, Counts},
    look::Rows,
    ours::made_for,
    pupils::{PupilPlan, Stored},
    register::{self, RegisterPlan},
    roster::{self, RosterPlan},
    schools::SchoolsPlan,
    source_ids::SourceIds,
    staff::StaffPlan,
};
use crate::{App, Refusal};

/// Where new ids come from.
pub(super) enum Ids<'a> {
    /// From chance: something is going to be stored.
    New(&'a App),
    /// Nothing is stored, so nobody is numbered.
    Nobodys,
}

impl Ids<'_> {
    pub(super) fn next<K>(&self) -> Result<Id<K>, Refusal> {
        match self {
            Self::New(app) => app.new_id(),
            Self::Nobodys => Ok(Id::new(uuid::Uuid::nil())),
        }
    }
}

/// What would change, by what the file holds.
pub(super) enum Plan {
    Pupils(PupilPlan),
    Staff(StaffPlan),
    Register(RegisterPlan),
    Calendar(CalendarPlan),
    Roster(RosterPlan),
    Schools(SchoolsPlan),
}

impl Plan {
    /// Loads what is stored, once, and compares.
    pub(super) fn of(
        tx: &mut Tx<'_>,
        school: SchoolId,
        rows: &Rows,
        today: Date,
        ids: &Ids<'_>,
    ) -> Result<Self, Refusal> {
        let mut plan = match rows {
            Rows::Pupils(reading) => {
                let stored = Stored::load(tx, school)?;
                Self::Pupils(super::pupils::compare(&stored, reading, today, ids)?)
            }
            Rows::Joining(reading, meant) => {
                let stored = Stored::load(tx, school)?;
                let mut plan = super::pupils::compare(&stored, reading, today, ids)?;
                // Nobody leaves because they did not come.
                plan.missing.clear();
                plan.changes.missing.clear();
                if let Some(meant) = meant {
                    plan.changes.notes.insert(0, made_for(tx, school, meant)?);
                }
                Self::Pupils(plan)
            }
            Rows::Contacts(listed) => {
                let stored = Stored::load(tx, school)?;
                Self::Pupils(super::pupils::listed(&stored, listed, ids)?)
            }
            Rows::Records(records) => Self::Register(register::compare(tx, school, records)?),
            Rows::Staff(reading) => {
                let stored = super::staff::Stored {
                    school,
                    members: staff::of_school(tx, school)?,
                    accounts: store::accounts::of_school(tx, school)?,
                    ids: SourceIds::default(),
                };
                Self::Staff(super::staff::compare(&stored, reading, today, ids)?)
            }
            Rows::Calendar(reading) => {
                let stored = schools::days(tx, school)?;
                Self::Calendar(calendar::compare(&stored, reading)?)
            }
            Rows::Roster(rows) => Self::Roster(roster::compare(tx, school, rows, today, ids)?),
            Rows::Schools(reading) => Self::Schools(super::schools::compare(tx, school, reading)?),
        };
        let clashes = &mut plan.changes_mut().clashes;
        clashes.extend(rows.aside());
        clashes.sort_by_key(|clashed| clashed.line);
        Ok(plan)
    }

    const fn changes_mut(&mut self) -> &mut Changes {
        match self {
            Self::Pupils(plan) => &mut plan.changes,
            Self::Staff(plan) => &mut plan.changes,
            Self::Register(plan) => &mut plan.changes,
            Self::Calendar(plan) => &mut plan.changes,
            Self::Roster(plan) => &mut plan.changes,
            Self::Schools(plan) => &mut plan.changes,
        }
    }

    /// Who is new, contacts before the pupils they belong to. What is new in a
    /// register carries its import.
    pub(super) fn brings(&self) -> Vec<(Table, Vec<Value>)> {
        match self {
            Self::Pupils(plan) => plan.writes.brings(),
            Self::Staff(plan) => plan.writes.brings(),
            Self::Roster(plan) => plan.writes.brings(),
            Self::Register(_) | Self::Calendar(_) | Self::Schools(_) => Vec::new(),
        }
    }

    /// The rows that storing it writes over, and days that are new.
    pub(super) fn replaces(&self) -> Vec<(Table, Vec<Value>)> {
        match self {
            Self::Pupils(plan) => plan.writes.replaces(),
            Self::Staff(plan) => plan.writes.replaces(),
            Self::Roster(plan) => plan.writes.replaces(),
            Self::Schools(plan) => plan.replaces.clone(),
            Self::Register(plan) => plan.replaces.clone(),
            Self::Calendar(plan) => {
                let days = plan.writes.iter();
                days.map(|row| (Table::Day, vec![row.day.into()])).collect()
            }
        }
    }

    /// What would change, for showing.
    pub(super) fn into_changes(self) -> Changes {
        match self {
            Self::Pupils(plan) => plan.changes,
            Self::Staff(plan) => plan.changes,
            Self::Register(plan) => plan.changes,
            Self::Calendar(plan) => plan.changes,
            Self::Roster(plan) => plan.changes,
            Self::Schools(plan) => plan.changes,
        }
    }

    /// How many of each; of a calendar, days.
    pub(super) fn counts(&self) -> Counts {
        let counts = self.changes().counts();
        match self {
            Self::Pupils(_) | Self::Staff(_) => counts,
            Self::Roster(plan) => plan.counts(),
            Self::Schools(plan) => Counts {
                added: plan.added,
                ..counts
            },
            Self::Register(plan) => Counts {
                added: plan.added,
                changed: plan.changed,
                ..counts
            },
            Self::Calendar(plan) => Counts {
                added: plan.writes.len() - counts.changed,
                ..counts
            },
        }
    }

    /// The same without giving it up.
    pub(super) const fn changes(&self) -> &Changes {
        match self {
            Self::Pupils(plan) => &plan.changes,
            Self::Staff(plan) => &plan.changes,
            Self::Register(plan) => &plan.changes,
            Self::Calendar(plan) => &plan.changes,
            Self::Roster(plan) => &plan.changes,
            Self::Schools(plan) => &plan.changes,
        }
    }
}

/// A day as people write it.
pub(super) fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}
