//! One school's calendar: which dates it knows, and on which of them it meets.

use std::{collections::BTreeMap, ops::RangeInclusive};

use jiff::civil::Date;

use super::DayKind;

/// Which days a school meets, from the first day it knows to the last.
///
/// Dates it covers but does not list, such as weekends, are not school days.
/// Dates outside are unknown, and asking for one gives a [`DueProblem`].
///
/// ```
/// use domain::dates::{DayKind, SchoolCalendar, SchoolDays};
/// use jiff::civil::date;
///
/// let friday = date(2026, 10, 23);
/// let monday = date(2026, 11, 2);
/// let days = [(friday, DayKind::School), (monday, DayKind::School)];
/// let calendar = SchoolCalendar::new(days);
/// assert_eq!(calendar.add_school_days(friday, SchoolDays::new(1)), Ok(monday));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SchoolCalendar {
    // In date order, one entry a date.
    listed: Vec<(Date, DayKind)>,
    // The school days among them.
    pub(super) school_days: Vec<Date>,
    covered: Option<(Date, Date)>,
}

/// Why a date could not be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DueProblem {
    /// Nobody has put in any term dates.
    #[error("find date: the calendar has no days")]
    NoCalendar,
    /// The answer depends on days before the first one known.
    #[error("find date: the calendar begins on {first}")]
    BeforeCalendar {
        /// The first day known.
        first: Date,
    },
    /// The answer depends on days after the last one known.
    #[error("find date: the calendar ends on {last}")]
    CalendarEnds {
        /// The last day known.
        last: Date,
    },
}

impl DueProblem {
    /// What to do about it.
    #[must_use]
    pub fn words(self) -> String {
        let day = |date: Date| date.strftime("%-d %B %Y").to_string();
        match self {
            Self::NoCalendar => "Add your school’s term dates".into(),
            Self::BeforeCalendar { first } => format!(
                "Your term dates begin on {}. Add the term dates before that",
                day(first)
            ),
            Self::CalendarEnds { last } => format!(
                "Your term dates end on {}. Add the term dates after that",
                day(last)
            ),
        }
    }
}

impl SchoolCalendar {
    /// Builds a calendar from dated days in any order. When a date comes twice
    /// the later entry stands, so closures can follow the term dates. It covers
    /// the earliest to the latest date given.
    pub fn new(days: impl IntoIterator<Item = (Date, DayKind)>) -> Self {
        let by_date: BTreeMap<Date, DayKind> = days.into_iter().collect();
        let listed: Vec<_> = by_date.into_iter().collect();
        let school_days = listed
            .iter()
            .filter(|(_, kind)| kind.is_school_day())
            .map(|(date, _)| *date)
            .collect();
        let covered = listed
            .first()
            .zip(listed.last())
            .map(|((first, _), (last, _))| (*first, *last));
        Self {
            listed,
            school_days,
            covered,
        }
    }

    /// The same calendar, known to have no other school days in `range`: for
    /// holidays before the first listed day or after the last.
    #[must_use]
    pub fn covering(mut self, range: RangeInclusive<Date>) -> Self {
        if !range.is_empty() {
            let (from, to) = range.into_inner();
            self.covered = Some(match self.covered {
                Some((first, last)) => (first.min(from), last.max(to)),
                None => (from, to),
            });
        }
        self
    }

    /// The first and last dates it knows; none for an empty calendar.
    pub const fn covered(&self) -> Option<(Date, Date)> {
        self.covered
    }

    /// Whether `date` lies within what it knows.
    pub fn covers(&self, date: Date) -> bool {
        self.covered
            .is_some_and(|(first, last)| (first..=last).contains(&date))
    }

    /// What kind of day `date` is, when it is listed.
    pub fn kind_of(&self, date: Date) -> Option<DayKind> {
        let place = self.listed.binary_search_by_key(&date, |(day, _)| *day);
        place.ok().map(|place| self.listed[place].1)
    }

    /// Whether school meets on `date` for any of the day. Unknown dates: no.
    pub fn is_school_day(&self, date: Date) -> bool {
        self.school_days.binary_search(&date).is_ok()
    }

    /// The listed days within `range`, in order.
    pub(super) fn listed_in(&self, range: RangeInclusive<Date>) -> &[(Date, DayKind)] {
        let from = self.listed.partition_point(|(day, _)| day < range.start());
        let to = self.listed.partition_point(|(day, _)| day <= range.end());
        self.listed.get(from..to).unwrap_or_default()
    }

    /// Refuses a date before the first one known.
    pub(super) fn known_from(&self, date: Date) -> Result<(), DueProblem> {
        match self.covered {
            None => Err(DueProblem::NoCalendar),
            Some((first, _)) if date < first => Err(DueProblem::BeforeCalendar { first }),
            Some(_) => Ok(()),
        }
    }

    /// Refuses a date after the last one known.
    pub(super) fn known_to(&self, date: Date) -> Result<(), DueProblem> {
        match self.covered {
            None => Err(DueProblem::NoCalendar),
            Some((_, last)) if date > last => Err(DueProblem::CalendarEnds { last }),
            Some(_) => Ok(()),
        }
    }

    /// What to say when counting forwards ran out of days.
    pub(super) fn ran_out(&self) -> DueProblem {
        match self.covered {
            None => DueProblem::NoCalendar,
            Some((_, last)) => DueProblem::CalendarEnds { last },
        }
    }

    /// What to say when counting back ran out of days.
    pub(super) fn ran_out_backwards(&self) -> DueProblem {
        match self.covered {
            None => DueProblem::NoCalendar,
            Some((first, _)) => DueProblem::BeforeCalendar { first },
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_later_entry_for_the_same_date_stands() {
        let day = date(2026, 12, 1);
        let calendar =
            SchoolCalendar::new([(day, DayKind::School), (day, DayKind::UnexpectedClosure)]);
        assert!(!calendar.is_school_day(day));
        assert_eq!(calendar.kind_of(day), Some(DayKind::UnexpectedClosure));
    }

    #[test]
    fn days_may_come_in_any_order() {
        let (first, second) = (date(2026, 9, 3), date(2026, 9, 4));
        let forwards = SchoolCalendar::new([(first, DayKind::School), (second, DayKind::School)]);
        let backwards = SchoolCalendar::new([(second, DayKind::School), (first, DayKind::School)]);
        assert_eq!(forwards, backwards);
        assert_eq!(forwards.covered(), Some((first, second)));
    }

    #[test]
    fn a_calendar_knows_what_it_does_not_cover() {
        let day = date(2027, 7, 21);
        let calendar = SchoolCalendar::new([(day, DayKind::School)]);
        assert!(!calendar.covers(date(2027, 8, 31)));
        let calendar = calendar.covering(day..=date(2027, 8, 31));
        assert!(calendar.covers(date(2027, 8, 31)));
        assert!(!calendar.is_school_day(date(2027, 8, 31)));
    }

    #[test]
    fn a_calendar_that_ends_too_soon_says_what_to_add() {
        let last = date(2027, 7, 21);
        assert_eq!(
            DueProblem::CalendarEnds { last }.words(),
            "Your term dates end on 21 July 2027. Add the term dates after that"
        );
    }
}
