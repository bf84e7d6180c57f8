//! Where someone is in a form of several steps: the step's number with a bar, and the list of steps beside it.

use super::{Meter, Phrase};
use askama::{Template, filters::HtmlSafe};
use std::fmt::Display;

/// "Step 3 of 6", with what the form is for and a bar.
#[derive(Clone, Debug, Template)]
#[template(path = "components/step_of.html")]
pub struct StepOf {
    about: Phrase,
    words: String,
    bar: Meter,
}

impl HtmlSafe for StepOf {}

impl StepOf {
    /// Step so many of so many, and what the form is for.
    pub fn new(step: usize, steps: usize, about: impl Into<Phrase>) -> Self {
        let words = format!("Step {step} of {steps}");
        Self {
            about: about.into(),
            words,
            bar: Meter::progress(step, steps),
        }
    }
}

/// The steps of a form or the items of an agenda, with those done ticked.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/step_list.html")]
pub struct StepList {
    steps: Vec<Step>,
}

#[derive(Clone, Debug)]
struct Step {
    text: String,
    href: Option<String>,
    fact: Option<String>,
    state: StepState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StepState {
    Done,
    Now,
    ToCome,
}

impl HtmlSafe for StepList {}

impl StepList {
    /// No steps yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A step that is done, and the way back to it.
    #[must_use]
    pub fn done(self, text: impl Display, href: impl Display) -> Self {
        self.step(&text, Some(href.to_string()), StepState::Done)
    }

    /// The step one is on.
    #[must_use]
    pub fn now(self, text: impl Display) -> Self {
        self.step(&text, None, StepState::Now)
    }

    /// A step still to come.
    #[must_use]
    pub fn to_come(self, text: impl Display) -> Self {
        self.step(&text, None, StepState::ToCome)
    }

    /// A few words about the step just added: what was answered, how long it takes.
    #[must_use]
    pub fn fact(mut self, fact: impl Display) -> Self {
        if let Some(step) = self.steps.last_mut() {
            step.fact = Some(fact.to_string());
        }
        self
    }

    fn step(mut self, text: &impl Display, href: Option<String>, state: StepState) -> Self {
        self.steps.push(Step {
            text: text.to_string(),
            href,
            fact: None,
            state,
        });
        self
    }
}

impl Step {
    fn is_done(&self) -> bool {
        self.state == StepState::Done
    }

    fn is_now(&self) -> bool {
        self.state == StepState::Now
    }
}
