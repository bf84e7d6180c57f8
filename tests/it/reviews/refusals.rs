//! Who meets these pages, and what those meet who may not.

use jiff::civil::date;
use testkit::{Browser, Engine};

use super::world::*;

/// Every page of reviews, endings and moves.
fn pages(world: &World) -> Vec<String> {
    let meeting = world.booked(week(4), date(2026, 10, 22));
    let ends = [
        format!("meetings/{meeting}/review"),
        "meetings/final/outcome".into(),
        "aftercare".into(),
        "not-enough".into(),
        "moves".into(),
        "moves/pause".into(),
        "moves/withdraw".into(),
        "moves/correct".into(),
    ];
    ends.iter().map(|end| format!("{ROOT}/{end}")).collect()
}

fn statuses(browser: &mut Browser, pages: &[String]) -> Vec<u16> {
    pages
        .iter()
        .map(|page| browser.get_only(page).status.as_u16())
        .collect()
}

#[test]
fn strangers_and_other_schools_meet_nothing_and_the_wrong_role_is_told_whom_to_ask() {
    for engine in Engine::BOTH {
        let world = World::in_week_four(engine);
        let all = pages(&world);
        for nobody in [VANCE, ELSEWHERE, SAM] {
            let met = statuses(&mut world.browser(nobody), &all);
            assert_eq!(met, [404; 8], "person {nobody}");
        }
        for elsewhere in [ABARA, DANA] {
            let met = statuses(&mut world.browser(elsewhere), &all);
            assert_eq!(met, [403; 8], "person {elsewhere}");
        }
        let joel = statuses(&mut world.browser(JOEL), &all);
        assert_eq!(joel, [200, 200, 200, 200, 200, 403, 403, 403]);
        let amina = statuses(&mut world.browser(AMINA), &all);
        assert_eq!(amina, [200, 200, 200, 200, 200, 200, 403, 403]);
        let ruth = statuses(&mut world.browser(RUTH), &all);
        assert_eq!(ruth, [200; 8]);
        let refused = world.browser(AMINA).get(&all[6]);
        let words = "Ask the headteacher to withdraw the programme.";
        assert!(refused.text().contains(words), "{}", refused.text());
        let unknown = world.browser(AMINA).get(&format!("{ROOT}/moves/nothing"));
        assert_eq!(unknown.status, 404);
    }
}

#[test]
fn a_key_worker_reads_a_review_and_cannot_record_it() {
    let world = World::in_week_four(Engine::Sqlite);
    let meeting = world.booked(week(4), date(2026, 10, 22));
    let here = format!("{ROOT}/meetings/{meeting}/review");
    let page = world.browser(JOEL).get(&here);
    assert!(
        page.text().contains("The coordinator records it."),
        "{}",
        page.text()
    );
    assert!(!page.html().contains("Record the review"));
}

#[test]
fn a_review_that_is_not_due_says_when_it_is() {
    let world = World::in_week_four(Engine::Sqlite);
    let meeting = world.booked(week(4), date(2026, 10, 6));
    world.clock.move_to_day(date(2026, 10, 6));
    let page = world
        .browser(AMINA)
        .get(&format!("{ROOT}/meetings/{meeting}/review"));
    assert!(
        page.text().contains("No review is due today."),
        "{}",
        page.text()
    );
    assert!(page.text().contains("Friday 23 October"), "{}", page.text());
}

#[test]
fn a_review_written_down_later_looks_at_no_day_after_its_meeting() {
    let world = World::in_week_four(Engine::Sqlite);
    let meeting = world.booked(week(4), date(2026, 10, 2));
    let here = format!("{ROOT}/meetings/{meeting}/review");
    let later = world.browser(AMINA).get(&here);
    let words = "Records up to Friday 2 October.";
    assert!(later.text().contains(words), "{}", later.text());
    let counts = "Step 1, 2 of 5: met on 5 of 5 days.";
    assert!(later.text().contains(counts), "{}", later.text());
    world.clock.move_to_day(date(2026, 10, 2));
    let same_day = world.browser(AMINA).get(&here);
    assert!(same_day.text().contains(counts), "{}", same_day.text());
    assert!(!same_day.text().contains("Records up to"));
}
