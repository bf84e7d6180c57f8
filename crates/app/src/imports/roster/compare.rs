//! A whole roster against what is stored.

use std::collections::{HashMap, HashSet};

use domain::id::{ContactId, PupilId, SchoolId, StaffId};
use intake::roster::Mode;
use jiff::civil::Date;
use store::{
    Broken, Tx, accounts, groups as group_rows, known_schools, schools,
    source_ids::{Named, SourceId},
    staff,
};

use super::{
    RosterPlan, RosterRows, Writes,
    groups::{self, StoredGroups},
    ours::{self, OurNumbers, Ours},
    people::{Sorted, Sorting},
    places::{self, Absent, Whom, Written},
    sections::{self, Whole},
    unread::{Unread, people as unread_people},
};
use crate::{
    Refusal,
    imports::{
        plan::Ids,
        pupils::{self, OfPupils, PupilPlan, Stored},
        source_ids::SourceIds,
        staff::{self as staff_rows, StaffPlan},
    },
};

/// Compares.
pub(in crate::imports) fn compare(
    tx: &mut Tx<'_>,
    school: SchoolId,
    rows: &RosterRows,
    today: Date,
    ids: &Ids<'_>,
) -> Result<RosterPlan, Refusal> {
    let source = SourceIds::load(tx, school, rows.source)?;
    let ours = ours::find(&rows.roster, &numbers(tx, school)?, &source)?;
    let stored = Stored {
        ids: source,
        ..Stored::load(tx, school)?
    };
    let whose = stored.contacts.iter().map(|one| (one.id, one.pupil));
    let whose: HashMap<ContactId, PupilId> = whose.collect();
    let people = Sorting::new((&rows.roster, &ours), &stored.ids, &whose, today)
        .sorted(unread_people(&rows.reading));
    let comparing = Comparing {
        rows,
        ours: &ours,
        stored: &stored,
        people: &people,
        today,
        ids,
    };
    let pupils = comparing.pupils()?;
    let staff = comparing.staff(tx)?;
    comparing.planned(tx, pupils, staff)
}

fn numbers(tx: &mut Tx<'_>, school: SchoolId) -> Result<OurNumbers, Broken> {
    let urn = schools::find(tx, school)?
        .map(|row| row.urn)
        .unwrap_or_default();
    let listed = known_schools::by_urn(tx, school, &urn)?;
    Ok(OurNumbers {
        school,
        urn,
        laestab: listed.and_then(|one| one.laestab),
    })
}

struct Comparing<'a> {
    rows: &'a RosterRows,
    ours: &'a Ours,
    stored: &'a Stored,
    people: &'a Sorted,
    today: Date,
    ids: &'a Ids<'a>,
}

impl Comparing<'_> {
    /// Whether whoever is not in the table of people is gone.
    fn is_whole(&self) -> bool {
        self.rows.roster.modes.people == Some(Mode::Bulk)
    }

    fn whole(&self) -> Whole {
        if self.is_whole() {
            Whole::Yes
        } else {
            Whole::ChangesOnly
        }
    }

    fn pupils(&self) -> Result<PupilPlan, Refusal> {
        let Self { stored, people, .. } = self;
        let mut plan = pupils::compare(stored, &people.pupils, self.today, self.ids)?;
        let mut rows = OfPupils::new();
        for (pupil, line, row) in &people.others {
            rows.entry(*pupil).or_default().push((*line, row));
        }
        let others = pupils::compare_of(stored, &rows, self.ids)?;
        plan.join(others);
        if !self.is_whole() {
            // Only those who are said to be gone may have left.
            let gone: HashSet<PupilId> = people.gone_pupils.iter().copied().collect();
            let all = stored.pupils.iter();
            let gone = all.filter(|one| gone.contains(&one.id) && one.left_on.is_none());
            let gone = gone.cloned().map(|one| stored.corrected.as_here(one));
            plan.missing = gone.collect();
            plan.changes.missing = plan.missing.iter().map(pupils::item).collect();
        }
        Ok(plan)
    }

    fn staff(&self, tx: &mut Tx<'_>) -> Result<StaffPlan, Refusal> {
        let stored = staff_rows::Stored {
            school: self.stored.school,
            members: staff::of_school(tx, self.stored.school)?,
            accounts: accounts::of_school(tx, self.stored.school)?,
            ids: self.stored.ids.clone(),
        };
        let rows = &self.people.staff;
        let mut plan = staff_rows::compare(&stored, rows, self.today, self.ids)?;
        if !self.is_whole() {
            let gone = self.people.gone_staff.iter();
            let gone: HashSet<StaffId> = gone
                .flat_map(|key| self.stored.ids.of(Named::Staff, key))
                .collect();
            let all = stored.members.iter().map(|(_, member)| member);
            let gone = all.filter(|one| gone.contains(&one.id) && one.left_on.is_none());
            plan.changes.missing = gone.map(staff_rows::item).collect();
        }
        Ok(plan)
    }

    fn planned(
        &self,
        tx: &mut Tx<'_>,
        pupils: PupilPlan,
        staff: StaffPlan,
    ) -> Result<RosterPlan, Refusal> {
        let school = self.stored.school;
        let all = group_rows::of_school(tx, school)?.into_iter();
        let here = StoredGroups {
            school,
            all: all.map(|group| (group.id, group)).collect(),
        };
        let unread = Unread::of(&self.rows.reading);
        let classes = (&self.rows.roster, self.ours, &unread.classes);
        let groups = groups::compare(classes, &here, &self.stored.ids, (self.today, self.ids))?;
        let whom = self.whom(&pupils, &staff, &groups);
        let placed = self.places(tx, &whom, &groups, &unread)?;
        let ids = self.new_ids(&pupils, &staff, &groups);
        let (group_changes, changed_groups) = groups.changes(&here, &placed.tallies);
        let changes = sections::changes(
            (pupils.changes, &pupils.writes, &pupils.met),
            staff.changes,
            group_changes,
            (self.people, self.stored, self.whole()),
        );
        Ok(RosterPlan {
            changes,
            missing: pupils.missing,
            writes: Writes {
                source: self.rows.source,
                pupils: pupils.writes,
                staff: staff.writes,
                new_groups: groups.added,
                changed_groups,
                placed,
                ids,
            },
        })
    }

    /// Who and what the ids in the table of places name.
    fn whom(&self, pupils: &PupilPlan, staff: &StaffPlan, groups: &groups::Compared) -> Whom {
        let known = &self.stored.ids;
        let mut whom = Whom {
            groups: groups.met.iter().cloned().collect(),
            pupils: pupils.met.pupils.iter().cloned().collect(),
            staff: staff.met.iter().cloned().collect(),
        };
        for place in &self.rows.roster.places {
            let (group, person) = (&place.group, &place.person);
            if !whom.groups.contains_key(group) {
                let found = known.of(Named::Group, group).into_iter();
                whom.groups.extend(found.map(|id| (group.clone(), id)));
            }
            if !whom.pupils.contains_key(person) && !whom.staff.contains_key(person) {
                let found = known.of(Named::Pupil, person).into_iter();
                whom.pupils.extend(found.map(|id| (person.clone(), id)));
                let found = known.of(Named::Staff, person).into_iter();
                whom.staff.extend(found.map(|id| (person.clone(), id)));
            }
        }
        whom
    }

    fn places(
        &self,
        tx: &mut Tx<'_>,
        whom: &Whom,
        groups: &groups::Compared,
        unread: &Unread,
    ) -> Result<Written, Refusal> {
        let school = self.stored.school;
        let stored = places::Stored {
            pupils: group_rows::pupils(tx, school)?,
            staff: group_rows::staff(tx, school)?,
        };
        let modes = self.rows.roster.modes;
        let people = whom.pupils.values().map(|id| id.uuid());
        let people = people.chain(whom.staff.values().map(|id| id.uuid()));
        let met = groups.met.iter().map(|(_, id)| *id);
        let absent = Absent {
            all_of: (modes.places == Some(Mode::Bulk)).then(|| (met.collect(), people.collect())),
            unread: &unread.places,
        };
        let said = &self.rows.roster.places;
        Ok(places::compare(said, &stored, whom, &absent, self.today))
    }

    fn new_ids(
        &self,
        pupils: &PupilPlan,
        staff: &StaffPlan,
        groups: &groups::Compared,
    ) -> Vec<SourceId> {
        let known = &self.stored.ids;
        let school = self.stored.school;
        let named = self.ours.key.iter();
        let mut ids: Vec<SourceId> = named
            .filter_map(|key| known.new_one(Named::School, key, school))
            .collect();
        ids.extend(known.new_ones(Named::Pupil, &pupils.met.pupils));
        ids.extend(known.new_ones(Named::Contact, &pupils.met.contacts));
        ids.extend(known.new_ones(Named::Staff, &staff.met));
        ids.extend(known.new_ones(Named::Group, &groups.met));
        ids
    }
}
