//! Who is in which class, against who is in which group. Somebody whose row is
//! gone has left the group; nothing is deleted.

use std::collections::{HashMap, HashSet};

use domain::{
    group::{GroupPart, InGroup},
    id::{GroupId, PupilId, StaffId},
};
use intake::roster::{
    Change,
    meant::{Place, RoleKind},
};
use jiff::civil::Date;
use store::groups::{GroupPupil, GroupStaff};

use super::deleted::Deleted;
use crate::imports::changes::Detail;

/// How many join and leave one group.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    pub(super) join: usize,
    pub(super) leave: usize,
    pub(super) days: usize,
    pub(super) staff: usize,
}

impl Tally {
    pub(super) fn details(&self) -> Vec<Detail> {
        let said = |what: &str, n: usize| {
            let n = if n == 0 { String::new() } else { n.to_string() };
            Detail::of(what, "", n)
        };
        [
            said("Pupils who join", self.join),
            said("Pupils who leave", self.leave),
            said("Pupils whose days change", self.days),
            said("Staff who join, leave or change", self.staff),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Places that are new or different, and those that were there already.
#[derive(Default)]
pub(super) struct Written {
    pub(super) new_pupils: Vec<GroupPupil>,
    pub(super) changed_pupils: Vec<GroupPupil>,
    pub(super) new_staff: Vec<GroupStaff>,
    pub(super) changed_staff: Vec<GroupStaff>,
    pub(super) tallies: HashMap<GroupId, Tally>,
}

/// Who and what the ids of a roster name.
#[derive(Default)]
pub(super) struct Whom {
    pub(super) groups: HashMap<String, GroupId>,
    pub(super) pupils: HashMap<String, PupilId>,
    pub(super) staff: HashMap<String, StaffId>,
}

/// What is stored, and what is known of those in it.
pub(super) struct Stored {
    pub(super) pupils: Vec<GroupPupil>,
    pub(super) staff: Vec<GroupStaff>,
}

/// What a place that is not in the file means.
pub(super) struct Absent<'a> {
    /// Groups and people whose places are all in the file; nothing where it
    /// holds changes only.
    pub(super) all_of: Option<(HashSet<GroupId>, HashSet<uuid::Uuid>)>,
    /// Places whose rows were refused, in words: they are still there.
    pub(super) unread: &'a [HashSet<String>],
}

/// Compares.
pub(super) fn compare(
    places: &[Place],
    stored: &Stored,
    whom: &Whom,
    absent: &Absent<'_>,
    today: Date,
) -> Written {
    let mut written = Written::default();
    let said = merged(places);
    let pupils = keyed(&stored.pupils, |row| (row.group, row.pupil));
    let staff = keyed(&stored.staff, |row| (row.group, row.staff));
    let (mut pupils_seen, mut staff_seen) = (HashSet::new(), HashSet::new());
    for ((group, person), place) in &said {
        let Some(group) = whom.groups.get(*group).copied() else {
            continue;
        };
        if let Some(pupil) = whom.pupils.get(*person).copied() {
            pupils_seen.insert((group, pupil));
            written.pupil(place, (group, pupil), pupils.get(&(group, pupil)), today);
        } else if let Some(member) = whom.staff.get(*person).copied() {
            staff_seen.insert((group, member));
            written.member(place, (group, member), staff.get(&(group, member)), today);
        }
    }
    let deleted = Deleted::of(places, whom);
    for row in &stored.pupils {
        let seen = pupils_seen.contains(&(row.group, row.pupil));
        let gone = !seen && absent.is_gone(row.group, row.pupil.uuid(), whom);
        let deleted = deleted.has(row.key.as_deref(), (row.group, row.pupil.uuid()));
        if (gone || deleted && !seen) && ends_today(row.days, today) {
            written.tally(row.group).leave += 1;
            let days = ended(row.days, today);
            written.changed_pupils.push(GroupPupil {
                days,
                ..row.clone()
            });
        }
    }
    for row in &stored.staff {
        let seen = staff_seen.contains(&(row.group, row.staff));
        let gone = !seen && absent.is_gone(row.group, row.staff.uuid(), whom);
        let deleted = deleted.has(row.key.as_deref(), (row.group, row.staff.uuid()));
        if (gone || deleted && !seen) && ends_today(row.days, today) {
            written.tally(row.group).staff += 1;
            let days = ended(row.days, today);
            written.changed_staff.push(GroupStaff {
                days,
                ..row.clone()
            });
        }
    }
    written
}

impl Written {
    fn tally(&mut self, group: GroupId) -> &mut Tally {
        self.tallies.entry(group).or_default()
    }

    fn pupil(
        &mut self,
        place: &Said<'_>,
        (group, pupil): (GroupId, PupilId),
        before: Option<&&GroupPupil>,
        today: Date,
    ) {
        let row = GroupPupil {
            group,
            pupil,
            days: place.days(before.map(|row| row.days), today),
            key: place.key(before.and_then(|row| row.key.as_ref())),
        };
        match before {
            None => {
                self.tally(group).join += 1;
                self.new_pupils.push(row);
            }
            Some(before) if **before != row => {
                self.tally(group).days += 1;
                self.changed_pupils.push(row);
            }
            Some(_) => {}
        }
    }

    fn member(
        &mut self,
        place: &Said<'_>,
        (group, staff): (GroupId, StaffId),
        before: Option<&&GroupStaff>,
        today: Date,
    ) {
        let row = GroupStaff {
            group,
            staff,
            part: place.part,
            days: place.days(before.map(|row| row.days), today),
            key: place.key(before.and_then(|row| row.key.as_ref())),
        };
        if before.is_some_and(|before| **before == row) {
            return;
        }
        self.tally(group).staff += 1;
        match before {
            None => self.new_staff.push(row),
            Some(_) => self.changed_staff.push(row),
        }
    }
}

/// All that a file says of one person in one class.
struct Said<'p> {
    key: Option<&'p str>,
    from: Option<Date>,
    until: Option<Date>,
    part: GroupPart,
}

impl Said<'_> {
    /// An empty cell says nothing; somebody who is in the file again has come
    /// back.
    fn days(&self, before: Option<InGroup>, today: Date) -> InGroup {
        let before = before.unwrap_or_default();
        InGroup {
            from: self.from.or(before.from),
            ended_on: self
                .until
                .or_else(|| before.ended_on.filter(|end| today < *end)),
        }
    }

    fn key(&self, before: Option<&String>) -> Option<String> {
        self.key.map(str::to_owned).or_else(|| before.cloned())
    }
}

/// Several rows of one person in one class, such as one a term, are one place
/// from the first day to the last.
fn merged(places: &[Place]) -> Vec<((&str, &str), Said<'_>)> {
    let mut said: Vec<((&str, &str), Said<'_>)> = Vec::new();
    let mut at: HashMap<(&str, &str), usize> = HashMap::new();
    for place in places.iter().filter(|one| one.change == Change::Stands) {
        let whose = (place.group.as_str(), place.person.as_str());
        let found = at.get(&whose).and_then(|at| said.get_mut(*at));
        let Some((_, known)) = found else {
            at.insert(whose, said.len());
            let part = match place.kind {
                RoleKind::Teacher => GroupPart::Teaches,
                _ => GroupPart::Helps,
            };
            let (from, until) = (place.from, place.until);
            let key = place.key.as_deref();
            said.push((
                whose,
                Said {
                    key,
                    from,
                    until,
                    part,
                },
            ));
            continue;
        };
        known.from = known
            .from
            .zip(place.from)
            .map(|(one, other)| one.min(other));
        known.until = known
            .until
            .zip(place.until)
            .map(|(one, other)| one.max(other));
        if place.kind == RoleKind::Teacher {
            known.part = GroupPart::Teaches;
        }
    }
    said
}

fn keyed<T, K: Eq + std::hash::Hash>(rows: &[T], key: impl Fn(&T) -> K) -> HashMap<K, &T> {
    rows.iter().map(|row| (key(row), row)).collect()
}

fn ends_today(days: InGroup, today: Date) -> bool {
    days.ended_on.is_none_or(|end| today < end)
}

const fn ended(days: InGroup, today: Date) -> InGroup {
    InGroup {
        ended_on: Some(today),
        ..days
    }
}
