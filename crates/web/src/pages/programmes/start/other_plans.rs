//! Step 3: one question, and what happens to each plan the pupil has.

use domain::referral::{OtherPlan, Relation};

use crate::{
    components::{Icon, Markup, Phrase, ThenBox},
    form_state::FormState,
};

/// What the step asks.
pub(super) fn body(state: &FormState, called: &str) -> Markup {
    let list = state
        .checkboxes("plans", format!("What other plans does {called} have?"))
        .page_heading()
        .hint("Tick every one that is live now. We’ll tell you what happens to each.");
    let list = OtherPlan::ALL.iter().fold(list, |list, plan| {
        list.option(plan.code(), plan.label())
            .reveal(what_happens(state, *plan))
    });
    Markup::of(list.or_none("none", "None of these"))
}

fn what_happens(state: &FormState, plan: OtherPlan) -> Markup {
    let icon = match plan.relation() {
        Relation::Replaced => Icon::Change,
        Relation::Beside => Icon::Same,
        Relation::Linked => Icon::Paper,
    };
    let words = match plan.what_happens().split_once(". ") {
        Some((first, rest)) => Phrase::bold(format!("{first}.")).text(format!(" {rest}")),
        None => Phrase::bold(plan.what_happens()),
    };
    let code = plan.code();
    let then = Markup::of(ThenBox::new(icon, words));
    let then = match plan.relation() {
        Relation::Replaced => then.and(
            state
                .textarea("keep", "What in it helps, and is worth keeping?")
                .strong()
                .hint("These lines come with you to the first meeting.")
                .rows(3)
                .at_most(800),
        ),
        Relation::Beside | Relation::Linked => then,
    };
    then.and(
        state
            .text_input(format!("plan-{code}-lead"), "Who leads it?")
            .strong()
            .hint("You can leave this empty."),
    )
    .and(
        state
            .date_input(format!("plan-{code}-next"), "When is it next reviewed?")
            .strong(),
    )
}
