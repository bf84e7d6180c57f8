//! `/programmes`: one programme whole.

pub mod show;
