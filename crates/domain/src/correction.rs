//! What a person here has put right against what the school's own system says.
//!
//! A correction stands until the source comes to say the same, a person takes
//! the source's value after all, or it is put right again. No import writes
//! over it: what the source says meanwhile is kept beside it. Who may correct
//! what is not decided here.

mod value;

pub use value::{ContactField, PupilField, ValueProblem};

use jiff::Timestamp;

use crate::{
    coded,
    id::{AccountId, ContactId, CorrectionId, ImportId, PupilId, SchoolId},
    text::Line,
};

/// One value that was put right.
#[derive(Clone, PartialEq, Eq)]
pub struct Correction {
    /// Which.
    pub id: CorrectionId,
    /// The school.
    pub school: SchoolId,
    /// Whose record.
    pub pupil: PupilId,
    /// Which value.
    pub about: About,
    /// What a person here says; empty for nothing.
    pub ours: String,
    /// What the source said when it was put right.
    pub said: String,
    /// What the source said when a person last decided that ours stays.
    pub heard: String,
    /// What the source says now.
    pub says: String,
    /// The import that said so last, if one has since.
    pub says_import: Option<ImportId>,
    /// Why.
    pub why: Line<200>,
    /// Who put it right.
    pub by: AccountId,
    /// When.
    pub at: Timestamp,
    /// Whether it still stands.
    pub stage: CorrectionStage,
}

// What is put right is personal and stays out of logs.
impl std::fmt::Debug for Correction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<correction of {}>", self.about.code())
    }
}

/// Which value of a pupil's record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// One of the pupil's own.
    Pupil(PupilField),
    /// One of a contact's.
    Contact(ContactId, ContactField),
}

impl About {
    /// The contact whose it is, if it is a contact's.
    pub const fn contact(self) -> Option<ContactId> {
        match self {
            Self::Pupil(_) => None,
            Self::Contact(contact, _) => Some(contact),
        }
    }

    /// The stored code of the value.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pupil(field) => field.code(),
            Self::Contact(_, field) => field.code(),
        }
    }

    /// What people call the value.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Pupil(field) => field.label(),
            Self::Contact(_, field) => field.label(),
        }
    }

    /// A stored value in words; "nothing" for none.
    pub fn words(self, value: &str) -> String {
        match self {
            Self::Pupil(field) => field.words(value),
            Self::Contact(_, field) => field.words(value),
        }
    }

    /// Whether two values say the same.
    fn same(self, one: &str, other: &str) -> bool {
        match self {
            Self::Pupil(_) => one == other,
            Self::Contact(_, field) => field.same(one, other),
        }
    }
}

/// Whether a correction stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CorrectionStage {
    /// It does.
    Stands,
    /// It no longer does, and stays on record.
    Settled {
        /// How that came.
        how: Settled,
        /// Who decided, when a person did.
        by: Option<AccountId>,
        /// When.
        at: Timestamp,
    },
}

coded! {
    /// How a correction came to an end.
    pub enum Settled {
        /// The source came to say the same.
        Agrees => "agrees", "The school’s system now says the same";
        /// A person took the source's value after all.
        Taken => "taken", "The school’s system was right";
        /// It was put right again.
        Again => "again", "Put right again";
    }
}

/// What it means for a correction that the source says a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hears {
    /// What it said when a person decided: ours stands, in silence.
    Known,
    /// The same as ours: the correction is settled.
    Agreement,
    /// Something that nobody has looked at: both are shown until a person chooses.
    News,
}

impl Correction {
    /// What it means that the source says this value.
    pub fn hears(&self, value: &str) -> Hears {
        if self.about.same(value, &self.ours) {
            Hears::Agreement
        } else if self.about.same(value, &self.heard) {
            Hears::Known
        } else {
            Hears::News
        }
    }

    /// Whether a person has to choose between the two.
    pub fn asks(&self) -> bool {
        self.stage == CorrectionStage::Stands && self.hears(&self.says) == Hears::News
    }

    /// With what the source says now; settled when it agrees.
    #[must_use]
    pub fn told(mut self, value: &str, import: Option<ImportId>, at: Timestamp) -> Self {
        let hears = self.hears(value);
        value.clone_into(&mut self.says);
        self.says_import = import.or(self.says_import);
        match hears {
            Hears::Agreement => self.settled(Settled::Agrees, None, at),
            Hears::Known | Hears::News => self,
        }
    }

    /// Ours stays, whatever the source says now.
    #[must_use]
    pub fn kept(mut self) -> Self {
        self.heard.clone_from(&self.says);
        self
    }

    /// No longer standing.
    #[must_use]
    pub fn settled(mut self, how: Settled, by: Option<AccountId>, at: Timestamp) -> Self {
        self.stage = CorrectionStage::Settled { how, by, at };
        self
    }
}

#[cfg(test)]
mod tests;
