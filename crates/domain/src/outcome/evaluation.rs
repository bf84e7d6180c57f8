//! What the final meeting has before it: each target, the figures from start to
//! end, what people say, and whether support was delivered.

use super::OutcomeProblem;
use crate::{
    dates::WeekNumber,
    id::TargetId,
    indicators::{Delivered, Support},
    meeting::{View, ViewOf},
    plan::Plan,
    review::{MUST_BE_HEARD, PromiseReview, Unheard, adults_first},
    text::{Line, Prose},
};

crate::coded! {
    /// How one target ended.
    pub enum TargetEnd {
        /// The goal was met.
        Met => "met", "Met";
        /// Met in part.
        PartlyMet => "partly_met", "Partly met";
        /// Not met.
        NotMet => "not_met", "Not met";
        /// There is too little to go by.
        NotMeasured => "not_measured", "Not measured";
    }
}

/// How one target ended, and what shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetEnding {
    /// The target.
    pub target: TargetId,
    /// How it ended.
    pub end: TargetEnd,
    /// What shows it: the statement the record allows, or what was seen.
    pub evidence: Prose<1000>,
}

/// One figure from before the plan to its end, as text: "2 of 5", "84%".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartToEnd {
    /// What the figure is.
    pub what: Line<80>,
    /// Before the plan.
    pub before: Option<Line<60>>,
    /// At reviews on the way.
    pub along: Vec<(WeekNumber, Line<60>)>,
    /// In the last weeks.
    pub now: Option<Line<60>>,
}

/// What the final meeting has before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// How each target ended.
    pub targets: Vec<TargetEnding>,
    /// Figures from start to end.
    pub figures: Vec<StartToEnd>,
    /// What became of each promise since the last review.
    pub promises: Vec<PromiseReview>,
    /// What was delivered over the whole programme.
    pub delivered: Delivered,
    /// What the pupil, home and others say.
    pub says: Vec<View>,
    /// Why the pupil or home has no words here.
    pub unheard: Vec<Unheard>,
    /// Sides that said beforehand what they see; it stands beside the ending.
    pub heard: Vec<ViewOf>,
}

impl Evaluation {
    /// What is still missing. `plan` is the version it looks at.
    pub fn gaps(&self, plan: &Plan) -> Vec<OutcomeProblem> {
        let mut found = Vec::new();
        for target in plan.open_targets() {
            let ended = self.targets.iter().any(|each| each.target == target.id);
            if let Some(target) = plan.number_of(target.id).filter(|_| !ended) {
                found.push(OutcomeProblem::TargetLeftOut { target });
            }
        }
        let all = (1..).zip(adults_first(plan));
        let of_promise = |id| self.promises.iter().any(|each| each.commitment == id);
        let left_out = all.filter(|(_, each)| !of_promise(each.id));
        found.extend(
            left_out.map(|(place, promise)| OutcomeProblem::PromiseLeftOut {
                place,
                who: promise.who().to_owned(),
            }),
        );
        for side in MUST_BE_HEARD {
            let heard = self.says.iter().any(|view| view.of == side);
            let excused = self.unheard.iter().any(|each| each.of == side);
            let beforehand = self.heard.contains(&side);
            if !heard && !excused && !beforehand {
                found.push(OutcomeProblem::NotHeard(side));
            }
        }
        found
    }
}

/// What must stand on the page before a plan is judged unsuccessful, when
/// support was not fully delivered.
pub fn banner(delivered: &Delivered) -> Option<&'static str> {
    match delivered.support() {
        Support::Enough => None,
        Support::NotFullyDelivered => Some("Support was not fully delivered"),
        Support::NonePromised => Some("No adult promised any support"),
    }
}
