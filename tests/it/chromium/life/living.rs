//! Every day: each teacher rates each target, on the phone, between lessons.

use jiff::civil::date;
use testkit::JavaScript;

use super::{ABARA, AMINA, Life};

/// Saved with one tap; with JavaScript the page stays as it is.
pub fn rating(life: &mut Life) {
    life.chapter = "rate";
    life.day(date(2026, 10, 6));
    life.becomes(ABARA);
    life.visitor.width(390);
    life.visitor.go("/reports/now");
    life.looks();
    life.visitor.width(390);
    life.visitor.tap("Nearly");
    life.hears("Saved");
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
    if life.script == JavaScript::On {
        life.becomes(AMINA);
        life.opens("/record");
        life.visitor.go("/today");
        life.looks();
    }
    life.becomes(AMINA);
    life.opens("");
    life.hears("Week 1");
}
