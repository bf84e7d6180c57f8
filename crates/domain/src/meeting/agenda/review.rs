//! The agenda of a review.

use super::{AgendaItem, Lead, item};

pub(super) const REVIEW: &[AgendaItem] = &[
    item(
        "hello",
        "Hello, and what’s gone well",
        "One good thing each, from anyone who has one.",
        5,
        Lead::Everyone,
    ),
    item(
        "promises",
        "Did we keep our promises?",
        "Adults first, then {pupil}.",
        10,
        Lead::Everyone,
    ),
    item(
        "targets",
        "Target by target",
        "What the record shows, what {pupil} says, then keep, step up, step down or change.",
        15,
        Lead::Everyone,
    ),
    item(
        "home",
        "How it is at home",
        "What has changed, and whether home hears enough.",
        5,
        Lead::Home,
    ),
    item(
        "help",
        "More help",
        "Anything new for a target that has stalled. Change the help before the step.",
        5,
        Lead::School,
    ),
    item(
        "dates",
        "What next",
        "The next date, and what else could help if this looks unlikely to.",
        3,
        Lead::Chair,
    ),
    item(
        "sign",
        "Read it back and sign",
        "What changed, and nothing else, is signed again.",
        2,
        Lead::Everyone,
    ),
];
