//! Plain counts and rates, each worked out in one place: what the register, the
//! ratings and the log add up to.
//!
//! Nothing with an interval or a probability is here, nothing is weighted by
//! how serious it was, and nothing decides whether a programme succeeded. What
//! is missing stays missing: an unrated lesson is not nought, and a day a pupil
//! could not be in school is nobody's failure.

mod attendance;
mod day;
mod incidents;
mod promises;
mod proportion;
mod register;
mod slots;
mod suspension;

pub use attendance::{Absence, Attendance};
pub use day::{DayRecord, DaysMet, StepDay};
pub use incidents::{IncidentRate, RateChange};
pub use promises::{Delivered, KeptOf, Settled, Support};
pub use proportion::{Percent, Proportion};
pub use register::{Mark, MarkClass};
pub use slots::{Points, Slot, SlotCount};
pub use suspension::HalfDays;
