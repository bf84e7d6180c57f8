//! Feeds: what the school's own system sends by itself, how often it is
//! expected, when silence is worth a word, and when a job that failed is tried
//! again. What a feed brings in, and who may say so, is not decided here.

mod codes;

use jiff::{SignedDuration, civil::Date};

pub use codes::{Ended, Trouble, Wait, Waits};

use crate::{coded, dates::SchoolCalendar};

coded! {
    /// How often something is expected.
    pub enum Rhythm {
        /// In the night before every school day, or on it.
        SchoolDays => "school_days", "Every school day";
        /// Once a week of school.
        Weekly => "weekly", "Every week";
        /// Once a term.
        Termly => "termly", "Every term";
    }
}

impl Rhythm {
    /// Whole school days that may pass without anything before it is silence. A
    /// term has some 65, and a file may come at the end of one.
    const fn patience(self) -> usize {
        match self {
            Self::SchoolDays => 0,
            Self::Weekly => 5,
            Self::Termly => 75,
        }
    }

    /// Whether nothing has come for too long. Holidays and weekends do not
    /// count, nor does the day it last came, nor today, which is not over. Days
    /// the calendar does not know count when they are weekdays.
    pub fn is_quiet(self, heard: Date, today: Date, calendar: &SchoolCalendar) -> bool {
        let counts = |day: &Date| {
            if calendar.covers(*day) {
                calendar.is_school_day(*day)
            } else {
                day.weekday().to_monday_one_offset() <= 5
            }
        };
        let days = heard.series(jiff::Span::new().days(1)).skip(1);
        let passed = days.take_while(|day| *day < today).filter(counts);
        passed.take(self.patience() + 1).count() > self.patience()
    }
}

/// How often a job is begun before somebody has to look at it.
pub const MOST_TRIES: u32 = 5;

/// How long to wait after so many tries; nothing when it is given up.
pub const fn wait_after(tries: u32) -> Option<SignedDuration> {
    Some(SignedDuration::from_mins(match tries {
        0 | 1 => 1,
        2 => 5,
        3 => 30,
        4 => 120,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::dates::DayKind;

    /// Autumn 2026: school every weekday but for the half term of 26 October.
    fn calendar() -> SchoolCalendar {
        let days = date(2026, 9, 1).series(jiff::Span::new().days(1));
        let days = days.take_while(|day| *day <= date(2026, 12, 18));
        let weekdays = days.filter(|day| day.weekday().to_monday_one_offset() <= 5);
        SchoolCalendar::new(weekdays.map(|day| {
            let off = (date(2026, 10, 26)..=date(2026, 10, 30)).contains(&day);
            let kind = if off {
                DayKind::Holiday
            } else {
                DayKind::School
            };
            (day, kind)
        }))
    }

    #[test]
    fn a_nightly_feed_is_quiet_once_a_whole_school_day_has_passed_with_nothing() {
        let quiet = |heard, today| Rhythm::SchoolDays.is_quiet(heard, today, &calendar());
        let (monday, tuesday) = (date(2026, 11, 9), date(2026, 11, 10));
        assert!(!quiet(monday, monday) && !quiet(monday, tuesday));
        assert!(quiet(monday, date(2026, 11, 11)));
        // Over a weekend nothing is missed before Monday is over.
        let friday = date(2026, 11, 6);
        assert!(!quiet(friday, monday) && quiet(friday, tuesday));
    }

    #[test]
    fn holidays_are_no_silence() {
        let before_half_term = date(2026, 10, 23);
        let quiet = |today| Rhythm::SchoolDays.is_quiet(before_half_term, today, &calendar());
        assert!(!quiet(date(2026, 11, 1)) && !quiet(date(2026, 11, 2)));
        assert!(quiet(date(2026, 11, 3)));
    }

    #[test]
    fn where_no_calendar_is_known_weekdays_count() {
        let none = SchoolCalendar::new([]);
        let quiet = |heard, today| Rhythm::SchoolDays.is_quiet(heard, today, &none);
        assert!(!quiet(date(2026, 11, 6), date(2026, 11, 9)));
        assert!(quiet(date(2026, 11, 6), date(2026, 11, 10)));
    }

    #[test]
    fn a_weekly_and_a_termly_feed_are_given_longer() {
        let heard = date(2026, 9, 7);
        let weekly = |today| Rhythm::Weekly.is_quiet(heard, today, &calendar());
        assert!(!weekly(date(2026, 9, 15)) && weekly(date(2026, 9, 16)));
        let termly = |today| Rhythm::Termly.is_quiet(heard, today, &calendar());
        assert!(!termly(date(2026, 12, 18)) && termly(date(2027, 2, 1)));
    }

    #[test]
    fn tries_come_further_apart_and_then_stop() {
        let minutes = |tries| wait_after(tries).map(|wait| wait.as_mins());
        let all: Vec<_> = (1..=MOST_TRIES).map(minutes).collect();
        assert_eq!(all, [Some(1), Some(5), Some(30), Some(120), None]);
    }
}
