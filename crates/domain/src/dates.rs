//! The school calendar, the three clocks a programme can run by, and the dates
//! they give.
//!
//! Dates are civil dates in Europe/London. Everything here is worked out from a
//! calendar handed in: nothing reads the time, and no rule looks past the last
//! day a calendar knows. When a calendar ends too soon the answer is a
//! [`DueProblem`] that says so, never a guess.
//!
//! Map: [`SchoolCalendar`] answers "is school open, and what is five school
//! days from here?"; [`Counting`] and [`due`] say when week n is complete;
//! [`Schedule`] puts a whole programme on the calendar and can be recomputed
//! after a pause, an extension or a change of term dates.

mod calendar;
mod count;
mod day;
mod due;
mod gap;
mod pause;
mod place;
mod rhythm;
mod schedule;
mod terms;
mod units;
mod week;
mod weeks;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod schedule_tests;
#[cfg(test)]
pub(crate) mod worked_example;

pub use calendar::{DueProblem, SchoolCalendar};
pub use day::DayKind;
pub use due::{Counting, Due, ProgrammeClock, Roll, due};
pub use gap::{Gap, GapName};
pub use pause::{Pause, PauseProblem, Pauses};
pub use place::{Place, week_of};
pub use rhythm::{Rhythm, RhythmProblem};
pub use schedule::{Milestone, Moved, Recomputed, Schedule};
pub use terms::{Term, TermDates, TermProblem};
pub use units::{SchoolDays, Sessions, WeekNumber, Weeks};
pub use week::Week;
pub use weeks::{ScheduleWeek, WeekKind};
