//! What tests stand on: both engines, the named town, and a browser.
//!
//! Everything goes in by the front door: the town is made by the same verbs
//! and pages that a school uses. Nothing here is part of the program.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot be set up must stop, loudly"
)]

pub mod browser;
pub mod engines;
mod page;
pub mod town;

pub use browser::{Browser, Page};
pub use engines::{Engine, TestDb};
pub use town::Town;
