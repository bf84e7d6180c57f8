//! Stopping the clock: school days on which a programme was paused do not
//! count, and what was due after them comes as many school days later.

use jiff::civil::Date;

use super::{DueProblem, SchoolCalendar, SchoolDays, count::day_before};

/// One pause, from its first day to the day the programme runs again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pause {
    /// The first day that does not count.
    pub from: Date,
    /// The first day that counts again: the day it resumed, or while it is
    /// still paused the day it is expected to.
    pub back: Date,
}

/// The pauses of one programme, in order and apart.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Pauses(Vec<Pause>);

/// Why pauses were refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PauseProblem {
    /// It ends before it begins.
    #[error("read pause: back on {back}, before it began on {from}")]
    BackFirst {
        /// The first day paused.
        from: Date,
        /// The day back.
        back: Date,
    },
    /// It begins while another still runs.
    #[error("read pauses: one begins on {from}, while another runs")]
    Overlap {
        /// The first day of the later one.
        from: Date,
    },
}

impl PauseProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::BackFirst { .. } => "The day back must be on or after the day the pause began",
            Self::Overlap { .. } => "The pause must begin after the last one ended",
        }
    }
}

impl Pauses {
    /// No pauses.
    pub const NONE: Self = Self(Vec::new());

    /// Puts pauses in order.
    ///
    /// # Errors
    /// [`PauseProblem`] if one ends before it begins, or two overlap.
    pub fn new(mut pauses: Vec<Pause>) -> Result<Self, PauseProblem> {
        pauses.sort_unstable();
        if let Some(pause) = pauses.iter().find(|pause| pause.back < pause.from) {
            let Pause { from, back } = *pause;
            return Err(PauseProblem::BackFirst { from, back });
        }
        let overlap = pauses.windows(2).find(|pair| pair[1].from < pair[0].back);
        match overlap {
            Some(pair) => Err(PauseProblem::Overlap { from: pair[1].from }),
            None => Ok(Self(pauses)),
        }
    }

    /// The pauses, earliest first.
    pub fn as_slice(&self) -> &[Pause] {
        &self.0
    }

    /// Whether `date` does not count.
    pub fn covers(&self, date: Date) -> bool {
        self.0
            .iter()
            .any(|pause| (pause.from..pause.back).contains(&date))
    }

    /// School days that did not count up to and including `until`.
    pub fn school_days(&self, calendar: &SchoolCalendar, until: Date) -> SchoolDays {
        let paused = self.0.iter().map(|pause| {
            let last = day_before(pause.back).min(until);
            calendar.count_school_days(pause.from..=last)
        });
        paused.sum()
    }

    /// Where a date due without pauses falls with them.
    ///
    /// # Errors
    /// [`DueProblem`] when the calendar does not reach that far.
    pub fn delayed(&self, calendar: &SchoolCalendar, due: Date) -> Result<Date, DueProblem> {
        self.0.iter().try_fold(due, |due, pause| {
            if due < pause.from || pause.back == pause.from {
                return Ok(due);
            }
            calendar.known_to(day_before(pause.back))?;
            let lost = calendar.count_school_days(pause.from..=day_before(pause.back));
            calendar.add_school_days(due, lost)
        })
    }

    /// The school day that `date` would have been without the pauses before it;
    /// the opposite of [`Self::delayed`]. `date` must be a school day that counts.
    pub(super) fn undelayed(
        &self,
        calendar: &SchoolCalendar,
        date: Date,
    ) -> Result<Date, DueProblem> {
        let lost = self.school_days(calendar, date);
        calendar.subtract_school_days(date, lost)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::dates::worked_example::calendar;

    fn one(from: Date, back: Date) -> Pauses {
        Pauses::new(vec![Pause { from, back }]).unwrap()
    }

    #[test]
    fn a_pause_moves_what_is_due_after_it_by_the_school_days_lost() {
        // Ten school days: 9 to 20 November.
        let pauses = one(date(2026, 11, 9), date(2026, 11, 23));
        let delayed = |due| pauses.delayed(&calendar(), due);
        assert_eq!(delayed(date(2026, 11, 6)), Ok(date(2026, 11, 6)), "before");
        assert_eq!(delayed(date(2026, 11, 27)), Ok(date(2026, 12, 11)));
        assert_eq!(
            delayed(date(2026, 11, 9)),
            Ok(date(2026, 11, 23)),
            "due on its first day"
        );
    }

    #[test]
    fn a_pause_over_a_holiday_costs_only_its_school_days() {
        // Thursday and Friday before half term, Tuesday after it.
        let pauses = one(date(2026, 10, 22), date(2026, 11, 4));
        let calendar = calendar();
        assert_eq!(
            pauses.school_days(&calendar, date(2026, 12, 1)),
            SchoolDays::new(3)
        );
        assert_eq!(
            pauses.delayed(&calendar, date(2026, 11, 27)),
            Ok(date(2026, 12, 2))
        );
    }

    #[test]
    fn a_pause_that_ended_the_day_it_began_moves_nothing() {
        let pauses = one(date(2026, 11, 9), date(2026, 11, 9));
        let due = date(2026, 11, 27);
        assert_eq!(pauses.delayed(&calendar(), due), Ok(due));
        assert!(!pauses.covers(date(2026, 11, 9)));
    }

    #[test]
    fn a_second_pause_is_counted_from_where_the_first_moved_things_to() {
        let pauses = Pauses::new(vec![
            Pause {
                from: date(2026, 11, 30),
                back: date(2026, 12, 2),
            },
            Pause {
                from: date(2026, 11, 23),
                back: date(2026, 11, 25),
            },
        ])
        .unwrap();
        let calendar = calendar();
        // Friday 27 November goes to Tuesday 1 December, inside the second.
        let due = date(2026, 11, 27);
        assert_eq!(pauses.delayed(&calendar, due), Ok(date(2026, 12, 3)));
        assert_eq!(pauses.undelayed(&calendar, date(2026, 12, 3)), Ok(due));
    }

    #[test]
    fn pauses_that_overlap_or_run_backwards_are_refused() {
        let (from, back) = (date(2026, 11, 9), date(2026, 11, 23));
        assert_eq!(
            Pauses::new(vec![Pause {
                from: back,
                back: from
            }]),
            Err(PauseProblem::BackFirst {
                from: back,
                back: from
            })
        );
        let second = Pause {
            from: date(2026, 11, 20),
            back: date(2026, 12, 1),
        };
        assert_eq!(
            Pauses::new(vec![Pause { from, back }, second]),
            Err(PauseProblem::Overlap { from: second.from })
        );
    }
}
