//! A review: were promises kept, how is each target going, and what changes.
//!
//! Adults' promises come first. When a target stalls, the help is looked at
//! before the pupil: a step down without new help gets a second thought.
//! Applying a review makes the plan's next version; the record of the review
//! stays as it was.

mod apply;
mod check;
mod decision;
mod draft;
mod heard;
mod problem;
mod promises;
pub(crate) mod typed;

use jiff::civil::Date;

pub use apply::apply;
pub use decision::{Decision, DecisionName, MoreHelp, Progress, TargetReview};
pub use draft::{
    ConcernAnswer, PromiseAnswer, ReviewDraft, ReviewFrame, SecondNeeded, TargetAnswer,
};
pub(crate) use draft::{read_promises, read_says};
pub use heard::{MUST_BE_HEARD, NoWords, Unheard, UnheardAnswer, WhyUnheard};
pub(crate) use heard::{not_heard, read_unheard};
pub use problem::{ReviewNudge, ReviewProblem};
pub(crate) use promises::settled;
pub use promises::{PromiseReview, adults_first};

use crate::{
    id::{MeetingId, ReviewId},
    indicators::Delivered,
    meeting::{MeetingKind, View, ViewOf},
    plan::Plan,
    programme::NextOption,
    text::{Line, Prose},
};

/// Which review of a programme, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReviewNumber(pub u8);

crate::coded! {
    /// How the plan looks, to the people in the room.
    pub enum Outlook {
        /// As hoped.
        OnCourse => "on_course", "On course";
        /// Hard to say.
        Uncertain => "uncertain", "Hard to say";
        /// Unlikely to be enough.
        Unlikely => "unlikely", "Unlikely to be enough";
    }
}

/// Whether a second review is needed before the last meeting; said at the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SecondReview {
    /// It is, and why.
    Needed(Line<300>),
    /// It is not, and why not.
    NotNeeded(Line<300>),
}

/// When a review was due, and until when it counts as held in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReviewDue {
    /// The day it was due.
    pub on: Date,
    /// The last day on which it is not late.
    pub window_closes: Date,
}

/// One review, as the people in it settled it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Its own id.
    pub id: ReviewId,
    /// The meeting it was held in.
    pub meeting: MeetingId,
    /// What kind of meeting that was.
    pub kind: MeetingKind,
    /// Which review of the programme.
    pub number: ReviewNumber,
    /// When it was due.
    pub due: ReviewDue,
    /// When it was held.
    pub held_on: Date,
    /// Why it was late, when it was.
    pub why_late: Option<Line<200>>,
    /// What became of each promise.
    pub promises: Vec<PromiseReview>,
    /// Each target.
    pub targets: Vec<TargetReview>,
    /// What the pupil, home and others say.
    pub says: Vec<View>,
    /// Why the pupil or home has no words here.
    pub unheard: Vec<Unheard>,
    /// Sides that said beforehand what they see; it stands beside the review.
    pub heard: Vec<ViewOf>,
    /// What helps.
    pub what_works: Option<Prose<600>>,
    /// How the plan looks.
    pub outlook: Outlook,
    /// What else could help, talked over when the plan looks unlikely to.
    pub talked_over: Vec<NextOption>,
    /// Whether a second review is needed, said at the first.
    pub second: Option<SecondReview>,
    /// The next meeting.
    pub next_on: Date,
}

impl Review {
    /// What stops the review from being settled. `plan` is the version it looked at.
    pub fn problems(&self, plan: &Plan) -> Vec<ReviewProblem> {
        check::problems(self, plan)
    }

    /// What is worth a second thought; none of it is in the way.
    pub fn nudges(&self, plan: &Plan) -> Vec<ReviewNudge> {
        check::nudges(self, plan)
    }

    /// Words for why the next version was made: "8-week review, 26 November 2026".
    pub fn as_reason(&self) -> String {
        format!("{}, {}", self.kind, self.held_on.strftime("%-d %B %Y"))
    }

    /// How much each side delivered of what it promised.
    pub fn delivered(&self, plan: &Plan) -> Delivered {
        Delivered::of(settled(&self.promises, plan))
    }
}

#[cfg(test)]
pub(crate) mod cast;
#[cfg(test)]
mod tests;
