//! Who hears of what: the head of what adults are late with, the head and the
//! safeguarding lead of a pupil who leaves, and everyone who may read it why
//! something was decided.

use domain::programme::Task;
use jiff::{ToSpan as _, civil::date};
use testkit::{Browser, Engine};

use super::world::*;

fn today(browser: &mut Browser) -> String {
    browser.get("/today").text()
}

fn concern(world: &World) {
    let mut amina = world.browser(AMINA);
    let page = amina.get(&format!("{ROOT}/moves/concern"));
    let why = [("concern-why", "The signal is not used in maths.")];
    amina.press(&page, "Ask for an early review", &why);
}

#[test]
fn a_programme_past_its_end_reaches_the_head_each_day_until_it_is_dealt_with() {
    for engine in Engine::BOTH {
        let world = World::at_the_end(engine);
        let head = || today(&mut world.browser(RUTH));
        assert!(!head().contains("out of time"), "{}", head());
        world.on(date(2027, 1, 20));
        assert!(
            head().contains("Ask how Rowan Tidewell’s plan ended"),
            "{}",
            head()
        );
        for day in [25, 26] {
            world.on(date(2027, 1, day));
            let words = head();
            assert!(
                words.contains("Rowan Tidewell’s programme is out of time"),
                "{words}"
            );
            let case = world.browser(AMINA).get(ROOT).text();
            assert!(case.contains("Out of time"), "{case}");
            assert!(case.contains("ask the head for more time"), "{case}");
        }
        let teacher = today(&mut world.browser(VANCE));
        assert!(!teacher.contains("out of time"), "{teacher}");
    }
}

#[test]
fn a_concern_reaches_the_head_and_so_does_a_home_that_nobody_rang() {
    for engine in Engine::BOTH {
        let world = World::in_week_four(engine);
        concern(&world);
        let mut ruth = world.browser(RUTH);
        let item = "Read the concern about Rowan Tidewell’s plan";
        assert!(today(&mut ruth).contains(item), "{}", today(&mut ruth));
        let lead = today(&mut world.browser(HELEN));
        assert!(!lead.contains(item), "{lead}");
        let case = ruth.get(ROOT);
        ruth.press(&case, "I have seen it", &[]);
        assert!(!today(&mut ruth).contains(item));
        assert!(!today(&mut ruth).contains("Home has not been rung"));
        world.on(date(2026, 11, 4));
        let late = today(&mut world.browser(RUTH));
        assert!(
            late.contains("Home has not been rung about Rowan Tidewell"),
            "{late}"
        );
    }
}

#[test]
fn the_head_and_the_safeguarding_lead_hear_of_home_education_until_each_has_seen_it() {
    for engine in Engine::BOTH {
        let world = World::in_week_four(engine);
        let mut amina = world.browser(AMINA);
        let page = amina.get(&format!("{ROOT}/moves/transfer"));
        let leaves = [("transfer-reason", "home_education")];
        let case = amina.press(&page, "Close: the pupil is leaving", &leaves);
        let why = "Closed on Thursday 22 October 2026, because the pupil left for home education.";
        assert!(case.text().contains(why), "{}", case.text());
        assert!(!case.text().contains("I have seen it"), "{}", case.text());
        let item = "Rowan Tidewell left for home education";
        let (mut ruth, mut helen) = (world.browser(RUTH), world.browser(HELEN));
        for who in [&mut ruth, &mut helen] {
            assert!(today(who).contains(item), "{}", today(who));
        }
        let case = ruth.get(ROOT);
        let case = ruth.press(&case, "I have seen it", &[]);
        assert!(!case.text().contains("I have seen it"), "{}", case.text());
        assert!(!today(&mut ruth).contains(item));
        assert!(
            today(&mut helen).contains(item),
            "each says it for themselves"
        );
    }
}

#[test]
fn why_something_was_decided_is_read_on_the_case_by_staff_who_may() {
    for engine in Engine::BOTH {
        let world = World::in_week_four(engine);
        concern(&world);
        for who in [AMINA, RUTH, JOEL] {
            let case = world.browser(who).get(ROOT).text();
            assert!(case.contains("What was decided, and why"), "{case}");
            assert!(case.contains("The signal is not used in maths."), "{case}");
        }
        for who in [ABARA, DANA] {
            let case = world.browser(who).get(ROOT).text();
            assert!(!case.contains("The signal is not used in maths."), "{case}");
        }
    }
}

#[test]
fn reports_for_a_review_are_asked_for_on_their_day_before_its_window_opens() {
    for engine in Engine::BOTH {
        let world = World::after_the_first_review(engine);
        let mut day = date(2026, 11, 9);
        let asked = loop {
            world.on(day);
            let mut tasks = world.open_tasks().into_iter();
            if let Some((_, due)) = tasks.find(|(task, _)| *task == Task::Reports) {
                break due;
            }
            assert!(!world.review_is_open(), "nobody was asked before {day}");
            day = day.tomorrow().unwrap();
        };
        assert_eq!(asked, day, "nobody is late when first asked");
        assert!(!world.review_is_open());
        let mut amina = world.browser(AMINA);
        let case = amina.get(ROOT);
        assert!(case.text().contains("Ask for reports"), "{}", case.text());
        let later = day.checked_add(14.days()).unwrap();
        while !world.review_is_open() && day < later {
            day = day.tomorrow().unwrap();
            world.on(day);
        }
        assert!(world.review_is_open());
        let reports = world.open_tasks();
        let reports = reports.iter().filter(|(task, _)| *task == Task::Reports);
        assert_eq!(reports.count(), 1, "nobody is asked twice");
    }
}
