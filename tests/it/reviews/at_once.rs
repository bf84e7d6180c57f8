//! Two people write a review or an ending at once: the second sees both texts,
//! and nothing that either typed is lost.

use jiff::civil::date;
use testkit::Engine;

use super::{story::review, world::*};

#[test]
fn the_second_to_save_a_review_sees_both_texts_and_loses_no_word() {
    for engine in Engine::BOTH {
        let world = World::in_week_four(engine);
        let meeting = world.booked(week(4), date(2026, 10, 22));
        world.on(date(2026, 10, 22));
        let here = format!("{ROOT}/meetings/{meeting}/review");
        let mut amina = world.browser(AMINA);
        let (first, second) = (amina.get(&here), amina.get(&here));
        let early = [("what-works", "The signal."), ("outlook", "uncertain")];
        amina.press(&first, "Save and finish later", &early);
        let late = [
            ("what-works", "The seat by the door."),
            ("promise-1", "kept"),
        ];
        let told = amina.press(&second, "Save and finish later", &late);
        assert_eq!(told.status, 409);
        let both = told.all("#both");
        for words in [
            "What helps most",
            "The signal.",
            "The seat by the door.",
            "Hard to say",
            "kept?",
            "Kept",
        ] {
            assert!(both[0].contains(words), "{words}: {both:?}");
        }
        assert!(!both[0].contains("Why it was late"), "only what differs");
        let saved = amina.press(&told, "Save and finish later", &[]);
        assert_eq!(saved.status, 200);
        assert!(saved.html().contains("The seat by the door."));
    }
}

#[test]
fn whoever_comes_after_a_review_was_settled_sees_it_beside_what_they_typed() {
    for engine in Engine::BOTH {
        let world = World::in_week_four(engine);
        let meeting = world.booked(week(4), date(2026, 10, 22));
        world.on(date(2026, 10, 22));
        let here = format!("{ROOT}/meetings/{meeting}/review");
        let mut amina = world.browser(AMINA);
        let (first, second) = (amina.get(&here), amina.get(&here));
        let whole = review(&[
            ("target-3-progress", "partly"),
            ("target-3-decision", "keep"),
            ("target-1-decision", "keep"),
            ("second", "needed"),
            ("second-why", "To see whether the signal helps."),
            ("what-works", "The signal."),
        ]);
        let held = amina.press(&first, "Record the review", &whole);
        assert_eq!(held.status, 200, "{:?}", problems(&held));
        let late = [("what-works", "The seat by the door.")];
        let told = amina.press(&second, "Record the review", &late);
        assert_eq!(told.status, 409);
        let both = told.all("#both");
        assert!(both[0].contains("Somebody else settled this"), "{both:?}");
        assert!(both[0].contains("The seat by the door."), "{both:?}");
        assert!(told.text().contains("This is what was settled."));
    }
}

#[test]
fn the_second_to_save_an_ending_sees_both_texts_and_loses_no_word() {
    for engine in Engine::BOTH {
        let world = World::at_the_end(engine);
        let mut amina = world.browser(AMINA);
        let here = format!("{ROOT}/meetings/final/outcome");
        let (first, second) = (amina.get(&here), amina.get(&here));
        let early = [("reason", "No suspensions."), ("judgement", "successful")];
        let kept = amina.press(&first, "Save and decide later", &early);
        assert_eq!(kept.status, 200, "{}", kept.text());
        let late = [("reason", "He stays in lessons.")];
        let told = amina.press(&second, "Save and decide later", &late);
        assert_eq!(told.status, 409);
        let both = told.all("#both");
        for words in [
            "No suspensions.",
            "He stays in lessons.",
            "Has the plan been",
        ] {
            assert!(both[0].contains(words), "{words}: {both:?}");
        }
        let saved = amina.press(&told, "Save and decide later", &[]);
        assert_eq!(saved.status, 200);
        assert!(saved.html().contains("He stays in lessons."));
    }
}
