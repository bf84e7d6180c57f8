//! Places that are no longer there: said to be deleted, or not in a file that
//! holds all there is.

use std::collections::HashSet;

use domain::id::GroupId;
use intake::roster::{Change, meant::Place};
use uuid::Uuid;

use super::places::{Absent, Whom};

/// Places to be deleted: by their own id, or by who is in what.
pub(super) struct Deleted<'p> {
    keys: HashSet<&'p str>,
    pairs: HashSet<(GroupId, Uuid)>,
}

impl<'p> Deleted<'p> {
    pub(super) fn of(places: &'p [Place], whom: &Whom) -> Self {
        let all = || places.iter().filter(|one| one.change == Change::Deleted);
        let pair = |place: &Place| {
            let group = whom.groups.get(&place.group)?;
            Some((*group, whom.uuid(&place.person)?))
        };
        Self {
            keys: all().filter_map(|place| place.key.as_deref()).collect(),
            pairs: all().filter_map(pair).collect(),
        }
    }

    /// Whether a stored place is among them.
    pub(super) fn has(&self, key: Option<&str>, pair: (GroupId, Uuid)) -> bool {
        key.is_some_and(|key| self.keys.contains(key)) || self.pairs.contains(&pair)
    }
}

impl Whom {
    fn uuid(&self, person: &str) -> Option<Uuid> {
        let pupil = self.pupils.get(person).map(|id| id.uuid());
        pupil.or_else(|| self.staff.get(person).map(|id| id.uuid()))
    }

    /// Whether these words name both.
    fn both(&self, words: &HashSet<String>, group: GroupId, person: Uuid) -> bool {
        let mut named = words.iter();
        let group_named = words
            .iter()
            .any(|word| self.groups.get(word) == Some(&group));
        group_named && named.any(|word| self.uuid(word) == Some(person))
    }
}

impl Absent<'_> {
    /// Whether a stored place that is not in the file is no longer there.
    pub(super) fn is_gone(&self, group: GroupId, person: Uuid, whom: &Whom) -> bool {
        let Some((groups, people)) = &self.all_of else {
            return false;
        };
        let all_in_file = groups.contains(&group) && people.contains(&person);
        let mut unread = self.unread.iter();
        all_in_file && !unread.any(|words| whom.both(words, group, person))
    }
}
