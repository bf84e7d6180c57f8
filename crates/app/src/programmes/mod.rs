//! Verbs and views of one programme's life.

pub mod settle;
pub mod turn_the_day;
