//! Everything the forms crate promises, in one test binary.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what went wrong by stopping"
)]

mod answers;
mod at_hand;
mod bad_forms;
mod bad_questions;
mod catalogue;
mod guide;
mod journey;
mod one_file;
mod paper_rules;
mod papers;
mod parse;
mod parse_figures;
mod parse_words;
mod readability;
mod reading;
mod records;
mod round_trip;
mod shipped;
mod syllables;
mod written;
