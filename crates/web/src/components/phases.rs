//! Where a programme is: Assess, Plan, Do, Review, each with one line of fact. Do and Review take turns.

use super::Phrase;
use askama::{Template, filters::HtmlSafe};

/// A phase's place in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhaseState {
    Done,
    Now,
    Next,
}

/// The four phases, each with its line of fact.
#[derive(Clone, Debug, Template)]
#[template(path = "components/phases.html")]
pub struct Phases {
    phases: [(&'static str, PhaseState, Phrase); 4],
}

impl HtmlSafe for Phases {}

impl Phases {
    /// Assess, Plan, Do and Review, in that order.
    pub fn new(
        assess: (PhaseState, impl Into<Phrase>),
        plan: (PhaseState, impl Into<Phrase>),
        doing: (PhaseState, impl Into<Phrase>),
        review: (PhaseState, impl Into<Phrase>),
    ) -> Self {
        Self {
            phases: [
                ("Assess", assess.0, assess.1.into()),
                ("Plan", plan.0, plan.1.into()),
                ("Do", doing.0, doing.1.into()),
                ("Review", review.0, review.1.into()),
            ],
        }
    }
}
