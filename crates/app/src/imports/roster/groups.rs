//! The classes of a roster against the groups that are stored. A class that is
//! gone has ended; nothing is deleted.

use std::collections::{HashMap, HashSet};

use domain::{
    group::{GroupPurpose, TeachingGroup},
    id::{GroupId, SchoolId},
    text::Line,
};
use intake::roster::{
    Change, Mode,
    meant::{Group, Purpose, Roster},
};
use jiff::civil::Date;
use store::source_ids::Named;

use super::{ours::Ours, places::Tally};
use crate::{
    Refusal,
    imports::{
        changes::{Changes, Detail, Item},
        plan::{Ids, day},
        source_ids::SourceIds,
    },
};

/// What is known of the groups of a school.
pub(super) struct StoredGroups {
    pub(super) school: SchoolId,
    pub(super) all: HashMap<GroupId, TeachingGroup>,
}

/// The groups as they would be.
#[derive(Default)]
pub(super) struct Compared {
    pub(super) added: Vec<TeachingGroup>,
    /// Every group that is known, as the file has it now.
    pub(super) known: Vec<TeachingGroup>,
    /// Those of them that are gone.
    pub(super) ended: Vec<TeachingGroup>,
    /// Which class is which group.
    pub(super) met: Vec<(String, GroupId)>,
}

/// Compares. `unread` are the words of classes whose rows were refused: these
/// are still there.
pub(super) fn compare(
    (roster, ours, unread): (&Roster, &Ours, &HashSet<String>),
    stored: &StoredGroups,
    source: &SourceIds,
    (today, ids): (Date, &Ids<'_>),
) -> Result<Compared, Refusal> {
    let mut compared = Compared::default();
    let mut seen = HashSet::new();
    for class in &roster.groups {
        let named: Vec<GroupId> = source.of(Named::Group, &class.key);
        let found = named.iter().find_map(|id| stored.all.get(id));
        match (class.change, found) {
            (Change::Deleted, Some(group)) => {
                seen.insert(group.id);
                compared.end(group, today);
            }
            (Change::Deleted, None) => {}
            (Change::Stands, _) if !ours.has(class.org.as_deref()) => {}
            (Change::Stands, Some(group)) => {
                seen.insert(group.id);
                compared.met.push((class.key.clone(), group.id));
                compared.known.push(applied(group, class, today));
            }
            (Change::Stands, None) => {
                let Some(group) = fresh(stored.school, class, ids)? else {
                    continue;
                };
                compared.met.push((class.key.clone(), group.id));
                compared.added.push(group);
            }
        }
    }
    if roster.modes.groups == Some(Mode::Bulk) && !roster.groups.is_empty() {
        let mut gone: Vec<&TeachingGroup> = stored
            .all
            .values()
            .filter(|group| {
                let keys = source.keys(Named::Group, group.id);
                let unread = keys.iter().any(|key| unread.contains(key));
                !seen.contains(&group.id) && !keys.is_empty() && !unread
            })
            .collect();
        gone.sort_by_key(|group| (group.name.as_str(), group.id));
        for group in gone {
            compared.end(group, today);
        }
    }
    Ok(compared)
}

impl Compared {
    fn end(&mut self, group: &TeachingGroup, today: Date) {
        if group.ended_on.is_none_or(|end| today < end) {
            self.ended.push(TeachingGroup {
                ended_on: Some(today),
                ..group.clone()
            });
        }
    }

    /// What is different, for showing, and the groups to be written.
    pub(super) fn changes(
        &self,
        stored: &StoredGroups,
        tallies: &HashMap<GroupId, Tally>,
    ) -> (Changes, Vec<TeachingGroup>) {
        let mut changes = Changes {
            listed: stored.all.len(),
            added: self.added.iter().map(item).collect(),
            missing: self.ended.iter().map(item).collect(),
            ..Changes::default()
        };
        let mut write = self.ended.clone();
        let in_file: HashSet<GroupId> = self.known.iter().map(|group| group.id).collect();
        // Changes to who is in a group may come without the group.
        let mut others: Vec<&TeachingGroup> = tallies
            .keys()
            .filter(|id| !in_file.contains(id))
            .filter_map(|id| stored.all.get(id))
            .collect();
        others.sort_by_key(|group| (group.name.as_str(), group.id));
        for group in self.known.iter().chain(others) {
            let Some(before) = stored.all.get(&group.id) else {
                continue;
            };
            let mut details = details(before, group);
            let tally = tallies.get(&group.id);
            details.extend(tally.into_iter().flat_map(Tally::details));
            if details.is_empty() {
                changes.same += 1;
            } else {
                changes.changed.push(Item {
                    details,
                    ..item(group)
                });
            }
            if before != group {
                write.push(group.clone());
            }
        }
        (changes, write)
    }
}

fn fresh(school: SchoolId, class: &Group, ids: &Ids<'_>) -> Result<Option<TeachingGroup>, Refusal> {
    let Some(name) = short(&class.title) else {
        return Ok(None);
    };
    Ok(Some(TeachingGroup {
        id: ids.next()?,
        school,
        name,
        subject: subject(class),
        purpose: purpose(class),
        ended_on: None,
    }))
}

fn applied(stored: &TeachingGroup, class: &Group, today: Date) -> TeachingGroup {
    TeachingGroup {
        name: short(&class.title).unwrap_or_else(|| stored.name.clone()),
        subject: subject(class).or_else(|| stored.subject.clone()),
        purpose: purpose(class),
        // It is in the roster again.
        ended_on: stored.ended_on.filter(|end| today < *end),
        ..stored.clone()
    }
}

fn subject(class: &Group) -> Option<Line<60>> {
    match class.purpose {
        Purpose::Homeroom => None,
        Purpose::Scheduled => class.subject.as_deref().and_then(short),
    }
}

const fn purpose(class: &Group) -> GroupPurpose {
    match class.purpose {
        Purpose::Homeroom => GroupPurpose::Registration,
        Purpose::Scheduled => GroupPurpose::Lessons,
    }
}

/// As much of a name as can be kept.
fn short<const MAX: usize>(words: &str) -> Option<Line<MAX>> {
    let some: String = words.chars().take(MAX).collect();
    Line::optional(&some).ok().flatten()
}

fn item(group: &TeachingGroup) -> Item {
    let subject = group.subject.as_ref().map(ToString::to_string);
    Item {
        name: group.name.to_string(),
        about: match group.purpose {
            GroupPurpose::Registration => group.purpose.label().to_owned(),
            GroupPurpose::Lessons => subject.unwrap_or_default(),
        },
        details: Vec::new(),
    }
}

fn details(before: &TeachingGroup, after: &TeachingGroup) -> Vec<Detail> {
    let subject = |group: &TeachingGroup| {
        let subject = group.subject.as_ref();
        subject.map_or_else(String::new, ToString::to_string)
    };
    let end = |group: &TeachingGroup| group.ended_on.map_or_else(String::new, day);
    [
        Detail::of("Name", before.name.as_str(), after.name.as_str()),
        Detail::of("Subject", subject(before), subject(after)),
        Detail::of("Meets for", before.purpose.label(), after.purpose.label()),
        Detail::of("Ended on", end(before), end(after)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
