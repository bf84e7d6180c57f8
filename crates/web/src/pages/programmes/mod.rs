//! `/programmes`: one programme whole.

pub mod case_page;
pub mod header;
pub mod record;
pub mod show;
pub mod weeks;
