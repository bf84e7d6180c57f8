//! The bank: ideas to start from when writing a target or choosing help. Ideas
//! only: a target is the pupil's own, and is written with them.
//!
//! The strategies themselves are in [`crate::referral::Strategy`], because a
//! referral says which have been tried.

use crate::target::Area;

/// An idea for a target, as a pupil might say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TargetIdea {
    /// What it is about.
    pub area: Area,
    /// The idea, said by the pupil.
    pub words: &'static str,
}

/// Ideas for targets: small, seen, and said as what to do.
pub const TARGET_IDEAS: &[TargetIdea] = &[
    idea(
        Area::Starting,
        "I come in and begin my first task within five minutes",
    ),
    idea(
        Area::Instructions,
        "I hear the whole instruction, then I begin",
    ),
    idea(Area::OnTask, "I ask one adult for help before I give up"),
    idea(Area::TalkingToAdults, "I answer adults in a calm voice"),
    idea(Area::Peers, "After a fall-out I take part in a repair talk"),
    idea(Area::Anger, "When I feel wound up I show my exit card"),
    idea(Area::Attendance, "I come to school four days out of five"),
    idea(
        Area::Punctuality,
        "I am in by the bell four days out of five",
    ),
    idea(Area::StayingIn, "I stay in each lesson to the end"),
    idea(
        Area::SafeHands,
        "At break I keep my hands and feet to myself",
    ),
    idea(Area::Equipment, "I bring a pen and my planner"),
    idea(Area::Homework, "I hand in one piece of homework a week"),
    idea(Area::Learning, "I write my own first sentence"),
];

/// The ideas about one thing.
pub fn ideas(area: Area) -> impl Iterator<Item = TargetIdea> {
    TARGET_IDEAS
        .iter()
        .copied()
        .filter(move |idea| idea.area == area)
}

const fn idea(area: Area, words: &'static str) -> TargetIdea {
    TargetIdea { area, words }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Words;

    #[test]
    fn there_is_an_idea_for_everything_a_target_can_be_about() {
        for area in Area::ALL {
            assert!(ideas(*area).count() >= 1, "{area:?}");
        }
    }

    #[test]
    fn every_idea_says_what_to_do_and_fits_on_a_card() {
        for idea in TARGET_IDEAS {
            let words = Words::of(idea.words);
            let not_to_do = words.find(&["not", "dont", "stop", "never", "no"]);
            assert_eq!(not_to_do, None, "{}", idea.words);
            assert!(words.count() <= 14, "{}", idea.words);
        }
    }
}
