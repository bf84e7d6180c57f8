//! The Common Transfer File: pupils who come from another school, with needs,
//! contacts, attendance in totals and the schools they were at.
//!
//! Elements are known by name and place, in any order; the rest is ignored.
//! Not taken: ethnicity, free school meals, assessments. What a programme does
//! not need is not read.

mod header;
mod past;
mod pupil;
mod read;

pub use header::{MeantFor, OurSchool};
pub use past::{PastSchool, YearTotals};
pub use pupil::CtfPupilRow;
pub use read::{meant_for, read};
