//! The final meeting: start against end, a judgement that is proposed, sent
//! back, proposed again and confirmed; and the weeks in which somebody looks in.

use jiff::civil::date;

use super::{AMINA, JOEL, LEAH, Life, NIAMH, RUTH, reviewing};

/// The coordinator writes how it ended, and proposes that it went well.
pub fn proposing(life: &mut Life) {
    life.chapter = "propose";
    life.day(date(2027, 1, 7));
    reviewing::book(life, "Final meeting", date(2027, 1, 18));
    life.day(date(2027, 1, 18));
    life.becomes(AMINA);
    life.looks();
    life.opens("");
    life.presses("Complete the final evaluation");
    life.visitor.is_at("How it ended");
    life.presses("Propose it to the head");
    life.hears("Choose whether the plan was successful.");
    ends(life);
    life.presses("Save and decide later");
    life.presses("Propose it to the head");
    life.hears("What is proposed");
}

fn ends(life: &mut Life) {
    let visitor = &life.visitor;
    for promise in ["Sit with Leah", "Tell every teacher", "Walk with Leah"] {
        visitor.choose_at(promise, "Kept");
    }
    visitor.choose_at("Target 1, ", "Met");
    visitor.choose_at("Target 2, ", "Partly met");
    for number in [1, 2] {
        let field = format!("target-{number}-evidence");
        visitor.fill(&field, "Four days of the five that were recorded.");
    }
    visitor.fill("What Leah says", "I would keep Joel");
    visitor.fill("What home says", "The phone stopped ringing");
    for (side, answers) in [
        ("pupil", ["yes", "yes", "yes"]),
        ("home", ["yes", "partly", "yes"]),
    ] {
        for (question, answer) in ["helped", "fair", "kept"].into_iter().zip(answers) {
            visitor.tap_first(&format!(
                "input[name=closing-{side}-{question}][value={answer}] + label"
            ));
        }
    }
    visitor.choose("Yes, successful");
    visitor.fill("Why you decided that", "No removals since half-term.");
    visitor.fill("What is Leah given credit for?", "Asking for a break.");
    visitor.choose_at("What carries on?", "Joel Petrie: sit with Leah");
    life.fills_day("Until when?", date(2027, 3, 5));
    let visitor = &life.visitor;
    visitor.pick("Who looks in on them?", "Joel Petrie");
    visitor.choose_at("How often do they meet?", "Once a week");
    visitor.fill("What to keep", "The library\nThe card");
    visitor.fill("What to look out for", "Walking out of English");
    visitor.fill("What to do when it appears", "Joel meets her the same day");
}

/// The head sends it back once, and confirms it the second time.
pub fn answering(life: &mut Life) {
    life.chapter = "confirm";
    life.becomes(RUTH);
    life.presses("Confirm how Leah Ahmed’s plan ended");
    life.visitor
        .fill("What should change first?", "Add what her teachers say");
    life.presses("Send it back to the coordinator");
    life.hears("It is back with the coordinator.");
    life.becomes(AMINA);
    life.opens("/meetings/final/outcome");
    life.hears("Add what her teachers say");
    life.visitor
        .fill("What teachers say", "She asks, and she stays");
    life.presses("Propose it to the head");
    life.becomes(RUTH);
    life.opens("/meetings/final/outcome");
    life.hears("She asks, and she stays");
    life.visitor.choose("Lower");
    life.visitor.fill("Why?", "Calmer weeks, and no removals.");
    life.presses("Confirm the judgement");
    life.hears("Confirmed: successful.");
    life.opens("/meetings/final/outcome");
    for email in [LEAH, NIAMH] {
        life.becomes(email);
        life.looks();
    }
}

/// The mentor looks in twice; the day after the last it is over, and kept.
pub fn looking_in(life: &mut Life) {
    life.chapter = "aftercare";
    for day in [date(2027, 2, 5), date(2027, 3, 5)] {
        life.day(day);
        life.becomes(JOEL);
        life.looks();
        life.presses("Check how it is going for Leah Ahmed");
        life.visitor.fill("How does Leah say it is?", "8");
        life.visitor.fill("How does home say it is?", "7");
        life.visitor.fill("In a few words", "Settled.");
        life.presses("Save the check");
        life.hears("Leah says 8 of 10. Home says 7 of 10. Settled.");
    }
    life.day(date(2027, 3, 8));
    life.becomes(AMINA);
    life.opens("");
    life.hears("It can only be read.");
    life.opens("/aftercare");
    life.hears("Aftercare has ended.");
}
