//! Stopping in the middle of a page: what is on it is kept, and what was left
//! blank is still to come.

use testkit::on_both;

use super::{
    browser::Browser,
    world::{ABARA, AMINA, DANA, ROWAN, World, reference},
};

const STOP: (&str, &str) = ("stop", "yes");

#[test]
fn what_a_teacher_wrote_is_kept_and_the_rest_of_the_page_is_still_to_come() {
    on_both(|engine| {
        let world = World::on(engine);
        let ask = world.ask(ABARA);
        let mut abara = Browser::of(&world.app, ABARA);
        let page = format!("/questions/{ask}/1-1");
        abara.go(&page);
        assert!(abara.shows("Save and stop for now") && !abara.shows("Finish later"));
        abara.post(&[("fq1", "Science, 8K"), STOP]);
        assert_eq!(
            (abara.path.as_str(), abara.status.as_u16()),
            ("/asked", 200)
        );
        abara.go(&format!("/questions/{ask}"));
        assert_eq!(abara.path, page, "the page is not done");
        assert!(abara.shows("Science, 8K") && !abara.shows("to sort out"));
        abara.post(&[("fq1", ""), STOP]);
        abara.go(&page);
        assert!(abara.shows("Science, 8K"), "what must be said is not lost");
        abara.post(&[("fq1", &"x".repeat(4000)), STOP]);
        assert_eq!(abara.status, 422);
        assert!(abara.shows("Make this shorter"), "{}", abara.html);
    });
}

#[test]
fn a_pupil_who_stops_comes_back_to_the_same_words() {
    on_both(|engine| {
        let world = World::on(engine);
        let ask = world.ask(ROWAN);
        let mut rowan = Browser::of(&world.app, ROWAN);
        let page = format!("/me/questions/{ask}/0-1");
        rowan.go(&page);
        rowan.post(&[("helper", "Mr Petrie"), ("explained_purpose", "no"), STOP]);
        assert_eq!((rowan.path.as_str(), rowan.status.as_u16()), ("/me", 200));
        rowan.go(&format!("/me/questions/{ask}"));
        assert_eq!(rowan.path, page);
        assert!(rowan.shows("value=\"Mr Petrie\""));
        let saved = world.events("answers_saved");
        rowan.post(&[STOP]);
        assert_eq!(rowan.path, "/me");
        assert_eq!(world.events("answers_saved"), saved, "nothing new was said");
    });
}

#[test]
fn stopping_never_keeps_words_that_nobody_said_who_may_read() {
    on_both(|engine| {
        let world = World::on(engine);
        let ask = world.ask(DANA);
        let mut dana = Browser::of(&world.app, DANA);
        let page = format!("/family/questions/{ask}/1-1");
        dana.go(&page);
        dana.post(&[("hq2", "Her jokes"), STOP]);
        assert_eq!(dana.status, 422);
        assert!(dana.shows("Choose who this answer is for") && dana.shows("Her jokes"));
        dana.post(&[("hq2", "Her jokes"), ("hq2-share", "meeting"), STOP]);
        assert_eq!(dana.path, "/family");
        dana.go(&page);
        assert!(dana.shows("Her jokes"));
        dana.post(&[("hq2", ""), STOP]);
        dana.go(&page);
        assert!(!dana.shows("Her jokes"), "she rubbed it out");
    });
}

#[test]
fn a_scribe_who_stops_is_led_back_to_the_programme() {
    on_both(|engine| {
        let world = World::on(engine);
        let ask = world.ask(DANA);
        let mut amina = Browser::of(&world.app, AMINA);
        amina.go(&format!("/questions/{ask}"));
        amina.post(&[("mode", "phone")]);
        amina.go(&format!("/questions/{ask}/1-1"));
        amina.post(&[("hq2", "Her jokes"), ("hq2-share", "meeting"), STOP]);
        let back = format!("/programmes/{}/information", reference());
        assert_eq!((amina.path, amina.status.as_u16()), (back, 200));
    });
}
