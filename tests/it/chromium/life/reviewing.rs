//! The reviews at weeks 4 and 8: what the adults did first, then each target,
//! and when everyone meets next.

use jiff::civil::{Date, date};

use super::{ABARA, AMINA, JOEL, LEAH, Life, NIAMH, agreeing};

/// One target's part of a review.
struct Goes {
    target: &'static str,
    how: &'static str,
    next: &'static str,
}

/// Both reviews have a room and a time.
pub fn booking(life: &mut Life) {
    life.chapter = "book-review";
    book(life, "4-week review", date(2026, 11, 5));
}

pub fn book(life: &mut Life, kind: &str, day: Date) {
    life.becomes(AMINA);
    life.opens("/meetings");
    life.presses("Book a meeting");
    life.visitor.choose(kind);
    life.fills_day("What day?", day);
    let visitor = &life.visitor;
    visitor.fill("From", "3:30pm");
    visitor.fill("To", "4:15pm");
    visitor.fill("Which room?", "The library");
    visitor.pick("Who chairs it?", "Amina Farrow");
    visitor.pick("Who takes notes?", "Joel Petrie");
    let today = life.town.app.clock().today();
    life.fills_day("When did somebody talk to home", today);
    life.presses("Book the meeting");
    life.hears("The meeting is booked.");
}

/// A teacher, the pupil and home say beforehand what they see, each on one page.
pub fn looking_back(life: &mut Life) {
    life.chapter = "before-review-4";
    life.day(date(2026, 11, 5));
    life.becomes(ABARA);
    life.visitor.width(390);
    life.visitor.go("/reports/now");
    life.presses("Three minutes about Leah");
    life.visitor.width(390);
    life.presses("Send this to the review");
    life.hears("Target 1: say whether it is better, the same or worse.");
    life.visitor.choose_at("Target 1, ", "Better");
    life.visitor.choose_at("Target 2, ", "The same");
    life.visitor
        .fill("One example", "Began before I asked, on Monday");
    life.presses("Send this to the review");
    life.hears("Thank you.");
    life.visitor.width(1280);
    life.becomes(LEAH);
    life.presses("Your side, before the 4-week review");
    life.visitor.choose_at("How is school going", "6");
    life.visitor.fill("What are you proud of?", "Fridays");
    life.presses("Send it");
    life.hears("Thank you.");
    life.becomes(NIAMH);
    life.presses("Leah: your side, before the 4-week review");
    life.visitor.choose_at("How do you think school", "7");
    life.visitor.choose_at("Do you hear enough", "Yes");
    life.presses("Send this to the review");
    life.hears("Thank you.");
}

/// Nothing is recorded until everything is said; then one target steps up.
pub fn week_four(life: &mut Life) {
    life.chapter = "review-4";
    life.day(date(2026, 11, 5));
    life.becomes(AMINA);
    life.looks();
    life.hears("Hold Leah Ahmed’s 4-week review");
    life.opens("");
    life.presses("Hold the 4-week review");
    life.visitor.is_at("4-week review");
    life.hears("Better with Miss Abara");
    life.presses("Record the review");
    life.hears("Target 1: say how it is going");
    fills_in(
        life,
        &[
            Goes {
                target: "Target 1, ",
                how: "Met",
                next: "Step up",
            },
            Goes {
                target: "Target 2, ",
                how: "Partly met",
                next: "Keep",
            },
        ],
    );
    life.visitor
        .choose_at("Is a second review needed", "Yes, hold it");
    life.visitor
        .fill("Why, or why not?", "To see whether the breaks help");
    life.presses("Save and finish later");
    life.hears("saved");
    life.presses("Record the review");
    life.hears("The review is recorded");
    life.hears("A step up, to 3 out of 5.");
    life.opens("");
    life.hears("1 of 3 held.");
    for email in [LEAH, NIAMH] {
        life.becomes(email);
        life.looks();
        assert!(!life.visitor.shows("Next meeting"), "it has been held");
    }
}

/// Both targets are kept as they are.
pub fn week_eight(life: &mut Life) {
    life.chapter = "review-8";
    life.day(date(2026, 11, 24));
    book(life, "8-week review", date(2026, 12, 3));
    life.day(date(2026, 12, 3));
    life.becomes(AMINA);
    life.hears("Hold Leah Ahmed’s 8-week review");
    life.opens("");
    life.presses("Hold the 8-week review");
    let keep = |target| Goes {
        target,
        how: "Partly met",
        next: "Keep",
    };
    fills_in(life, &["Target 1, ", "Target 2, "].map(keep));
    life.presses("Record the review");
    life.hears("The review is recorded");
}

fn fills_in(life: &mut Life, targets: &[Goes]) {
    let visitor = &life.visitor;
    visitor.choose_at("Sit with Leah", "Kept");
    visitor.choose_at("Tell every teacher", "Partly");
    visitor.fill("promise-2-why", "Two cover teachers were not told");
    for (number, goes) in (1..).zip(targets) {
        visitor.choose_at(goes.target, goes.how);
        visitor.choose_at(goes.target, goes.next);
        visitor.fill(&format!("target-{number}-pupil"), "It is easier with Joel");
    }
    visitor.fill("What Leah says", "I like Fridays");
    visitor.fill("What home says", "She is less tired");
    visitor.fill("What helps most?", "The first five minutes");
    visitor.choose_at("How does the plan look", "On course");
}

/// A promise is added, and those whose part changed sign again.
pub fn more_help(life: &mut Life) {
    life.chapter = "more-help";
    life.opens("/plan");
    life.visitor.tap("Change the plan");
    agreeing::promise(
        life,
        "Joel Petrie",
        "walk with Leah to the library",
        agreeing::BREAKS,
    );
    life.opens("/plan");
    life.visitor
        .fill("Why is the plan changing?", "The 8-week review");
    life.fills_day("When was the family told?", date(2026, 12, 3));
    life.presses("Make this the new version");
    life.hears("The plan has a new version.");
    for (email, name) in [(JOEL, "Joel Petrie"), (AMINA, "Amina Farrow")] {
        life.becomes(email);
        life.opens("/plan/sign");
        life.visitor.fill("Type your name to sign", name);
        life.presses("Sign my part");
        life.hears("Signed. Thank you.");
    }
    life.opens("/plan/versions");
}
