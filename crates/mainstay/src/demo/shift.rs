//! The days of the story. It is written for the weeks up to Tuesday 10
//! November 2026; for another day everything moves by whole weeks, terms and
//! all, so that Mondays stay Mondays.

use jiff::{
    Span, Timestamp,
    civil::{Date, DateTime, Time, date},
};

use domain::clock::london;

/// The day the story is written for: a Tuesday.
pub const TOLD_ON: Date = date(2026, 11, 10);
/// The time it is on that day: a lesson is going on.
pub const NOW: Time = jiff::civil::time(11, 48, 0, 0);

/// By how many whole weeks the story is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    weeks: i32,
}

impl Shift {
    /// The move that ends the story on `today`, or on the Tuesday before it;
    /// none for a day the calendar cannot hold.
    pub fn to(today: Date) -> Option<Self> {
        if !(2000..=2090).contains(&today.year()) {
            return None;
        }
        let days = TOLD_ON.until(today).ok()?.get_days();
        Some(Self {
            weeks: days.div_euclid(7),
        })
    }

    /// Whole weeks, backwards below nought.
    pub const fn weeks(self) -> i32 {
        self.weeks
    }

    /// A day of the story as it falls.
    pub fn day(self, written: Date) -> Date {
        written
            .checked_add(Span::new().weeks(self.weeks))
            .unwrap_or(written)
    }

    /// A moment of the story as it falls, in London.
    pub fn moment(self, written: DateTime) -> Timestamp {
        instant(self.day(written.date()).to_datetime(written.time()))
    }
}

/// A local time in London as an instant.
pub fn instant(local: DateTime) -> Timestamp {
    local
        .to_zoned_datetime(london())
        .map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_story_moves_by_whole_weeks_so_that_mondays_stay_mondays() {
        let same = Shift::to(TOLD_ON);
        assert_eq!(same.map(Shift::weeks), Some(0));
        let friday = Shift::to(date(2026, 11, 13));
        assert_eq!(friday.map(Shift::weeks), Some(0));
        let earlier = Shift::to(date(2026, 11, 9));
        assert_eq!(earlier.map(Shift::weeks), Some(-1));
        let later = Shift::to(date(2027, 3, 2));
        let day = later.map(|shift| shift.day(date(2026, 9, 28)).weekday());
        assert_eq!(day, Some(jiff::civil::Weekday::Monday));
        assert_eq!(Shift::to(date(9000, 1, 1)), None);
    }
}
