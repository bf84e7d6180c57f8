//! Two people saved the same form: which answers differ, in words.

use crate::{components::SideBySide, form_state::FormState};

/// The answers of these fields in two versions of one form. `say` turns a
/// stored code or id into words.
pub(crate) fn both(
    fields: &[(String, String)],
    theirs: &FormState,
    yours: &FormState,
    say: impl Fn(&str, &str) -> String,
) -> SideBySide {
    let words = |state: &FormState, field: &str| {
        let said = state.all(field).iter().map(|value| say(field, value));
        said.filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    };
    fields
        .iter()
        .fold(SideBySide::new(), |both, (field, name)| {
            both.row(name, &words(theirs, field), &words(yours, field))
        })
}

/// Fields and their names as pairs one owns.
pub(crate) fn named(fields: &[(&str, &str)]) -> Vec<(String, String)> {
    let own = |(field, name): &(&str, &str)| ((*field).to_owned(), (*name).to_owned());
    fields.iter().map(own).collect()
}
