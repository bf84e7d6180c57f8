//! The words a target's checks look for.
//!
//! A few stop a target, because nobody could tick it. They are looked for only
//! where they carry the sentence (at the start of the doing, or as its last
//! word), so that "say good morning" passes. The rest raise a [`Nudge`].

use super::{Nudge, TargetProblem};
use crate::wording::Words;

const NOT: &[&str] = &[
    "stop", "dont", "do not", "not", "never", "no", "avoid", "refrain", "reduce", "less",
    "without", "wont", "will not", "cant", "cannot",
];
const FEELING: &[&str] = &[
    "understand",
    "know",
    "realise",
    "respect",
    "care",
    "appreciate",
    "accept",
    "feel",
    "be aware",
    "think about",
    "learn to respect",
];
const MANNER: &[&str] = &[
    "behave",
    "be good",
    "be better",
    "be nice",
    "be polite",
    "be mature",
    "be sensible",
    "behave better",
    "behave well",
    "behave properly",
    "behave appropriately",
    "appropriately",
    "properly",
    "sensibly",
    "positive attitude",
    "good attitude",
];
const ADULTS_DECIDE: &[&str] = &[
    "detention",
    "detentions",
    "suspension",
    "suspensions",
    "exclusion",
    "exclusions",
    "excluded",
    "suspended",
    "sanction",
    "sanctions",
];
pub(super) const WORDS_OF: &[(Nudge, &[&str])] = &[
    (
        Nudge::Absolute,
        &[
            "always",
            "never",
            "all the time",
            "every time",
            "100",
            "zero tolerance",
        ],
    ),
    (
        Nudge::Hedge,
        &[
            "try",
            "attempt",
            "aim",
            "hope",
            "work towards",
            "consider",
            "be encouraged",
        ],
    ),
    (
        Nudge::Vague,
        &[
            "some",
            "several",
            "often",
            "regularly",
            "sometimes",
            "usually",
            "a few",
            "increased",
            "more often",
        ],
    ),
    (
        Nudge::OnOthers,
        &[
            "wound up by",
            "if others",
            "unless others",
            "when others let",
        ],
    ),
    (
        Nudge::Threat,
        &[
            "or else",
            "otherwise",
            "consequence",
            "be removed",
            "sent out",
        ],
    ),
    (
        Nudge::LabelsThePupil,
        &[
            "naughty",
            "aggressive",
            "attention seeking",
            "manipulative",
            "defiant",
            "lazy",
            "disruptive",
        ],
    ),
    (
        Nudge::AskTheSenco,
        &[
            "eye contact",
            "sit still",
            "stand still",
            "keep still",
            "stim",
            "stimming",
            "silent",
            "silence",
            "handwriting",
        ],
    ),
    (
        Nudge::TwoThings,
        &[
            "plus",
            "as well as",
            "and bring",
            "and arrive",
            "and finish",
            "and complete",
            "and answer",
            "and ask",
            "and stay",
            "and listen",
            "and hand",
            "and follow",
            "and start",
        ],
    ),
];
pub(super) const EVERYWHERE: &[&str] = &[
    "everywhere",
    "at all times",
    "all the time",
    "in school",
    "at school",
];

/// Whether a statement opens by saying what not to do.
pub(crate) fn opens_with_not(statement: &str) -> bool {
    Words::of(statement).opening(NOT).is_some() || deed(statement).opening(NOT).is_some()
}

/// The wording nobody could tick, if there is any.
pub(super) fn refused(statement: &str) -> Option<TargetProblem> {
    let deed = deed(statement);
    if let Some(word) = deed.opening(FEELING) {
        return Some(TargetProblem::CannotBeSeen { word });
    }
    if let Some(word) = deed.opening(MANNER).or_else(|| last_manner(&deed)) {
        return Some(TargetProblem::SaysHowWell { word });
    }
    deed.find(ADULTS_DECIDE)
        .map(|word| TargetProblem::AdultsDecide { word })
}

/// The words after "I will" and its like, where the doing starts.
fn deed(statement: &str) -> Words {
    let openings = ["i will", "ill", "i can", "to", "will", "i"];
    let words = Words::of(statement);
    match words.opening(&openings) {
        Some(opening) => words.after(opening),
        None => words,
    }
}

/// "Line up nicely": a manner at the very end stands for nothing anyone could see.
fn last_manner(deed: &Words) -> Option<&'static str> {
    const LAST: &[&str] = &["better", "properly", "sensibly", "appropriately", "nicely"];
    let last = deed.iter().last()?;
    LAST.iter().copied().find(|word| *word == last)
}
