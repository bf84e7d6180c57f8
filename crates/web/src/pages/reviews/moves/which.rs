//! The moves that have a page: their addresses, their words, and when each fits.

use app::{action::Action, policy::rule, reviews::moves_view::MovesShown};

use crate::failure::Failure;

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    Concern,
    Pause,
    Resume,
    Final,
    Extend,
    Transfer,
    Withdraw,
    Correct,
}

impl Which {
    /// In the order of the page: the mildest first.
    pub(super) const ALL: [Self; 8] = [
        Self::Concern,
        Self::Resume,
        Self::Pause,
        Self::Final,
        Self::Extend,
        Self::Transfer,
        Self::Withdraw,
        Self::Correct,
    ];

    pub(super) fn read(slug: &str) -> Result<Self, Failure> {
        let mut all = Self::ALL.into_iter();
        all.find(|one| one.slug() == slug).ok_or(Failure::NotFound)
    }

    pub(super) const fn slug(self) -> &'static str {
        match self {
            Self::Concern => "concern",
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::Final => "final",
            Self::Extend => "extend",
            Self::Transfer => "transfer",
            Self::Withdraw => "withdraw",
            Self::Correct => "correct",
        }
    }

    pub(super) const fn action(self) -> Action {
        match self {
            Self::Concern => Action::RaiseConcern,
            Self::Pause => Action::Pause,
            Self::Resume => Action::Resume,
            Self::Final => Action::BringFinalForward,
            Self::Extend => Action::Extend,
            Self::Transfer => Action::Transfer,
            Self::Withdraw => Action::Withdraw,
            Self::Correct => Action::CorrectStage,
        }
    }

    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Concern => "Ask for an early review",
            Self::Pause => "Pause the programme",
            Self::Resume => "Start the clock again",
            Self::Final => "Begin the final meeting",
            Self::Extend => "Make the programme longer",
            Self::Transfer => "The pupil is leaving this school",
            Self::Withdraw => "Stop the programme",
            Self::Correct => "Put a wrong move right",
        }
    }

    /// When one would choose it.
    pub(super) const fn means(self) -> &'static str {
        match self {
            Self::Concern => {
                "When the plan is not working between reviews. About the plan, not the pupil."
            }
            Self::Pause => {
                "For a long illness, a placement elsewhere, or while an exclusion is decided."
            }
            Self::Resume => "Dates still to come move by the days that did not count.",
            Self::Final => "On its last day, or early with a reason.",
            Self::Extend => "Once, instead of judging it.",
            Self::Transfer => {
                "When the pupil leaves this school’s roll. The record is handed over."
            }
            Self::Withdraw => {
                "When a parent withdraws, another plan takes its place, or it was opened in error."
            }
            Self::Correct => {
                "When a button was pressed that should not have been. History keeps both."
            }
        }
    }

    /// Whether the programme is at a stage for it.
    pub(super) fn fits(self, shown: &MovesShown) -> bool {
        let stages = rule(self.action()).stages;
        stages.contains(&shown.stage)
            && match self {
                Self::Concern => shown.concern.is_none(),
                Self::Extend => shown.room > 0,
                Self::Correct => !shown.back_to.is_empty(),
                _ => true,
            }
    }

    /// Why there is no form, and what to do.
    pub(super) fn not_now(self, shown: &MovesShown) -> String {
        if self.fits(shown) {
            return app::policy::who_can(self.action());
        }
        let stage = shown.stage.label();
        match self {
            Self::Concern if shown.concern.is_some() => {
                "A concern is open already. Hold the early review.".to_owned()
            }
            Self::Extend if shown.room == 0 => {
                "This programme was made longer before, or is as long as it may be. Judge it."
                    .to_owned()
            }
            _ => format!("The programme is at “{stage}”, which is not the time for this."),
        }
    }
}
