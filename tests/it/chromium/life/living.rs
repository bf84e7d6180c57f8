//! Every day: each teacher rates each target, on the phone, between lessons;
//! the mentor meets the pupil, and somebody rings home.

use jiff::civil::{Date, date};

use super::{ABARA, AMINA, JOEL, LEAH, Life, MOTHER, NIAMH};

/// Days of the first four weeks, and what Miss Abara saw of each target.
const DAYS: [(Date, [&str; 2]); 4] = [
    (date(2026, 10, 7), ["Nearly", "Not yet"]),
    (date(2026, 10, 13), ["Yes", "Nearly"]),
    (date(2026, 10, 20), ["Yes", "Nearly"]),
    (date(2026, 11, 3), ["Yes", "Yes"]),
];

/// Saved with one tap; with JavaScript the page stays as it is.
pub fn first_lesson(life: &mut Life) {
    life.chapter = "rate";
    life.day(date(2026, 10, 6));
    life.becomes(ABARA);
    life.visitor.width(390);
    life.visitor.go("/reports/now");
    life.looks();
    life.visitor.width(390);
    life.visitor.tap("Nearly");
    saved(life);
    life.looks();
    life.visitor.go("/reports/now");
    let pressed = life.visitor.run(
        "return document.querySelector('[aria-pressed=true]').innerText.trim()",
        &[],
    );
    assert_eq!(pressed, "Nearly", "it is kept");
    life.visitor.fill(
        "One good thing to tell home?",
        "Began first, and helped Max",
    );
    life.presses("Send it");
    life.visitor.width(1280);
    for reader in [ABARA, JOEL] {
        life.becomes(reader);
        life.opens("/plan");
        life.presses("I have read what I do");
    }
    life.becomes(AMINA);
    life.opens("");
    life.hears("Week 1");
    assert!(!life.visitor.shows("See that every teacher has read"));
    life.presses("Done: Send the meeting summary");
    life.hears("Began first, and helped Max");
}

/// The tap is kept, and none is on its way any more: whoever signs out before
/// it is there is asked to sign in again.
fn saved(life: &Life) {
    life.visitor.sees_no_more("Saving");
    life.hears("Saved");
}

/// A few days of the weeks that follow.
pub fn days(life: &mut Life) {
    for (day, taps) in DAYS {
        life.day(day);
        life.becomes(ABARA);
        life.visitor.width(390);
        for (target, tap) in ["Begin writing", "Ask for a break"].into_iter().zip(taps) {
            life.visitor.go("/reports/now");
            life.visitor.tap_at(target, tap);
            saved(life);
        }
        life.visitor.width(1280);
    }
}

/// Joel writes down that they met, on his phone, and sees it on the record.
fn meets(life: &mut Life) {
    life.visitor.width(390);
    life.opens("/check-ins/new");
    life.looks();
    life.visitor.width(390);
    let visitor = &life.visitor;
    visitor.choose_at("How does Leah feel?", "Quite happy");
    visitor.fill("What went well?", "The card. She likes the library.");
    visitor.choose_at("Sit with Leah", "Happening");
    visitor.choose_at("Tell every teacher", "Partly");
    visitor.choose_at("How is the plan going?", "On track");
    visitor.fill("One small next step", "Choose a library book");
    visitor.fill("A small change to the plan", "Sit near the door");
    life.presses("Save the meeting");
    life.hears("It is written down.");
    life.visitor.width(1280);
    life.opens("/check-ins");
    life.hears("1 of 2 happening as agreed.");
    life.hears("Sit near the door");
}

/// Today says when home is due a call; what is written down is on the record.
pub fn keeping_in_touch(life: &mut Life) {
    life.chapter = "in-touch";
    life.becomes(JOEL);
    assert_eq!(life.visitor.path(), "/today", "a mentor has a caseload");
    life.looks();
    meets(life);
    life.becomes(AMINA);
    life.looks();
    life.hears("Ring or write to Leah Ahmed’s family");
    life.hears("Answer a change Leah Ahmed asked for");
    life.opens("/check-ins");
    life.looks();
    life.visitor.choose("It goes into the plan");
    life.presses("Keep the answer");
    life.hears("write it in now");
    life.opens("/record");
    life.visitor.choose(MOTHER);
    life.visitor.pick("How", "Phone");
    life.visitor.choose_at("Did you reach them?", "Yes");
    life.visitor
        .fill("What was said", "She comes home less tired.");
    life.presses("Save the contact");
    life.hears("It is written down.");
    life.hears("She comes home less tired.");
    life.visitor.go("/today");
    assert!(!life.visitor.shows("Ring or write to Leah"), "it is done");
    for email in [LEAH, NIAMH] {
        life.becomes(email);
        life.looks();
    }
}
