//! `/programmes/{ref}/meetings/{review}`: keep what helps, change what doesn't. Adults' promises first. View only.

use crate::charts::{ProgressChart, Size};
use crate::components::{CaseHeader, Checkboxes, ChoiceRow, Phrase, PromiseRow, Textarea, ThenBox};
use crate::form_state::FormState;
use crate::layout::Frame;
use askama::Template;

/// The page.
#[derive(Debug, Template)]
#[template(path = "pages/meetings/review.html")]
pub struct ReviewPage {
    pub frame: Frame,
    pub case: CaseHeader,
    /// Where the form is posted.
    pub action: String,
    /// "Adults first, then Rowan".
    pub order: String,
    pub promises: Vec<PromiseRow>,
    /// Where all the evidence is.
    pub evidence: String,
    pub targets: Vec<ReviewTarget>,
    /// What the statements above compare and cannot show, in their fixed words.
    pub caution: String,
    pub more_help: Option<MoreHelp>,
    /// What is next, in lines: the meeting and when it is.
    pub next: Phrase,
    /// Where other options are, when the plan looks unlikely to succeed, and the line that says what to do first.
    pub unlikely: Option<(String, String)>,
}

/// One target at a review.
#[derive(Debug)]
pub struct ReviewTarget {
    pub number: usize,
    pub name: String,
    /// The statement, word for word.
    pub statement: Phrase,
    /// Days met on each step, and the prompt.
    pub facts: String,
    /// What the pupil says: the name, then the words.
    pub pupil_says: Option<Phrase>,
    /// Keep, step up, step down or change.
    pub choice: ChoiceRow,
    /// What the choice made means.
    pub then: Option<ThenBox>,
    /// What will be different, when it is changed.
    pub different: Option<Textarea>,
    pub chart: ProgressChart,
}

/// New help for a target that has stalled.
#[derive(Debug)]
pub struct MoreHelp {
    /// "More help for target 3".
    pub heading: String,
    /// Under the name `help`.
    pub state: FormState,
    /// Kinds of help: what is sent, and what is read.
    pub kinds: Vec<(String, String)>,
}

impl MoreHelp {
    fn boxes(&self) -> Checkboxes {
        self.state
            .checkboxes(
                "help",
                "A target that has stalled needs something new. Tick at least one.",
            )
            .options(self.kinds.iter().map(|(value, text)| (value, text)))
            .compact()
    }
}

impl ReviewTarget {
    fn column(&self) -> crate::charts::Picture {
        self.chart.draw(Size::Column)
    }

    fn narrow(&self) -> crate::charts::Picture {
        self.chart.draw(Size::Narrow)
    }
}
