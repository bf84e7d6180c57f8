//! The school's days: seen by staff, changed by those who run the school, and
//! followed by the clocks.

use testkit::Engine;

use super::world::{ABARA, AMINA, DANA, World};

const TERMS: &str = "/settings/terms";

fn day(field: &str, day: (&str, &str, &str)) -> Vec<(String, String)> {
    [("day", day.0), ("month", day.1), ("year", day.2)]
        .map(|(part, value)| (format!("{field}-{part}"), value.to_owned()))
        .into()
}

fn fill(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect()
}

#[test]
fn a_closure_is_put_in_by_hand_and_the_reviews_of_running_programmes_move() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        world.signed();
        let mut amina = world.browser(AMINA);
        let page = amina.get(TERMS);
        assert!(
            page.text().contains("When school is open"),
            "{}",
            page.text()
        );
        let mut fields = day("first", ("14", "12", "2026"));
        fields.extend(day("last", ("18", "12", "2026")));
        fields.extend([
            ("kind".to_owned(), "planned_closure".to_owned()),
            ("note".to_owned(), "Building work".to_owned()),
        ]);
        let page = amina.press(&page, "Change these days", &fill(&fields));
        assert_eq!(page.status, 200);
        assert!(
            page.text()
                .contains("Five days changed. The dates of one programme moved."),
            "{}",
            page.text()
        );
        assert!(page.text().contains("Building work"));
        assert_eq!(world.events("dates_changed"), 1);
        let page = amina.press(&page, "Change these days", &fill(&fields));
        assert!(
            page.text().contains("Nothing was different"),
            "{}",
            page.text()
        );
        assert_eq!(world.events("dates_changed"), 1);
    }
}

#[test]
fn each_mistake_is_said_at_its_field() {
    let world = World::new(Engine::Sqlite);
    let mut amina = world.browser(AMINA);
    let page = amina.get(TERMS);
    let page = amina.press(&page, "Change these days", &[]);
    assert_eq!(page.status, 422);
    assert!(page.text().contains("Enter the first day"));
    assert!(page.text().contains("Choose what happens on these days"));
    let cases = [
        (
            ("14", "12", "2026"),
            ("7", "12", "2026"),
            "The last day must be",
        ),
        (
            ("1", "1", "2026"),
            ("1", "12", "2026"),
            "one term at a time",
        ),
        (
            ("12", "12", "2026"),
            ("13", "12", "2026"),
            "Monday to Friday",
        ),
        (("31", "2", "2026"), ("", "", ""), "Enter the first day"),
    ];
    for (first, last, words) in cases {
        let mut fields = day("first", first);
        fields.extend(day("last", last));
        fields.push(("kind".to_owned(), "training".to_owned()));
        let page = amina.press(&page, "Change these days", &fill(&fields));
        assert_eq!(page.status, 422, "{words}");
        assert!(page.text().contains(words), "{words}: {}", page.text());
    }
}

#[test]
fn teachers_see_the_days_and_do_not_change_them_and_families_see_none_of_it() {
    for engine in Engine::BOTH {
        let world = World::new(engine);
        let mut abara = world.browser(ABARA);
        let page = abara.get(TERMS);
        assert_eq!(page.status, 200);
        assert!(!page.text().contains("Change some days"));
        let mut dana = world.invited(DANA, "dana@home.example");
        assert_eq!(dana.get(TERMS).status, 403);
        assert!(world.town.browser().get_only(TERMS).status.is_redirection());
    }
}
