//! What one source calls the people and groups of a school, found by either.

use std::collections::HashMap;

use domain::id::{Id, SchoolId};
use store::{
    Broken, Tx,
    source_ids::{self, Named, SourceId},
};
use uuid::Uuid;

/// The ids of one source; none for files that have no ids of their own.
#[derive(Debug, Clone, Default)]
pub(super) struct SourceIds {
    by_key: HashMap<(Named, String), Vec<Uuid>>,
    by_subject: HashMap<(Named, Uuid), Vec<String>>,
}

impl SourceIds {
    /// Loads what a source calls everything.
    pub(super) fn load(tx: &mut Tx<'_>, school: SchoolId, source: &str) -> Result<Self, Broken> {
        let mut ids = Self::default();
        for SourceId { what, key, subject } in source_ids::of_source(tx, school, source)? {
            let subjects = ids.by_key.entry((what, key.clone())).or_default();
            subjects.push(subject);
            ids.by_subject.entry((what, subject)).or_default().push(key);
        }
        Ok(ids)
    }

    /// Whom or what an id of the source names here: several contacts, where a
    /// parent has several children here.
    pub(super) fn of<K>(&self, what: Named, key: &str) -> Vec<Id<K>> {
        let found = self.by_key.get(&(what, key.to_owned()));
        let found = found.map_or(&[][..], Vec::as_slice);
        found.iter().map(|uuid| Id::new(*uuid)).collect()
    }

    /// What the source calls somebody here.
    pub(super) fn keys<K>(&self, what: Named, id: Id<K>) -> &[String] {
        let found = self.by_subject.get(&(what, id.uuid()));
        found.map_or(&[], Vec::as_slice)
    }

    /// Those of the pairs that are not known yet.
    pub(super) fn new_ones<K>(&self, what: Named, met: &[(String, Id<K>)]) -> Vec<SourceId> {
        let met = met.iter();
        met.filter_map(|(key, id)| self.new_one(what, key, *id))
            .collect()
    }

    /// The pair, if it is not known yet.
    pub(super) fn new_one<K>(&self, what: Named, key: &str, id: Id<K>) -> Option<SourceId> {
        let known = self.keys(what, id).iter().any(|one| one == key);
        (!known).then(|| SourceId {
            what,
            key: key.to_owned(),
            subject: id.uuid(),
        })
    }
}
