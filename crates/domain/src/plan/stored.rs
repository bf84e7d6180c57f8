//! The form in which an agreed version is kept: one JSON text of what people
//! would have typed, with the names and dates that stood around it then, so
//! that it reads the same when people have left and terms have moved.
//!
//! The form is read for ever: fields are added, never renamed or removed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Plan, PlanDraft, PlanFrame, PlanVersion};
use crate::{
    commitment::{Owner, Party},
    dates::WeekNumber,
    id::{PersonId, PlanId},
    target::ReviewPoint,
    text::Line,
};

/// One agreed version as kept.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredPlan {
    pupil: String,
    starts_on: Date,
    ends_on: Date,
    people: Vec<StoredPerson>,
    reviews: Vec<StoredReview>,
    typed: PlanDraft,
    #[serde(default)]
    reason: Option<String>,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
struct StoredPerson {
    id: PersonId,
    name: String,
    side: String,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
struct StoredReview {
    week: u8,
    on: Date,
}

/// A stored plan cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("read stored plan: {0}")]
pub struct Unreadable(String);

// People's words must not reach a log through `{:?}`.
impl std::fmt::Debug for StoredPlan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StoredPlan").finish_non_exhaustive()
    }
}

impl StoredPlan {
    /// A plan on its way to being kept.
    pub fn new(plan: &Plan, frame: &PlanFrame<'_>) -> Self {
        let person = |(owner, party): &(Owner, Party)| StoredPerson {
            id: owner.person,
            name: owner.name.to_string(),
            side: party.code().into(),
        };
        let review = |review: &ReviewPoint| StoredReview {
            week: review.week.number(),
            on: review.on,
        };
        Self {
            pupil: frame.pupil.into(),
            starts_on: plan.starts_on,
            ends_on: plan.ends_on,
            people: frame.people.iter().map(person).collect(),
            reviews: frame.reviews.iter().map(review).collect(),
            typed: PlanDraft::from(plan),
            reason: plan.reason.as_ref().map(Line::to_string),
        }
    }

    /// The plan again.
    ///
    /// # Errors
    /// [`Unreadable`] when the text was changed outside Mainstay.
    pub fn plan(&self, id: PlanId, version: PlanVersion) -> Result<Plan, Unreadable> {
        let people = self.people()?;
        let reviews = self.reviews()?;
        let frame = PlanFrame {
            pupil: &self.pupil,
            people: &people,
            reviews: &reviews,
            starts_on: self.starts_on,
            ends_on: self.ends_on,
        };
        let parsed = self.typed.parse(id, version, &frame);
        let plan = parsed.map_err(|all| Unreadable(format!("{} problems", all.len())))?;
        let reason = match &self.reason {
            None => None,
            Some(reason) => Some(Line::new(reason).map_err(|e| Unreadable(e.to_string()))?),
        };
        Ok(Plan { reason, ..plan })
    }

    fn people(&self) -> Result<Vec<(Owner, Party)>, Unreadable> {
        let read = |person: &StoredPerson| {
            let name = Line::new(&person.name).map_err(|e| Unreadable(e.to_string()))?;
            let party = person
                .side
                .parse()
                .map_err(|_| Unreadable("side of a person".into()))?;
            let person = person.id;
            Ok((Owner { person, name }, party))
        };
        self.people.iter().map(read).collect()
    }

    fn reviews(&self) -> Result<Vec<ReviewPoint>, Unreadable> {
        let read = |review: &StoredReview| {
            let week = WeekNumber::new(review.week).ok_or(Unreadable("week of a review".into()))?;
            Ok(ReviewPoint {
                week,
                on: review.on,
            })
        };
        self.reviews.iter().map(read).collect()
    }
}
