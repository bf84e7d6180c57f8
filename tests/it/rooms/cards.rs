//! The strategy card: each teacher says that they have read it, and those who
//! run the programme see who has.

use testkit::Engine;

use super::world::{ABARA, AMINA, BYSTANDER, DANA, JOEL, World};

const PLAN: &str = "/programmes/kb26-014/plan";

#[test]
fn a_teacher_says_they_have_read_it_and_the_coordinator_sees_who_has() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        let mut abara = world.browser(ABARA);
        let page = abara.get(PLAN);
        let page = abara.press(&page, "I have read what I do", &[]);
        assert!(page.text().contains("You read this on"), "{}", page.text());
        assert!(
            !page.text().contains("Who has read it"),
            "others' reading is not theirs to see"
        );
        let page = world.browser(AMINA).get(PLAN);
        assert!(
            page.text().contains("1 of 2 have read it"),
            "{}",
            page.text()
        );
        assert_eq!(world.events("card_acknowledged"), 1);
        let mut joel = world.browser(JOEL);
        let page = joel.get(PLAN);
        joel.press(&page, "I have read what I do", &[]);
        let page = joel.get(PLAN);
        assert!(
            page.text().contains("2 of 2 have read it"),
            "{}",
            page.text()
        );
        assert!(
            page.all("main form button")
                .iter()
                .all(|words| !words.contains("I have read"))
        );
    }
}

#[test]
fn nobody_else_is_asked_or_told() {
    let world = World::new(Engine::Sqlite).agreed();
    let mut dana = world.invited(DANA, "dana@home.example");
    let page = dana.get(PLAN);
    assert!(!page.text().contains("have read"), "{}", page.text());
    let read = format!("{PLAN}/read");
    let there = world.browser(BYSTANDER).get_only(&read).status.as_u16();
    assert!(matches!(there, 403 | 405), "{there}");
    let page = dana.post_only(&read, &[]);
    assert_eq!(page.status, 403, "not theirs to say");
}
