//! A roster against what is stored: pupils with their contacts, staff, and the
//! groups they are in. People are found by what the roster calls them, then by
//! their numbers, and never by name; a roster of other schools is refused.

mod compare;
mod deleted;
mod families;
mod groups;
mod ours;
mod people;
mod places;
mod sections;
mod unread;

use domain::{group::TeachingGroup, id::SchoolId, pupil::Pupil};
use intake::roster::{RosterReading, meant::Roster};
use store::{
    Broken, Tx, Value,
    groups::{self as group_rows, GroupPupil, GroupStaff},
    imports::before::Table,
    pupils::Source,
    source_ids::{self, SourceId},
};

pub(super) use compare::compare;

use super::{
    changes::{Changes, Counts, Section},
    pupils, staff,
};

/// The rows of a roster.
pub(super) struct RosterRows {
    /// As they came, for the report.
    pub(super) reading: RosterReading,
    /// What they mean.
    pub(super) roster: Roster,
    /// Whose ids they have.
    pub(super) source: &'static str,
}

/// What a roster would change.
pub(super) struct RosterPlan {
    /// Everything, for showing.
    pub(super) changes: Changes,
    pub(super) writes: Writes,
    /// Pupils who may have left.
    pub(super) missing: Vec<Pupil>,
}

/// What is to be written; only what is different is in it.
pub(super) struct Writes {
    pub(super) source: &'static str,
    pub(super) pupils: pupils::Writes,
    pub(super) staff: staff::Writes,
    pub(super) new_groups: Vec<TeachingGroup>,
    pub(super) changed_groups: Vec<TeachingGroup>,
    placed: places::Written,
    pub(super) ids: Vec<SourceId>,
}

impl RosterPlan {
    /// How many of each, over all that a roster holds.
    pub(super) fn counts(&self) -> Counts {
        let mut all = Counts::default();
        for part in &self.changes.parts {
            let one = part.counts;
            all.added += one.added;
            all.changed += one.changed;
            all.same += one.same;
            match part.of {
                // Groups that are gone have ended, which is a change.
                Section::Groups => all.changed += one.missing,
                _ => all.missing += one.missing,
            }
        }
        all
    }
}

impl Writes {
    /// Stores it all.
    pub(super) fn store(
        &self,
        tx: &mut Tx<'_>,
        school: SchoolId,
        source: &Source<'_>,
    ) -> Result<(), Broken> {
        self.pupils.store(tx, source)?;
        self.staff.store(tx, source)?;
        group_rows::add_many(tx, &self.new_groups, source)?;
        for group in &self.changed_groups {
            group_rows::save(tx, group, source)?;
        }
        let placed = &self.placed;
        for pupils in [&placed.new_pupils, &placed.changed_pupils] {
            group_rows::put_pupils(tx, school, pupils)?;
        }
        for staff in [&placed.new_staff, &placed.changed_staff] {
            group_rows::put_staff(tx, school, staff)?;
        }
        source_ids::remember(tx, school, self.source, &self.ids)
    }

    /// Who and what is new; whatever hangs on another thing before it.
    pub(super) fn brings(&self) -> Vec<(Table, Vec<Value>)> {
        let ids = self.ids.iter().map(|one| {
            let subject = one.subject.simple().to_string();
            let key = store::params![self.source, one.what.code(), &one.key, subject];
            (Table::SourceId, key.to_vec())
        });
        let pupils = self.placed.new_pupils.iter().map(of_pupil);
        let staff = self.placed.new_staff.iter().map(of_staff);
        let groups = self.new_groups.iter();
        ids.chain(pupils)
            .chain(staff)
            .chain(groups.map(|group| (Table::Group, vec![group.id.into()])))
            .chain(self.pupils.brings())
            .chain(self.staff.brings())
            .collect()
    }

    /// The rows that it writes over.
    pub(super) fn replaces(&self) -> Vec<(Table, Vec<Value>)> {
        let groups = self.changed_groups.iter();
        groups
            .map(|group| (Table::Group, vec![group.id.into()]))
            .chain(self.placed.changed_pupils.iter().map(of_pupil))
            .chain(self.placed.changed_staff.iter().map(of_staff))
            .chain(self.pupils.replaces())
            .chain(self.staff.replaces())
            .collect()
    }
}

fn of_pupil(row: &GroupPupil) -> (Table, Vec<Value>) {
    let key = store::params![row.group, row.pupil];
    (Table::GroupPupil, key.to_vec())
}

fn of_staff(row: &GroupStaff) -> (Table, Vec<Value>) {
    let key = store::params![row.group, row.staff];
    (Table::GroupStaff, key.to_vec())
}
