//! A target as one sentence in the pupil's voice.

use std::fmt;

use super::{Reading, Scale, Target};
use crate::{
    dates::WeekNumber,
    text::Line,
    wording::{Words, small},
};

/// One stretch of a sentence.
#[derive(Clone, PartialEq, Eq)]
pub enum Part {
    /// Words that are always there.
    Said(&'static str),
    /// Words somebody filled in; a page may mark them.
    Filled(String),
    /// Words worked out from an answer, not marked.
    Plain(String),
}

/// "I will stay in the lesson, in every lesson. First 2 out of 5, then 4 out of 5 by week 12."
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Sentence {
    parts: Vec<Part>,
}

impl Sentence {
    /// The whole target.
    pub(super) fn of(target: &Target) -> Self {
        let steps: Vec<_> = target
            .ladder
            .steps()
            .iter()
            .map(|step| (Some(step.level), Some(step.by_week)))
            .collect();
        Self::from(
            Some(&target.statement),
            Some(&target.place),
            target.scale,
            &steps,
        )
    }

    /// As much as a draft says; a gap shows as three dots.
    pub(super) fn so_far(reading: &Reading) -> Self {
        Self::from(
            reading.statement.as_ref(),
            reading.place.as_ref(),
            reading.scale,
            &reading.steps,
        )
    }

    /// The stretches in order.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    fn from(
        statement: Option<&Line<160>>,
        place: Option<&Line<100>>,
        scale: Scale,
        steps: &[(Option<super::Level>, Option<WeekNumber>)],
    ) -> Self {
        let mut sentence = Self::default();
        sentence.opening(statement.map(Line::as_str));
        sentence.say(", ");
        match place {
            Some(place) => sentence.fill(small(unstopped(place.as_str()))),
            None => sentence.fill("…"),
        }
        sentence.say(". ");
        sentence.climb(scale, steps);
        sentence
    }

    fn opening(&mut self, statement: Option<&str>) {
        let Some(statement) = statement.map(unstopped) else {
            self.say("I will ");
            return self.fill("…");
        };
        if in_own_voice(statement) {
            return self.fill(crate::wording::capital(statement));
        }
        self.say("I will ");
        let deed = small(statement);
        let deed = deed.strip_prefix("will ").unwrap_or(&deed);
        self.fill(deed.strip_prefix("to ").unwrap_or(deed));
    }

    fn climb(&mut self, scale: Scale, steps: &[(Option<super::Level>, Option<WeekNumber>)]) {
        let known = |level: Option<super::Level>, say: &dyn Fn(super::Level) -> String| {
            level.map_or_else(|| "…".to_owned(), say)
        };
        let whole = |level| match scale.out_of {
            Some(_) => scale.out_of(level),
            None => scale.in_unit(level),
        };
        let Some(((goal, week), before)) = steps.split_last() else {
            return;
        };
        for (place, (level, _)) in before.iter().enumerate() {
            if place == 0 {
                self.say("First ");
                self.fill(known(*level, &whole));
            } else {
                self.say(", then ");
                self.parts
                    .push(Part::Plain(known(*level, &|level| scale.label(level))));
            }
        }
        self.say(if before.is_empty() {
            "The goal is "
        } else {
            ", then "
        });
        let by = week.map_or_else(|| "…".to_owned(), |week| week.to_string());
        self.fill(format!("{} by {by}", known(*goal, &whole)));
        self.say(".");
    }

    fn say(&mut self, words: &'static str) {
        self.parts.push(Part::Said(words));
    }

    fn fill(&mut self, words: impl Into<String>) {
        self.parts.push(Part::Filled(words.into()));
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts
            .iter()
            .try_for_each(|part| f.write_str(part.text()))
    }
}

impl Part {
    /// The words.
    pub fn text(&self) -> &str {
        match self {
            Self::Said(words) => words,
            Self::Filled(words) | Self::Plain(words) => words,
        }
    }
}

// People's words must not reach a log through `{:?}`.
impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{} characters>", self.text().chars().count())
    }
}
impl fmt::Debug for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sentence").finish_non_exhaustive()
    }
}

/// Whether the pupil speaks in it already: "When I feel wound up I show my card".
fn in_own_voice(statement: &str) -> bool {
    let words = Words::of(statement);
    words.opening(&["in my", "at my", "on my"]).is_some()
        || words
            .iter()
            .any(|word| matches!(word, "i" | "ill" | "im" | "ive"))
}

fn unstopped(text: &str) -> &str {
    text.trim_end_matches(['.', ','])
}
