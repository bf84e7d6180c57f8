//! What people say before a review, on their own page or written down for them,
//! and how the review reads it.

use axum::http::Method;
use jiff::civil::date;
use testkit::{Browser, Engine, Page};

use super::{story::review, world::*};
use crate::knock::knock;

const OWN: &str = "/look-back/kb26-014";

fn page(world: &World, who: u128) -> (Browser, Page) {
    let mut browser = world.browser(who);
    let page = browser.get(OWN);
    (browser, page)
}

fn abara_says(world: &World) -> Page {
    let (mut abara, page) = page(world, ABARA);
    let fill = [
        ("target-1", "better"),
        ("target-2", "same"),
        ("target-3", "not_seen"),
        ("example", "He had his board out first on Monday."),
        ("helped", "The seat by the door."),
    ];
    abara.press(&page, "Send this to the review", &fill)
}

fn dana_says(world: &World) -> Page {
    let (mut dana, page) = page(world, DANA);
    let fill = [
        ("promise-1", "kept"),
        ("now", "6"),
        ("at-home", "He packs his bag himself."),
        ("contact", "enough"),
    ];
    dana.press(&page, "Send this to the review", &fill)
}

fn scribed(world: &World, who: u128, by: u128) -> (Browser, Page) {
    let mut scribe = world.browser(by);
    let path = format!("{ROOT}/look-back/{}", id::<domain::id::PersonKind>(who));
    let page = scribe.get(&path);
    (scribe, page)
}

#[test]
fn a_teacher_is_asked_on_their_first_page_and_every_slip_is_said_at_once() {
    for engine in Engine::BOTH {
        let world = World::in_week_four(engine);
        let mut abara = world.browser(ABARA);
        for first in ["/reports/now", "/asked"] {
            let asked = abara.get(first);
            let said = "Three minutes about Rowan, before the 4-week review";
            assert_eq!(asked.links(said), [OWN], "{first}: {}", asked.text());
        }
        let page = abara.get(OWN);
        assert_eq!(page.status, 200);
        assert_eq!(page.heading(), "Before Rowan’s 4-week review");
        let empty = abara.press(&page, "Send this to the review", &[("target-1", "better")]);
        assert_eq!(empty.status, 422);
        assert_eq!(
            problems(&empty),
            [
                "Target 2: say whether it is better, the same or worse.",
                "Target 3: say whether it is better, the same or worse.",
                "Give one example, such as what you saw on one day.",
            ]
        );
        assert!(empty.html().contains("value=\"better\" checked"));
        let sent = abara_says(&world);
        assert_eq!(sent.status, 200, "{}", sent.text());
        assert!(sent.text().contains("Thank you."), "{}", sent.text());
        let again = abara.get(OWN);
        assert!(
            again.text().contains("You said this on"),
            "{}",
            again.text()
        );
        assert!(again.html().contains("The seat by the door."));
    }
}

#[test]
fn the_review_shows_each_target_with_what_teachers_say_and_who_has_not_answered() {
    for engine in Engine::BOTH {
        let world = World::in_week_four(engine);
        abara_says(&world);
        let meeting = world.booked(week(4), date(2026, 10, 22));
        let mut amina = world.browser(AMINA);
        let page = amina.get(&format!("{ROOT}/meetings/{meeting}/review"));
        let text = page.text();
        for words in [
            "What teachers say: Better with Miss Abara.",
            "What teachers say: The same with Miss Abara.",
            "“He had his board out first on Monday.”",
            "These people have not answered yet.",
        ] {
            assert!(text.contains(words), "{words}: {text}");
        }
        assert!(
            !page
                .links("Write down what Rowan Tidewell says (no page of their own)")
                .is_empty()
        );
        assert!(page.links("Write down what Miss Abara says").is_empty());
    }
}

#[test]
fn what_home_said_itself_is_heard_and_its_promise_is_filled_in() {
    for engine in Engine::BOTH {
        let world = World::in_week_four(engine);
        let sent = dana_says(&world);
        assert_eq!(sent.status, 200, "{}", sent.text());
        assert_eq!(sent.path, "/family");
        let meeting = world.booked(week(4), date(2026, 10, 22));
        world.on(date(2026, 10, 22));
        let mut amina = world.browser(AMINA);
        let page = amina.get(&format!("{ROOT}/meetings/{meeting}/review"));
        assert!(page.text().contains("Now: 6 of 10."), "{}", page.text());
        let (_, filled) = page.filled("Record the review", &[]);
        assert!(
            filled.contains(&("promise-4".into(), "kept".into())),
            "{filled:?}"
        );
        let mut fill = review(&[
            ("target-3-progress", "partly"),
            ("target-3-decision", "keep"),
            ("target-1-decision", "keep"),
            ("second", "needed"),
            ("second-why", "To see whether the signal helps."),
        ]);
        fill.retain(|(name, _)| *name != "says-home" && *name != "promise-4");
        let done = amina.press(&page, "Record the review", &fill);
        assert_eq!(done.status, 200, "{:?}", problems(&done));
        assert!(done.text().contains("“He packs his bag himself.”"));
        assert!(!done.text().contains("Nobody wrote"), "{}", done.text());
        let (_, late) = page_of(&world, DANA);
        assert!(late.text().contains("Nothing is asked of you now"));
    }
}

fn page_of(world: &World, who: u128) -> (Browser, Page) {
    page(world, who)
}

#[test]
fn a_named_scribe_writes_for_the_pupil_and_for_nobody_who_has_answered() {
    for engine in Engine::BOTH {
        let world = World::in_week_four(engine);
        let (mut joel, form) = scribed(&world, ROWAN, JOEL);
        assert_eq!(form.status, 200, "{}", form.text());
        let none = joel.press(&form, "Keep what they said", &[]);
        assert_eq!(none.status, 422);
        assert_eq!(
            problems(&none),
            ["Choose a number from 0 to 10, or choose “I’d rather not say”."]
        );
        let fill = [
            ("now", "5"),
            ("proud", "Maths on Tuesday"),
            ("who-helped", "Mr Petrie"),
        ];
        let done = joel.press(&form, "Keep what they said", &fill);
        assert_eq!(done.status, 200, "{}", done.text());
        let meeting = world.booked(week(4), date(2026, 10, 22));
        let mut amina = world.browser(AMINA);
        let page = amina.get(&format!("{ROOT}/meetings/{meeting}/review"));
        let text = page.text();
        assert!(text.contains("written down by Joel Petrie"), "{text}");
        assert!(text.contains("“Maths on Tuesday”"), "{text}");
        dana_says(&world);
        let (mut amina, form) = scribed(&world, DANA, AMINA);
        let fill = [
            ("promise-1", "kept"),
            ("now", "1"),
            ("contact", "too_little"),
        ];
        let over = amina.press(&form, "Keep what they said", &fill);
        assert_eq!(over.status, 422);
        assert_eq!(
            problems(&over),
            ["Dana Tidewell has answered. What they said stays"]
        );
    }
}

#[test]
fn nobody_else_writes_or_reads_it() {
    for engine in Engine::BOTH {
        let world = World::in_week_four(engine);
        let person = id::<domain::id::PersonKind>(ROWAN);
        let theirs = format!("{ROOT}/look-back/{person}");
        for (who, own, scribe) in [
            (ELSEWHERE, 404, 404),
            (VANCE, 404, 404),
            (ABARA, 200, 403),
            (DANA, 200, 403),
            (RUTH, 403, 403),
            (JOEL, 200, 200),
        ] {
            let mut browser = world.browser(who);
            assert_eq!(browser.get(OWN).status, own, "{who} own");
            assert_eq!(browser.get(&theirs).status, scribe, "{who} scribe");
        }
        let site = world.site();
        for path in [OWN, &theirs] {
            assert!(knock(&site, &Method::GET, path, None, &[]).asks_to_sign_in());
        }
        let missing = format!("{ROOT}/look-back/{}", id::<domain::id::PersonKind>(999));
        assert!(
            world
                .browser(JOEL)
                .get(&missing)
                .text()
                .contains("Nothing is asked")
        );
    }
}

#[test]
fn nobody_is_asked_long_before_a_review() {
    for engine in Engine::BOTH {
        let world = World::after_the_first_review(engine);
        let (mut abara, page) = page(&world, ABARA);
        assert_eq!(page.status, 200);
        assert!(
            page.text()
                .contains("You are asked from Wednesday 18 November"),
            "{}",
            page.text()
        );
        let now = abara.get("/reports/now");
        assert!(!now.text().contains("Three minutes"), "{}", now.text());
    }
}
