//! `/programmes/{ref}/meetings/final/outcome`: how it ended. View only.

use crate::components::{
    Button, CaseHeader, ChoiceRow, Markup, Radios, SideBySide, SummaryList, Tag, Textarea,
};
use crate::layout::Frame;
use askama::Template;

use super::parts::PromiseCheck;

/// The page, at whatever point the judgement is.
#[derive(Debug, Template)]
#[template(path = "pages/reviews/outcome.html")]
pub(super) struct EndingPage {
    pub(super) frame: Frame,
    pub(super) case: CaseHeader,
    /// What somebody else saved meanwhile, beside what was typed here.
    pub(super) clash: Option<SideBySide>,
    /// What stands before everything: support that was not delivered, or words
    /// the head sent back.
    pub(super) notes: Markup,
    /// "What the 12 weeks show".
    pub(super) heading: String,
    /// "Weeks 1 to 4": the columns up to each review.
    pub(super) stretches: Vec<String>,
    pub(super) figures: Vec<Figure>,
    pub(super) facts: SummaryList,
    pub(super) caution: &'static str,
    /// What people said beforehand, while nothing is written yet.
    pub(super) before: Markup,
    pub(super) action: String,
    pub(super) revision: i64,
    /// What was proposed or confirmed, to read.
    pub(super) settled: Option<Settled>,
    pub(super) head: Option<HeadForm>,
    pub(super) form: Option<EndingForm>,
    /// Panels beside: who decides, and what happens when.
    pub(super) beside: Markup,
}

/// One target from start to end.
#[derive(Debug)]
pub(super) struct Figure {
    pub(super) name: String,
    pub(super) before: String,
    /// Up to each review.
    pub(super) along: Vec<String>,
    pub(super) now: String,
    pub(super) goal: String,
}

/// What was proposed, in the words that people will read.
#[derive(Debug)]
pub(super) struct Settled {
    pub(super) heading: String,
    pub(super) facts: SummaryList,
    /// Every promise, with how far it was kept.
    pub(super) promises: Vec<PromiseRow>,
    /// Whose words, and the words.
    pub(super) says: Vec<(String, String)>,
    /// What they said beforehand.
    pub(super) voices: Markup,
    pub(super) unsaid: Vec<String>,
    pub(super) to_do: Vec<Button>,
}

/// One promise over the whole programme.
#[derive(Debug)]
pub(super) struct PromiseRow {
    pub(super) promise: String,
    pub(super) by: String,
    /// How it stood when it was last gone through, in a colour of adults.
    pub(super) tag: Option<Tag>,
    /// "66%".
    pub(super) share: String,
    pub(super) whys: Vec<String>,
}

/// What the head answers.
#[derive(Debug)]
pub(super) struct HeadForm {
    pub(super) risk: Radios,
    pub(super) why: Textarea,
    pub(super) council: Markup,
    pub(super) both: Markup,
    pub(super) back: Textarea,
}

/// What the coordinator writes.
#[derive(Debug)]
pub(super) struct EndingForm {
    /// "Adults first, then Callum".
    pub(super) order: String,
    pub(super) promises: Vec<PromiseCheck>,
    pub(super) targets: Vec<TargetEnds>,
    /// What people said beforehand, and who has not answered.
    pub(super) voices: Markup,
    pub(super) says: Vec<Markup>,
    /// The closing questions of those who have not answered on their own page.
    pub(super) closing: Vec<(String, Markup)>,
    pub(super) judgement: Radios,
    pub(super) reason: Textarea,
    pub(super) partly: Textarea,
    pub(super) views: Markup,
    pub(super) lessons: Textarea,
    pub(super) buttons: Vec<Button>,
}

/// How one target ended.
#[derive(Debug)]
pub(super) struct TargetEnds {
    pub(super) number: usize,
    pub(super) name: String,
    pub(super) facts: String,
    /// What teachers say of it.
    pub(super) told: String,
    pub(super) end: ChoiceRow,
    pub(super) evidence: Textarea,
}
