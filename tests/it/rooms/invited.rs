//! Accounts for a parent, the pupil and somebody from outside: handed over from
//! the people page, and showing only what is theirs.

use domain::contact::RestrictionKind;
use testkit::Engine;

use super::world::{AMINA, DANA, ELSEWHERE, HEAD, JOEL, KIT, ROWAN, TOMASZ, World, person};

const BASE: &str = "/programmes/kb26-014";

fn invite(who: u128) -> String {
    format!("{BASE}/people/{}/invite", person(who))
}

#[test]
fn a_parent_takes_up_an_account_and_finds_their_own_copy_of_the_plan() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        let mut dana = world.invited(DANA, "dana@home.example");
        let page = dana.get("/family");
        assert!(
            page.text().contains("Rowan’s support plan"),
            "{}",
            page.text()
        );
        assert!(
            page.text()
                .contains("Pack the bag the night before, every day.")
        );
        let page = dana.get("/family/plan/kb26-014");
        assert_eq!(page.status, 200);
        let page = dana.press(&page, "Sign my part", &[("name", "Dana Tidewell")]);
        assert!(page.text().contains("Signed"), "{}", page.text());
        assert_eq!(world.events("person_invited"), 1);
        assert_eq!(world.events("signed"), 1);
        for staff_only in [
            "/today",
            "/programmes",
            "/settings",
            "/programmes/kb26-014/people",
        ] {
            let page = dana.get_only(staff_only);
            assert!(matches!(page.status.as_u16(), 403 | 404), "{staff_only}");
        }
    }
}

#[test]
fn the_pupil_has_a_page_of_their_own() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        let mut rowan = world.invited(ROWAN, "rowan@school.example");
        let page = rowan.get("/me");
        assert!(page.text().contains("My plan"), "{}", page.text());
        assert_eq!(rowan.get("/me/plan/kb26-014").status, 200);
    }
}

#[test]
fn somebody_from_outside_sees_their_promise_and_a_first_name_and_no_plan() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        let mut tomasz = world.invited(TOMASZ, "tomasz@outreach.example");
        let page = tomasz.get("/outside");
        assert!(page.text().contains("Rowan T"), "{}", page.text());
        assert!(page.text().contains("Teach stop and breathe, every day."));
        for hidden in ["Tidewell", "Dana", "Kit", "basketball", "pack the bag"] {
            assert!(!page.html().contains(hidden), "{hidden} is not theirs");
        }
        for shut in [
            "",
            "/plan",
            "/plan.pdf",
            "/information",
            "/referral",
            "/meetings",
        ] {
            let page = tomasz.get_only(&format!("{BASE}{shut}"));
            assert!(matches!(page.status.as_u16(), 403 | 404), "{shut}");
        }
    }
}

#[test]
fn parents_who_are_kept_apart_never_meet_each_others_name() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        world.restrict(KIT, RestrictionKind::Apart);
        let mut dana = world.invited(DANA, "dana@home.example");
        let mut kit = world.invited(KIT, "kit@home.example");
        let page = kit.get("/family/plan/kb26-014");
        kit.press(&page, "Sign my part", &[("name", "Kit Barlow")]);
        for (browser, other, own) in [(&mut dana, "Barlow", "Dana"), (&mut kit, "Dana", "Barlow")] {
            for place in [
                "/family",
                "/family/plan/kb26-014",
                BASE,
                "/programmes/kb26-014/plan",
                "/programmes/kb26-014/plan/versions",
                "/programmes/kb26-014/plan/sign",
                "/programmes/kb26-014/meetings",
            ] {
                let page = browser.get(place);
                assert_eq!(page.status, 200, "{place}: {}", page.text());
                assert!(!page.html().contains(other), "{other} stands on {place}");
            }
            let page = browser.get("/family/plan/kb26-014");
            assert!(page.html().contains(own));
            assert!(page.html().contains("Someone else in the family"));
        }
        // Staff and the pupil know them both.
        let page = world.browser(AMINA).get("/programmes/kb26-014/plan");
        assert!(page.html().contains("Kit Barlow") && page.html().contains("Dana Tidewell"));
    }
}

#[test]
fn a_parent_whom_an_order_keeps_out_can_not_be_invited_and_loses_what_they_had() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        let mut kit = world.invited(KIT, "kit@home.example");
        assert_eq!(kit.get("/family/plan/kb26-014").status, 200);
        world.restrict(KIT, RestrictionKind::NoContact);
        for place in [
            "/family/plan/kb26-014",
            BASE,
            "/programmes/kb26-014/plan",
            "/programmes/kb26-014/plan.pdf",
            "/programmes/kb26-014/meetings",
        ] {
            assert_eq!(kit.get_only(place).status, 404, "{place}");
        }
        assert!(!kit.get("/family").html().contains("Rowan"));
        world.restrict(DANA, RestrictionKind::NoInformation);
        let mut amina = world.browser(AMINA);
        let page = amina.get(&invite(DANA));
        let page = amina.press(&page, "Make the address", &[("email", "d@home.example")]);
        assert_eq!(page.status, 422);
        assert!(page.text().contains("may not be told"), "{}", page.text());
    }
}

#[test]
fn each_mistake_is_said_and_what_was_typed_stays() {
    let world = World::new(Engine::Sqlite).agreed();
    let mut amina = world.browser(AMINA);
    let page = amina.get(&invite(DANA));
    let page = amina.press(&page, "Make the address", &[("email", "not an address")]);
    assert_eq!(page.status, 422);
    assert!(page.html().contains("value=\"not an address\""));
    // An address that somebody else signs in with opens nothing.
    world.invited(KIT, "kit@home.example");
    let page = amina.get(&invite(DANA));
    let page = amina.press(&page, "Make the address", &[("email", "kit@home.example")]);
    assert_eq!(page.status, 422);
    assert!(
        page.text().contains("Someone else signs in with this"),
        "{}",
        page.text()
    );
    let page = amina.get(&invite(DANA));
    let page = amina.press(&page, "Make the address", &[("email", "p2@school.example")]);
    assert_eq!(page.status, 422, "a member of staff's address");
    // Once taken up there is nothing more to hand over.
    let page = amina.get(&format!("{BASE}/people"));
    assert!(page.text().contains("Has an account"));
    let page = amina.post_only(&invite(KIT), &[]);
    assert_eq!(page.status, 400, "without the form's token");
}

#[test]
fn only_the_coordinator_and_the_head_invite() {
    for engine in Engine::BOTH {
        let world = World::new(engine);
        assert_eq!(world.browser(HEAD).get(&invite(DANA)).status, 200);
        assert_eq!(world.browser(JOEL).get(&invite(DANA)).status, 403);
        assert_eq!(world.browser(ELSEWHERE).get(&invite(DANA)).status, 404);
        assert!(
            world
                .town
                .browser()
                .get_only(&invite(DANA))
                .status
                .is_redirection()
        );
        assert_eq!(world.browser(AMINA).get(&invite(JOEL)).status, 404, "staff");
        assert_eq!(
            world
                .browser(AMINA)
                .get(&format!("{BASE}/people/nobody/invite"))
                .status,
            404
        );
    }
}
