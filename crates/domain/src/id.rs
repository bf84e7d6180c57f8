//! Typed identifiers. One kind cannot stand where another is meant.
//!
//! Nothing here makes an id from the clock: ids are made by `store`'s one
//! source of randomness and handed in.

use std::{cmp::Ordering, fmt, hash, marker::PhantomData, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

/// A kind of thing that has ids; gives the prefix people see in logs.
pub trait Kind {
    /// The prefix of the written form, such as `programme`.
    const PREFIX: &'static str;
}

/// The id of one `K`: a UUIDv7, written `programme_<32 hex digits>`.
pub struct Id<K>(Uuid, PhantomData<fn() -> K>);

/// Why a written id could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("read id: expected '{prefix}_' and 32 hex digits")]
pub struct BadId {
    prefix: &'static str,
}

impl<K> Id<K> {
    /// Wraps a UUID that is known to name a `K`.
    pub const fn new(uuid: Uuid) -> Self {
        Self(uuid, PhantomData)
    }

    /// The bare UUID.
    pub const fn uuid(self) -> Uuid {
        self.0
    }
}

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for Id<K> {}
impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<K> Eq for Id<K> {}
impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}
impl<K> hash::Hash for Id<K> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<K: Kind> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", K::PREFIX, self.0.simple())
    }
}
impl<K: Kind> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
impl<K: Kind> FromStr for Id<K> {
    type Err = BadId;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let bad = || BadId { prefix: K::PREFIX };
        let hex = s
            .strip_prefix(K::PREFIX)
            .and_then(|rest| rest.strip_prefix('_'))
            .filter(|hex| hex.len() == 32)
            .ok_or_else(bad)?;
        Uuid::try_parse(hex).map(Self::new).map_err(|_| bad())
    }
}
impl<K: Kind> Serialize for Id<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de, K: Kind> Deserialize<'de> for Id<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $marker:ident, $alias:ident, $prefix:literal;)*) => {$(
        #[doc = concat!("Marks ids written `", $prefix, "_...`.")]
        #[derive(Debug)]
        pub enum $marker {}
        impl Kind for $marker {
            const PREFIX: &'static str = $prefix;
        }
        $(#[$doc])*
        pub type $alias = Id<$marker>;
    )*};
}

kinds! {
    /// A school: the tenant. Every row that belongs to a school carries it.
    SchoolKind, SchoolId, "school";
    /// A person who can sign in.
    AccountKind, AccountId, "account";
    /// A pupil on a school's roll.
    PupilKind, PupilId, "pupil";
    /// A parent, carer or other contact of a pupil.
    ContactKind, ContactId, "contact";
    /// A member of staff, with or without an account.
    StaffKind, StaffId, "staff";
    /// A teaching or registration group.
    GroupKind, GroupId, "group";
    /// One programme for one pupil.
    ProgrammeKind, ProgrammeId, "programme";
    /// Someone taking part in one programme: staff, family, pupil or agency.
    PersonKind, PersonId, "person";
    /// One request for someone's answers to one form.
    AskKind, AskId, "ask";
    /// One version of what was agreed.
    PlanKind, PlanId, "plan";
    /// A target; keeps its id through the plan's versions.
    TargetKind, TargetId, "target";
    /// A promise by one named person; keeps its id through the plan's versions.
    CommitmentKind, CommitmentId, "commitment";
    /// A meeting of any kind.
    MeetingKind, MeetingId, "meeting";
    /// One review's record.
    ReviewKind, ReviewId, "review";
    /// A contact home, good news, or a key worker's check-in.
    NoteKind, NoteId, "note";
    /// A form as it was drawn once: what is sent from it twice is kept once.
    FormKind, FormId, "form";
    /// A one-time invitation to make an account.
    InvitationKind, InvitationId, "invitation";
    /// One run of an import.
    ImportKind, ImportId, "import";
    /// One value that was put right against what the school's own system says.
    CorrectionKind, CorrectionId, "correction";
    /// One background job.
    JobKind, JobId, "job";
    /// One place records come from by themselves.
    FeedKind, FeedId, "feed";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_writes_and_refuses_another_kind() {
        let id = ProgrammeId::new(Uuid::from_u128(7));
        assert_eq!(id.to_string().parse(), Ok(id));
        assert!(id.to_string().parse::<PupilId>().is_err());
        assert!("programme_xyz".parse::<ProgrammeId>().is_err());
    }
}
