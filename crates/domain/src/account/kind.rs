//! Which kind of person an account is for, and how long their sessions live.

use crate::coded;

coded! {
    /// Which kind of person an account is for.
    pub enum AccountKind {
        /// Works at the school.
        Staff => "staff", "Staff";
        /// A parent or carer.
        Family => "family", "Parent or carer";
        /// The pupil.
        Pupil => "pupil", "Pupil";
        /// Works for another organisation.
        Outside => "outside", "Outside professional";
    }
}

impl AccountKind {
    /// Minutes without a request after which a session ends (assurance notes 1.6).
    pub const fn idle_minutes(self) -> i64 {
        match self {
            Self::Staff => 30,
            Self::Family => 20,
            Self::Outside => 15,
            Self::Pupil => 10,
        }
    }

    /// Minutes after which a session ends whatever happens (assurance notes 1.6).
    pub const fn longest_minutes(self) -> i64 {
        match self {
            Self::Staff => 12 * 60,
            Self::Family | Self::Outside => 4 * 60,
            Self::Pupil => 60,
        }
    }
}
