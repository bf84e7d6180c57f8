//! What became of promises over the whole programme: every review that was held,
//! and the ending.

use std::collections::BTreeMap;

use domain::{
    commitment::{Commitment, Delivery},
    id::CommitmentId,
    indicators::{Delivered, Settled},
    outcome::EndingDraft,
    plan::{AgreedPlan, Plan},
    review::{PromiseAnswer, ReviewDraft, adults_first},
};
use store::{Tx, reviews};

use crate::{Refusal, subject::Case};

/// What one meeting said about promises, with the plan it looked at.
pub(super) struct Round<'a> {
    plan: &'a Plan,
    answers: BTreeMap<String, PromiseAnswer>,
}

/// One promise over the whole programme.
#[derive(Debug, Clone)]
pub struct PromiseKept {
    /// What was promised.
    pub text: String,
    /// Who promised it.
    pub who: String,
    /// "66%": how far it was kept; nothing when nobody went through it.
    pub share: Option<String>,
    /// What was settled last.
    pub last: Option<Delivery>,
    /// Why it was not kept whole, meeting by meeting.
    pub whys: Vec<String>,
}

/// What every review held so far said about promises.
pub(super) fn rounds<'a>(
    tx: &mut Tx<'_>,
    case: &Case,
    versions: &'a [AgreedPlan],
) -> Result<Vec<Round<'a>>, Refusal> {
    let (school, programme) = (case.programme.school, case.programme.id);
    let mut found = Vec::new();
    for row in reviews::of_programme(tx, school, programme)? {
        let mut plans = versions.iter().map(AgreedPlan::plan);
        let plan = plans.find(|plan| plan.version == row.version);
        if let (Some(plan), Some(_)) = (plan, row.held) {
            let answers = row.typed.promises;
            found.push(Round { plan, answers });
        }
    }
    Ok(found)
}

impl<'a> Round<'a> {
    /// What an ending says, with the plan it looks at.
    pub(super) fn of_ending(typed: &EndingDraft, plan: &'a Plan) -> Self {
        let answers = typed.promises.clone();
        Self { plan, answers }
    }

    fn settled(&self) -> Vec<Settled> {
        let typed = ReviewDraft {
            promises: self.answers.clone(),
            ..ReviewDraft::default()
        };
        typed.settled(self.plan)
    }
}

/// What was settled, one by one.
pub(super) fn settled(rounds: &[Round<'_>]) -> Vec<Settled> {
    rounds.iter().flat_map(Round::settled).collect()
}

/// Every promise there was, adults first, as the newest plan words it.
pub(super) fn each(rounds: &[Round<'_>], newest: &Plan) -> Vec<PromiseKept> {
    let plans = std::iter::once(newest).chain(rounds.iter().rev().map(|round| round.plan));
    let mut promises: Vec<&Commitment> = Vec::new();
    for promise in plans.flat_map(adults_first) {
        if promises.iter().all(|one| one.id != promise.id) {
            promises.push(promise);
        }
    }
    promises.sort_by_key(|promise| !promise.party.is_adult());
    let all = settled(rounds);
    promises
        .into_iter()
        .map(|promise| line(promise, rounds, &all))
        .collect()
}

fn line(promise: &Commitment, rounds: &[Round<'_>], all: &[Settled]) -> PromiseKept {
    let own = all.iter().filter(|one| one.promise == promise.id).copied();
    let said = answers(rounds, promise.id);
    let whys = said.iter().map(|answer| answer.why.trim().to_owned());
    PromiseKept {
        text: promise.text.to_string(),
        who: promise.who().to_owned(),
        share: Delivered::of(own).by(promise.party).words(),
        last: said.last().and_then(|answer| answer.delivery.parse().ok()),
        whys: whys.filter(|why| !why.is_empty()).collect(),
    }
}

fn answers<'a>(rounds: &'a [Round<'_>], promise: CommitmentId) -> Vec<&'a PromiseAnswer> {
    let written = promise.to_string();
    let found = rounds.iter();
    found
        .filter_map(|round| round.answers.get(&written))
        .collect()
}
