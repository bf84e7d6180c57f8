//! The agendas of the final meeting and of a meeting about what next.

use super::{AgendaItem, Lead, item};

pub(super) const FINAL: &[AgendaItem] = &[
    item(
        "hello",
        "Hello, and who’s here",
        "Why this meeting is the last of these.",
        3,
        Lead::Chair,
    ),
    item(
        "promises",
        "Did we keep our promises?",
        "Adults first, then {pupil}.",
        10,
        Lead::Everyone,
    ),
    item(
        "record",
        "What the weeks show",
        "Each target, from before to now, and what it can’t tell us.",
        10,
        Lead::School,
    ),
    item(
        "say",
        "What people say",
        "{pupil}, then home, then school.",
        10,
        Lead::Everyone,
    ),
    item(
        "outcome",
        "Has the plan been successful?",
        "The people here decide, and write down both views if they differ.",
        10,
        Lead::Chair,
    ),
    item(
        "next",
        "Credit, and what carries on",
        "Say it to {pupil}. Then what carries on, or what could help next.",
        10,
        Lead::Everyone,
    ),
    item(
        "sign",
        "Read it back and sign",
        "The head confirms afterwards.",
        2,
        Lead::Everyone,
    ),
];

pub(super) const OPTIONS: &[AgendaItem] = &[
    item(
        "hello",
        "Hello, and who’s here",
        "Why we’re meeting, and that nothing is decided yet.",
        5,
        Lead::Chair,
    ),
    item(
        "tried",
        "What has been tried",
        "And whether it happened.",
        10,
        Lead::School,
    ),
    item(
        "pupil",
        "What {pupil} wants",
        "In person, or read out just as it was said.",
        10,
        Lead::Pupil,
    ),
    item(
        "home",
        "What home wants",
        "Their hopes and their worries.",
        10,
        Lead::Home,
    ),
    item(
        "options",
        "What else could help",
        "Go through the choices together. They are not a ladder.",
        15,
        Lead::Everyone,
    ),
    item(
        "next",
        "Who does what",
        "By when, and who tells {pupil}.",
        10,
        Lead::Chair,
    ),
];
