//! `/settings`: what can be set and brought in, for those who may.

pub mod index;
pub mod school;
pub mod schools;
pub mod template;
pub mod template_change;
pub mod terms;
