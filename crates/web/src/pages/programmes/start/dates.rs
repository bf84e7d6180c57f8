//! Step 5: how soon, and whether family and pupil know.

use domain::referral::Urgency;

use crate::{
    components::{Inset, Markup},
    form_state::FormState,
};

/// What the step asks.
pub(super) fn body(state: &FormState, called: &str) -> Markup {
    let urgency = Urgency::ALL.iter().map(|one| (one.code(), one.label()));
    let when = || {
        state
            .date_input("family-on", "When were they told?")
            .strong()
    };
    Markup::of(
        state
            .date_input("on", "Date of this referral")
            .medium()
            .hint("For example, 10 11 2026"),
    )
    .and(
        state
            .radios("urgency", "How soon is a programme needed?")
            .medium()
            .options(urgency),
    )
    .and(
        state
            .radios("family", "Does the family know about this referral?")
            .medium()
            .hint("They should hear it from a person, within 2 school days of sending it in.")
            .option("phone", "Yes, by phone")
            .option("person", "Yes, in person")
            .option("not_yet", "Not yet"),
    )
    .and(when().hint("Leave this empty if they don’t know yet."))
    .and(
        state
            .date_input("pupil-on", format!("When was {called} told?"))
            .medium()
            .hint("Leave this empty if it hasn’t been said yet."),
    )
    .and(Inset::new(
        "The dates of the programme itself are agreed at the first meeting, by everyone there.",
    ))
}
