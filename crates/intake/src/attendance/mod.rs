//! Attendance marks, in the three forms schools export them: one row a mark,
//! a grid of one week a row, or all marks of a pupil in one cell.
//!
//! What is counted is marks, not rows: a row of a grid that is refused refuses
//! each of its marks.

mod form;
mod mark;
mod read;
mod register;

pub(crate) use form::{has_week_grid, needs};
pub use mark::{Mark, Session, Standing};
pub use read::read;
pub use register::MarkRow;
