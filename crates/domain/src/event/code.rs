//! How codes and sets of roles are written inside events: as stored.
//!
//! This is the only place in the crate, beside ids, that knows of serde.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use super::{Opened, Records};
use crate::{
    account::{CaseRole, SchoolRoles, SessionEnd, SignInRefusal},
    contact::RestrictionKind,
    correction::Settled,
    document::{DocumentKind, HomeReads},
    note::WishAnswer,
    programme::{
        AskChannel, DeclineReason, Judgement, NextOption, PauseReason, SafeguardingCheck,
        StageName, Task, TransferReason, WithdrawReason,
    },
    pupil::QuestionnaireVersion,
    signature::Paper,
};

macro_rules! written_as {
    ($how:expr; $($name:ty),+ $(,)?) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let how: fn(&$name) -> String = $how;
                serializer.serialize_str(&how(self))
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = String::deserialize(deserializer)?;
                code.parse().map_err(D::Error::custom)
            }
        }
    )+};
}

written_as! { |one| one.code().to_owned();
    AskChannel, CaseRole, DeclineReason, DocumentKind, HomeReads, Judgement, NextOption, Opened, PauseReason,
    QuestionnaireVersion, Records, RestrictionKind, SafeguardingCheck, SessionEnd, Settled, SignInRefusal,
    StageName, Task, TransferReason, WishAnswer, WithdrawReason,
}

written_as! { ToString::to_string; Paper, SchoolRoles }
