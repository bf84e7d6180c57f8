//! `/programmes/{ref}/meetings/{meeting}/review`: keep what helps, change what doesn't. Adults' promises first. View only.

use crate::charts::{Picture, ProgressChart, Size};
use crate::components::{
    CaseHeader, Checkboxes, ChoiceRow, Inset, Markup, Phrase, SideBySide, TextInput, Textarea,
    ThenBox,
};
use crate::layout::Frame;
use askama::Template;

use super::parts::PromiseCheck;

/// The page while a review is being written.
#[derive(Debug, Template)]
#[template(path = "pages/reviews/review.html")]
pub(super) struct ReviewPage {
    pub(super) frame: Frame,
    pub(super) case: CaseHeader,
    /// What somebody else saved meanwhile, beside what was typed here.
    pub(super) clash: Option<SideBySide>,
    /// Why it cannot be recorded today, when it cannot.
    pub(super) not_yet: Option<Inset>,
    /// Where the form is posted.
    pub(super) action: String,
    pub(super) revision: i64,
    /// "Adults first, then Rowan".
    pub(super) order: String,
    /// That people were asked beforehand, when they were.
    pub(super) asked: &'static str,
    pub(super) promises: Vec<PromiseCheck>,
    /// Up to which day targets are looked at, when that is not today.
    pub(super) records: String,
    pub(super) targets: Vec<ReviewTarget>,
    /// What the counts above compare and cannot show, in their fixed words.
    pub(super) caution: &'static str,
    /// What people said beforehand, and who has not answered.
    pub(super) voices: Markup,
    /// What each side says.
    pub(super) says: Vec<Markup>,
    /// What helps, how the plan looks, and when everyone meets next.
    pub(super) rest: Markup,
    /// What is next, in lines: the meeting and when it is.
    pub(super) next: Phrase,
    /// Where other options are, when the plan looks unlikely to be enough.
    pub(super) not_enough: String,
}

/// One target at a review.
#[derive(Debug)]
pub(super) struct ReviewTarget {
    pub(super) number: usize,
    pub(super) name: String,
    /// What it says.
    pub(super) says: String,
    /// Days met on each step, and the prompt.
    pub(super) facts: String,
    /// What teachers say of it.
    pub(super) told: String,
    /// How it is going.
    pub(super) going: ChoiceRow,
    /// What the pupil says about it.
    pub(super) pupil: TextInput,
    /// Keep, step up, step down or change.
    pub(super) choice: ChoiceRow,
    /// What a step up or down means.
    pub(super) up: Option<ThenBox>,
    pub(super) down: Option<ThenBox>,
    /// What will be different, when it is changed.
    pub(super) different: Textarea,
    /// New help, and why there is none.
    pub(super) help: Checkboxes,
    pub(super) no_help: TextInput,
    pub(super) chart: Option<ProgressChart>,
}

impl ReviewTarget {
    fn column(&self) -> Option<Picture> {
        Some(self.chart.as_ref()?.draw(Size::Column))
    }

    fn narrow(&self) -> Option<Picture> {
        Some(self.chart.as_ref()?.draw(Size::Narrow))
    }
}
