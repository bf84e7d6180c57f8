//! Whole sittings, as people have them: page by page, through the router.

use testkit::on_both;

use super::{
    browser::Browser,
    world::{ABARA, AMINA, DANA, ROWAN, World, reference},
};

const BEFORE: &[(&str, &str)] = &[
    ("helper", "Mr Petrie"),
    ("mode", "typed"),
    ("explained_purpose", "yes"),
    ("explained_limits", "yes"),
];

/// Skips on until the address ends in `until`.
fn skip_to(browser: &mut Browser, until: &str) {
    for _ in 0..80 {
        if browser.path.ends_with(until) {
            return;
        }
        let before = browser.path.clone();
        if before.ends_with("/0-1") {
            browser.post(BEFORE);
        } else if browser.shows("id=\"hq35\"") {
            // The one promise that may not be skipped.
            browser.post(&[("hq35", "yes")]);
        } else {
            browser.post(&[("skip-page", "yes")]);
        }
        assert_eq!(browser.status, 200, "{before}");
        assert_ne!(browser.path, before);
    }
    panic!("never came to {until}");
}

#[test]
fn a_pupil_answers_some_skips_some_comes_back_and_sends() {
    on_both(|engine| {
        let world = World::on(engine);
        let ask = world.ask(ROWAN);
        let mut rowan = Browser::of(&world.app, ROWAN);
        rowan.go("/me");
        assert!(rowan.shows("Your side of school"));
        rowan.go(&format!("/me/questions/{ask}"));
        assert!(rowan.shows("There are no wrong answers"));
        rowan.go(&format!("/me/questions/{ask}/0-1"));
        rowan.post(&[("helper", "Mr Petrie")]);
        assert_eq!(rowan.status, 422);
        assert!(rowan.shows("to sort out") && rowan.shows("value=\"Mr Petrie\""));
        skip_to(&mut rowan, "/1-2");
        assert!(rowan.shows("Part 1 of 8") && rowan.shows("I don&#39;t want to say"));
        rowan.post(&[("sq2", "Football"), ("sq2-share", "nobody")]);
        assert!(rowan.path.ends_with("/1-3"));
        // A second sitting, on another day and another tablet.
        let mut later = Browser::of(&world.app, ROWAN);
        later.go(&format!("/me/questions/{ask}"));
        assert!(later.path.ends_with("/1-3"));
        later.go(&format!("/me/questions/{ask}/8-1"));
        assert!(later.path.ends_with("/1-3"), "no page may be jumped to");
        skip_to(&mut later, "/check");
        assert!(later.shows("Football") && later.shows("For: Nobody else"));
        later.post(&[]);
        assert!(later.path.ends_with("/sent") && later.shows("What you kept back stays back"));
        later.go(&format!("/me/questions/{ask}/1-2"));
        assert_eq!(later.status, 422);
        later.go("/me");
        assert!(later.shows("Thank you"));
        let mut amina = Browser::of(&world.app, AMINA);
        let path = format!("/programmes/{}/information", reference());
        amina.go(&path);
        assert!(amina.shows("All answers are in"));
        amina.go(&format!("{path}/asks/{ask}"));
        assert!(amina.status == 200 && !amina.shows("Football"));
    });
}

#[test]
fn two_tabs_show_both_what_was_saved_and_what_was_typed() {
    on_both(|engine| {
        let world = World::on(engine);
        let ask = world.ask(DANA);
        let page = format!("/family/questions/{ask}/1-1");
        let (mut one, mut other) = (Browser::of(&world.app, DANA), Browser::of(&world.app, DANA));
        one.go(&page);
        other.go(&page);
        let first = [("hq2", "Her jokes"), ("hq2-share", "meeting")];
        one.post(&first);
        assert!(one.path.ends_with("/1-2"));
        let second = [("hq2", "Her kindness"), ("hq2-share", "meeting")];
        other.post(&second);
        assert_eq!(other.status, 409);
        assert!(other.shows("Her jokes") && other.shows("Her kindness"));
        other.post(&second);
        assert!(other.path.ends_with("/1-2"));
        other.go(&page);
        assert!(other.shows("Her kindness") && !other.shows("Her jokes"));
    });
}

#[test]
fn a_parent_says_who_an_answer_is_for_or_skips() {
    on_both(|engine| {
        let world = World::on(engine);
        let ask = world.ask(DANA);
        let mut dana = Browser::of(&world.app, DANA);
        dana.go(&format!("/family/questions/{ask}/1-1"));
        assert!(dana.shows("Rather talk?"));
        dana.post(&[("hq2", "Her jokes")]);
        assert_eq!(dana.status, 422);
        assert!(dana.shows("Choose who this answer is for") && dana.shows("Her jokes"));
        dana.post(&[("hq2-skip", "yes")]);
        assert!(dana.path.ends_with("/1-2"));
        skip_to(&mut dana, "/check");
        dana.post(&[]);
        assert!(dana.path.ends_with("/sent"));
    });
}

#[test]
fn a_scribe_says_how_then_writes_for_a_parent() {
    on_both(|engine| {
        let world = World::on(engine);
        let ask = world.ask(DANA);
        let mut amina = Browser::of(&world.app, AMINA);
        amina.go(&format!("/questions/{ask}"));
        assert!(amina.shows("Write down what somebody says"));
        amina.post(&[]);
        assert_eq!(amina.status, 422);
        amina.post(&[("mode", "phone")]);
        assert!(amina.shows("Start"));
        amina.go(&format!("/questions/{ask}/1-1"));
        assert!(amina.shows("You are writing down what"));
        skip_to(&mut amina, "/check");
        amina.post(&[]);
        let path = format!("/programmes/{}/information/asks/{ask}", reference());
        amina.go(&path);
        assert!(amina.shows("Amina Farrow wrote it down: over the phone"));
        let mut teacher = Browser::of(&world.app, ABARA);
        teacher.go(&format!("/questions/{ask}"));
        assert_eq!(teacher.status, 404);
    });
}

#[test]
fn a_teacher_answers_several_questions_a_page() {
    on_both(|engine| {
        let world = World::on(engine);
        let ask = world.ask(ABARA);
        let mut abara = Browser::of(&world.app, ABARA);
        abara.go("/asked");
        assert!(abara.shows("How it goes with you"));
        abara.go(&format!("/questions/{ask}/1-1"));
        assert!(abara.shows("Your subject or setting") && abara.shows("most settled"));
        abara.post(&[("fq1", "Science, 8K, 3 times a week")]);
        assert_eq!(abara.status, 422);
        assert!(abara.shows("Write one thing Rowan does well"));
        abara.post(&[("fq1", "Science, 8K"), ("fq3", "Asks good questions")]);
        assert!(abara.path.ends_with("/2-1"));
        skip_to(&mut abara, "/check");
        assert!(abara.shows("Asks good questions"));
        abara.post(&[]);
        assert!(abara.path.ends_with("/sent"));
    });
}
