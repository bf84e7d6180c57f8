//! What became of promises by a review.

use crate::{
    commitment::{Commitment, Delivery, Tally},
    id::CommitmentId,
    indicators::Settled,
    plan::Plan,
    text::Line,
};

/// What became of one promise, as the meeting settled it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseReview {
    /// The promise.
    pub commitment: CommitmentId,
    /// What whoever made it answered beforehand; kept beside what was settled.
    pub own_answer: Option<Delivery>,
    /// What the meeting settled.
    pub delivery: Delivery,
    /// How many times of how many, when it can be counted: 4 of 6 visits.
    pub times: Option<Tally>,
    /// Why, when it was not kept whole.
    pub why: Option<Line<300>>,
}

impl PromiseReview {
    /// What it counts for: the times when they were counted, else all, half or
    /// none. What has not happened yet counts for nothing, whatever was counted.
    pub fn tally(&self) -> Tally {
        let counted = self.times.filter(|times| times.promised() > 0);
        match self.delivery {
            Delivery::NotDone => Delivery::NotDone.into(),
            Delivery::Done | Delivery::Partly => counted.unwrap_or_else(|| self.delivery.into()),
        }
    }
}

/// A plan's promises as a review goes through them: adults first, then the
/// pupil, each in the order of the plan.
pub fn adults_first(plan: &Plan) -> Vec<&Commitment> {
    let (mut adults, pupil): (Vec<_>, Vec<_>) = plan
        .commitments
        .iter()
        .partition(|promise| promise.party.is_adult());
    adults.extend(pupil);
    adults
}

/// What was settled, each with its side; a promise that is no longer known
/// counts for nobody.
pub(crate) fn settled(reviews: &[PromiseReview], plan: &Plan) -> Vec<Settled> {
    let one = |review: &PromiseReview| {
        let mut all = plan.commitments.iter();
        let promise = all.find(|each| each.id == review.commitment)?;
        Some(Settled {
            promise: promise.id,
            party: promise.party,
            tally: review.tally(),
        })
    };
    reviews.iter().filter_map(one).collect()
}
