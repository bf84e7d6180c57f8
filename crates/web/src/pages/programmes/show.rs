//! `/programmes/{ref}`: one programme whole. View only: what stands where, and in which words.

use crate::components::{
    CaseHeader, Empty, Feed, Inset, Markup, People, Phases, Phrase, TargetCard, TaskList,
};
use crate::layout::Frame;
use askama::Template;

/// The page.
#[derive(Debug, Template)]
#[template(path = "pages/programmes/show.html")]
pub struct ShowPage {
    pub frame: Frame,
    pub case: CaseHeader,
    /// The pupil's first name: "To do for Rowan".
    pub pupil: String,
    /// What is said before everything else: out of time, or what its reader is told of.
    pub told: Markup,
    /// For a closed or paused programme: how and when, and that there is nothing to do.
    pub inset: Option<Inset>,
    pub phases: Phases,
    pub tasks: TaskList,
    /// Where everything done so far is.
    pub tasks_done: Option<String>,
    pub lately: Feed,
    /// What was decided, and why, newest first.
    pub decided: Vec<Phrase>,
    /// Where the whole history is.
    pub history: Option<String>,
    pub people: People,
    /// Where who is involved is changed.
    pub change_people: Option<String>,
    /// Where it is paused, lengthened or ended.
    pub moves: Option<String>,
    /// Where how it ended is read, once it is over.
    pub outcome: Option<String>,
    /// Each other plan and how it stands to this one.
    pub other_plans: Vec<Phrase>,
    pub plan: PlanAtAGlance,
}

/// The plan in three cards, or what is still missing.
#[derive(Debug)]
pub enum PlanAtAGlance {
    Agreed {
        /// "Version 2, since the 4-week review.", with the link to the whole plan.
        version: Phrase,
        targets: Vec<TargetCard>,
    },
    NotYet(Empty),
}
