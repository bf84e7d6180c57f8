//! The pupil and her mother are handed an address each, and make accounts of
//! their own with it.

use jiff::civil::date;

use super::{AMINA, LEAH, Life, MOTHER, NIAMH, PUPIL};

/// From the people page of the programme; each begins at a page of their own.
pub fn handed_over(life: &mut Life) {
    life.chapter = "accounts";
    life.day(date(2026, 9, 17));
    for (name, email, home) in [(PUPIL, LEAH, "/me"), (MOTHER, NIAMH, "/family")] {
        life.becomes(AMINA);
        life.opens("/people");
        life.visitor.press_at(name, "Invite to an account");
        life.looks();
        life.visitor.fill("Email address of", email);
        life.presses("Make the address");
        life.hears(name);
        life.takes_up();
        life.becomes(email);
        assert_eq!(life.visitor.path(), home, "where {name} begins");
        life.looks();
    }
    life.becomes(AMINA);
    life.opens("/people");
    life.hears("Has an account");
}
