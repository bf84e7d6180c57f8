//! What a file would change, for showing to the person who confirms it.

use domain::coded;
use serde::{Deserialize, Serialize};

/// What an import would change, or changed.
#[derive(Debug, Clone, Default)]
pub struct Changes {
    /// What is new.
    pub added: Vec<Item>,
    /// What is known and different in the file.
    pub changed: Vec<Item>,
    /// How many are as they were.
    pub same: usize,
    /// Who is on the list here and not in the file.
    pub missing: Vec<Item>,
    /// How many are on the list here now.
    pub listed: usize,
    /// Rows that somebody has to look at; none of them is stored.
    pub clashes: Vec<Clashed>,
    /// What else a person should know before confirming.
    pub notes: Vec<String>,
    /// Why those who are missing are.
    pub absence: Absence,
    /// Of a roster, its parts; the pupils' own changes stand above.
    pub parts: Vec<Part>,
}

/// Why somebody is said to be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Absence {
    /// The file holds everybody, and not them.
    #[default]
    NotInFile,
    /// The file holds changes, and says that they are gone.
    SaidToBeGone,
}

coded! {
    /// One part of a roster.
    pub enum Section {
        /// Pupils.
        Pupils => "pupils", "Pupils";
        /// Staff.
        Staff => "staff", "Staff";
        /// Contacts.
        Contacts => "contacts", "Contacts";
        /// Teaching groups.
        Groups => "groups", "Teaching groups";
    }
}

/// What one part of a roster would change.
#[derive(Debug, Clone)]
pub struct Part {
    /// Which.
    pub of: Section,
    /// How many of each.
    pub counts: Counts,
    /// What is new.
    pub added: Vec<Item>,
    /// What is different.
    pub changed: Vec<Item>,
    /// What is here and not in the roster.
    pub missing: Vec<Item>,
}

/// One pupil, member of staff or run of days.
#[derive(Clone, Default)]
pub struct Item {
    /// Who or what.
    pub name: String,
    /// What tells two of one name apart.
    pub about: String,
    /// What is different.
    pub details: Vec<Detail>,
}

/// One value that is different.
#[derive(Clone)]
pub struct Detail {
    /// Which.
    pub what: String,
    /// What is stored; empty where nothing is.
    pub was: String,
    /// What the file says.
    pub now: String,
    /// What becomes of it.
    pub told: Told,
}

/// What becomes of a value that is different in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// The file's value is stored.
    Becomes,
    /// It was put right here, and the file says what it said before: ours stays.
    Kept,
    /// It was put right here, and the file says something else now: ours stays
    /// until a person chooses.
    Stays,
    /// The file has come to say what was put right here.
    Agrees,
}

// Children's details must not reach a log through `{:?}`.
impl std::fmt::Debug for Item {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<item with {} details>", self.details.len())
    }
}

impl std::fmt::Debug for Detail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{}>", self.what)
    }
}

impl Detail {
    /// A value that may have changed; nothing when it has not.
    pub(super) fn of(
        what: impl Into<String>,
        was: impl Into<String>,
        now: impl Into<String>,
    ) -> Option<Self> {
        let (was, now) = (was.into(), now.into());
        (was != now).then(|| Self {
            what: what.into(),
            was,
            now,
            told: Told::Becomes,
        })
    }
}

/// One row that is left for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clashed {
    /// The line of the file it begins on; the headings are counted.
    pub line: u32,
    /// Why.
    pub clash: Clash,
}

/// A row that reads well and does not fit what is stored, with the numbers it
/// knows its person by.
#[derive(Clone, Default)]
pub(super) struct TooLong(pub(super) Vec<String>);

coded! {
    /// Why a row that reads well is not stored. The label says what is wrong.
    pub enum Clash {
        /// Two pupils here answer to one row.
        TwoPupils => "two_pupils", "The UPN belongs to one pupil here and the admission number to another";
        /// The number was given to someone else.
        NumberReused => "number_reused", "The admission number belongs to a pupil here with another date of birth, and another UPN or name";
        /// Two rows are one pupil or one member of staff.
        SamePerson => "same_person", "An earlier row is about the same person";
        /// Two members of staff here answer to one row.
        TwoStaff => "two_staff", "The staff ID or code belongs to one member of staff here and the email address to another";
        /// Nobody here, and not enough is known to make them a pupil.
        NoBirthDate => "no_birth_date", "The pupil is not here yet, and the roster does not say when they were born";
        /// Only the name and the day of birth say who it is.
        MayBePupil => "may_be_pupil", "A pupil here has the same name and date of birth, and the roster has no number to tell by";
        /// A name, number or type is longer than the store holds.
        TooLong => "too_long", "A name, a number or a type in this row is longer than can be kept here";
        /// A contact who may be somebody here under another name.
        MayBeKnown => "may_be_known", "The contact may be somebody who is here already under another name";
    }
}

impl Clash {
    /// What to do about it.
    pub const fn remedy(self) -> &'static str {
        match self {
            Self::TwoPupils => {
                "Check both numbers in your school’s system. If one child is here twice, tell your system administrator"
            }
            Self::NumberReused => {
                "Check the admission number, the UPN and the date of birth in your school’s system and export again"
            }
            Self::SamePerson => "Keep one row for each person and export again",
            Self::TwoStaff => "Check the staff ID and the email address of both people",
            Self::NoBirthDate => {
                "Send the demographics file with the roster: it holds dates of birth. Or import a list of pupils first"
            }
            Self::MayBePupil => {
                "Send UPNs or admission numbers with the roster, as identifier or userIds. If they are two children, import a list of pupils first"
            }
            Self::TooLong => {
                "Check whether two cells have run together in this row. If it is right as it stands, shorten it in your school’s system and export again"
            }
            Self::MayBeKnown => {
                "Find out who it is. If it is somebody who is here, write their name and what they are to the pupil in your school’s system as they stand here, and export again. If it is someone else, tell the safeguarding lead"
            }
        }
    }
}

/// How many of each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// New.
    pub added: usize,
    /// Changed.
    pub changed: usize,
    /// As they were.
    pub same: usize,
    /// On the list here and not in the file.
    pub missing: usize,
    /// Marked as having left.
    pub left: usize,
}

impl Counts {
    /// Whether nothing was different.
    pub const fn unchanged(self) -> bool {
        self.added == 0 && self.changed == 0 && self.left == 0
    }
}

impl Changes {
    /// How many of each; nobody has been marked as having left.
    pub fn counts(&self) -> Counts {
        Counts {
            added: self.added.len(),
            changed: self.changed.len(),
            same: self.same,
            missing: self.missing.len(),
            left: 0,
        }
    }

    /// Whether more are missing than is likely by chance: over 5 in 100.
    pub fn many_missing(&self) -> bool {
        self.missing.len() * 20 > self.listed
    }
}
