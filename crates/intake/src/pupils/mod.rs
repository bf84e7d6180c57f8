//! A list of pupils: one row a pupil, with support and contacts.
//!
//! Taken: identity, schooling, stage of SEN, free school meals, language, care
//! and contacts. Not taken, though schools often export them: ethnicity, pupil
//! premium and service children. What a programme does not need is not read.

mod optional;
mod pupil;
mod read;

pub use pupil::{Address, ContactRow, PupilName, PupilNumber, PupilRow, Support};
pub(crate) use read::NEEDS;
pub use read::read;
