//! What a review settles about one target.

use crate::{
    id::TargetId,
    target::Target,
    text::{Line, Prose},
};

crate::coded! {
    /// How a target is going. About the target and its help, not the pupil.
    pub enum Progress {
        /// The step is met.
        Met => "met", "Met";
        /// Met in part.
        Partly => "partly", "Partly met";
        /// Not yet.
        NotYet => "not_yet", "Not yet";
        /// There is too little to go by.
        NotMeasured => "not_measured", "Not measured";
    }
}

crate::coded! {
    /// New help for a target that has stalled.
    pub enum MoreHelp {
        /// Seating and groups.
        SeatsAndGroups => "seats_and_groups", "Look at seats and groups";
        /// Reading and language, looked at again.
        ReadingAndLanguage => "reading_and_language", "Check reading and language needs again";
        /// An outside professional's view.
        OutsideView => "outside_view", "Ask for an outside view: EP, speech and language, CAMHS";
        /// More of the mentor.
        MentorTime => "mentor_time", "More time with the mentor";
        /// Counselling and the like.
        Counselling => "counselling", "Counselling or other special help";
        /// More outreach, or part of the week elsewhere.
        Outreach => "outreach", "More from Outreach, in school or part-time elsewhere";
        /// Room in the timetable.
        TimetableRoom => "timetable_room", "Room in the timetable for special learning";
        /// Anything else, said in words.
        SomethingElse => "something_else", "Something else";
    }
}

/// What happens to a target next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// The same step.
    Keep,
    /// The next step.
    StepUp,
    /// The step below.
    StepDown,
    /// Something will be different.
    Change {
        /// What, in words.
        different: Prose<600>,
        /// The target as it will read, when its own words or steps change; none
        /// when only the help around it does.
        target: Option<Box<Target>>,
    },
}

crate::coded! {
    /// A decision without its words, as four buttons have it.
    pub enum DecisionName {
        /// See [`Decision::Keep`].
        Keep => "keep", "Keep";
        /// See [`Decision::StepUp`].
        StepUp => "step_up", "Step up";
        /// See [`Decision::StepDown`].
        StepDown => "step_down", "Step down";
        /// See [`Decision::Change`].
        Change => "change", "Change";
    }
}

impl Decision {
    /// Which of the four it is.
    pub const fn name(&self) -> DecisionName {
        match self {
            Self::Keep => DecisionName::Keep,
            Self::StepUp => DecisionName::StepUp,
            Self::StepDown => DecisionName::StepDown,
            Self::Change { .. } => DecisionName::Change,
        }
    }
}

/// What a review settled about one target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetReview {
    /// The target.
    pub target: TargetId,
    /// How it is going.
    pub progress: Progress,
    /// What the pupil said about it.
    pub pupil_says: Option<Line<300>>,
    /// What happens next.
    pub decision: Decision,
    /// New help.
    pub more_help: Vec<MoreHelp>,
    /// What "something else" is.
    pub other_help: Option<Line<200>>,
    /// Why there is no new help for a target that has stalled.
    pub no_new_help: Option<Line<300>>,
}

impl TargetReview {
    /// Whether the target has stalled, so that something new is owed.
    pub const fn is_stalled(&self) -> bool {
        matches!(self.progress, Progress::NotYet)
    }

    /// What follows, in words: "From Monday the step is 4 out of 5, the goal."
    pub fn next_words(&self, target: &Target) -> Option<String> {
        let moved = match self.decision {
            Decision::StepUp => target.step_up()?,
            Decision::StepDown => target.step_down()?,
            Decision::Keep | Decision::Change { .. } => return None,
        };
        let goal = if moved.step == moved.ladder.top() {
            ", the goal"
        } else {
            ""
        };
        let step = moved.scale.out_of(moved.step_now().level);
        Some(format!("From Monday the step is {step}{goal}."))
    }
}
