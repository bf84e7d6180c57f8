//! `/reports/now`: twenty seconds between lessons. View only. No history, no pictures, no other teachers' ticks: nothing
//! that could sway what this teacher saw.

use crate::components::{Button, Empty, Hidden, Phrase, Rating};
use crate::form_state::FormState;
use crate::layout::Frame;
use askama::Template;

/// The page.
#[derive(Debug, Template)]
#[template(path = "pages/reports/now.html")]
pub struct NowPage {
    pub frame: Frame,
    /// "Tuesday 10 November, period 3".
    pub when: String,
    /// "Rowan, in 8K science"; with two pupils in one lesson, "8K science".
    pub heading: String,
    /// The key of its forms: what is sent twice is kept once.
    pub key: Hidden,
    /// The pupils of this lesson, one below the other.
    pub pupils: Vec<LessonPupil>,
    /// What stands here when there is no lesson.
    pub none: Option<Empty>,
    /// The teacher's other lessons today.
    pub others: Vec<OtherLesson>,
    /// What they are asked before a review: what, where, by when.
    pub backs: Vec<(String, String, String)>,
}

/// One pupil in this lesson.
#[derive(Debug)]
pub struct LessonPupil {
    /// Shown as a heading when there is more than one.
    pub name: String,
    /// The teacher's own promise.
    pub your_part: Option<String>,
    /// "One tick for the morning", where the plan does not ask for every lesson.
    pub part_of_day: Option<String>,
    /// Said instead of anything to tick: away, by an adult or by the register.
    pub absent: Option<Phrase>,
    /// Said where other adults tick every target.
    pub nothing: Option<String>,
    pub ratings: Vec<Rating>,
    pub away: AwayForm,
    pub good_news: Option<GoodNews>,
    /// One press each says that a reward was given today.
    pub rewards: Vec<Button>,
}

/// One press says that the pupil was not there, or was after all.
#[derive(Debug)]
pub struct AwayForm {
    /// Where it is posted.
    pub action: String,
    /// The lesson whose page it stands on.
    pub from: &'static str,
    pub ask: AwayAsk,
}

/// What the press says.
#[derive(Debug)]
pub enum AwayAsk {
    /// "Rowan wasn’t in this lesson".
    NotHere(String),
    /// "They were here after all".
    HereAfterAll,
    /// Nothing: the teacher has ticked, so they saw the pupil.
    Nothing,
}

/// One good thing to tell home.
#[derive(Debug)]
pub struct GoodNews {
    /// Where it is posted.
    pub action: String,
    /// "If there was one. Dana sees it today, with your name."
    pub hint: String,
    /// The field's name; it must be its own on the page.
    pub field: String,
    /// The lesson whose page it stands on.
    pub from: &'static str,
    pub state: FormState,
}

/// Another of the teacher's lessons today.
#[derive(Debug)]
pub struct OtherLesson {
    /// "Idris, period 1, 10P".
    pub text: String,
    pub href: String,
    pub state: OtherState,
}

/// How another lesson stands.
#[derive(Debug)]
pub enum OtherState {
    /// "All 3 done".
    Done(String),
    /// "Starts 2:00pm".
    ToCome(String),
}

impl NowPage {
    fn has_many(&self) -> bool {
        self.pupils.len() > 1
    }
}
