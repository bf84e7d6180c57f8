//! Whose answers are to be asked for again: after three school days, and once
//! more after five.

use std::collections::BTreeMap;

use domain::{
    dates::SchoolCalendar,
    id::ProgrammeId,
    timers::{Timer, Timers},
};
use jiff::civil::Date;

/// People who were asked and have not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Chase {
    /// Those to be reminded for the first time.
    pub first: usize,
    /// Those whose time is up, to be reminded once more.
    pub again: usize,
    /// The first day by which one of them was to have answered.
    pub due: Option<Date>,
}

impl Chase {
    /// How many there are.
    pub const fn all(self) -> usize {
        self.first + self.again
    }

    fn add(&mut self, (asked, due): (Date, Date), around: Around<'_>) {
        let Around {
            timers,
            calendar,
            today,
        } = around;
        let dates = timers.reminders(Timer::StaffAnswers, asked, calendar);
        let passed = dates.map_or(0, |dates| dates.iter().filter(|on| **on <= today).count());
        match passed {
            0 => return,
            1 => self.first += 1,
            _ => self.again += 1,
        }
        self.due = Some(self.due.map_or(due, |known| known.min(due)));
    }
}

/// By what the days are counted.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    /// The programme's own.
    pub timers: &'a Timers,
    /// The school's.
    pub calendar: &'a SchoolCalendar,
    /// Today.
    pub today: Date,
}

/// Everyone of one programme to be reminded: when each was asked, and by when
/// they were to have answered.
pub(super) fn chase(waiting: &[(Date, Date)], around: Around<'_>) -> Chase {
    let mut chase = Chase::default();
    for one in waiting {
        chase.add(*one, around);
    }
    chase
}

/// Everyone who was asked and has not answered, by programme.
pub(super) fn by_programme(
    waiting: Vec<(ProgrammeId, Date, Date)>,
) -> BTreeMap<ProgrammeId, Vec<(Date, Date)>> {
    let mut all: BTreeMap<ProgrammeId, Vec<(Date, Date)>> = BTreeMap::new();
    for (programme, asked, due) in waiting {
        all.entry(programme).or_default().push((asked, due));
    }
    all
}

#[cfg(test)]
mod tests {
    use domain::{
        dates::{SchoolDays, Term, TermDates},
        timers::Amount,
    };
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_school_that_gives_more_days_for_answers_reminds_later() {
        let dates = TermDates {
            terms: vec![Term::new(date(2026, 9, 2), date(2026, 10, 23)).unwrap()],
            exceptions: Vec::new(),
            year: date(2026, 9, 1)..=date(2027, 8, 31),
        };
        let calendar = dates.calendar();
        let asked = [(date(2026, 9, 7), date(2026, 9, 16))];
        let on_the_fifth_day = |timers: &Timers| {
            let around = Around {
                timers,
                calendar: &calendar,
                today: date(2026, 9, 14),
            };
            let chase = chase(&asked, around);
            (chase.first, chase.again)
        };
        let mut longer = Timers::default();
        let seven = Amount::SchoolDays(SchoolDays::new(7));
        longer.set(Timer::StaffAnswers, seven).unwrap();
        assert_eq!(on_the_fifth_day(&Timers::default()), (0, 1));
        assert_eq!(on_the_fifth_day(&longer), (1, 0));
    }
}
