//! `/programmes/{ref}/start`: the six steps that begin a programme.

pub mod other_plans;
