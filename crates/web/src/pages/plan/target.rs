//! `/programmes/{ref}/plan/targets/new`: coordinator and pupil write a target together. View only.

use crate::charts::Picture;
use crate::components::{CaseHeader, Phrase, Radios, Sentence, SmartCheck};
use crate::form_state::FormState;
use crate::layout::Frame;
use askama::Template;

/// The page. Fields: `do`, `when`, `why`, `ticks`, then `step-1`, `step-1-week` and so on, `reward`, `reward-other`, `if`.
#[derive(Debug, Template)]
#[template(path = "pages/plan/target.html")]
pub struct TargetPage {
    pub frame: Frame,
    pub case: CaseHeader,
    pub state: FormState,
    /// Where the form is posted.
    pub action: String,
    /// The pupil's first name.
    pub pupil: String,
    /// Who may tick it: what is sent, and what is read.
    pub tickers: Vec<(String, String)>,
    /// "Where Elsie is now: 1 lesson in 5. …", with the link to change it.
    pub now: Phrase,
    /// "Lessons a day".
    pub unit: String,
    /// "out of 5".
    pub out_of: String,
    pub steps: Vec<StepRow>,
    /// Week choices: what is sent, and what is read.
    pub weeks: Vec<(String, String)>,
    pub promises: Vec<PromiseLine>,
    /// Rewards to choose from: what is sent, and what is read.
    pub rewards: Vec<(String, Phrase)>,
    pub sentence: Sentence,
    pub ladder: Picture,
    pub smart: SmartCheck,
}

/// One step towards the goal.
#[derive(Debug)]
pub struct StepRow {
    /// "Step 1", or "Goal" for the last.
    pub name: String,
    /// The field's name; its week is `<field>-week`.
    pub field: String,
}

/// One adult's promise for this target.
#[derive(Debug)]
pub struct PromiseLine {
    pub who: String,
    pub promise: String,
    /// "Mon 16 Nov".
    pub from: String,
    pub change: String,
}

impl TargetPage {
    fn week_field(row: &StepRow) -> String {
        format!("{}-week", row.field)
    }

    fn reward(&self) -> Radios {
        let other = self.state.text_input("reward-other", "What would it be?");
        self.state
            .radios(
                "reward",
                format!("What would {} like for reaching a step?", self.pupil),
            )
            .small()
            .hint("It’s only a reward if they want it. It needn’t cost anything.")
            .options(self.rewards.iter().map(|(value, text)| (value, text)))
            .option("other", "Something else")
            .reveal(other)
            .compact()
    }
}
