//! The coordinator writes a referral in six steps, and the school decides.

use jiff::civil::date;

use super::{AMINA, CASE, HELEN, Life, PUPIL, RUTH};

/// Six steps, with a stop after the second.
pub fn six_steps(life: &mut Life) {
    life.chapter = "start";
    life.day(date(2026, 9, 15));
    life.becomes(AMINA);
    life.visitor.go("/programmes");
    life.presses("Start a programme");
    life.visitor.fill("Who is it for?", PUPIL);
    life.presses("Find");
    life.presses(&format!("Start: a programme for {PUPIL}"));
    who(life);
    life.presses("Save and continue");
    why(life);
    life.presses("Save and finish later");
    life.visitor.go(&format!("{CASE}/start/other-plans"));
    life.looks();
    life.visitor.choose("Behaviour plan");
    life.visitor.choose("SEN support plan");
    life.visitor
        .fill("What in it helps", "A quiet start to the day");
    life.presses("Save and continue");
    life.visitor
        .pick("Who could run the programme?", "Amina Farrow");
    life.visitor
        .pick("Which adult does Leah get on with?", "Joel Petrie");
    life.visitor.choose_at("Who else teaches", "Miss Abara");
    life.presses("Save and continue");
    life.fills_day("Date of this referral", date(2026, 9, 15));
    life.visitor.choose_at("How soon", "Standard");
    life.visitor
        .choose_at("Does the family know", "Yes, by phone");
    life.fills_day("When were they told?", date(2026, 9, 14));
    life.fills_day("When was Leah told?", date(2026, 9, 15));
    life.presses("Save and continue");
    life.visitor.is_at("Check and start");
    life.presses("Send it in for a decision");
    life.visitor.is_at("Sent in.");
}

fn who(life: &mut Life) {
    let visitor = &life.visitor;
    visitor.fill(
        "What is Leah good at",
        "Netball, and drawing horses\nKind to the new pupils",
    );
    visitor.choose_at("Where do things go best?", "PE and sport");
    visitor.choose_at("Has anyone looked into", "Done");
    life.fills_day("When was that", date(2026, 6, 10));
    life.visitor.choose_at("And into speech", "Not needed");
    life.visitor
        .choose_at("Does the family have early help?", "Offered and declined");
}

fn why(life: &mut Life) {
    life.looks();
    let visitor = &life.visitor;
    visitor.choose_at(
        "What makes you think of a programme now?",
        "Behaviour getting worse quickly",
    );
    visitor.fill(
        "evidence-T03",
        "Nine removals since the summer, two before it",
    );
    visitor.fill(
        "What do you see?",
        "Walks out of writing lessons, most days",
    );
    visitor.fill("Since when?", "Since June");
    visitor.choose_at("Where do things go worst?", "Reading and writing lessons");
    visitor.pick("What was tried?", "Work in small steps");
    life.fills_day("From", date(2026, 6, 15));
    life.visitor.fill("Who did it?", "Her English teacher");
    life.visitor.pick("What came of it?", "Helped a bit");
}

/// The safeguarding lead looks at it, and the headteacher agrees the start.
pub fn deciding(life: &mut Life) {
    life.chapter = "decide";
    life.day(date(2026, 9, 16));
    life.becomes(HELEN);
    life.opens("/referral");
    life.visitor.choose("Clear to go on");
    life.presses("Record the check");
    life.becomes(RUTH);
    life.opens("/referral");
    life.visitor.choose("Older pupils");
    life.presses("Agree the start");
    life.becomes(AMINA);
    life.opens("");
    life.hears("Gathering information");
    life.opens("/people");
}
