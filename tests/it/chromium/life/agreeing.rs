//! The first meeting is booked and recorded, the plan is written and fixed, and
//! everyone answers for their part.

use jiff::civil::date;

use super::{AMINA, JOEL, Life, RUTH};

/// Booked after a talk with home; recorded the day it is held.
pub fn meeting(life: &mut Life) {
    life.chapter = "meeting";
    life.day(date(2026, 9, 22));
    life.becomes(AMINA);
    life.opens("/meetings");
    life.presses("Book a meeting");
    life.fills_day("What day?", date(2026, 9, 29));
    let visitor = &life.visitor;
    visitor.fill("From", "2pm");
    visitor.fill("To", "2:45pm");
    visitor.fill("Which room?", "The library");
    visitor.pick("Who chairs it?", "Amina Farrow");
    visitor.pick("Who takes notes?", "Joel Petrie");
    life.fills_day("When did somebody talk to home", date(2026, 9, 21));
    life.presses("Book the meeting");
    life.day(date(2026, 9, 29));
    life.becomes(AMINA);
    life.opens("/meetings");
    life.presses("First meeting");
    let visitor = &life.visitor;
    for who in [
        "Amina Farrow",
        "Joel Petrie",
        "Leah Ahmed",
        "Ms Niamh Ahmed",
    ] {
        visitor.pick(who, "Here");
    }
    visitor.choose("All of it");
    visitor.fill("Something Leah is good at", "Netball");
    visitor.pick("Who said it?", "Joel Petrie");
    visitor.fill("What we think is behind it", "Writing tires her hand");
    visitor.fill("Concerns everyone agreed on", "Writing lessons go wrong");
    visitor.fill("What Leah thinks", "There is too much copying out");
    visitor.fill("What home thinks", "She is tired by Thursday");
    visitor.fill("Who calls whom", "Amina rings home on Fridays");
    life.presses("Keep for now");
    life.presses("Finish the record");
    life.hears("The meeting is recorded.");
    life.presses("Go to the plan");
}

/// A target, who helps, the reward, the consequence, and how it is kept an eye on.
pub fn writing(life: &mut Life) {
    life.chapter = "plan";
    life.becomes(AMINA);
    life.opens("/plan");
    life.presses("Write a target");
    target(life);
    life.presses("Save this target");
    life.opens("/plan");
    promise(
        life,
        "Joel Petrie",
        "sit with Leah for the first five minutes",
    );
    promise(life, "Amina Farrow", "tell every teacher about the card");
    life.presses("Meeting and keeping in touch");
    let visitor = &life.visitor;
    visitor.fill("What is Leah good at?", "Netball\nDrawing horses");
    visitor.pick("Who?", "Joel Petrie");
    visitor.choose_at("Who meets Leah about the plan", "Once a week");
    visitor.fill("Which days and times?", "Mondays at 8:40am");
    visitor.choose_at("What do teachers tick?", "Every lesson");
    visitor.pick("Who rings or writes?", "Amina Farrow");
    visitor.pick("How?", "Phone");
    visitor.choose_at("How home hears about it", "Once a week");
    visitor.fill("Which day?", "Fridays");
    visitor.fill("Where can Leah go", "The library");
    visitor.choose_at("Which adults can they go to?", "Joel Petrie");
    life.presses("Save");
    life.opens("/plan");
    life.fills_day("When does it start?", date(2026, 10, 5));
    life.presses("Everyone agreed: fix this plan");
    life.hears("Still to sign");
}

fn target(life: &mut Life) {
    let visitor = &life.visitor;
    visitor.fill("What will Leah do?", "Begin writing within five minutes");
    visitor.fill("When and where?", "in every lesson");
    visitor.fill(
        "Why does it matter to Leah?",
        "I want to stay with my friends",
    );
    visitor.choose_at("Who ticks it?", "Each teacher, once a lesson");
    // The baseline stands open until it is answered.
    visitor.fill("baseline", "1");
    visitor.pick("Where does the figure come from?", "report cards");
    life.fills_day("First day counted", date(2026, 9, 10));
    life.fills_day("Last day counted", date(2026, 9, 25));
    let visitor = &life.visitor;
    visitor.fill("Days with a record", "9");
    visitor.fill("step-1-level", "2");
    visitor.pick("step-1-week", "week 3");
    visitor.fill("step-2-level", "3");
    visitor.pick("step-2-week", "week 7");
    visitor.fill("goal-level", "4");
    visitor.pick("goal-week", "week 12");
    visitor.fill(
        "What would Leah like for reaching a step?",
        "Netball with Joel on Fridays",
    );
    visitor.choose_at("Whose idea is it?", "The pupil chose this");
    visitor.fill(
        "What happens if Leah doesn’t try?",
        "Finish it at break, with Joel",
    );
    visitor.fill(
        "How does that help put things right?",
        "The work gets done, together",
    );
    visitor.pick("Who decides that it happens?", "Joel Petrie");
}

fn promise(life: &mut Life, who: &str, what: &str) {
    life.presses("Add a promise");
    let visitor = &life.visitor;
    visitor.pick("Who promises?", who);
    visitor.fill("What will they do?", what);
    visitor.fill("How often?", "every lesson");
    visitor.choose_at("Which targets", "Begin writing");
    life.presses("Save this promise");
}

/// The adults sign for themselves; the pupil's and home's answers are recorded.
pub fn signing(life: &mut Life) {
    life.chapter = "sign";
    for (who, name) in [(JOEL, "Joel Petrie"), (AMINA, "Amina Farrow")] {
        life.becomes(who);
        life.opens("/plan/sign");
        life.visitor.fill("Type your name to sign", name);
        life.presses("Sign my part");
        life.hears("Signed. Thank you.");
    }
    for (who, how, words) in [
        (
            "Leah Ahmed",
            "They typed their name on this screen",
            "Leah Ahmed",
        ),
        ("Ms Niamh Ahmed", "They signed a printed copy", ""),
    ] {
        life.visitor.press(&format!("Record an answer from {who}"));
        life.looks();
        life.visitor.choose(how);
        life.visitor.fill("Their name as they typed it", words);
        life.presses("Record it");
    }
    life.hears("The programme has started.");
    life.day(date(2026, 10, 5));
    life.becomes(RUTH);
    life.opens("");
}
