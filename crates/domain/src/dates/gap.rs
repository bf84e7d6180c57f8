//! Holidays, as people name them: the long stretches between school days.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::{
    DayKind, SchoolCalendar, SchoolDays, Week,
    count::{day_after, day_before},
};

crate::coded! {
    /// What people call a stretch without school, by the time of year.
    pub enum GapName {
        /// Late October.
        OctoberHalfTerm => "october_half_term", "October half term";
        /// Christmas and the New Year.
        Christmas => "christmas", "Christmas holiday";
        /// Mid February.
        FebruaryHalfTerm => "february_half_term", "February half term";
        /// March and April.
        Easter => "easter", "Easter holiday";
        /// The end of May.
        MayHalfTerm => "may_half_term", "May half term";
        /// July to September.
        Summer => "summer", "Summer holiday";
        /// The school had to close.
        Closure => "closure", "School closed";
    }
}

impl GapName {
    /// For a narrow place, such as a week of a timeline.
    pub const fn short_label(self) -> &'static str {
        match self {
            Self::OctoberHalfTerm | Self::FebruaryHalfTerm | Self::MayHalfTerm => "half term",
            Self::Christmas | Self::Easter | Self::Summer => "holiday",
            Self::Closure => "closed",
        }
    }

    const fn for_month(month: i8) -> Self {
        match month {
            10 | 11 => Self::OctoberHalfTerm,
            12 | 1 => Self::Christmas,
            2 => Self::FebruaryHalfTerm,
            3 | 4 => Self::Easter,
            5 | 6 => Self::MayHalfTerm,
            _ => Self::Summer,
        }
    }
}

/// A stretch without school: every date from the day after one school day to
/// the day before the next, weekends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// What people call it.
    pub name: GapName,
    /// The first date without school.
    pub first: Date,
    /// The last date without school.
    pub last: Date,
}

impl Gap {
    /// Dates without school, from this many, make a gap worth naming: a week,
    /// so that long weekends are not holidays.
    const NAMED_FROM: i32 = 7;

    /// How many dates it has, weekends included.
    pub fn length(self) -> i32 {
        (self.last - self.first).get_days() + 1
    }

    /// Whether it is longer than an ordinary half term, nine days with its
    /// weekends: charts of daily records draw a line after one.
    pub fn is_long(self) -> bool {
        self.length() > 9
    }

    /// The Monday-to-Sunday weeks that lie wholly in it.
    pub fn weeks(self) -> impl Iterator<Item = Week> {
        Week::of(self.first)
            .onwards()
            .skip_while(move |week| week.monday() < self.first)
            .take_while(move |week| week.sunday() <= self.last)
    }
}

impl SchoolCalendar {
    /// The gap `date` lies in, however short; none on a school day or outside
    /// the calendar.
    pub fn gap_at(&self, date: Date) -> Option<Gap> {
        let (start, end) = self.covered()?;
        if !self.covers(date) || self.is_school_day(date) {
            return None;
        }
        let first = self.previous_school_day(date).map_or(start, day_after);
        let last = self.next_school_day(date).map_or(end, day_before);
        Some(self.gap(first, last))
    }

    /// The holidays that touch `range`, in order: gaps of a week or more.
    pub fn gaps(&self, range: RangeInclusive<Date>) -> Vec<Gap> {
        let Some((start, end)) = self.covered() else {
            return Vec::new();
        };
        let befores = std::iter::once(start).chain(self.school_days.iter().copied().map(day_after));
        let afters = self.school_days.iter().copied().map(day_before);
        befores
            .zip(afters.chain(std::iter::once(end)))
            .filter(|(first, last)| first <= range.end() && last >= range.start())
            .map(|(first, last)| self.gap(first, last))
            .filter(|gap| gap.length() >= Gap::NAMED_FROM)
            .collect()
    }

    /// School days of `range` that fall in the first week after a long holiday.
    pub fn school_days_after_long_gaps(&self, range: RangeInclusive<Date>) -> SchoolDays {
        let earlier = self.covered().map_or(*range.start(), |(first, _)| first);
        let returns = self.gaps(earlier..=*range.end()).into_iter();
        returns
            .filter(|gap| gap.is_long() && gap.first > earlier)
            .map(|gap| Week::of(day_after(gap.last)))
            .map(|week| {
                let from = week.monday().max(*range.start());
                self.count_school_days(from..=week.sunday().min(*range.end()))
            })
            .sum()
    }

    fn gap(&self, first: Date, last: Date) -> Gap {
        let listed = self.listed_in(first..=last);
        let has = |kind: DayKind| listed.iter().any(|(_, listed)| *listed == kind);
        let name = if has(DayKind::UnexpectedClosure) && !has(DayKind::Holiday) {
            GapName::Closure
        } else {
            GapName::for_month(middle(first, last).month())
        };
        Gap { name, first, last }
    }
}

fn middle(first: Date, last: Date) -> Date {
    let half = (last - first).get_days() / 2;
    first.saturating_add(jiff::Span::new().days(half))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::dates::worked_example::{calendar, term_dates};

    #[test]
    fn the_year_has_the_holidays_people_know() {
        let named: Vec<_> = calendar()
            .gaps(date(2026, 9, 28)..=date(2027, 8, 31))
            .into_iter()
            .map(|gap| (gap.name, gap.weeks().count()))
            .collect();
        assert_eq!(
            named,
            [
                (GapName::OctoberHalfTerm, 1),
                (GapName::Christmas, 2),
                (GapName::FebruaryHalfTerm, 1),
                (GapName::Easter, 2),
                (GapName::MayHalfTerm, 1),
                (GapName::Summer, 5),
            ]
        );
    }

    #[test]
    fn a_holiday_runs_from_the_day_after_school_to_the_day_before() {
        let gap = calendar().gap_at(date(2026, 12, 25)).unwrap();
        assert_eq!(gap.first, date(2026, 12, 19));
        assert_eq!(gap.last, date(2027, 1, 5), "a training day");
        assert!(gap.is_long());
        let mondays: Vec<_> = gap.weeks().map(Week::monday).collect();
        assert_eq!(mondays, [date(2026, 12, 21), date(2026, 12, 28)]);
    }

    #[test]
    fn an_ordinary_half_term_is_not_a_long_gap() {
        let gap = calendar().gap_at(date(2027, 2, 17)).unwrap();
        assert_eq!(gap.length(), 9);
        assert!(!gap.is_long());
    }

    #[test]
    fn a_weekend_is_a_gap_but_not_a_holiday() {
        let calendar = calendar();
        let saturday = date(2026, 9, 12);
        assert_eq!(calendar.gap_at(saturday).map(Gap::length), Some(2));
        assert_eq!(calendar.gaps(saturday..=saturday), []);
        assert_eq!(calendar.gap_at(date(2026, 9, 14)), None);
    }

    #[test]
    fn a_week_of_snow_is_not_called_a_holiday() {
        let mut dates = term_dates();
        dates
            .exceptions
            .extend((18..=22).map(|day| (date(2027, 1, day), DayKind::UnexpectedClosure)));
        let gap = dates.calendar().gap_at(date(2027, 1, 20));
        assert_eq!(gap.map(|gap| gap.name), Some(GapName::Closure));
    }

    #[test]
    fn days_in_the_first_week_back_are_counted_after_long_holidays_only() {
        let calendar = calendar();
        let autumn_to_spring = date(2026, 12, 7)..=date(2027, 3, 5);
        let back = calendar.school_days_after_long_gaps(autumn_to_spring);
        assert_eq!(back, SchoolDays::new(3));
    }
}
