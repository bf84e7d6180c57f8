//! Which stored pupil a row is about: by UPN, else by admission number, else by
//! the UPN before this one. Never by name.

use std::collections::{HashMap, HashSet};

use domain::{pupil::Pupil, text::Line};

use super::incoming::PupilIn;
use crate::imports::changes::Clash;

/// Stored pupils, found by their numbers.
pub(super) struct Known<'a> {
    pupils: &'a [Pupil],
    by_upn: HashMap<&'a str, usize>,
    by_adno: HashMap<&'a str, usize>,
    taken: HashSet<usize>,
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
    pub(super) fn new(pupils: &'a [Pupil]) -> Self {
        let numbered = || pupils.iter().enumerate();
        Self {
            pupils,
            by_upn: numbered()
                .filter_map(|(at, pupil)| Some((pupil.upn.as_ref()?.as_str(), at)))
                .collect(),
            by_adno: numbered()
                .filter_map(|(at, pupil)| Some((key(pupil.source_key.as_ref()?), at)))
                .collect(),
            taken: HashSet::new(),
        }
    }

    /// The pupil a row is about; nothing for a new one.
    pub(super) fn find(&mut self, row: &PupilIn) -> Result<Option<&'a Pupil>, Clash> {
        let Some(at) = self.place(row)? else {
            return Ok(None);
        };
        if !self.taken.insert(at) {
            return Err(Clash::SamePerson);
        }
        Ok(self.pupils.get(at))
    }

    /// The pupils no row was about.
    pub(super) fn others(&self) -> impl Iterator<Item = &'a Pupil> {
        let rest = self.pupils.iter().enumerate();
        rest.filter(|(at, _)| !self.taken.contains(at))
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
        match (by_upn, by_adno) {
            (Some(one), Some(other)) if one != other => Err(Clash::TwoPupils),
            (None, Some(one)) if self.is_reused(one, row) => Err(Clash::NumberReused),
            (Some(one), _) | (None, Some(one)) => Ok(Some(one)),
            (None, None) => Ok(by(row.former.as_ref())),
        }
    }

    /// An admission number that came to another child: the day of birth is not
    /// theirs, and neither is the UPN or the name.
    fn is_reused(&self, at: usize, row: &PupilIn) -> bool {
        self.pupils.get(at).is_some_and(|pupil| {
            let other_upn = pupil.upn.is_some()
                && row.upn.is_some()
                && pupil.upn != row.upn
                && pupil.upn != row.former;
            pupil.born != row.born && (other_upn || is_another_name(pupil, row))
        })
    }
}
