//! `docs/events.md`: every kind of event there is.

use domain::event::{Audience, Class, Event, EventKind};

use crate::{holds, opening, table};

fn row(kind: &EventKind) -> Vec<String> {
    let staff = match kind.class {
        Class::Routine => "Whoever sees the history",
        Class::Sensitive => "Readers of answers",
        Class::Restricted => "Readers of restricted matter",
    };
    let family = match kind.audience {
        Audience::Staff => "No",
        Audience::Family => "Yes",
    };
    vec![
        format!("`{}`", kind.kind),
        kind.meaning.trim().to_owned(),
        staff.to_owned(),
        family.to_owned(),
    ]
}

#[test]
fn the_book_of_events_is_what_the_program_records() {
    let about = "Everything that can happen, in the words of the record. An event holds ids, codes, dates and \
                 version\nnumbers, never a name or an answer. A kind is never renamed and a field never removed: \
                 the form of each is\nkept in `crates/domain/tests/golden/event`. To whoever may not see an event \
                 it did not happen: no line, no\ncount, no gap.";
    let head = [
        "Kind",
        "What happened",
        "Which staff see it",
        "Family sees it",
    ];
    let book = opening("Events", about) + "\n" + &table(&head, Event::KINDS.iter().map(row));
    holds("events.md", &book);
}
