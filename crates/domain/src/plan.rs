//! The plan: what everybody agreed, one version at a time.
//!
//! A version never changes once agreed. To change anything, [`AgreedPlan::amend`]
//! makes the next version, with the reason beside it. Signatures bind to the
//! [`PlanHash`] of one version ([`crate::signature`]).

mod canonical;
mod check;
mod compare;
mod day_to_day;
mod draft;
mod hash;
mod problem;
mod stored;
mod version;

use std::fmt;

use jiff::civil::Date;

pub use compare::{About, Change, compare};
pub use day_to_day::{DayPart, DayProblem, DayToDay, DayToDaySheet};
pub use draft::{
    Arrangements, Clash, ConsequenceSheet, HomeSheet, MonitoringSheet, PlanDraft, PlanEdit,
    PlanFrame, PromiseSheet, SheetPlace, SheetProblem, TargetSheet,
};
pub use hash::{PlanHash, PlanPart, PlanParts, parts_changed};
pub use problem::{PlanNudge, PlanProblem};
pub use stored::{StoredPlan, Unreadable};
pub use version::PlanVersion;

use crate::{
    commitment::{Commitment, Consequence, HomeContact, Monitoring, Owner, Reward},
    id::{PlanId, TargetId},
    target::{Target, TargetStatus},
    text::Line,
};

/// The most open targets a plan may have.
pub const MOST_TARGETS: usize = 4;
/// Above this many a plan asks whether fewer would do.
pub const ENOUGH_TARGETS: usize = 3;

/// A version being written. Rewards come before consequences, here as on paper:
/// they do more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// This version's own id.
    pub id: PlanId,
    /// Which version it is.
    pub version: PlanVersion,
    /// First day of the programme.
    pub starts_on: Date,
    /// Last day of the programme.
    pub ends_on: Date,
    /// What the pupil is good at.
    pub good_at: Vec<Line<200>>,
    /// The targets, in the order people number them.
    pub targets: Vec<Target>,
    /// The promises.
    pub commitments: Vec<Commitment>,
    /// What the pupil gets for reaching steps.
    pub rewards: Vec<Reward>,
    /// What happens otherwise.
    pub consequences: Vec<Consequence>,
    /// Who keeps an eye on it.
    pub monitoring: Option<Monitoring>,
    /// How home hears of it.
    pub home_contact: Option<HomeContact>,
    /// Where the pupil can go.
    pub safe_place: Option<Line<120>>,
    /// Adults the pupil can go to.
    pub named_adults: Vec<Owner>,
    /// What every adult in school does the same way.
    pub day_to_day: DayToDay,
    /// Why this version took the place of the one before; none for the first.
    pub reason: Option<Line<300>>,
}

/// A version everyone settled on, fixed for good.
#[derive(Clone, PartialEq, Eq)]
pub struct AgreedPlan {
    plan: Plan,
    agreed_on: Date,
    text: String,
    hash: PlanHash,
}

/// A stored plan's words do not give its hash: they were changed outside Mainstay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("read plan: hash {kept} was kept but the words give {found}")]
pub struct Tampered {
    /// The hash kept.
    pub kept: PlanHash,
    /// The hash of the words.
    pub found: PlanHash,
}

impl Plan {
    /// An empty first version.
    pub fn first(id: PlanId, starts_on: Date, ends_on: Date) -> Self {
        Self {
            id,
            version: PlanVersion::FIRST,
            starts_on,
            ends_on,
            good_at: Vec::new(),
            targets: Vec::new(),
            commitments: Vec::new(),
            rewards: Vec::new(),
            consequences: Vec::new(),
            monitoring: None,
            home_contact: None,
            safe_place: None,
            named_adults: Vec::new(),
            day_to_day: DayToDay::default(),
            reason: None,
        }
    }

    /// Everything that stops the plan from being agreed.
    pub fn problems(&self) -> Vec<PlanProblem> {
        check::problems(self)
    }

    /// What is worth a second thought; none of it is in the way.
    pub fn nudges(&self) -> Vec<PlanNudge> {
        check::nudges(self)
    }

    /// Fixes this version.
    ///
    /// # Errors
    /// Every [`PlanProblem`]; the caller keeps its own draft.
    pub fn agree(self, on: Date) -> Result<AgreedPlan, Vec<PlanProblem>> {
        let problems = self.problems();
        if !problems.is_empty() {
            return Err(problems);
        }
        let text = canonical::whole(&self);
        let hash = PlanHash::of(&text);
        Ok(AgreedPlan {
            plan: self,
            agreed_on: on,
            text,
            hash,
        })
    }

    /// The number under which people know a target, from 1.
    pub fn number_of(&self, target: TargetId) -> Option<usize> {
        let place = self.targets.iter().position(|each| each.id == target)?;
        Some(place + 1)
    }

    /// The target with this id.
    pub fn target(&self, id: TargetId) -> Option<&Target> {
        self.targets.iter().find(|target| target.id == id)
    }

    /// The targets still worked on.
    pub fn open_targets(&self) -> impl Iterator<Item = &Target> {
        self.targets
            .iter()
            .filter(|target| target.status == TargetStatus::Open)
    }

    /// The promises that help with a target.
    pub fn helping(&self, target: TargetId) -> impl Iterator<Item = &Commitment> {
        self.commitments
            .iter()
            .filter(move |commitment| commitment.helps(target))
    }

    /// The same plan with every person named by `name`: for a reader who may
    /// not learn everybody's. What people typed into a sentence stays as it is.
    #[must_use]
    pub fn named(mut self, name: impl Fn(&Owner) -> Owner) -> Self {
        let promises = self.commitments.iter_mut().map(|one| &mut one.owner);
        let deciders = self.consequences.iter_mut().map(|one| &mut one.decided_by);
        let monitors = self.monitoring.iter_mut().map(|one| &mut one.by);
        let callers = self.home_contact.iter_mut().map(|one| &mut one.by);
        for owner in promises
            .chain(deciders)
            .chain(monitors)
            .chain(callers)
            .chain(&mut self.named_adults)
        {
            *owner = name(owner);
        }
        self
    }

    /// The hashes of the plan's parts.
    pub fn parts(&self) -> PlanParts {
        PlanParts::of(self)
    }
}

impl AgreedPlan {
    /// A version read back from where it was kept, with its words and hash.
    ///
    /// # Errors
    /// [`Tampered`] when the words no longer give the hash.
    pub fn kept(
        plan: Plan,
        agreed_on: Date,
        text: String,
        hash: PlanHash,
    ) -> Result<Self, Tampered> {
        let found = PlanHash::of(&text);
        if found == hash {
            Ok(Self {
                plan,
                agreed_on,
                text,
                hash,
            })
        } else {
            Err(Tampered { kept: hash, found })
        }
    }

    /// What was agreed.
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The day it was agreed.
    pub const fn agreed_on(&self) -> Date {
        self.agreed_on
    }

    /// The whole plan in plain lines, as it was hashed. Kept beside the hash, so
    /// that a signature can be checked however Mainstay changes.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What signatures bind to.
    pub const fn hash(&self) -> PlanHash {
        self.hash
    }

    /// The next version, the same but for its number and the reason for it.
    pub fn amend(&self, id: PlanId, reason: Line<300>) -> Plan {
        Plan {
            id,
            version: self.plan.version.next(),
            reason: Some(reason),
            ..self.plan.clone()
        }
    }
}

// People's words must not reach a log through `{:?}`.
impl fmt::Debug for AgreedPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AgreedPlan")
            .field("id", &self.plan.id)
            .field("version", &self.plan.version)
            .field("hash", &self.hash)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
pub(crate) mod cast;
#[cfg(test)]
mod tests;
