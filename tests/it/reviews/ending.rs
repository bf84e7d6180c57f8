//! A plan that was not enough, and difficulties that come back.

use jiff::civil::date;
use testkit::Engine;

use super::world::*;

fn not_enough() -> Vec<(&'static str, &'static str)> {
    vec![
        ("promise-1", "not-yet"),
        ("promise-1-why", "It was never timetabled."),
        ("promise-2", "not-yet"),
        ("promise-2-why", "Not done."),
        ("promise-3", "kept"),
        ("promise-4", "kept"),
        ("target-1-end", "not_met"),
        ("target-1-evidence", "6 of 16 days."),
        ("target-2-end", "not_met"),
        ("target-2-evidence", "4 of 16 days."),
        ("target-3-end", "not_met"),
        ("target-3-evidence", "2 of 16 days."),
        ("says-pupil", "It was too much."),
        ("says-home", "We are tired."),
        ("closing-pupil-helped", "yes"),
        ("closing-pupil-fair", "partly"),
        ("closing-pupil-kept", "yes"),
        ("closing-home-helped", "partly"),
        ("closing-home-fair", "yes"),
        ("closing-home-kept", "partly"),
        ("judgement", "unsuccessful"),
        (
            "reason",
            "The help came late, and mornings are as hard as before.",
        ),
        ("considered", "outreach"),
        ("option-outreach", "look_into"),
        ("option-outreach-why", "Two of six visits happened."),
    ]
}

#[test]
fn a_plan_that_was_not_enough_leads_to_the_council_a_choice_and_handing_over() {
    for engine in Engine::BOTH {
        let world = World::at_the_end(engine);
        let mut amina = world.browser(AMINA);
        let last = format!("{ROOT}/meetings/final/outcome");
        let page = amina.get(&last);
        let wrong = amina.press(&page, "Propose it to the head", &not_enough());
        let words = problems(&wrong);
        assert!(
            words[0].starts_with("Support was not fully delivered."),
            "{words:?}"
        );
        let about = [(
            "about-support",
            "Half of the help never came, so it is too soon.",
        )];
        let proposed = amina.press(&wrong, "Propose it to the head", &about);
        assert_eq!(proposed.status, 200, "{:?}", problems(&proposed));
        assert!(proposed.text().contains("Support was not fully delivered"));

        let mut ruth = world.browser(RUTH);
        let page = ruth.get(&last);
        for words in [
            "Adults kept 50% of what",
            "It was never timetabled.",
            "Not yet",
        ] {
            assert!(page.text().contains(words), "{words}: {}", page.text());
        }
        let answer = [
            ("risk", "same"),
            ("confirm-why", "Nothing has changed yet."),
        ];
        let wrong = ruth.press(&page, "Confirm the judgement", &answer);
        assert!(
            problems(&wrong)[0].starts_with("Tick that the council"),
            "{wrong:?}"
        );
        let done = ruth.press(&wrong, "Confirm the judgement", &[("council-first", "yes")]);
        assert_eq!(
            done.path,
            format!("{ROOT}/not-enough"),
            "{:?}",
            problems(&done)
        );
        assert_eq!(world.stage(), "escalation");
        assert!(
            done.text().contains("It may be too soon to say"),
            "{}",
            done.text()
        );
        assert!(
            done.text().contains("Two of six visits happened."),
            "{}",
            done.text()
        );

        let page = amina.get(&format!("{ROOT}/not-enough"));
        let wrong = amina.press(&page, "Choose this", &[("option-why", "It helped before.")]);
        assert_eq!(problems(&wrong), ["Choose what comes next"]);
        assert!(wrong.html().contains("It helped before."));
        let chosen = amina.press(&wrong, "Choose this", &[("option", "outreach")]);
        assert!(
            chosen.text().contains("It helped before. Chosen on"),
            "{}",
            chosen.text()
        );
        assert!(
            !chosen.text().contains("Hand over and close"),
            "the head hands over"
        );
        let page = ruth.get(&format!("{ROOT}/not-enough"));
        let wrong = ruth.press(&page, "Hand over and close", &[]);
        assert!(
            problems(&wrong)[0].starts_with("Hand over to whoever"),
            "{}",
            wrong.text()
        );
        let on = [
            ("handed-over-day", "11"),
            ("handed-over-month", "1"),
            ("handed-over-year", "2027"),
        ];
        let done = ruth.press(&wrong, "Hand over and close", &on);
        assert_eq!((done.path.as_str(), world.stage()), (ROOT, "archived"));
    }
}

#[test]
fn what_else_could_help_is_read_at_any_week() {
    let world = World::in_week_four(Engine::Sqlite);
    let page = world.browser(AMINA).get(&format!("{ROOT}/not-enough"));
    assert_eq!(page.heading(), "When the plan isn’t enough");
    assert!(page.text().contains("Not looked at yet"), "{}", page.text());
    assert_eq!(page.links("Ask for an early review").len(), 1);
    assert!(!page.text().contains("Choose this"));
}

#[test]
fn an_early_review_is_asked_for_and_held_from_the_case_page() {
    for engine in Engine::BOTH {
        let world = World::in_week_four(engine);
        world.clock.move_to_day(date(2026, 10, 8));
        let mut joel = world.browser(JOEL);
        let page = joel.get(&format!("{ROOT}/moves/concern"));
        let wrong = joel.press(&page, "Ask for an early review", &[]);
        assert_eq!(problems(&wrong), ["Say what in the plan is not working"]);
        let why = [("concern-why", "The signal is not used in maths.")];
        let case = joel.press(&page, "Ask for an early review", &why);
        assert!(
            case.text().contains("Extra review asked for"),
            "{}",
            case.text()
        );
        let again = joel.get(&format!("{ROOT}/moves/concern"));
        assert_eq!(again.status, 403);
        assert!(
            again.text().contains("A concern is open already"),
            "{}",
            again.text()
        );
        let mut amina = world.browser(AMINA);
        let case = amina.get(ROOT);
        assert_eq!(
            case.links("Hold the early review that was asked for: book it first")
                .len(),
            1
        );
        let meeting = world.booked(domain::meeting::MeetingKind::EarlyReview, date(2026, 10, 8));
        let page = amina.get(&format!("{ROOT}/meetings/{meeting}/review"));
        let wrong = amina.press(&page, "Record the review", &[]);
        let open = "Say whether the concern is settled.".to_owned();
        assert!(problems(&wrong).contains(&open), "{:?}", problems(&wrong));
    }
}

#[test]
fn an_ending_has_the_words_of_home_or_says_why_there_are_none() {
    for engine in Engine::BOTH {
        let world = World::at_the_end(engine);
        let mut amina = world.browser(AMINA);
        let page = amina.get(&format!("{ROOT}/meetings/final/outcome"));
        let mut fill = not_enough();
        fill.push(("about-support", "Half of the help never came."));
        fill.retain(|(name, _)| *name != "says-home");
        let wrong = amina.press(&page, "Propose it to the head", &fill);
        assert_eq!(wrong.status, 422);
        let words = problems(&wrong);
        assert!(words[0].starts_with("Write what home says"), "{words:?}");
        let why = [("says-home-why", "chose_not_to")];
        let done = amina.press(&wrong, "Propose it to the head", &why);
        assert_eq!(done.status, 200, "{:?}", problems(&done));
        assert!(
            done.text().contains("Home: asked, and chose not to say."),
            "{}",
            done.text()
        );
    }
}
