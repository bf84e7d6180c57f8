//! The end of a session: said before it comes, one press stays, and what was
//! typed survives.

use jiff::SignedDuration;
use testkit::Engine;

use super::world::{AMINA, World};

const RECORD: &str = "/programmes/kb26-014/record";

fn wait(world: &World, minutes: i64) {
    let later = world
        .town
        .clock
        .now()
        .checked_add(SignedDuration::from_mins(minutes))
        .unwrap();
    world.town.clock.move_to(later);
}

#[test]
fn every_page_says_how_long_one_stays_and_holds_the_question() {
    let world = World::new(Engine::Sqlite);
    let mut amina = world.browser(AMINA);
    let page = amina.get("/today");
    assert!(page.html().contains("You are signed out after 30 minutes"));
    let question = page.all("dialog[data-idle=\"1800\"]").concat();
    assert!(question.contains("signed out in two minutes"), "{question}");
    let mut stranger = world.town.browser();
    assert!(!stranger.get("/sign-in").html().contains("data-idle"));
}

#[test]
fn one_press_stays_as_often_as_one_likes_until_the_longest_is_over() {
    for engine in Engine::BOTH {
        let world = World::new(engine);
        let mut amina = world.browser(AMINA);
        let page = amina.get("/today");
        for _ in 0..15 {
            wait(&world, 28);
            let stayed = amina.press_only(&page, "Stay signed in", &[]);
            assert_eq!(stayed.status, 204);
        }
        assert_eq!(amina.get_only("/today").status, 200);
        wait(&world, 31);
        let gone = amina.press_only(&page, "Stay signed in", &[]);
        assert_ne!(gone.status, 204, "nobody is signed in any more");
    }
}

#[test]
fn what_was_typed_when_the_session_ended_is_there_to_send_after_signing_in() {
    let world = World::new(Engine::Sqlite);
    let mut amina = world.browser(AMINA);
    let page = amina.get(RECORD);
    wait(&world, 31);
    let said = [("good_news", "He helped set out the chairs.")];
    let kept = amina.press(&page, "Save the good news", &said);
    assert!(
        kept.html().contains("He helped set out the chairs."),
        "{}",
        kept.text()
    );
    assert!(kept.text().contains("Sign in"), "{}", kept.text());
}
