//! `/programmes/{ref}/meetings`: reviews and what they change.

pub mod review;
