//! Which stored pupil a row is about: by what its source calls them, else by
//! UPN, else by admission number, else by the UPN before this one. Never by name.

use std::collections::{HashMap, HashSet};

use domain::{id::PupilId, pupil::Pupil, text::Line};
use store::source_ids::Named;

use super::incoming::PupilIn;
use crate::imports::{changes::Clash, source_ids::SourceIds};

/// Stored pupils, found by their numbers.
pub(super) struct Known<'a> {
    pupils: &'a [Pupil],
    by_upn: HashMap<&'a str, usize>,
    by_adno: HashMap<&'a str, usize>,
    by_id: HashMap<PupilId, usize>,
    ids: &'a SourceIds,
    taken: HashSet<usize>,
    /// Pupils whom a row may be about that nobody could tell.
    alike: HashSet<usize>,
}

/// Admission numbers are compared without their leading zeros, which
/// spreadsheets take away.
fn key(adno: &Line<60>) -> &str {
    adno.as_str().trim_start_matches('0')
}

/// Whether two admission numbers are one.
pub(super) fn same_number(one: &Line<60>, other: &Line<60>) -> bool {
    key(one) == key(other)
}

/// Neither the given name nor the family name is the same, so that a slip in
/// one, or a new family name, is still the same child.
fn is_another_name(pupil: &Pupil, row: &PupilIn) -> bool {
    let differ = |one: &str, other: &str| one.to_lowercase() != other.to_lowercase();
    differ(pupil.name.given.as_str(), row.given.as_str())
        && differ(pupil.name.family.as_str(), row.family.as_str())
}

impl<'a> Known<'a> {
    pub(super) fn new(pupils: &'a [Pupil], ids: &'a SourceIds) -> Self {
        let numbered = || pupils.iter().enumerate();
        Self {
            pupils,
            by_upn: numbered()
                .filter_map(|(at, pupil)| Some((pupil.upn.as_ref()?.as_str(), at)))
                .collect(),
            by_adno: numbered()
                .filter_map(|(at, pupil)| Some((key(pupil.source_key.as_ref()?), at)))
                .collect(),
            by_id: numbered().map(|(at, pupil)| (pupil.id, at)).collect(),
            ids,
            taken: HashSet::new(),
            alike: HashSet::new(),
        }
    }

    /// The pupil a row is about; nothing for a new one.
    pub(super) fn find(&mut self, row: &PupilIn) -> Result<Option<&'a Pupil>, Clash> {
        let Some(at) = self.place(row)? else {
            return self.nobody(row).map(|()| None);
        };
        if !self.taken.insert(at) {
            return Err(Clash::SamePerson);
        }
        Ok(self.pupils.get(at))
    }

    /// The pupils no row was about.
    pub(super) fn others(&self) -> impl Iterator<Item = &'a Pupil> {
        let rest = self.pupils.iter().enumerate();
        rest.filter(|(at, _)| !self.taken.contains(at) && !self.alike.contains(at))
            .map(|(_, pupil)| pupil)
    }

    fn place(&self, row: &PupilIn) -> Result<Option<usize>, Clash> {
        let by = |upn: Option<&domain::pupil::Upn>| {
            upn.and_then(|upn| self.by_upn.get(upn.as_str())).copied()
        };
        let by_upn = by(row.upn.as_ref());
        let by_adno = row
            .adno
            .as_ref()
            .and_then(|adno| self.by_adno.get(key(adno)))
            .copied();
        let by_number = by_upn.or(by_adno);
        match (self.by_source(row), by_number) {
            (Some(one), Some(other)) if one != other => return Err(Clash::TwoPupils),
            (Some(one), _) if by_adno.is_none_or(|other| other == one) => return Ok(Some(one)),
            (Some(_), _) => return Err(Clash::TwoPupils),
            (None, _) => {}
        }
        match (by_upn, by_adno) {
            (Some(one), Some(other)) if one != other => Err(Clash::TwoPupils),
            (None, Some(one)) if self.is_reused(one, row) => Err(Clash::NumberReused),
            (Some(one), _) | (None, Some(one)) => Ok(Some(one)),
            (None, None) => Ok(by(row.former.as_ref())),
        }
    }

    fn by_source(&self, row: &PupilIn) -> Option<usize> {
        let found: Vec<PupilId> = self.ids.of(Named::Pupil, row.source_id.as_deref()?);
        found.iter().find_map(|id| self.by_id.get(id)).copied()
    }

    /// Whether somebody nobody answers to may be taken for a new pupil.
    fn nobody(&mut self, row: &PupilIn) -> Result<(), Clash> {
        let Some(born) = row.born else {
            return Err(Clash::NoBirthDate);
        };
        let same = |one: &str, other: &str| one.to_lowercase() == other.to_lowercase();
        let is_like = |pupil: &&Pupil| {
            pupil.born == born
                && same(pupil.name.given.as_str(), row.given.as_str())
                && same(pupil.name.family.as_str(), row.family.as_str())
        };
        if row.upn.is_some() || row.adno.is_some() {
            return Ok(());
        }
        let all = self.pupils.iter().enumerate();
        let alike: Vec<usize> = all
            .filter(|(_, pupil)| is_like(pupil))
            .map(|(at, _)| at)
            .collect();
        if alike.is_empty() {
            return Ok(());
        }
        self.alike.extend(alike);
        Err(Clash::MayBePupil)
    }

    /// An admission number that came to another child: the day of birth is not
    /// theirs, and neither is the UPN or the name.
    fn is_reused(&self, at: usize, row: &PupilIn) -> bool {
        self.pupils.get(at).is_some_and(|pupil| {
            let other_upn = pupil.upn.is_some()
                && row.upn.is_some()
                && pupil.upn != row.upn
                && pupil.upn != row.former;
            row.born.is_some_and(|born| pupil.born != born)
                && (other_upn || is_another_name(pupil, row))
        })
    }
}
