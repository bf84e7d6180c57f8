//! Every page and press, for a stranger, the wrong role, each mistake, and as
//! it should be.

use testkit::on_both;

use super::{SAM, THEIRS, comes, feed_of, filled, set_up, world};
use crate::rooms::world::{ABARA, AMINA, OFFICE};

#[test]
fn a_technician_sets_a_feed_up_and_sees_what_it_brings() {
    on_both(|engine| {
        let world = world(engine);
        let mut sam = world.browser(SAM);
        let page = sam.get("/settings/feeds");
        assert!(page.text().contains("Nothing comes by itself yet"));
        let page = sam.get(&page.links("Set up a feed")[0]);
        assert!(page.text().contains("The folder /srv/nightly"));
        assert!(!page.text().contains("theirs"), "another school's folder");
        let page = sam.press(&page, "Save", &filled("alone"));
        for words in [
            "Nightly files",
            "Stores by itself. Sam Whitlock confirmed it today",
            "As soon as a file is put there",
        ] {
            assert!(page.text().contains(words), "{words}: {}", page.text());
        }
        let feed = feed_of(&page);
        comes(
            &world,
            feed,
            "staff.csv",
            "Staff ID,Surname,Forename\n77,Wren,Tomasz\n",
        );
        let page = sam.get(&page.path);
        let added = "1 member of staff was added";
        assert!(page.text().contains(added), "{}", page.text());
        let list = sam.get("/settings/feeds");
        for words in ["Working", "Today, 9:00am", added] {
            assert!(list.text().contains(words), "{words}: {}", list.text());
        }
        let imports = sam.get("/settings/imports");
        let words = "The feed ‘Nightly files’";
        assert!(imports.text().contains(words), "{}", imports.text());
    });
}

#[test]
fn every_gap_of_the_form_is_said_at_its_field_and_what_was_typed_stays() {
    on_both(|engine| {
        let world = world(engine);
        let mut sam = world.browser(SAM);
        let page = sam.get("/settings/feeds/new");
        let page = sam.press(&page, "Save", &[("name", ""), ("holds", "staff")]);
        assert_eq!(page.status, 422);
        for (words, field) in [
            ("Enter a name, up to 60 characters", "#name"),
            ("Choose where it comes from", "#source"),
            ("Choose how often something is expected", "#rhythm"),
            ("Choose whether it stores by itself", "#stores"),
        ] {
            assert_eq!(page.links(words), [field], "{}", page.text());
        }
        let mut odd = filled("waits");
        odd[1] = ("source", "/etc");
        let page = sam.press(&page, "Save", &odd);
        assert_eq!(page.status, 422);
        assert!(page.html().contains("value=\"Nightly files\""));
        let page = sam.press(&page, "Save", &filled("waits"));
        assert_eq!(page.status, 200, "{}", page.text());
    });
}

#[test]
fn the_second_to_change_a_feed_is_told_and_keeps_what_was_typed() {
    on_both(|engine| {
        let world = world(engine);
        let (mut sam, mut other) = (world.browser(SAM), world.browser(SAM));
        let feed = set_up(&mut sam, "waits").path;
        let edit = format!("{feed}/change");
        let (one, two) = (sam.get(&edit), other.get(&edit));
        let page = sam.press(&one, "Save", &[("name", "Every night")]);
        assert!(page.text().contains("Every night"));
        let page = other.press(&two, "Save", &[("name", "Each night")]);
        assert_eq!(page.status, 409);
        assert!(page.html().contains("value=\"Each night\""));
        let page = other.press(&page, "Save", &[]);
        assert!(page.text().contains("Each night"), "{}", page.text());
    });
}

#[test]
fn a_feed_is_paused_let_go_on_tried_and_removed() {
    on_both(|engine| {
        let world = world(engine);
        let mut sam = world.browser(SAM);
        let page = set_up(&mut sam, "waits");
        let own = page.path.clone();
        let open = sam.press(&page, "Try now", &[]);
        assert!(open.text().contains("It is being looked at"));
        let page = sam.press(&open, "Pause it", &[]);
        assert!(page.text().contains("By Sam Whitlock"), "{}", page.text());
        // Tried from a page that was still open.
        let tried = sam.press(&open, "Try now", &[]);
        assert_eq!(tried.status, 422);
        assert!(tried.text().contains("Let it go on first"));
        let page = sam.press(&page, "Let it go on", &[]);
        let page = sam.press(&page, "Remove this feed", &[]);
        assert_eq!(page.path, "/settings/feeds");
        assert_eq!(sam.get(&own).status, 404);
    });
}

#[test]
fn a_person_says_who_of_the_missing_has_left() {
    on_both(|engine| {
        let world = world(engine);
        let mut sam = world.browser(SAM);
        let page = set_up(&mut sam, "alone");
        let feed = feed_of(&page);
        let rows = |n: u32| {
            let rows = (0..n).map(|n| format!(",{:06},Marrow,Elsie {n},1/3/2014,7\n", 5000 + n));
            format!(
                "UPN,Adno,Surname,Forename,DOB,Year\n{}",
                rows.collect::<String>()
            )
        };
        comes(&world, feed, "pupils-a.csv", &rows(60));
        // Rowan alone is on roll before, so the first list looks like another school's.
        let imports = sam.get("/settings/imports");
        let first = sam.get(&imports.links("pupils-a.csv")[0]);
        sam.press(&first, "Import 60 pupils", &[]);
        comes(&world, feed, "pupils-b.csv", &rows(59));
        let mut office = world.browser(OFFICE);
        let page = office.get(&page.path);
        assert!(page.text().contains("Elsie 59 Marrow"), "{}", page.text());
        let none = office.press(&page, "Say that they have left", &[]);
        assert_eq!(none.status, 422);
        assert_eq!(none.links("Choose who has left"), ["#left"]);
        assert!(
            page.text()
                .contains("Not in the list since Tuesday 10 November")
        );
        let html = page.html();
        let values = html
            .split("value=\"")
            .filter_map(|part| part.split('"').next());
        let box_of = values
            .into_iter()
            .find(|value| value.starts_with("pupil_"))
            .unwrap();
        let page = office.press(&page, "Say that they have left", &[("left", box_of)]);
        assert!(
            page.text().contains("One pupil is marked"),
            "{}",
            page.text()
        );
    });
}

#[test]
fn the_office_looks_and_tries_and_only_an_administrator_sets_up() {
    on_both(|engine| {
        let world = world(engine);
        let mut sam = world.browser(SAM);
        let own = set_up(&mut sam, "waits").path;
        let mut office = world.browser(OFFICE);
        let page = office.get(&own);
        for words in ["Pause it", "Remove this feed"] {
            assert!(!page.text().contains(words), "{words}");
        }
        let page = office.press(&page, "Try now", &[]);
        assert_eq!(page.status, 200);
        for (who, status) in [(OFFICE, 403), (AMINA, 403), (ABARA, 403)] {
            let mut browser = world.browser(who);
            assert_eq!(browser.get_only("/settings/feeds/new").status, status);
            let path = format!("{own}/pause");
            assert_eq!(browser.post_only(&path, &[]).status, status);
        }
        assert_eq!(world.browser(ABARA).get_only("/settings/feeds").status, 403);
        // The school next door, and nobody at all.
        assert_eq!(world.browser(THEIRS).get_only(&own).status, 404);
        let stranger = world.town.browser().get("/settings/feeds");
        assert_eq!(stranger.path, "/sign-in");
    });
}
