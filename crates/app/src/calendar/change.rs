//! Changing some of the school's days by hand: a closure, a training day, snow,
//! or a whole term. The dates of running programmes follow.

use domain::{dates::DayKind, event::Event, text::Line};
use jiff::civil::{Date, Weekday};
use store::schools::{self, DayRow};

use super::redate;
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::School,
};

/// The most days that are changed at once: the longest term.
const MOST_DAYS: i32 = 120;

/// Says what the school does on some days.
#[derive(Debug, Clone)]
pub struct ChangeDays {
    /// The first day.
    pub first: Date,
    /// The last day; the first again for one day.
    pub last: Date,
    /// What the school does then.
    pub kind: DayKind,
    /// What it is called.
    pub note: Option<Line<80>>,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed {
    /// Days that are different now.
    pub days: usize,
    /// Programmes whose dates moved.
    pub moved: usize,
}

impl Command for ChangeDays {
    const ACTION: Action = Action::ChangeSettings;
    type On = School;
    type Output = Changed;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Granted<'_, '_>) -> Result<Recorded<Changed>, Refusal> {
        let school = school.0.id;
        let known = schools::days(cx.tx(), school)?;
        let mut days = 0;
        for on in self.days()? {
            let row = DayRow {
                day: on,
                kind: self.kind.code().to_owned(),
                note: self.note.clone().map(String::from),
            };
            if known.contains(&row) {
                continue;
            }
            schools::put_day(cx.tx(), school, &row)?;
            cx.also(Event::CalendarDayChanged { school, on });
            days += 1;
        }
        let moved = if days > 0 { redate(cx, school)? } else { 0 };
        Ok(cx.unchanged(Changed { days, moved }))
    }
}

impl ChangeDays {
    /// The weekdays it is about; a weekend day only when it is named by itself.
    fn days(&self) -> Result<Vec<Date>, Refusal> {
        let length = self
            .first
            .until(self.last)
            .map_or(i32::MAX, |span| span.get_days());
        if length < 0 {
            let words = "The last day must be the first day or later";
            return Err(Refusal::field("last", words));
        }
        if length > MOST_DAYS {
            let words = "Change one term at a time. Choose an earlier last day";
            return Err(Refusal::field("last", words));
        }
        let weekend = |day: &Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let all = std::iter::successors(Some(self.first), |day| day.tomorrow().ok())
            .take_while(|day| *day <= self.last);
        if length == 0 {
            return Ok(all.collect());
        }
        let weekdays: Vec<Date> = all.filter(|day| !weekend(day)).collect();
        if weekdays.is_empty() {
            return Err(Refusal::field(
                "first",
                "Choose a day from Monday to Friday",
            ));
        }
        Ok(weekdays)
    }
}
