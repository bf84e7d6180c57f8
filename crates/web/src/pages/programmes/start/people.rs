//! Step 4: who would run it, and who to ask. The head decides at the end.

use app::programmes::save_referral::{ContactLine, DraftView};
use domain::contact::Standing;

use super::super::choices;
use crate::{
    components::{Inset, Markup, Phrase, SummaryList},
    form_state::FormState,
};

/// What the step asks.
pub(super) fn body(state: &FormState, view: &DraftView) -> Markup {
    let called = view.pupil.name.called();
    let teachers = view.staff.iter().map(|(id, name)| (id, name));
    Markup::of(
        state
            .select("coordinator", "Who could run the programme?")
            .strong()
            .hint("The headteacher decides. You can leave this open.")
            .options(choices("Leave it open", &view.staff)),
    )
    .and(
        state
            .select(
                "key_worker",
                format!("Which adult does {called} get on with?"),
            )
            .strong()
            .hint("They could be the key worker, and meet every week.")
            .options(choices("Not sure yet", &view.staff)),
    )
    .and(
        state
            .select("class_teacher", "Class teacher or form tutor")
            .strong()
            .options(choices("Leave it open", &view.staff)),
    )
    .and(
        state
            .checkboxes("teachers", "Who else teaches or supports them?")
            .strong()
            .hint("They are asked a few short questions once the start is agreed.")
            .options(teachers)
            .compact(),
    )
    .and(family(called, &view.contacts))
}

fn family(called: &str, contacts: &[ContactLine]) -> Markup {
    if contacts.is_empty() {
        let words = format!(
            "The school has no contacts on record for {called}. Ask the office to add them: \
             a parent or carer is part of every programme."
        );
        return Markup::of(Inset::new(words));
    }
    let rows = contacts.iter().fold(SummaryList::new(), |rows, contact| {
        let key = format!("{} ({})", contact.name, contact.relation.to_lowercase());
        rows.row(key, standing(contact.standing))
    });
    Markup::of(Inset::new(Phrase::bold("Family. ").text(
        "From the school’s own records. What each may be told is kept there.",
    )))
    .and(rows.dense())
}

/// What a contact's standing means for a programme.
pub(in super::super) const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Full => "Asked, invited, and sent everything meant for family",
        Standing::Apart => "Asked and invited, always apart from the other parent",
        Standing::CopiesOnly => "Sent copies, not invited to meetings",
        Standing::Nothing => "Not told about the programme",
    }
}
