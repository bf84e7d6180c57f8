//! The closing questions, about the programme and never about the pupil: did it
//! help, was it fair, did adults do what they said, what should change, what
//! next.

use serde::{Deserialize, Serialize};

use crate::review::typed::{Problems, choose, prose};

crate::coded! {
    /// An answer to a closing question.
    pub enum Felt {
        /// Yes.
        Yes => "yes", "Yes";
        /// In part.
        Partly => "partly", "Partly";
        /// No.
        No => "no", "No";
        /// They would rather not say.
        NotSaid => "not_said", "I’d rather not say";
    }
}

/// The answers as typed. Blank means not answered.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Closing {
    /// Did it help? The code of a [`Felt`].
    pub helped: String,
    /// Was it fair? The code of a [`Felt`].
    pub fair: String,
    /// Did adults do what they said? The code of a [`Felt`].
    pub kept: String,
    /// What should change?
    pub change: String,
    /// What next?
    pub next: String,
}

// People's words must not reach a log through `{:?}`.
impl std::fmt::Debug for Closing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Closing").finish_non_exhaustive()
    }
}

/// Who answers: the pupil and home every question, staff as many as they like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// Each question, even if only to say that one would rather not.
    All,
    /// Any of them.
    Any,
}

impl Closing {
    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        let all = [
            &self.helped,
            &self.fair,
            &self.kept,
            &self.change,
            &self.next,
        ];
        all.iter().all(|answer| answer.trim().is_empty())
    }
}

/// Looks the answers through. `start` begins the names of their fields; `whose`
/// begins each sentence where somebody else writes them down.
pub(crate) fn read_closing(
    typed: &Closing,
    (start, whose): (&str, &str),
    way: Way,
    problems: &mut Problems,
) {
    let field = |end: &str| format!("{start}-{end}");
    let asks = [
        ("helped", &typed.helped, "say whether it helped."),
        ("fair", &typed.fair, "say whether it was fair."),
        (
            "kept",
            &typed.kept,
            "say whether the adults did what they said.",
        ),
    ];
    for (end, answer, ask) in asks {
        if way == Way::All || !answer.trim().is_empty() {
            let ask = sentence(whose, ask);
            let _: Option<Felt> = choose(&field(end), answer, ask, problems);
        }
    }
    let _: Option<crate::text::Prose<600>> = prose(&field("change"), &typed.change, problems);
    let _: Option<crate::text::Prose<600>> = prose(&field("next"), &typed.next, problems);
}

fn sentence(whose: &str, ask: &str) -> String {
    if whose.is_empty() {
        let mut letters = ask.chars();
        let first = letters
            .next()
            .map(|letter| letter.to_uppercase().to_string());
        return first.unwrap_or_default() + letters.as_str();
    }
    format!("{whose}: {ask}")
}
