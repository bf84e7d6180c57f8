//! The pupils a school has, to find the pupil whom a row is about.
//!
//! A UPN is trusted before an admission number: if a row has a UPN, only the
//! UPN counts. Nobody is ever found by name.

use std::collections::{HashMap, HashSet};

use crate::{
    cells::{
        number::Adno,
        upn::{Upn, UpnProblem},
    },
    field::Field,
    reason::Reason,
    table::Row,
};

/// One pupil among those of a [`Roll`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PupilAt(usize);

/// The pupil whom a row is about, as the row knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PupilRef {
    /// Which pupil of the roll.
    pub at: PupilAt,
    /// The UPN the row gives.
    pub upn: Option<Upn>,
    /// The admission number the row gives.
    pub adno: Option<Adno>,
}

/// What becomes of rows about pupils who are not on the roll.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strangers {
    /// They are refused, as they are whenever anything is stored.
    Refused,
    /// They are taken: the file is only looked at, and no roll is known.
    Welcome,
}

/// The pupils whom rows may be about.
#[derive(Clone)]
pub struct Roll {
    upns: HashMap<Upn, PupilAt>,
    adnos: HashMap<String, PupilAt>,
    /// Whose UPN is known.
    with_upn: HashSet<PupilAt>,
    pupils: usize,
    strangers: Strangers,
}

impl std::fmt::Debug for Roll {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<roll of {} pupils>", self.pupils)
    }
}

impl Roll {
    /// A roll with nobody on it yet.
    pub fn new(strangers: Strangers) -> Self {
        Self {
            upns: HashMap::new(),
            adnos: HashMap::new(),
            with_upn: HashSet::new(),
            pupils: 0,
            strangers,
        }
    }

    /// What becomes of rows about strangers from now on.
    #[must_use]
    pub fn with(mut self, strangers: Strangers) -> Self {
        self.strangers = strangers;
        self
    }

    /// How many pupils are on it.
    pub const fn len(&self) -> usize {
        self.pupils
    }

    /// Whether nobody is on it.
    pub const fn is_empty(&self) -> bool {
        self.pupils == 0
    }

    /// Puts a pupil on the roll; one who is there already stays the same pupil.
    pub fn add(&mut self, upn: Option<&Upn>, adno: Option<&Adno>) -> PupilAt {
        let known = match upn {
            Some(upn) => self.upns.get(upn),
            None => adno.and_then(|adno| self.adnos.get(&adno.key())),
        };
        let at = known.copied().unwrap_or(PupilAt(self.pupils));
        self.pupils = self.pupils.max(at.0 + 1);
        if let Some(upn) = upn {
            self.upns.insert(upn.clone(), at);
            self.with_upn.insert(at);
        }
        if let Some(adno) = adno {
            self.adnos.entry(adno.key()).or_insert(at);
        }
        at
    }

    /// Whom a row is about: `E_NO_ID`, `E_UPN_FORMAT`, `E_UPN_CHECK` or
    /// `E_UNKNOWN_PUPIL`, in that order.
    pub(crate) fn pupil_of(&mut self, row: &Row<'_>) -> Result<PupilRef, Reason> {
        let upn = row.identifier(Field::Upn);
        let adno = row.identifier(Field::Adno);
        if upn.is_empty() && adno.is_empty() {
            return Err(Reason::NoId);
        }
        let upn = match upn.as_str() {
            "" => None,
            words => Some(Upn::read(words).map_err(|problem| match problem {
                UpnProblem::Format => Reason::UpnFormat,
                UpnProblem::Check => Reason::UpnCheck,
            })?),
        };
        // A number that a spreadsheet has spoilt is nobody's.
        let adno = Adno::read(&adno).unwrap_or_default();
        let found = match (&upn, &adno) {
            (Some(upn), _) => self.upns.get(upn).copied(),
            (None, Some(adno)) => self.adnos.get(&adno.key()).copied(),
            (None, None) => return Err(Reason::UnknownPupil),
        };
        let at = match (found, self.strangers) {
            (found, Strangers::Welcome) => self.met(found, upn.as_ref(), adno.as_ref()),
            (Some(at), Strangers::Refused) => at,
            (None, Strangers::Refused) => return Err(Reason::UnknownPupil),
        };
        Ok(PupilRef { at, upn, adno })
    }

    /// A pupil of a file that is read without a roll: two numbers that stand
    /// together in a row are one pupil's from there on, even if each has stood
    /// alone before. An admission number that another UPN had first stays.
    fn met(&mut self, found: Option<PupilAt>, upn: Option<&Upn>, adno: Option<&Adno>) -> PupilAt {
        let (Some(upn), Some(adno)) = (upn, adno) else {
            return found.unwrap_or_else(|| self.add(upn, adno));
        };
        let alone = self.adnos.get(&adno.key()).copied();
        let alone = alone.filter(|at| !self.with_upn.contains(at));
        match (found, alone) {
            (Some(at), Some(_)) => {
                self.adnos.insert(adno.key(), at);
                at
            }
            (None, Some(at)) => {
                self.upns.insert(upn.clone(), at);
                self.with_upn.insert(at);
                at
            }
            (_, None) => self.add(Some(upn), Some(adno)),
        }
    }
}
