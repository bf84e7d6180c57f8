//! The agenda of the first meeting: an hour.

use super::{AgendaItem, Lead, item};

pub(super) const INITIAL: &[AgendaItem] = &[
    item(
        "hello",
        "Hello, and who’s here",
        "Names, what each person does, why we’re meeting, and who keeps the notes.",
        5,
        Lead::Chair,
    ),
    item(
        "good-at",
        "What {pupil} is good at",
        "Everyone says one thing, {pupil} too.",
        8,
        Lead::Everyone,
    ),
    item(
        "pupil",
        "How {pupil} sees it",
        "In person, or read out just as it was said.",
        8,
        Lead::Pupil,
    ),
    item(
        "home",
        "How home sees it",
        "What works at home, what worries them, what they hope for.",
        6,
        Lead::Home,
    ),
    item(
        "school",
        "What school has seen",
        "Patterns, learning and what has been tried. Facts before views.",
        8,
        Lead::School,
    ),
    item(
        "outside",
        "What others have seen",
        "Anyone from outside school.",
        5,
        Lead::Outside,
    ),
    item(
        "targets",
        "Targets and steps",
        "One to three, with a first step {pupil} can reach in a fortnight.",
        10,
        Lead::Everyone,
    ),
    item(
        "helps",
        "Who helps, rewards, and what if",
        "Each adult says what they will do. {pupil} picks the rewards.",
        5,
        Lead::Everyone,
    ),
    item(
        "dates",
        "Dates and keeping in touch",
        "When we meet again, who checks in, and how home hears.",
        3,
        Lead::Chair,
    ),
    item(
        "sign",
        "Read it back and sign",
        "{pupil} chooses the first reward, and we close.",
        2,
        Lead::Everyone,
    ),
];
