//! What became of a promise over every meeting that went through it. Times that
//! were counted are added up; what was only said in words stays in words, and is
//! never added to a count.

use domain::{
    commitment::{Delivery, Portion, Tally},
    review::PromiseAnswer,
};

/// The share below which help mostly did not happen.
const HALF: Portion = Portion::hundredths(50);

/// What became of one promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// The times that meetings counted, together.
    counted: Option<Tally>,
    /// What was said at meetings that counted nothing.
    said: Vec<Delivery>,
    /// How far it was kept, meeting by meeting.
    portions: Vec<Portion>,
}

impl Happened {
    /// From the answers of each meeting; nothing where none went through it.
    pub(super) fn of(answers: &[&PromiseAnswer]) -> Option<Self> {
        let (mut counted, mut said, mut portions) = (Vec::new(), Vec::new(), Vec::new());
        for answer in answers {
            let Ok(delivery) = answer.delivery.parse::<Delivery>() else {
                continue;
            };
            let times = times(answer);
            match times {
                Some(times) => counted.push(times),
                None => said.push(delivery),
            }
            portions.extend(times.unwrap_or_else(|| delivery.into()).portion());
        }
        (!portions.is_empty()).then(|| Self {
            counted: (!counted.is_empty()).then(|| counted.into_iter().sum()),
            said,
            portions,
        })
    }

    /// Whether less than half of it has happened; every meeting weighs the same.
    pub fn is_short(&self) -> bool {
        Portion::mean(&self.portions).is_some_and(|share| share < HALF)
    }

    /// "41 of 45 times", "Kept at 2 meetings, partly at 1", or the one after the
    /// other.
    pub fn words(&self) -> String {
        let said = self.said();
        match (self.counted, self.said.as_slice()) {
            (None, [one]) => one.label().to_owned(),
            (None, _) => said,
            (Some(times), []) => format!("{} times", times.words()),
            (Some(times), _) => format!("{} times. Not counted: {}", times.words(), small(&said)),
        }
    }

    fn said(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        for one in Delivery::ALL {
            let label = one.label();
            match (
                self.said.iter().filter(|said| *said == one).count(),
                parts.is_empty(),
            ) {
                (0, _) => {}
                (1, true) => parts.push(format!("{label} at 1 meeting")),
                (times, true) => parts.push(format!("{label} at {times} meetings")),
                (times, false) => parts.push(format!("{} at {times}", small(label))),
            }
        }
        parts.join(", ")
    }
}

/// The times a meeting counted, when it counted any.
fn times(answer: &PromiseAnswer) -> Option<Tally> {
    let kept = answer.kept.trim().parse().ok()?;
    let of = answer.of.trim().parse().ok().filter(|of| *of > 0)?;
    Some(Tally::times(kept, of))
}

fn small(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(delivery: &str) -> PromiseAnswer {
        counted(delivery, ("", ""))
    }

    fn counted(delivery: &str, (kept, of): (&str, &str)) -> PromiseAnswer {
        PromiseAnswer {
            delivery: delivery.into(),
            kept: kept.into(),
            of: of.into(),
            ..PromiseAnswer::default()
        }
    }

    fn happened(answers: &[PromiseAnswer]) -> Happened {
        let all: Vec<&PromiseAnswer> = answers.iter().collect();
        Happened::of(&all).unwrap()
    }

    #[test]
    fn what_was_only_said_is_never_added_to_what_was_counted() {
        let all = [
            counted("partly", ("3", "6")),
            words("done"),
            counted("partly", ("5", "8")),
            words("partly"),
        ];
        assert_eq!(
            happened(&all).words(),
            "8 of 14 times. Not counted: kept at 1 meeting, partly at 1"
        );
        assert_eq!(happened(&all[..1]).words(), "3 of 6 times");
        assert_eq!(happened(&all[1..2]).words(), "Kept");
        let said = [words("done"), words("not_done"), words("done")];
        assert_eq!(happened(&said).words(), "Kept at 2 meetings, not yet at 1");
        assert_eq!(Happened::of(&[]), None);
        assert_eq!(Happened::of(&[&words("")]), None);
    }

    #[test]
    fn a_long_count_does_not_outweigh_the_other_meetings() {
        let short = [counted("done", ("9", "90")), words("partly")];
        assert!(happened(&short).is_short());
        let enough = [counted("partly", ("10", "90")), words("done")];
        assert!(!happened(&enough).is_short());
    }
}
