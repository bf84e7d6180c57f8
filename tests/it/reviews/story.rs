//! One programme from its first review to after its end, as five people.

use jiff::civil::date;
use testkit::{Browser, Engine, Page};

use super::{
    story_end::{after, the_end},
    world::*,
};

/// Everything a review needs; `third` is what happens to the target that stalled.
pub(super) fn review(third: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let mut fill = vec![
        ("promise-1", "kept"),
        ("promise-2", "partly"),
        ("promise-2-why", "Two lessons were covered."),
        ("promise-3", "partly"),
        ("promise-3-kept", "4"),
        ("promise-3-of", "6"),
        ("promise-3-why", "He was off for two."),
        ("promise-4", "kept"),
        ("target-1-progress", "met"),
        ("target-1-pupil", "It’s easy now."),
        ("target-2-progress", "partly"),
        ("target-2-decision", "keep"),
        ("says-pupil", "Maths is still hard."),
        ("says-home", "Mornings are calmer."),
        ("outlook", "on_course"),
    ];
    fill.extend(third);
    fill
}

const STALLED: [(&str, &str); 4] = [
    ("target-3-progress", "not_yet"),
    ("target-3-decision", "change"),
    (
        "target-3-different",
        "A hand signal with Mr Petrie. Same step.",
    ),
    ("target-3-more-help", "reading_and_language"),
];

pub(super) fn follow(browser: &mut Browser, page: &Page, said: &str) -> Page {
    let to = page.links(said);
    let to = to
        .first()
        .unwrap_or_else(|| panic!("no link '{said}' on {}: {}", page.path, page.text()));
    browser.get(to)
}

#[test]
fn a_programme_goes_from_its_first_review_to_after_its_end_through_the_pages() {
    for engine in Engine::BOTH {
        let world = World::in_week_four(engine);
        first_review(&world);
        second_review(&world);
        the_end(&world);
        after(&world);
    }
}

fn first_review(world: &World) {
    let held = world.booked(week(4), date(2026, 10, 22));
    world.on(date(2026, 10, 22));
    let mut amina = world.browser(AMINA);
    let today = amina.get("/today");
    assert!(
        today.text().contains("Hold Rowan Tidewell’s 4-week review"),
        "{}",
        today.text()
    );
    let case = amina.get(ROOT);
    let page = follow(&mut amina, &case, "Hold the 4-week review");
    assert_eq!(page.path, format!("{ROOT}/meetings/{held}/review"));
    assert_eq!(page.heading(), "4-week review");
    let said = page.all(".ms-promise__by");
    assert!(said[0].starts_with("Joel Petrie"), "{said:?}");
    assert!(
        page.text()
            .contains("Step 1, 2 of 5: met on 10 of 10 days."),
        "{}",
        page.text()
    );

    let wrong = amina.press(&page, "Record the review", &[("what-works", "The signal.")]);
    assert_eq!(wrong.status, 422);
    let words = problems(&wrong);
    assert!(
        words[0].starts_with("Joel Petrie: say whether this was kept"),
        "{words:?}"
    );
    assert!(
        words.contains(&"Target 1: say how it is going.".to_owned()),
        "{words:?}"
    );
    assert!(
        words
            .iter()
            .any(|one| one.starts_with("Say whether a second review")),
        "{words:?}"
    );
    assert!(wrong.html().contains("The signal."), "what was typed stays");

    let kept = amina.press(
        &page,
        "Save and finish later",
        &[("what-works", "The signal.")],
    );
    assert_eq!(kept.status, 200);
    assert!(kept.html().contains("The signal."));
    let mut fill = review(&STALLED);
    fill.extend([
        ("target-1-decision", "keep"),
        ("second", "needed"),
        ("second-why", "To see whether the signal helps."),
    ]);
    let done = amina.press(&kept, "Record the review", &fill);
    assert_eq!(done.status, 200, "{:?}", problems(&done));
    assert!(
        done.text().contains("Held on Thursday 22 October 2026"),
        "{}",
        done.text()
    );
    assert!(
        done.text()
            .contains("Change: A hand signal with Mr Petrie."),
        "{}",
        done.text()
    );
    assert!(done.text().contains("4 of 6 times"), "{}", done.text());
    let list = amina.get(&format!("{ROOT}/meetings"));
    assert!(list.text().contains("Recorded"), "{}", list.text());
    let case = amina.get(ROOT);
    assert!(case.text().contains("1 of 3 held."), "{}", case.text());
    let home = world.browser(DANA).get("/family");
    let (once, agreed) = ("22 October", "What we agreed at the 4-week review");
    assert!(home.text().contains(agreed), "{}", home.text());
    assert_eq!(
        home.text().matches(once).count(),
        1,
        "it is not coming any more"
    );
    let joel = world.browser(JOEL).get(&done.path);
    assert!(
        joel.text().contains("Maths is still hard."),
        "those who run it read it"
    );
}

fn second_review(world: &World) {
    let held = world.booked(week(8), date(2026, 11, 26));
    world.on(date(2026, 11, 26));
    let mut amina = world.browser(AMINA);
    let page = amina.get(&format!("{ROOT}/meetings/{held}/review"));
    assert!(
        !page.html().contains("name=\"second\""),
        "asked at the first review only"
    );
    let mut fill = review(&STALLED);
    fill.push(("target-1-decision", "step_up"));
    let done = amina.press(&page, "Record the review", &fill);
    assert!(
        done.text().contains("A step up, to 3 out of 5."),
        "{}",
        done.text()
    );
    let plan = amina.get(&format!("{ROOT}/plan"));
    // Steps move along a ladder that was signed, so nobody is asked to sign again.
    assert!(
        plan.text().contains("ersion 3"),
        "each review set its next date: {}",
        plan.text()
    );
    new_help(&mut amina);
    let mut joel = world.browser(JOEL);
    let sign = joel.get(&format!("{ROOT}/plan/sign"));
    let signed = joel.press(&sign, "Sign my part", &[("name", "Joel Petrie")]);
    assert!(signed.text().contains("Joel Petrie"), "{}", signed.text());
    let sign = amina.get(&format!("{ROOT}/plan/sign"));
    let signed = amina.press(&sign, "Sign my part", &[("name", "Amina Farrow")]);
    assert!(!signed.html().contains("Sign my part"), "{}", signed.text());
}

/// New help is written into the plan, and those whose part it is sign again.
fn new_help(amina: &mut Browser) {
    let page = amina.get(&format!("{ROOT}/plan/promises/new"));
    let fill = [
        ("owner", "person_00000000000000000000000000000001"),
        ("text", "give the hand signal"),
        ("how-often", "every lesson"),
        ("targets", "target_00000000000000000000000000000003"),
    ];
    let plan = amina.press(&page, "Save this promise", &fill);
    let fill = [
        ("why", "8-week review"),
        ("family-told-day", "26"),
        ("family-told-month", "11"),
        ("family-told-year", "2026"),
    ];
    let plan = amina.get(&plan.path.replace("/promises/new", ""));
    let changed = amina.press(&plan, "Make this the new version", &fill);
    assert!(changed.text().contains("ersion 4"), "{}", changed.text());
    let case = amina.get(ROOT);
    let cards = case.links("See that every teacher has read").len();
    assert_eq!(cards, 1, "the new card is read, not the last one as well");
}
