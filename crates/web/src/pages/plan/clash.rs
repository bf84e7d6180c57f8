//! Two people wrote the same sheet. Their words stand here beside the form,
//! which still holds what this person typed; nothing is lost.

use crate::components::{Icon, Markup, SummaryList, ThenBox};

/// What the other person saved.
pub(super) fn theirs(rows: impl IntoIterator<Item = (String, String)>) -> Markup {
    let rows = rows
        .into_iter()
        .filter(|(_, words)| !words.trim().is_empty())
        .fold(SummaryList::new(), |list, (name, words)| {
            list.row(name, words)
        });
    let say = ThenBox::new(
        Icon::Pen,
        "Somebody else saved this while you were writing",
    )
        .line("What you typed is in the form, and theirs is here. Change yours if you like, then save: yours takes its place.");
    Markup::of(say).and(rows.dense())
}
