//! What every adult in school does the same way, from day to day: the heart of
//! the strategy card. All of it may be left empty.
//!
//! A card is read in a minute or not at all, so each part has a most.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    text::{Line, TextProblem},
    wording::number,
};

crate::coded! {
    /// One part of it.
    pub enum DayPart {
        /// What helps.
        Do => "do", "Do";
        /// What makes it worse.
        Avoid => "avoid", "Avoid";
        /// What can be seen before it gets too much.
        EarlySigns => "early-signs", "Early signs";
        /// What to do when it does get too much, in order.
        CalmSteps => "calm-steps", "Calm plan";
        /// How the pupil leaves a room without being stopped.
        ExitCard => "exit-card", "Exit card";
        /// Where the pupil sits.
        Seat => "seat", "Seat";
        /// What holds for the pupil's phone.
        Phone => "phone", "Phone";
        /// Break and lunch.
        Breaks => "breaks", "Break and lunch";
        /// Arriving, moving between lessons, and going home.
        Moving => "moving", "Moving about";
    }
}

impl DayPart {
    /// How many lines it may have.
    pub const fn most(self) -> usize {
        match self {
            Self::Do | Self::EarlySigns => 5,
            Self::Avoid | Self::CalmSteps => 3,
            Self::ExitCard | Self::Seat | Self::Phone | Self::Breaks | Self::Moving => 1,
        }
    }

    /// Whether it is a list, one thing a line.
    pub const fn is_list(self) -> bool {
        self.most() > 1
    }
}

/// What was agreed. A part nobody filled in is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DayToDay(BTreeMap<DayPart, Vec<Line<160>>>);

impl DayToDay {
    /// The lines of one part; none when nobody filled it in.
    pub fn lines(&self, part: DayPart) -> &[Line<160>] {
        self.0.get(&part).map_or(&[], Vec::as_slice)
    }

    /// The parts that were filled in, in the order of the card.
    pub fn parts(&self) -> impl Iterator<Item = (DayPart, &[Line<160>])> {
        self.0.iter().map(|(part, lines)| (*part, lines.as_slice()))
    }

    /// Whether nothing was filled in.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The same without the lines for which `hide` holds.
    #[must_use]
    pub fn without(mut self, hide: impl Fn(&str) -> bool) -> Self {
        for lines in self.0.values_mut() {
            lines.retain(|line| !hide(line.as_str()));
        }
        self.0.retain(|_, lines| !lines.is_empty());
        self
    }
}

/// What was typed, part by part: one thing a line where a part is a list.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DayToDaySheet(BTreeMap<String, String>);

/// Why one part cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DayProblem {
    /// More lines than anyone keeps in mind.
    #[error("read day to day: {has} lines of {part:?}")]
    TooMany {
        /// Where.
        part: DayPart,
        /// How many there are.
        has: usize,
    },
    /// A line is too long for the card.
    #[error("read day to day: {over} characters too long in {part:?}")]
    TooLong {
        /// Where.
        part: DayPart,
        /// Characters too many.
        over: usize,
    },
}

impl DayProblem {
    /// Which part it is in.
    pub const fn part(self) -> DayPart {
        match self {
            Self::TooMany { part, .. } | Self::TooLong { part, .. } => part,
        }
    }

    /// What to do about it.
    pub fn words(self) -> String {
        match self {
            Self::TooMany { part, has } if part.is_list() => format!(
                "{}: there are {}. Keep the {} that help most.",
                part.label(),
                number(has),
                number(part.most())
            ),
            Self::TooMany { part, .. } => format!("{}: write it on one line.", part.label()),
            Self::TooLong { part, over } => {
                format!("{}: make it {over} characters shorter.", part.label())
            }
        }
    }
}

impl DayToDaySheet {
    /// What was typed into a part.
    pub fn typed(&self, part: DayPart) -> &str {
        self.0.get(part.code()).map_or("", String::as_str)
    }

    /// The same with this typed into a part.
    #[must_use]
    pub fn with(mut self, part: DayPart, typed: impl Into<String>) -> Self {
        let typed = typed.into();
        if typed.trim().is_empty() {
            self.0.remove(part.code());
        } else {
            self.0.insert(part.code().to_owned(), typed);
        }
        self
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What was agreed, once every part can be read.
    ///
    /// # Errors
    /// The first [`DayProblem`] of each part, in the order of the page.
    pub fn parse(&self) -> Result<DayToDay, Vec<DayProblem>> {
        let (mut read, mut problems) = (BTreeMap::new(), Vec::new());
        for part in DayPart::ALL {
            match lines(*part, self.typed(*part)) {
                Ok(lines) if lines.is_empty() => {}
                Ok(lines) => {
                    read.insert(*part, lines);
                }
                Err(problem) => problems.push(problem),
            }
        }
        if problems.is_empty() {
            Ok(DayToDay(read))
        } else {
            Err(problems)
        }
    }
}

fn lines(part: DayPart, typed: &str) -> Result<Vec<Line<160>>, DayProblem> {
    let mut found = Vec::new();
    for raw in typed.lines() {
        match Line::optional(raw) {
            Ok(line) => found.extend(line),
            Err(TextProblem::TooLong { has, max }) => {
                let over = has - max;
                return Err(DayProblem::TooLong { part, over });
            }
            Err(TextProblem::Empty) => {}
        }
    }
    let has = found.len();
    if has > part.most() {
        return Err(DayProblem::TooMany { part, has });
    }
    Ok(found)
}

impl From<&DayToDay> for DayToDaySheet {
    fn from(agreed: &DayToDay) -> Self {
        let joined = |lines: &[Line<160>]| {
            let lines: Vec<&str> = lines.iter().map(Line::as_str).collect();
            lines.join("\n")
        };
        agreed
            .parts()
            .fold(Self::default(), |sheet, (part, lines)| {
                sheet.with(part, joined(lines))
            })
    }
}

// People's words must not reach a log through `{:?}`.
impl std::fmt::Debug for DayToDaySheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DayToDaySheet").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(part: DayPart, typed: &str) -> DayToDaySheet {
        DayToDaySheet::default().with(part, typed)
    }

    #[test]
    fn a_list_is_one_thing_a_line_and_empty_lines_are_nothing() {
        let read = sheet(DayPart::Do, "Greet him by name\r\n\n Wait ten seconds \n").parse();
        let read = read.unwrap();
        let lines: Vec<&str> = read.lines(DayPart::Do).iter().map(Line::as_str).collect();
        assert_eq!(lines, ["Greet him by name", "Wait ten seconds"]);
        assert!(sheet(DayPart::Seat, " \n ").parse().unwrap().is_empty());
    }

    #[test]
    fn a_card_holds_five_to_do_three_to_avoid_and_three_steps_to_calm() {
        let six = "a\nb\nc\nd\ne\nf";
        let words = |part| match sheet(part, six).parse() {
            Ok(_) => String::new(),
            Err(problems) => problems[0].words(),
        };
        assert_eq!(
            words(DayPart::Do),
            "Do: there are six. Keep the five that help most."
        );
        assert_eq!(
            words(DayPart::CalmSteps),
            "Calm plan: there are six. Keep the three that help most."
        );
        assert_eq!(words(DayPart::Phone), "Phone: write it on one line.");
        assert!(sheet(DayPart::Do, "a\nb\nc\nd\ne").parse().is_ok());
    }

    #[test]
    fn every_part_that_cannot_be_read_is_named_at_once() {
        let both = sheet(DayPart::Avoid, "a\nb\nc\nd").with(DayPart::Seat, "x".repeat(161));
        let parts: Vec<_> = both
            .parse()
            .unwrap_err()
            .iter()
            .map(|one| one.part())
            .collect();
        assert_eq!(parts, [DayPart::Avoid, DayPart::Seat]);
    }

    #[test]
    fn what_was_agreed_comes_back_the_same_from_what_was_typed() {
        let typed =
            sheet(DayPart::CalmSteps, "Breathe\nWalk\nTalk").with(DayPart::Seat, "By the door");
        let read = typed.parse().unwrap();
        assert_eq!(DayToDaySheet::from(&read).parse(), Ok(read));
    }
}
