//! What every adult does from day to day: written on one page, read on the
//! card, the plan, the paper and among the changes.

use testkit::Engine;

use super::world::{ABARA, AMINA, BYSTANDER, DANA, World};

const PLAN: &str = "/programmes/kb26-014/plan";
const CARD: &str = "#day-card";

#[test]
fn what_every_adult_does_is_written_once_and_read_by_everyone() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        world.signed();
        let mut amina = world.browser(AMINA);
        assert!(amina.get(PLAN).all(CARD).is_empty(), "nobody wrote a card");
        let page = amina.get(&format!("{PLAN}/arrangements"));
        let typed = [
            ("do", "Say hello by name\nWait ten seconds"),
            ("avoid", "Correcting in front of others"),
            ("calm-steps", "Step back\nPoint to the card\nLet Rowan go"),
            ("exit-card", "Shows it and goes. Nobody asks why."),
            ("seat", "By the door"),
            ("safe-place", "The Quiet Room"),
        ];
        let page = amina.press(&page, "Save", &typed);
        assert_eq!((page.status.as_u16(), page.path.as_str()), (200, PLAN));
        for change in ["Do: new “Say hello by name”", "Seat is new: “By the door”"] {
            assert!(page.text().contains(change), "{change}: {}", page.text());
        }
        let why = [
            ("why", "The teachers asked what helps."),
            ("family-told-day", "10"),
            ("family-told-month", "11"),
            ("family-told-year", "2026"),
        ];
        let page = amina.press(&page, "Make this the new version", &why);
        assert_eq!(page.status, 200, "{}", page.text());
        let read = world.browser(ABARA).get(PLAN);
        let (card, target) = (
            read.html().find("id=\"day-card\"").unwrap(),
            read.html().find("id=\"t1\"").unwrap(),
        );
        assert!(card < target, "a teacher reads the card first");
        for words in [
            "Wait ten seconds",
            "Point to the card",
            "The Quiet Room",
            "Nobody asks why",
        ] {
            assert!(read.text().contains(words), "{words}: {}", read.text());
        }
        let versions = amina.get(&format!("{PLAN}/versions"));
        assert!(
            versions.text().contains("Avoid is new"),
            "{}",
            versions.text()
        );
        let mut dana = world.invited(DANA, "dana@home.example");
        let own = dana.get("/family/plan/kb26-014");
        assert!(own.text().contains("Say hello by name"), "{}", own.text());
    }
}

#[test]
fn too_much_for_a_card_is_said_at_the_field_and_every_word_is_kept() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        world.signed();
        let mut amina = world.browser(AMINA);
        let page = amina.get(&format!("{PLAN}/arrangements"));
        let long = "x".repeat(161);
        let typed = [
            ("avoid", "one\ntwo\nthree\nfour"),
            ("seat", long.as_str()),
            ("phone", "In the office"),
        ];
        let page = amina.press(&page, "Save", &typed);
        assert_eq!(page.status, 422);
        assert_eq!(page.links("Keep the three that help most"), ["#avoid"]);
        assert_eq!(page.links("make it 1 characters shorter"), ["#seat"]);
        assert!(page.html().contains("In the office") && page.html().contains("three\nfour"));
        let again = amina.get(&format!("{PLAN}/arrangements"));
        assert!(!again.html().contains("In the office"), "nothing was saved");
    }
}

#[test]
fn only_those_who_write_the_plan_arrange_it() {
    let world = World::new(Engine::Sqlite).agreed();
    world.signed();
    let path = format!("{PLAN}/arrangements");
    assert_eq!(world.browser(ABARA).get_only(&path).status, 403);
    assert_eq!(world.browser(BYSTANDER).get_only(&path).status, 403);
    assert_eq!(world.browser(ABARA).post_only(&path, &[]).status, 403);
}
