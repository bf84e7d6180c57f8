//! The places under a programme: the same on every page of it, and only those
//! the reader may open. The agreed plan stands before anything being written.

use domain::plan::{Arrangements, PlanEdit};
use testkit::{Engine, Page};

use super::world::{ABARA, AMINA, HEAD, World};

const BASE: &str = "/programmes/kb26-014";

fn tabs(page: &Page) -> Vec<String> {
    page.all(".ms-subnav li")
}

#[test]
fn every_page_of_a_programme_offers_the_same_places_and_each_opens() {
    let world = World::new(Engine::Sqlite).agreed();
    for (who, wanted) in [
        (
            AMINA,
            "Overview, Information, Documents, Plan and targets, Meetings, Key worker, Referral, People",
        ),
        (
            HEAD,
            "Overview, Information, Documents, Plan and targets, Meetings, Key worker, Referral, People",
        ),
        (
            ABARA,
            "Overview, Documents, Plan and targets, Meetings, Referral, People",
        ),
    ] {
        let mut browser = world.browser(who);
        for (name, place) in [
            ("Overview", ""),
            ("Information", "/information"),
            ("Documents", "/documents"),
            ("Plan and targets", "/plan"),
            ("Meetings", "/meetings"),
            ("Key worker", "/check-ins"),
            ("Referral", "/referral"),
            ("People", "/people"),
        ] {
            if !wanted.contains(name) {
                let page = browser.get(&format!("{BASE}{place}"));
                assert_eq!(page.status, 403, "{name} is not theirs");
                continue;
            }
            let page = browser.get(&format!("{BASE}{place}"));
            assert_eq!(page.status, 200, "{place}: {}", page.text());
            assert_eq!(tabs(&page).join(", "), wanted, "on {place}");
            let here = page.all(".ms-subnav a[aria-current]");
            assert_eq!(here, [name], "on {place}");
        }
    }
}

#[test]
fn the_agreed_plan_stands_first_and_a_change_shows_once_there_is_one() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        world.signed();
        let mut amina = world.browser(AMINA);
        let page = amina.get(&format!("{BASE}/plan"));
        assert!(page.text().contains("Version 1, agreed"), "{}", page.text());
        assert!(page.text().contains("Change the plan"), "{}", page.text());
        assert!(!page.text().contains("Somebody is changing"));
        world.edit(PlanEdit::Arrangements(Box::new(Arrangements {
            good_at: "Fixing things.".into(),
            safe_place: "The Quiet Room".into(),
            saved: 1,
            ..Arrangements::default()
        })));
        let text = amina.get(&format!("{BASE}/plan")).text();
        let agreed = text.find("Version 1, agreed").unwrap();
        let next = text.find("The next version, version 2").unwrap();
        assert!(agreed < next, "what stands comes before what may come");
        assert!(text.contains("Somebody is changing the plan"));
    }
}
