//! `/reports`: the teacher’s phone.

pub mod now;
