//! `/programmes/{ref}/plan`: the agreement and its targets.

pub mod target;
