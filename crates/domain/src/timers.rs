//! How long things may take: every timer of a programme, as data a school can
//! change, and the dates they give.
//!
//! Nothing here acts. A timer gives a date; what happens on it (a reminder, an
//! alert, a banner) is decided where verbs and jobs live. That the council
//! hears before a head decides on a permanent exclusion is an order of events,
//! not a timer, and is not here.

mod card;
mod end;
mod list;
mod standing;
mod window;

use std::collections::BTreeMap;

use jiff::civil::Date;

pub use card::RatingHours;
pub use end::{AfterTheEnd, EndStanding};
pub use list::{Amount, Anchor, Side, Timer};
pub use standing::Standing;
pub use window::{ReviewWindow, WindowStanding};

use crate::dates::{
    Counting, DueProblem, ProgrammeClock, SchoolCalendar, SchoolDays, WeekNumber, Weeks, due,
};

/// A school's timers: the usual amounts, except where it chose otherwise.
///
/// ```
/// use domain::{dates::SchoolDays, timers::{Amount, Timer, Timers}};
///
/// let mut timers = Timers::default();
/// let five = Amount::SchoolDays(SchoolDays::new(5));
/// timers.set(Timer::DecisionOnReferral, five)?;
/// assert_eq!(timers.amount(Timer::DecisionOnReferral), five);
/// # Ok::<(), domain::timers::TimerProblem>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timers {
    chosen: BTreeMap<Timer, Amount>,
}

/// Why an amount was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TimerProblem {
    /// Weeks for a timer in school days, or the other way round.
    #[error("set timer {timer:?}: it is counted in {usual}")]
    WrongUnit {
        /// The timer.
        timer: Timer,
        /// Its usual amount, in the unit it is counted in.
        usual: Amount,
    },
    /// No time at all, or more than the timer may have.
    #[error("set timer {timer:?}: {amount} is out of range")]
    OutOfRange {
        /// The timer.
        timer: Timer,
        /// The amount.
        amount: Amount,
    },
}

impl TimerProblem {
    /// What to do about it.
    pub fn words(self) -> String {
        match self {
            Self::WrongUnit {
                usual: Amount::SchoolDays(_),
                ..
            } => "Enter a number of school days".to_owned(),
            Self::WrongUnit {
                usual: Amount::SchoolWeeks(_),
                ..
            } => "Enter a number of school weeks".to_owned(),
            Self::OutOfRange { timer, .. } => {
                format!("{} must be between 1 and {}", timer.label(), timer.most())
            }
        }
    }
}

impl Timers {
    /// How long a timer runs at this school.
    pub fn amount(&self, timer: Timer) -> Amount {
        let chosen = self.chosen.get(&timer).copied();
        chosen.unwrap_or(timer.usual())
    }

    /// Chooses how long a timer runs.
    ///
    /// # Errors
    /// [`TimerProblem`] for the wrong unit, no time at all, or more than the timer may have.
    pub fn set(&mut self, timer: Timer, amount: Amount) -> Result<(), TimerProblem> {
        let usual = timer.usual();
        let most = timer.most();
        let in_range = match (usual, amount) {
            (Amount::SchoolDays(_), Amount::SchoolDays(days)) => {
                days.number() > 0 && amount <= most
            }
            (Amount::SchoolWeeks(_), Amount::SchoolWeeks(weeks)) => {
                weeks.number() > 0 && amount <= most
            }
            _ => return Err(TimerProblem::WrongUnit { timer, usual }),
        };
        if !in_range {
            return Err(TimerProblem::OutOfRange { timer, amount });
        }
        if amount == usual {
            self.chosen.remove(&timer);
        } else {
            self.chosen.insert(timer, amount);
        }
        Ok(())
    }

    /// The timers that differ from the usual, for storing and showing.
    pub fn chosen(&self) -> impl Iterator<Item = (Timer, Amount)> {
        self.chosen.iter().map(|(timer, amount)| (*timer, *amount))
    }

    /// The timers that differ from the usual as codes and numbers, for storing:
    /// "decision_on_referral=5 aftercare=8".
    pub fn written(&self) -> String {
        let each = self.chosen().map(|(timer, amount)| {
            let number = amount.number();
            format!("{}={number}", timer.code())
        });
        each.collect::<Vec<_>>().join(" ")
    }

    /// The timers again from what was stored; nothing when it is not that.
    pub fn read(written: &str) -> Option<Self> {
        let mut timers = Self::default();
        for one in written.split_whitespace() {
            let (code, number) = one.split_once('=')?;
            let timer: Timer = code.parse().ok()?;
            timers
                .set(timer, timer.usual().with(number.parse().ok()?)?)
                .ok()?;
        }
        Some(timers)
    }

    /// The date a timer gives, from the date it is anchored to: so many school
    /// days after or before it. A timer in school weeks runs from the school
    /// day after its anchor to the end of its last week.
    ///
    /// # Errors
    /// [`DueProblem`] when the calendar does not reach that far.
    pub fn due(
        &self,
        timer: Timer,
        anchor: Date,
        calendar: &SchoolCalendar,
    ) -> Result<Date, DueProblem> {
        from_anchor(timer.side(), self.amount(timer), anchor, calendar)
    }

    /// The dates on which to remind people, the due date last. A timer that
    /// was made shorter than a reminder loses that reminder.
    ///
    /// # Errors
    /// [`DueProblem`] when the calendar does not reach that far.
    pub fn reminders(
        &self,
        timer: Timer,
        anchor: Date,
        calendar: &SchoolCalendar,
    ) -> Result<Vec<Date>, DueProblem> {
        let last = self.amount(timer);
        let earlier = timer.reminders().iter().copied();
        earlier
            .filter(|amount| *amount < last)
            .chain([last])
            .map(|amount| from_anchor(timer.side(), amount, anchor, calendar))
            .collect()
    }

    /// When the key worker should next meet the pupil, or home next be rung:
    /// `every` so many school days after the last time.
    ///
    /// # Errors
    /// [`DueProblem`] when the calendar does not reach that far.
    pub fn next_contact(
        &self,
        last: Date,
        every: SchoolDays,
        calendar: &SchoolCalendar,
    ) -> Result<Date, DueProblem> {
        calendar.add_school_days(last, every)
    }

    /// Most weeks a programme may last, its extension included: 16 unless
    /// chosen otherwise, or 26 when its own length already passes that.
    pub fn longest(&self, length: Weeks) -> Weeks {
        match self.amount(Timer::LongestProgramme) {
            Amount::SchoolWeeks(longest) if length <= longest => longest,
            Amount::SchoolWeeks(_) | Amount::SchoolDays(_) => Weeks::new(26),
        }
    }
}

fn from_anchor(
    side: Side,
    amount: Amount,
    anchor: Date,
    calendar: &SchoolCalendar,
) -> Result<Date, DueProblem> {
    match (amount, side) {
        (Amount::SchoolDays(days), Side::Before) => calendar.subtract_school_days(anchor, days),
        (Amount::SchoolDays(days), Side::After) => calendar.add_school_days(anchor, days),
        (Amount::SchoolWeeks(weeks), _) => {
            let counting = Counting {
                clock: ProgrammeClock::SchoolWeeks,
                ..Counting::default()
            };
            let start = calendar.next_school_day(anchor)?;
            let week = WeekNumber::last_of(weeks).unwrap_or(WeekNumber::FIRST);
            due(calendar, start, week, counting).map(|due| due.on)
        }
    }
}

#[cfg(test)]
mod tests;
