//! `/today`: what needs the coordinator now, then how everyone is. View only: what stands where, and in which words.

use crate::charts::{Picture, StepsReached};
use crate::components::{Button, Dated, Empty, Phrase, Queue, Tag, WeekBar};
use crate::layout::Frame;
use askama::Template;

/// The page.
#[derive(Debug, Template)]
#[template(path = "pages/today.html")]
pub struct TodayPage {
    pub frame: Frame,
    /// "Tuesday 10 November".
    pub date: String,
    /// "Good morning, Amina."
    pub greeting: String,
    /// "Four things need you today. Two more can wait until Friday."
    pub sentence: String,
    /// Where a job of one's own is added.
    pub add_job: Option<String>,
    pub today: Queue,
    /// What stands in place of an empty queue.
    pub all_done: Option<Empty>,
    /// "Can wait until Friday".
    pub later_heading: String,
    pub later: Queue,
    pub reports: Option<ReportsToday>,
    pub coming_up: Vec<Dated>,
    pub caseload: Option<Caseload>,
}

/// Which lesson reports are in today.
#[derive(Debug)]
pub struct ReportsToday {
    /// "23 of 26 in for periods 1 to 3."
    pub sentence: Phrase,
    /// Each lesson whose report is missing: "Period 3 Miss Abara, 8K science", and the pupil.
    pub missing: Vec<(Phrase, String)>,
    pub nudge: Option<Button>,
}

/// Everyone the coordinator supports, soonest meeting first.
#[derive(Debug)]
pub struct Caseload {
    /// "Your caseload", or the school's for those who read the whole.
    pub heading: &'static str,
    /// "8 programmes, soonest meeting first."
    pub sentence: String,
    /// Where the list is printed.
    pub print: Option<String>,
    pub rows: Vec<CaseloadRow>,
}

/// One programme in the caseload.
#[derive(Debug)]
pub struct CaseloadRow {
    pub name: String,
    pub href: String,
    /// "8K".
    pub form: String,
    pub place: CaseloadPlace,
    /// One picture a target, in the order of the targets.
    pub by_week: Vec<Picture>,
    /// What stands where there are no pictures: "Plan not started".
    pub no_weeks: &'static str,
    pub steps: Option<StepsReached>,
    /// "25 of 26"; none before week 1.
    pub reports: Option<String>,
    /// When reports are few: "Low".
    pub reports_tag: Option<Tag>,
    /// When home was last in touch. Strong when it is past the plan's promise.
    pub contact: Phrase,
    /// "8-week review".
    pub next: String,
    pub next_when: NextWhen,
}

/// Where a programme is.
#[derive(Debug)]
pub enum CaseloadPlace {
    /// "Week 6 of 12".
    Week { words: String, bar: WeekBar },
    /// "Assess", "9 of 11 answers in".
    Phase { name: String, fact: String },
}

/// When the next thing is.
#[derive(Debug)]
pub enum NextWhen {
    On(String),
    /// An adult is late: "1 day late".
    Late(String),
}

impl CaseloadRow {
    fn steps_picture(&self) -> Option<Picture> {
        self.steps.as_ref().map(StepsReached::draw)
    }
}
