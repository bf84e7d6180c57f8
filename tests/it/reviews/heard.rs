//! No review without the words of the pupil and of home, or that they were
//! asked, or how somebody tried to reach them.

use jiff::civil::date;
use testkit::{Browser, Engine, Page};

use super::{story::review, world::*};

/// Rowan's first review with everything but what people say.
fn without_words(more: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let mut fill = review(&[
        ("target-3-progress", "partly"),
        ("target-3-decision", "keep"),
        ("target-1-decision", "keep"),
        ("second", "needed"),
        ("second-why", "To see whether the signal helps."),
    ]);
    fill.retain(|(name, _)| !name.starts_with("says-") && *name != "target-1-pupil");
    fill.extend(more);
    fill
}

fn recorded(world: &World, more: &[(&'static str, &'static str)]) -> (Browser, Page) {
    let meeting = world.booked(week(4), date(2026, 10, 22));
    world.on(date(2026, 10, 22));
    let mut amina = world.browser(AMINA);
    let page = amina.get(&format!("{ROOT}/meetings/{meeting}/review"));
    let page = amina.press(&page, "Record the review", &without_words(more));
    (amina, page)
}

#[test]
fn a_review_without_the_words_of_the_pupil_and_of_home_comes_back_with_all_that_was_typed() {
    for engine in Engine::BOTH {
        let world = World::in_week_four(engine);
        let (_, page) = recorded(&world, &[("what-works", "The signal.")]);
        assert_eq!(page.status, 422);
        assert_eq!(
            problems(&page),
            [
                "Write what the pupil says, or choose why there are no words.",
                "Write what home says, or choose why there are no words. Ring if nobody came.",
            ]
        );
        assert!(page.html().contains("The signal."));
        assert!(page.html().contains("Two lessons were covered."));
    }
}

#[test]
fn not_reached_says_how_it_was_tried_and_then_the_review_is_recorded_and_says_so_too() {
    for engine in Engine::BOTH {
        let world = World::in_week_four(engine);
        let (mut amina, page) = recorded(
            &world,
            &[
                ("says-pupil-why", "chose_not_to"),
                ("says-home-why", "not_reached"),
            ],
        );
        assert_eq!(page.status, 422);
        assert_eq!(
            problems(&page),
            ["Say how and when you tried to reach them."]
        );
        let tried = [("says-home-tried", "Rang on 20 and 21 October")];
        let done = amina.press(&page, "Record the review", &tried);
        assert_eq!(done.status, 200, "{:?}", problems(&done));
        let text = done.text();
        assert!(
            text.contains("Rowan: asked, and chose not to say."),
            "{text}"
        );
        assert!(
            text.contains("Home: could not be reached. Rang on 20 and 21 October."),
            "{text}"
        );
        assert!(!text.contains("Nobody wrote"), "{text}");
    }
}

#[test]
fn what_was_saved_for_later_is_filled_in_again() {
    let world = World::in_week_four(Engine::Sqlite);
    let meeting = world.booked(week(4), date(2026, 10, 22));
    world.on(date(2026, 10, 22));
    let mut amina = world.browser(AMINA);
    let here = format!("{ROOT}/meetings/{meeting}/review");
    let page = amina.get(&here);
    let fill = [
        ("says-home-why", "not_reached"),
        ("says-home-tried", "Rang twice"),
    ];
    let kept = amina.press(&page, "Save and finish later", &fill);
    assert_eq!(kept.status, 200);
    let again = amina.get(&here);
    let (_, sent) = again.filled("Record the review", &[]);
    let value = |name: &str| {
        let found = sent.iter().find(|(field, _)| field == name);
        found.map(|(_, value)| value.as_str())
    };
    assert_eq!(value("says-home-why"), Some("not_reached"));
    assert_eq!(value("says-home-tried"), Some("Rang twice"));
    assert_eq!(value("says-pupil-why"), Some("written"));
}
