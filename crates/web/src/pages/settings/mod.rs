//! `/settings`: what can be set and brought in, for those who may.

pub mod index;
pub mod terms;
