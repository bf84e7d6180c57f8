//! The page on which a target is written.

use askama::Template;
use domain::{
    commitment::{ChosenBy, Cost, Giver},
    target::{BaselineSource, Measure, TickedBy},
};

use super::write_fields as fields;
use crate::{
    charts::Picture,
    components::{CaseHeader, Phrase, Sentence, SideBySide, SmartCheck},
    form_state::FormState,
    layout::Frame,
};

/// What the page shows: the form, and beside it how the target reads so far.
#[derive(Template)]
#[template(path = "pages/plan/write.html")]
pub(super) struct WritePage {
    pub frame: Frame,
    pub case: CaseHeader,
    pub state: FormState,
    pub theirs: Option<SideBySide>,
    pub action: String,
    pub id: String,
    pub seen: String,
    pub rows: usize,
    pub pupil: String,
    pub people: Vec<(String, String)>,
    pub weeks: Vec<(String, String)>,
    pub promises: Vec<(String, String)>,
    pub unit: String,
    pub out_of: String,
    pub now: Phrase,
    pub sentence: Sentence,
    pub ladder: Option<Picture>,
    pub smart: SmartCheck,
    pub nudges: Vec<String>,
}

impl WritePage {
    fn tickers(&self) -> Vec<(&'static str, String)> {
        let words = |by: TickedBy| match by {
            TickedBy::PupilChecked => format!("{}, with an adult checking", self.pupil),
            other => other.label().to_owned(),
        };
        TickedBy::ALL
            .iter()
            .map(|by| (by.code(), words(*by)))
            .collect()
    }

    fn steps(&self) -> Vec<(String, String)> {
        let name = |row: usize| match row {
            row if row == self.rows => "Goal".to_owned(),
            row => format!("Step {row}"),
        };
        (1..=self.rows)
            .map(|row| (name(row), fields::row_field(row, self.rows)))
            .collect()
    }

    fn sources() -> Vec<(&'static str, &'static str)> {
        let all = BaselineSource::ALL.iter();
        all.map(|one| (one.code(), one.label())).collect()
    }

    fn measures() -> Vec<(&'static str, &'static str)> {
        Measure::ALL
            .iter()
            .map(|one| (one.code(), one.label()))
            .collect()
    }

    fn choosers() -> Vec<(&'static str, &'static str)> {
        ChosenBy::ALL
            .iter()
            .map(|one| (one.code(), one.label()))
            .collect()
    }

    fn givers() -> Vec<(&'static str, &'static str)> {
        Giver::ALL
            .iter()
            .map(|one| (one.code(), one.label()))
            .collect()
    }

    fn costs() -> Vec<(&'static str, &'static str)> {
        Cost::ALL
            .iter()
            .map(|one| (one.code(), one.label()))
            .collect()
    }

    /// Folded away while the reward is as most are: from school, for nothing.
    fn reward_open(&self) -> bool {
        let said = |field| !matches!(self.state.value(field), "" | "school" | "none");
        said("giver") || said("cost") || said("reward-often")
    }

    /// Open until it is answered, and whenever something in it is to be sorted out.
    fn baseline_open(&self) -> bool {
        self.state.value("baseline").is_empty() || self.state.problem_of("baseline").is_some()
    }

    fn is_old(&self) -> bool {
        !self.seen.is_empty()
    }
}
