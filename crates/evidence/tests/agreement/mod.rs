//! One file for each kind of expected numbers.

mod cohort;
mod counts;
mod effects;
mod goals;
mod ladders;
mod statements;
