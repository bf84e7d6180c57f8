//! A teacher, the pupil and her mother answer for themselves, each on a page of
//! their own. Stopping, coming back and skipping all work.

use jiff::civil::date;

use testkit::Visitor;

use super::{ABARA, AMINA, LEAH, Life, NIAMH};

/// Answers what is on the page with something, and says nothing twice.
const SOMETHING: &str = "
const groups = new Set()
for (const e of document.querySelectorAll('main form input, main form textarea, main form select')) {
  if (e.type === 'hidden' || e.name.endsWith('-skip') || !e.getClientRects().length) continue
  if (e.type === 'radio' || e.type === 'checkbox') {
    if (!groups.has(e.name)) e.checked = true
    groups.add(e.name)
  } else if (e.tagName === 'SELECT') e.selectedIndex = Math.max(e.selectedIndex, 1)
  else if (!e.value) e.value = e.inputMode === 'numeric' ? '3' : 'When it is calm, and there is time'
}";

/// The button that leaves a question out, and the one that goes on.
const SKIP: &str = "main form button[name$=skip]";
const GO_ON: &str = "main form button.govuk-button:not([name])";

/// Goes through the pages of a form from where it is to where it is looked
/// over, and sends it; every third question is skipped where that is an answer.
pub fn sits_through(visitor: &Visitor, mut looks: impl FnMut()) {
    let mut pages = 0;
    while !visitor.path().ends_with("/check") {
        pages += 1;
        assert!(pages < 90, "never came to the end: {}", visitor.text());
        let before = visitor.path();
        let skipped = pages % 3 == 0 && visitor.press_first(SKIP);
        if !skipped {
            visitor.run(SOMETHING, &[]);
            visitor.press_first(GO_ON);
        }
        looks();
        assert_ne!(visitor.path(), before, "{}", visitor.text());
    }
    visitor.is_at("Look over your answers");
    visitor.press("Send my answers");
    looks();
    assert!(visitor.path().ends_with("/sent"), "{}", visitor.text());
}

/// The three questionnaires.
pub fn everyone_answers(life: &mut Life) {
    life.chapter = "teacher-answers";
    life.day(date(2026, 9, 18));
    life.becomes(ABARA);
    life.visitor.go("/asked");
    life.looks();
    life.presses("Leah");
    life.presses("Start");
    life.sits_through();
    the_pupil(life);
    a_parent(life);
    life.becomes(AMINA);
    life.opens("/information");
    life.hears("All answers are in");
}

/// One question a page. She stops after four, and goes on another day where she was.
fn the_pupil(life: &mut Life) {
    life.chapter = "pupil-answers";
    life.becomes(LEAH);
    life.presses("Your side of school");
    life.presses("Start");
    for _ in 0..4 {
        life.visitor.run(SOMETHING, &[]);
        life.visitor.press_first(GO_ON);
        life.looks();
    }
    let here = life.visitor.path();
    life.presses("Save and stop for now");
    life.hears("Started");
    life.day(date(2026, 9, 21));
    life.becomes(LEAH);
    life.presses("Your side of school");
    assert_eq!(life.visitor.path(), here, "she goes on where she was");
    life.sits_through();
    life.visitor.choose("Yes");
    life.presses("Save my choice");
    life.presses("Done");
    life.hears("Thank you");
}

/// Her mother answers for herself, and reads what Leah shared with her.
fn a_parent(life: &mut Life) {
    life.chapter = "parent-answers";
    life.becomes(NIAMH);
    life.presses("Leah: Your view, from home");
    life.presses("Start");
    life.sits_through();
    life.presses("Done");
    life.presses("Read what Leah shared with you");
}
