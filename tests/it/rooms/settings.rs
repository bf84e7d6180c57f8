//! The school's own settings: its telephone, and the template new programmes follow.

use testkit::Engine;

use super::world::{ABARA, AMINA, ELSEWHERE, HERE, World, id};

const TEMPLATE: &str = "/settings/template";
const CHANGE: &str = "/settings/template/change";

fn versions(world: &World) -> u32 {
    let newest = world
        .app()
        .db()
        .read(|tx| store::templates::newest(tx, id(HERE)));
    newest.unwrap().unwrap().version
}

#[test]
fn a_school_chooses_its_weeks_reviews_clock_and_times_and_running_programmes_keep_theirs() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        world.signed();
        let mut amina = world.browser(AMINA);
        let page = amina.get(TEMPLATE);
        assert!(
            page.text().contains("Our 12-week programme"),
            "{}",
            page.text()
        );
        assert!(page.text().contains("Weeks 4 and 8"), "{}", page.text());
        let page = amina.get(CHANGE);
        let chosen = [
            ("weeks", "16"),
            ("clock", "calendar_weeks"),
            ("reviews", "5, 10"),
            ("interim", "all"),
            ("staff_answers", "7"),
        ];
        let page = amina.press(&page, "Save the template", &chosen);
        assert_eq!(page.path, TEMPLATE, "{}", page.text());
        for words in [
            "Our 16-week programme",
            "16 calendar weeks",
            "Weeks 5 and 10. All must be held.",
            "7 school days after the request",
            "Amina Farrow",
        ] {
            assert!(page.text().contains(words), "{words}: {}", page.text());
        }
        assert_eq!(versions(&world), 2);
        let reference = super::world::reference();
        let running = world
            .app()
            .db()
            .read(|tx| store::programmes::by_reference(tx, id(HERE), &reference));
        let running = running.unwrap().unwrap();
        assert_eq!(
            (
                running.template.version,
                running.template.rhythm.length().number()
            ),
            (1, 12)
        );
        let page = amina.get(CHANGE);
        let page = amina.press(&page, "Go back to the guidance’s own", &[]);
        assert!(
            page.text().contains("Our 12-week programme"),
            "{}",
            page.text()
        );
        let page = amina.get(CHANGE);
        amina.press(&page, "Save the template", &[]);
        assert_eq!(versions(&world), 3, "nothing changed, so nothing is kept");
    }
}

#[test]
fn an_impossible_choice_is_said_at_its_field_and_every_answer_is_kept() {
    for engine in Engine::BOTH {
        let world = World::new(engine);
        let mut amina = world.browser(AMINA);
        let page = amina.get(CHANGE);
        let chosen = [
            ("weeks", "8"),
            ("reviews", "4, 8"),
            ("targets", "9"),
            ("review_window", "11"),
            ("staff_answers", "soon"),
        ];
        let page = amina.press(&page, "Save the template", &chosen);
        assert_eq!(page.status, 422);
        for (words, field) in [
            (
                "Review weeks must be in order and before the last week",
                "#reviews",
            ),
            (
                "Either side of a review must be between 1 and 10 school days",
                "#review_window",
            ),
            (
                "Answers from staff must be between 1 and 20 school days",
                "#staff_answers",
            ),
        ] {
            assert_eq!(page.links(words), [field], "{}", page.text());
        }
        assert!(page.html().contains("value=\"soon\"") && page.html().contains("value=\"9\""));
        assert_eq!(versions(&world), 1);
    }
}

#[test]
fn the_second_to_change_the_template_is_told_and_keeps_their_answers() {
    let world = World::new(Engine::Sqlite);
    let (mut one, mut other) = (world.browser(AMINA), world.browser(AMINA));
    let (first, second) = (one.get(CHANGE), other.get(CHANGE));
    one.press(&first, "Save the template", &[("weeks", "10")]);
    let page = other.press(&second, "Save the template", &[("weeks", "14")]);
    assert_eq!(page.status, 409);
    assert!(page.html().contains("value=\"14\""));
    let page = other.press(&page, "Save the template", &[]);
    assert!(
        page.text().contains("Our 14-week programme"),
        "{}",
        page.text()
    );
}

#[test]
fn the_telephone_is_set_by_those_who_run_the_school_and_must_be_one() {
    for engine in Engine::BOTH {
        let world = World::new(engine);
        let mut amina = world.browser(AMINA);
        let page = amina.get("/settings/school");
        let wrong = amina.press(&page, "Save", &[("phone", "ring the office")]);
        assert_eq!(wrong.status, 422);
        assert!(wrong.html().contains("ring the office"));
        assert_eq!(wrong.links("Enter a telephone number"), ["#phone"]);
        let page = amina.press(&page, "Save", &[("phone", "01632 960142")]);
        assert_eq!(page.path, "/settings");
        assert!(page.text().contains("01632 960142"), "{}", page.text());
    }
}

#[test]
fn teachers_and_strangers_change_nothing_here() {
    let world = World::new(Engine::Sqlite);
    for path in [CHANGE, "/settings/school"] {
        assert_eq!(world.browser(ABARA).get_only(path).status, 403);
        assert_eq!(world.browser(ABARA).post_only(path, &[]).status, 403);
    }
    let theirs = world.browser(ELSEWHERE).get(TEMPLATE);
    assert!(!theirs.text().contains("Amina Farrow"), "{}", theirs.text());
}
