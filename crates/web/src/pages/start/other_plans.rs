//! `/programmes/{ref}/start/other-plans`: fit the programme to what is already there. View only.

use crate::components::{Checkboxes, Icon, Markup, Phrase, StepList, StepOf, ThenBox};
use crate::form_state::FormState;
use crate::layout::Frame;
use askama::Template;

/// The page. Fields: `plans` (any), `keep`.
#[derive(Debug, Template)]
#[template(path = "pages/start/other_plans.html")]
pub struct OtherPlansPage {
    pub frame: Frame,
    pub step: StepOf,
    pub steps: StepList,
    pub state: FormState,
    /// Where the form is posted.
    pub action: String,
    /// The pupil's first name.
    pub pupil: String,
    /// Who the SENCO is: "Nell Brook (SENCO)".
    pub senco: String,
    /// That nothing leaves the school yet, and who agrees the start.
    pub note: String,
}

impl OtherPlansPage {
    fn plans(&self) -> Checkboxes {
        let pupil = &self.pupil;
        self.state
            .checkboxes("plans", format!("What other plans does {pupil} have?"))
            .page_heading()
            .hint("Tick every one that is live now. We’ll tell you what happens to each.")
            .option("behaviour", "Behaviour plan")
            .reveal(self.behaviour())
            .option("sen", "SEN support plan")
            .reveal(self.beside())
            .option("ehcp", "Education, health and care plan (EHCP)")
            .option("iep", "Individual education plan (IEP)")
            .option(
                "family",
                "Early help, child in need or child protection plan",
            )
            .option_hint("A social worker or family worker is involved")
            .option("pep", "Personal education plan")
            .option_hint(format!("{pupil} is looked after, or was before"))
            .option("health", "Healthcare plan")
            .option("risk", "Risk assessment")
            .or_none("none", "None of these")
    }

    fn behaviour(&self) -> Markup {
        let words = format!(
            " On the day everyone signs, Mainstay closes the behaviour plan and keeps it in {}’s history. Until then it stays as it is.",
            self.pupil
        );
        let then = ThenBox::new(
            Icon::Change,
            Phrase::bold("The new programme takes its place.").text(words),
        );
        let keep = self
            .state
            .textarea("keep", "What in it helps, and is worth keeping?")
            .strong()
            .hint("These lines come with you to the first meeting.")
            .rows(3);
        Markup::of(then).and(keep)
    }

    fn beside(&self) -> ThenBox {
        let asked = format!(
            " {} will be asked for comments and invited to every meeting.",
            self.senco
        );
        let shown = format!(
            "When you write targets, {}’s learning targets show next to them, so the two plans don’t pull apart.",
            self.pupil
        );
        ThenBox::new(
            Icon::Same,
            Phrase::bold("Both carry on, side by side.").text(asked),
        )
        .line(shown)
    }
}
