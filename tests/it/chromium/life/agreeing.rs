//! The first meeting is booked and recorded, the plan is written and fixed, and
//! everyone answers for their part.

use jiff::civil::date;

use super::{AMINA, LEAH, Life, MOTHER, NIAMH, PUPIL, RUTH};

/// What the page's own link to print gives: its kind, its name, how it begins.
const PRINTED: &str = "
const link = [...document.querySelectorAll('a')].find(a => a.innerText.trim() === 'Download to print')
const paper = new XMLHttpRequest()
paper.open('GET', link.href, false)
paper.overrideMimeType('text/plain; charset=x-user-defined')
paper.send()
return {
  status: paper.status,
  kind: paper.getResponseHeader('content-type'),
  named: paper.getResponseHeader('content-disposition'),
  begins: paper.responseText.slice(0, 5)
}";

/// The two targets.
const WRITING: &str = "Begin writing within five minutes";
pub const BREAKS: &str = "Ask for a break before leaving the room";

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
    for who in ["Amina Farrow", "Joel Petrie", PUPIL, MOTHER] {
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
    life.opens("");
    assert!(!life.visitor.shows("Draft the agenda"), "it has been held");
}

/// A target, who helps, the reward, the consequence, and how it is kept an eye on.
pub fn writing(life: &mut Life) {
    life.chapter = "plan";
    life.becomes(AMINA);
    life.opens("/plan");
    for words in [WRITING, BREAKS] {
        life.presses("Write a target");
        target(life, words);
        life.presses("Save this target");
        life.opens("/plan");
    }
    promise(
        life,
        "Joel Petrie",
        "sit with Leah for the first five minutes",
        WRITING,
    );
    promise(
        life,
        "Amina Farrow",
        "tell every teacher about the card",
        BREAKS,
    );
    life.presses("Meeting, and from day to day");
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

fn target(life: &mut Life, words: &str) {
    let visitor = &life.visitor;
    visitor.fill("What will Leah do?", words);
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

pub fn promise(life: &mut Life, who: &str, what: &str, target: &str) {
    life.presses("Add a promise");
    let visitor = &life.visitor;
    visitor.pick("Who promises?", who);
    visitor.fill("What will they do?", what);
    visitor.fill("How often?", "every lesson");
    visitor.choose_at("Which targets", target);
    life.presses("Save this promise");
}

/// Everyone signs for themselves, the pupil and her mother on their own copies;
/// the mentor, who is out that day, had signed the printed one.
pub fn signing(life: &mut Life) {
    life.chapter = "sign";
    life.becomes(AMINA);
    life.opens("/plan/sign");
    life.visitor.fill("Type your name to sign", "Amina Farrow");
    life.presses("Sign my part");
    life.hears("Signed. Thank you.");
    life.visitor.press("Record an answer from Joel Petrie");
    life.looks();
    life.visitor.choose("They signed a printed copy");
    life.presses("Record it");
    for (email, name) in [(NIAMH, MOTHER), (LEAH, PUPIL)] {
        life.becomes(email);
        life.presses("Read the plan and sign");
        life.visitor.fill("Type your name to sign", name);
        life.presses("Sign my part");
    }
    life.hears("The programme has started.");
    life.day(date(2026, 10, 5));
    life.becomes(RUTH);
    life.opens("");
    printing(life);
}

/// The plan on paper: a PDF, whose name says which plan and not whose.
fn printing(life: &mut Life) {
    life.opens("/plan");
    let printed = life.visitor.run(PRINTED, &[]);
    assert_eq!(printed["status"], 200, "{printed}");
    assert_eq!(printed["kind"], "application/pdf", "{printed}");
    assert_eq!(printed["begins"], "%PDF-", "{printed}");
    let name = printed["named"].as_str().unwrap().to_lowercase();
    assert!(name.contains(".pdf"), "{name}");
    assert!(!name.contains("leah") && !name.contains("ahmed"), "{name}");
    life.met.note("/programmes/{reference}/plan.pdf");
}
