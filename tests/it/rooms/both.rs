//! Two people save the same thing: the second sees both versions, and nothing
//! either of them typed is lost.

use testkit::Engine;

use super::world::{AMINA, JOEL, World};

const BASE: &str = "/programmes/kb26-014";

#[test]
fn the_second_to_save_the_minutes_sees_both_and_then_chooses() {
    for engine in Engine::BOTH {
        let world = World::new(engine);
        let meeting = world.booked();
        let path = format!("{BASE}/meetings/{meeting}");
        let (mut one, mut other) = (world.browser(AMINA), world.browser(AMINA));
        let (first, second) = (one.get(&path), other.get(&path));
        let page = one.press(
            &first,
            "Keep for now",
            &[("view-home", "He tries."), ("conclusion", "Late mornings.")],
        );
        assert_eq!(page.status, 200);
        let page = other.press(
            &second,
            "Keep for now",
            &[
                ("view-home", "He is tired."),
                ("contact", "Ring on Fridays."),
            ],
        );
        assert_eq!(page.status, 409, "{}", page.text());
        let both = page.all("#both").concat();
        for words in [
            "He tries.",
            "He is tired.",
            "Late mornings.",
            "Ring on Fridays.",
        ] {
            assert!(
                both.contains(words),
                "{words} is not beside the other: {both}"
            );
        }
        assert!(!both.contains("It began"), "what is the same is not shown");
        let typed = page.all("textarea").join("|");
        assert!(typed.contains("He is tired.") && typed.contains("Ring on Fridays."));
        assert!(
            !typed.contains("He tries."),
            "the form holds one's own words"
        );
        let page = other.press(
            &page,
            "Keep for now",
            &[("view-home", "He tries. He is tired.")],
        );
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(
            page.all("textarea")
                .join("|")
                .contains("He tries. He is tired.")
        );
    }
}

#[test]
fn the_second_to_save_a_promise_or_the_arrangements_sees_both() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        world.signed();
        let (mut amina, mut joel) = (world.browser(AMINA), world.browser(JOEL));
        let path = format!("{BASE}/plan/arrangements");
        let (first, second) = (amina.get(&path), joel.get(&path));
        amina.press(&first, "Save", &[("safe-place", "The Quiet Room")]);
        let page = joel.press(&second, "Save", &[("safe-place", "The library")]);
        assert_eq!(page.status, 409, "{}", page.text());
        let both = page.all("#both").concat();
        assert!(
            both.contains("The Quiet Room") && both.contains("The library"),
            "{both}"
        );
        let page = joel.press(&page, "Save", &[]);
        assert_eq!(page.status, 200);
        assert!(joel.get(&path).html().contains("The library"));
    }
}

#[test]
fn a_target_that_somebody_took_out_can_be_put_back_with_every_word() {
    let world = World::new(Engine::Sqlite).agreed();
    world.signed();
    let (mut amina, mut joel) = (world.browser(AMINA), world.browser(JOEL));
    let links = amina.get(&format!("{BASE}/plan"));
    let path = links.links("in my seat with my book open").concat();
    let (first, second) = (amina.get(&path), joel.get(&path));
    amina.press(&first, "Take this target out", &[]);
    let page = joel.press(&second, "Save this target", &[("place", "in art")]);
    assert_eq!(page.status, 409, "{}", page.text());
    assert!(page.all("#both").concat().contains("took out"));
    let page = joel.press(&page, "Save this target", &[]);
    assert_eq!(page.status, 200, "{}", page.text());
}
