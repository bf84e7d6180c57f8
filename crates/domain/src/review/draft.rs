//! A review as somebody is writing it: every answer as typed, kept until it is
//! settled and, once settled, for ever. Fields are added, never renamed.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    Decision, DecisionName, MoreHelp, PromiseReview, Review, ReviewDue, ReviewNumber, SecondReview,
    TargetReview, adults_first,
    typed::{Problems, choose, codes, line, prose},
};
use crate::{
    commitment::{Commitment, Delivery, Party, Tally},
    id::{MeetingId, ReviewId, TargetId},
    meeting::MeetingKind,
    plan::Plan,
    programme::NextOption,
};

/// The answers on the review page. Blank means not answered.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReviewDraft {
    /// By written id of the promise.
    pub promises: BTreeMap<String, PromiseAnswer>,
    /// By written id of the target.
    pub targets: BTreeMap<String, TargetAnswer>,
    /// What helps.
    pub what_works: String,
    /// The code of an [`super::Outlook`].
    pub outlook: String,
    /// Codes of [`NextOption`]s talked over.
    pub talked_over: Vec<String>,
    /// At the first review, the code of a [`SecondNeeded`].
    pub second: String,
    /// Why.
    pub second_why: String,
    /// Why the review is late.
    pub why_late: String,
    /// The next meeting, as 2026-11-27.
    pub next_on: String,
    /// What became of an open concern: the code of a [`ConcernAnswer`].
    pub concern: String,
}

/// What became of one promise, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PromiseAnswer {
    /// What whoever made it said beforehand, as a code.
    pub own: String,
    /// The code of a [`Delivery`].
    pub delivery: String,
    /// How many times it happened.
    pub kept: String,
    /// Of how many.
    pub of: String,
    /// Why not whole.
    pub why: String,
}

/// What was settled about one target, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TargetAnswer {
    /// The code of a [`super::Progress`].
    pub progress: String,
    /// What the pupil said.
    pub pupil_says: String,
    /// The code of a [`DecisionName`].
    pub decision: String,
    /// What will be different.
    pub different: String,
    /// Codes of [`MoreHelp`].
    pub more_help: Vec<String>,
    /// What "something else" is.
    pub other_help: String,
    /// Why there is no new help.
    pub no_new_help: String,
}

crate::coded! {
    /// Whether a second review is needed, without its reason.
    pub enum SecondNeeded {
        /// It is.
        Needed => "needed", "Yes, hold it";
        /// It is not.
        NotNeeded => "not_needed", "No, go on to the final meeting";
    }
}

crate::coded! {
    /// What became of an open concern.
    pub enum ConcernAnswer {
        /// It is settled.
        Settled => "settled", "It is settled";
        /// It stays open.
        Open => "open", "It stays open";
    }
}

/// What stands around a review.
#[derive(Debug, Clone, Copy)]
pub struct ReviewFrame {
    /// Its id.
    pub id: ReviewId,
    /// Its meeting.
    pub meeting: MeetingId,
    /// Which kind.
    pub kind: MeetingKind,
    /// Which review of the programme.
    pub number: ReviewNumber,
    /// When it was due.
    pub due: ReviewDue,
    /// When it was held.
    pub held_on: Date,
}

impl ReviewDraft {
    /// The review, once every answer can be read. Whether it can be settled is
    /// for [`Review::problems`].
    ///
    /// # Errors
    /// Each field's name on the page, with what to do about it.
    pub fn parse(&self, frame: &ReviewFrame, plan: &Plan) -> Result<Review, Problems> {
        let mut problems = Problems::new();
        let promises = read_promises(&self.promises, plan, &mut problems);
        let targets = self.targets(plan, &mut problems);
        let outlook = choose("outlook", &self.outlook, &mut problems);
        let next_on = self.next_on.trim().parse().ok();
        if next_on.is_none() {
            let words = "Enter the day of the next meeting, such as 27 11 2026.";
            problems.push(("next-on".into(), words.into()));
        }
        let what_works = prose("what-works", &self.what_works, &mut problems);
        let why_late = line("why-late", &self.why_late, &mut problems);
        let second = self.second(&mut problems);
        match (outlook, next_on) {
            (Some(outlook), Some(next_on)) if problems.is_empty() => Ok(Review {
                id: frame.id,
                meeting: frame.meeting,
                kind: frame.kind,
                number: frame.number,
                due: frame.due,
                held_on: frame.held_on,
                why_late,
                promises,
                targets,
                what_works,
                outlook,
                talked_over: codes::<NextOption>(&self.talked_over),
                second,
                next_on,
            }),
            _ => Err(problems),
        }
    }

    /// What each side delivered, promise by promise; unanswered ones left out.
    pub fn tallies(&self, plan: &Plan) -> Vec<(Party, Tally)> {
        let read = read_promises(&self.promises, plan, &mut Problems::new());
        let tally = |each: &PromiseReview| {
            let all = &plan.commitments;
            let promise = all.iter().find(|one| one.id == each.commitment)?;
            Some((promise.party, each.tally()))
        };
        read.iter().filter_map(tally).collect()
    }

    fn targets(&self, plan: &Plan, problems: &mut Problems) -> Vec<TargetReview> {
        let mut found = Vec::new();
        for target in plan.open_targets() {
            let number = plan.number_of(target.id).unwrap_or_default();
            if let Some(typed) = self.targets.get(&target.id.to_string()) {
                found.extend(typed.read(target.id, number, problems));
            }
        }
        found
    }

    fn second(&self, problems: &mut Problems) -> Option<SecondReview> {
        let needed: SecondNeeded = self.second.parse().ok()?;
        let Some(why) = line("second-why", &self.second_why, problems) else {
            problems.push(("second-why".into(), "Say why, in a few words.".into()));
            return None;
        };
        Some(match needed {
            SecondNeeded::Needed => SecondReview::Needed(why),
            SecondNeeded::NotNeeded => SecondReview::NotNeeded(why),
        })
    }
}

impl TargetAnswer {
    fn read(&self, id: TargetId, number: usize, problems: &mut Problems) -> Option<TargetReview> {
        let field = |part: &str| format!("target-{number}-{part}");
        let progress = choose(&field("progress"), &self.progress, problems);
        let name: Option<DecisionName> = choose(&field("decision"), &self.decision, problems);
        let decision = match name? {
            DecisionName::Keep => Decision::Keep,
            DecisionName::StepUp => Decision::StepUp,
            DecisionName::StepDown => Decision::StepDown,
            DecisionName::Change => {
                let different = prose(&field("different"), &self.different, problems);
                if different.is_none() {
                    problems.push((field("different"), "Say what will be different.".into()));
                }
                Decision::Change {
                    different: different?,
                    target: None,
                }
            }
        };
        Some(TargetReview {
            target: id,
            progress: progress?,
            pupil_says: line(&field("pupil"), &self.pupil_says, problems),
            decision,
            more_help: codes::<MoreHelp>(&self.more_help),
            other_help: line(&field("other-help"), &self.other_help, problems),
            no_new_help: line(&field("no-new-help"), &self.no_new_help, problems),
        })
    }
}

/// What became of each promise that was gone through, adults first.
pub(crate) fn read_promises(
    typed: &BTreeMap<String, PromiseAnswer>,
    plan: &Plan,
    problems: &mut Problems,
) -> Vec<PromiseReview> {
    let each = adults_first(plan).into_iter().enumerate();
    each.filter_map(|(place, promise)| {
        let answer = typed.get(&promise.id.to_string())?;
        answer.read(promise, place + 1, problems)
    })
    .collect()
}

impl PromiseAnswer {
    fn read(
        &self,
        promise: &Commitment,
        number: usize,
        problems: &mut Problems,
    ) -> Option<PromiseReview> {
        let delivery: Delivery = self.delivery.parse().ok()?;
        let times = match (self.kept.trim(), self.of.trim()) {
            ("", "") => None,
            (kept, of) => match (kept.parse::<u32>(), of.parse::<u32>()) {
                (Ok(kept), Ok(of)) if kept <= of => Some(Tally::times(kept, of)),
                _ => {
                    let words = "Enter how many times of how many, such as 4 of 6.";
                    problems.push((format!("promise-{number}-kept"), words.into()));
                    None
                }
            },
        };
        Some(PromiseReview {
            commitment: promise.id,
            own_answer: self.own.parse().ok(),
            delivery,
            times,
            why: line(&format!("promise-{number}-why"), &self.why, problems),
        })
    }
}

// People's words must not reach a log through `{:?}`.
macro_rules! hidden {
    ($($name:ident)+) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )+};
}
hidden!(ReviewDraft PromiseAnswer TargetAnswer);
