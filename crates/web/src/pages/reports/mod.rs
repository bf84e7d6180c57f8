//! `/reports`: the teacher’s phone.

pub mod lesson;
pub mod now;
mod shown;
