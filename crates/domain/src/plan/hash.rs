//! Hashes of a plan and of its parts: what a signature binds to, and what tells
//! which parts of a new version have to be agreed again.

use std::{collections::BTreeMap, fmt, str::FromStr};

use sha2::{Digest, Sha256};

use super::{Plan, canonical};
use crate::id::{CommitmentId, PersonId, TargetId};

/// The SHA-256 of a plan's canonical text, written as 64 hex digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanHash([u8; 32]);

/// A written hash could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("read plan hash: expected 64 hex digits")]
pub struct BadHash;

impl PlanHash {
    /// The hash of a text.
    pub fn of(text: &str) -> Self {
        Self(Sha256::digest(text.as_bytes()).into())
    }
}

impl fmt::Display for PlanHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for PlanHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for PlanHash {
    type Err = BadHash;

    fn from_str(written: &str) -> Result<Self, BadHash> {
        let digits: Option<Vec<u8>> = written
            .chars()
            .map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
            .collect();
        let bytes: Vec<u8> = digits
            .filter(|digits| digits.len() == 64)
            .ok_or(BadHash)?
            .chunks(2)
            .map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit))
            .collect();
        bytes.try_into().map(Self).map_err(|_| BadHash)
    }
}

/// A part of a plan that can change by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanPart {
    /// One target: what is asked of the pupil and how it is counted.
    Target(TargetId),
    /// One promise, and the person who answers for it.
    Promise(CommitmentId, PersonId),
    /// Everything else: dates, rewards, consequences, who keeps an eye on it.
    Rest,
}

/// The hashes of a plan's parts.
///
/// Moving to another step of an agreed ladder changes no part: the ladder was
/// agreed whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanParts(BTreeMap<PlanPart, PlanHash>);

impl PlanParts {
    pub(super) fn of(plan: &Plan) -> Self {
        let mut parts = BTreeMap::new();
        for target in &plan.targets {
            let hash = PlanHash::of(&canonical::target(target));
            parts.insert(PlanPart::Target(target.id), hash);
        }
        for promise in &plan.commitments {
            let part = PlanPart::Promise(promise.id, promise.owner.person);
            parts.insert(part, PlanHash::of(&canonical::promise(promise)));
        }
        parts.insert(PlanPart::Rest, PlanHash::of(&canonical::rest(plan)));
        Self(parts)
    }

    /// The hash of one part.
    pub fn get(&self, part: PlanPart) -> Option<PlanHash> {
        self.0.get(&part).copied()
    }

    /// Every part with its hash.
    pub fn iter(&self) -> impl Iterator<Item = (PlanPart, PlanHash)> {
        self.0.iter().map(|(part, hash)| (*part, *hash))
    }
}

/// The parts that are new, gone or different, and so have to be agreed again.
pub fn parts_changed(old: &Plan, new: &Plan) -> Vec<PlanPart> {
    let (old, new) = (old.parts(), new.parts());
    let changed = new
        .iter()
        .filter(|(part, hash)| old.get(*part) != Some(*hash));
    let gone = old.iter().filter(|(part, _)| new.get(*part).is_none());
    let mut parts: Vec<PlanPart> = changed.chain(gone).map(|(part, _)| part).collect();
    parts.sort_unstable();
    parts
}
