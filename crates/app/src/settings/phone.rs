//! The school's telephone number, as it is printed on plans.

use domain::{event::Event, text::Line};
use store::schools;

use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::School,
};

/// Changes the number.
#[derive(Debug)]
pub struct ChangePhone {
    /// As typed; blank for none.
    pub typed: String,
}

const WRONG: &str = "Enter a telephone number, such as 01632 960142, or leave it empty";

impl Command for ChangePhone {
    const ACTION: Action = Action::ChangeSettings;
    type On = School;
    type Output = ();

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let wrong = || Refusal::field("phone", WRONG);
        let line = Line::<30>::optional(&self.typed).map_err(|_| wrong())?;
        let phone = line.as_ref().map(Line::as_str);
        if phone.is_some_and(|number| !is_number(number)) {
            return Err(wrong());
        }
        let school = school.0;
        if school.phone.as_deref() == phone {
            return Ok(cx.unchanged(()));
        }
        if !schools::set_phone(cx.tx(), school.id, school.version, phone)? {
            return Err(Refusal::Conflict);
        }
        let school = school.id;
        Ok(cx.record(Event::SchoolChanged { school }, ()))
    }
}

/// Digits, enough of them, with the marks people put between them.
fn is_number(typed: &str) -> bool {
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    let mark = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '+' | '(' | ')' | '-');
    (5..=15).contains(&digits) && typed.chars().all(mark)
}
