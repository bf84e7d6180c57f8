//! Our numbers against numbers computed elsewhere: every row and every column
//! of every file, in our own folder and in the one the environment names.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod agreement;
mod support;
