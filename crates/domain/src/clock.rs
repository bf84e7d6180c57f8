//! The clock: what time it is, and what day that makes it in an English school.
//!
//! The only place in the house that reads the time. Rules take a date or a
//! [`Clock`] from their caller; nothing else may ask the computer.

use std::sync::{
    Arc, LazyLock,
    atomic::{AtomicI64, Ordering},
};

use jiff::{
    Timestamp,
    civil::{Date, Time},
    tz::{TimeZone, TimeZoneDatabase},
};

/// Where the time comes from. Clones of a movable clock move together.
///
/// ```
/// use domain::clock::Clock;
/// use jiff::civil::date;
///
/// let clock = Clock::fixed_on(date(2026, 11, 10));
/// assert_eq!(clock.today(), date(2026, 11, 10));
/// ```
#[derive(Debug, Clone)]
pub enum Clock {
    /// The computer's own time.
    System,
    /// Always the same instant.
    Fixed(Timestamp),
    /// Stands still until it is moved.
    Movable(MovableClock),
}

impl Clock {
    /// A clock that always says nine in the morning, London time, on `day`.
    #[must_use]
    pub fn fixed_on(day: Date) -> Self {
        Self::Fixed(nine_in_the_morning(day))
    }

    /// The instant it is now.
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => system_now(),
            Self::Fixed(instant) => *instant,
            Self::Movable(clock) => clock.now(),
        }
    }

    /// The date it is now in London.
    pub fn today(&self) -> Date {
        london_date(self.now())
    }
}

/// A clock for tests and demonstrations: it stands still until someone moves
/// it, and every clone tells the new time.
#[derive(Debug, Clone)]
pub struct MovableClock {
    // Microseconds since 1970: a nanosecond count does not fit one atomic for
    // every date a `Timestamp` can hold.
    micros: Arc<AtomicI64>,
}

impl MovableClock {
    /// Starts at `instant`, kept to the microsecond.
    #[must_use]
    pub fn at(instant: Timestamp) -> Self {
        Self {
            micros: Arc::new(AtomicI64::new(instant.as_microsecond())),
        }
    }

    /// Starts at nine in the morning, London time, on `day`.
    #[must_use]
    pub fn on(day: Date) -> Self {
        Self::at(nine_in_the_morning(day))
    }

    /// The instant it stands at.
    pub fn now(&self) -> Timestamp {
        let micros = self.micros.load(Ordering::SeqCst);
        // Only whole timestamps are ever stored, so this cannot fall back.
        Timestamp::from_microsecond(micros).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Moves every clone to `instant`, forwards or back.
    pub fn move_to(&self, instant: Timestamp) {
        self.micros
            .store(instant.as_microsecond(), Ordering::SeqCst);
    }

    /// Moves every clone to nine in the morning, London time, on `day`.
    pub fn move_to_day(&self, day: Date) {
        self.move_to(nine_in_the_morning(day));
    }
}

impl From<MovableClock> for Clock {
    fn from(clock: MovableClock) -> Self {
        Self::Movable(clock)
    }
}

/// The time zone of every school: Europe/London, carried in the program, so a
/// computer without a time zone database gives the same dates.
#[must_use]
pub fn london() -> TimeZone {
    // The program carries the zone (a test below would fail without it), so
    // Greenwich is never fallen back on.
    static LONDON: LazyLock<TimeZone> = LazyLock::new(|| {
        TimeZoneDatabase::bundled()
            .get("Europe/London")
            .unwrap_or(TimeZone::UTC)
    });
    LONDON.clone()
}

/// The date it is in London at `instant`.
///
/// ```
/// use domain::clock::london_date;
/// use jiff::civil::date;
///
/// // Half past eleven at night by Greenwich is tomorrow in a London summer.
/// let late: jiff::Timestamp = "2026-07-01T23:30:00Z".parse()?;
/// assert_eq!(london_date(late), date(2026, 7, 2));
/// # Ok::<(), jiff::Error>(())
/// ```
#[must_use]
pub fn london_date(instant: Timestamp) -> Date {
    instant.to_zoned_datetime(london()).date()
}

/// The time of day it is in London at `instant`.
#[must_use]
pub fn london_time(instant: Timestamp) -> Time {
    instant.to_zoned_datetime(london()).time()
}

fn nine_in_the_morning(day: Date) -> Timestamp {
    // Fails only at the very ends of the calendar, thousands of years away.
    day.at(9, 0, 0, 0)
        .to_zoned_datetime(london())
        .map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp())
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the time"
)]
fn system_now() -> Timestamp {
    Timestamp::now()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_fixed_clock_says_the_same_day_every_time() {
        let clock = Clock::fixed_on(date(2026, 11, 10));
        assert_eq!(clock.today(), date(2026, 11, 10));
        assert_eq!(clock.now(), clock.now());
        assert_eq!(clock.now().to_string(), "2026-11-10T09:00:00Z");
    }

    #[test]
    fn nine_in_the_morning_is_eight_by_greenwich_in_summer() {
        let clock = Clock::fixed_on(date(2027, 6, 14));
        assert_eq!(clock.now().to_string(), "2027-06-14T08:00:00Z");
    }

    #[test]
    fn every_clone_of_a_movable_clock_moves_together() {
        let hand = MovableClock::on(date(2026, 11, 10));
        let clock = Clock::from(hand.clone());
        let copy = clock.clone();
        hand.move_to_day(date(2027, 1, 18));
        assert_eq!(clock.today(), date(2027, 1, 18));
        assert_eq!(copy.today(), date(2027, 1, 18));
    }

    #[test]
    fn a_movable_clock_may_go_back() {
        let hand = MovableClock::on(date(2026, 11, 10));
        hand.move_to_day(date(1969, 7, 20));
        assert_eq!(Clock::from(hand).today(), date(1969, 7, 20));
    }

    #[test]
    fn the_day_changes_at_midnight_in_london() {
        let before: Timestamp = "2026-07-01T22:59:59Z".parse().unwrap();
        let after: Timestamp = "2026-07-01T23:00:00Z".parse().unwrap();
        assert_eq!(london_date(before), date(2026, 7, 1));
        assert_eq!(london_date(after), date(2026, 7, 2));
    }

    #[test]
    fn the_system_clock_moves_on() {
        let clock = Clock::System;
        let first = clock.now();
        assert!(first <= clock.now());
        assert!(clock.today() > date(2026, 1, 1));
    }
}
