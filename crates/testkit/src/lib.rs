//! What tests stand on: both engines, the named town, and a browser.
//!
//! Everything goes in by the front door: the town is made by the same verbs
//! and pages that a school uses. Nothing here is part of the program. The
//! tests of `app` take the engines and the sheets alone (no feature), the rest the `town`.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot be set up must stop, loudly"
)]

pub mod cluster;
pub mod engines;
pub mod sheets;

#[cfg(feature = "town")]
pub mod browser;
#[cfg(feature = "town")]
pub mod chromium;
#[cfg(feature = "town")]
mod page;
#[cfg(feature = "town")]
mod served;
#[cfg(feature = "town")]
pub mod town;

pub use engines::{Engine, TestDb, on_both};

#[cfg(feature = "town")]
pub use self::{
    browser::{Browser, Page},
    chromium::{JavaScript, Visitor},
    served::Served,
    town::Town,
};
