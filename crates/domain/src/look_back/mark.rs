//! What is marked and not written: from 0 to 10 or a face, how a target goes,
//! and whether contact was enough.

use crate::note::OutOfTen;

use super::Part;

/// What is sent by whoever would rather not say.
pub const NOT_SAID: &str = "not_said";

/// How it is going, in the way the first questionnaire asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// From 0 to 10.
    OutOfTen(OutOfTen),
    /// A face, from 1 (very sad) to 5 (very happy).
    Face(u8),
    /// They would rather not say.
    NotSaid,
}

impl Mark {
    /// The mark somebody in this part sent; nothing when it is none of theirs.
    pub fn read(typed: &str, part: Part) -> Option<Self> {
        let typed = typed.trim();
        if typed == NOT_SAID {
            return Some(Self::NotSaid);
        }
        let number: u8 = typed.parse().ok()?;
        match part {
            Part::Younger => (1..=5).contains(&number).then_some(Self::Face(number)),
            Part::Pupil | Part::Home => OutOfTen::new(number).map(Self::OutOfTen),
            Part::Teacher | Part::Promise => None,
        }
    }
}

crate::coded! {
    /// How a target goes with one adult, against the start.
    pub enum Direction {
        /// Better.
        Better => "better", "Better";
        /// The same.
        Same => "same", "The same";
        /// Worse: the help may be wrong.
        Worse => "worse", "Worse";
        /// They do not see it in their lessons.
        NotSeen => "not_seen", "I don’t see it";
    }
}

crate::coded! {
    /// Whether home heard enough from school.
    pub enum Contact {
        /// Enough.
        Enough => "enough", "Yes";
        /// Too little.
        TooLittle => "too_little", "No, too little";
        /// Too much.
        TooMuch => "too_much", "No, too much";
    }
}
