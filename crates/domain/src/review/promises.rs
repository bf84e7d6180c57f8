//! What became of promises by a review.

use crate::{
    commitment::{Commitment, Delivery, Tally},
    id::CommitmentId,
    indicators::Delivered,
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
    /// What it counts for: the times when they were counted, else all, half or none.
    pub fn tally(&self) -> Tally {
        self.times.unwrap_or_else(|| self.delivery.into())
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

/// How much each side delivered; a promise that is no longer known counts for nobody.
pub(super) fn delivered(reviews: &[PromiseReview], plan: &Plan) -> Delivered {
    Delivered::of(reviews.iter().filter_map(|review| {
        let promise = plan
            .commitments
            .iter()
            .find(|each| each.id == review.commitment)?;
        Some((promise.party, review.tally()))
    }))
}
