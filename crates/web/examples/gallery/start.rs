//! Starting Theo's programme: step 3.

use crate::town::coordinator;
use web::components::{Phrase, StepList, StepOf};
use web::form_state::FormState;
use web::pages::start::other_plans::OtherPlansPage;

pub fn page() -> OtherPlansPage {
    let state = FormState::new()
        .with("plans", "behaviour")
        .with("plans", "sen")
        .with(
            "keep",
            "Five minutes with Mrs Odell before PE. He asks for it himself now.",
        );
    with(state)
}

/// The same step sent with nothing ticked.
pub fn nothing_ticked() -> OtherPlansPage {
    let mut state = FormState::new();
    state.problem("plans", "Choose any plans Theo has, or choose none.");
    with(state)
}

fn with(state: FormState) -> OtherPlansPage {
    OtherPlansPage {
        frame: coordinator("Other plans: step 3 of 6", "/programmes/new").section("Starting a programme").back("/start/why").problems(state.summary()),
        step: StepOf::new(3, 6, Phrase::new("Starting a programme for ").strong("Theo Bramwell, 9F")),
        steps: StepList::new()
            .done("Who it is for", "/start/who")
            .fact("Theo Bramwell, 9F")
            .done("Why now", "/start/why")
            .fact("Two suspensions since June")
            .now("Other plans")
            .to_come("Who to ask and invite")
            .to_come("Dates")
            .to_come("Check and start"),
        state,
        action: "/start/other-plans".to_owned(),
        pupil: "Theo".to_owned(),
        senco: "Nell Brook (SENCO)".to_owned(),
        note: "Nothing goes to Theo’s family until Ms Calloway has agreed the start. Mainstay suggests you ring them first, and gives you words to use.".to_owned(),
    }
}
