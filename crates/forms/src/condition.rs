//! When a question is asked, and when an answer calls for an adult.

use crate::answer::Answer;
use crate::ids::{Code, QuestionId};
use crate::value::Value;

/// A question is asked only if the answer to an earlier one passes a test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The earlier question.
    pub question: QuestionId,
    /// What its answer has to be.
    pub test: Test,
}

/// What an answer has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// Anything, as long as it was not skipped.
    Given,
    /// One of these options was chosen (`yes` and `no` for a yes or no).
    AnyOf(Vec<Code>),
    /// The point on the scale is this or higher.
    AtLeast(u8),
    /// The point on the scale is this or lower.
    AtMost(u8),
}

impl Test {
    /// Whether the answer passes. Skipped, not sure and passed on never do.
    pub fn holds(&self, answer: &Answer) -> bool {
        let Answer::Given(value) = answer else {
            return false;
        };
        match (self, value) {
            (Self::Given, _) => true,
            (Self::AnyOf(codes), value) => {
                let chosen = value.codes();
                codes.iter().any(|code| chosen.contains(&code.as_str()))
            }
            (Self::AtLeast(least), Value::Point(point)) => point >= least,
            (Self::AtMost(most), Value::Point(point)) => point <= most,
            (Self::AtLeast(_) | Self::AtMost(_), _) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_skipped_answer_never_passes_a_test() {
        for answer in [Answer::Skipped, Answer::NotSure, Answer::PassedOn] {
            assert!(!Test::Given.holds(&answer));
            assert!(!Test::AtMost(10).holds(&answer));
        }
    }

    #[test]
    fn the_end_points_of_a_range_pass() {
        let two = Answer::Given(Value::Point(2));
        assert!(Test::AtLeast(2).holds(&two) && Test::AtMost(2).holds(&two));
        assert!(!Test::AtLeast(3).holds(&two) && !Test::AtMost(1).holds(&two));
    }
}
