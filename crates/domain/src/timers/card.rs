//! Until when a lesson can still be rated, or a rating changed.

use jiff::{
    Timestamp,
    civil::{Date, Time, time},
};

use crate::{
    clock::london,
    dates::{DueProblem, SchoolCalendar},
};

/// When ratings of a day close: on the school day after, at a time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RatingHours {
    /// The time in London at which the day before closes.
    pub closes_at: Time,
}

impl Default for RatingHours {
    /// Ten in the morning.
    fn default() -> Self {
        Self {
            closes_at: time(10, 0, 0, 0),
        }
    }
}

impl RatingHours {
    /// The instant from which ratings of `day` can no longer be changed. What
    /// is missing then is "not rated", never nought.
    ///
    /// # Errors
    /// [`DueProblem`] when the calendar does not know the next school day.
    pub fn closing(self, day: Date, calendar: &SchoolCalendar) -> Result<Timestamp, DueProblem> {
        let next = calendar.next_school_day(day)?;
        let local = next.to_datetime(self.closes_at);
        // Fails only at the very ends of the calendar, thousands of years away.
        Ok(local
            .to_zoned_datetime(london())
            .map_or(Timestamp::MAX, |zoned| zoned.timestamp()))
    }

    /// Whether ratings of `day` can be given or changed at `now`.
    ///
    /// # Errors
    /// [`DueProblem`] when the calendar does not know the next school day.
    pub fn is_open(
        self,
        day: Date,
        now: Timestamp,
        calendar: &SchoolCalendar,
    ) -> Result<bool, DueProblem> {
        let begun = crate::clock::london_date(now) >= day;
        Ok(begun && now < self.closing(day, calendar)?)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::dates::worked_example::calendar;

    #[test]
    fn fridays_ratings_close_on_monday_at_ten() {
        let closing = RatingHours::default().closing(date(2026, 11, 13), &calendar());
        let closing = closing.map(|instant| instant.to_string());
        assert_eq!(closing, Ok("2026-11-16T10:00:00Z".into()));
    }

    #[test]
    fn ratings_before_half_term_close_on_the_first_day_back() {
        let closing = RatingHours::default().closing(date(2026, 10, 23), &calendar());
        let closing = closing.map(|instant| instant.to_string());
        assert_eq!(closing, Ok("2026-11-03T10:00:00Z".into()));
    }

    #[test]
    fn ten_in_the_morning_is_nine_by_greenwich_in_summer() {
        let closing = RatingHours::default().closing(date(2027, 6, 14), &calendar());
        let closing = closing.map(|instant| instant.to_string());
        assert_eq!(closing, Ok("2027-06-15T09:00:00Z".into()));
    }

    #[test]
    fn a_day_can_be_rated_from_its_morning_until_it_closes() {
        let day = date(2026, 11, 10);
        let open = |now: &str| {
            let now = now.parse().unwrap();
            RatingHours::default().is_open(day, now, &calendar())
        };
        assert_eq!(open("2026-11-09T23:59:59Z"), Ok(false));
        assert_eq!(open("2026-11-10T08:00:00Z"), Ok(true));
        assert_eq!(open("2026-11-11T09:59:59Z"), Ok(true));
        assert_eq!(open("2026-11-11T10:00:00Z"), Ok(false));
    }
}
