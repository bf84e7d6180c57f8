//! What a Pastoral Support Programme is.
//!
//! Pure rules: no input or output, no async, no clock, no randomness, and no
//! serde except for events. Everything here can be tested without a database.
//!
//! Map: [`id`] and [`text`] are the bricks; [`dates`] the school calendar and
//! the three clocks; the other modules are the nouns of the glossary.

pub mod account;
pub mod bank;
pub mod clock;
pub mod coded_set;
pub mod codes;
pub mod commitment;
pub mod contact;
pub mod correction;
pub mod dates;
pub mod document;
pub mod event;
pub mod feed;
pub mod group;
pub mod id;
pub mod indicators;
pub mod look_back;
pub mod meeting;
pub mod note;
pub mod outcome;
pub mod plan;
pub mod programme;
pub mod pupil;
pub mod rating;
pub mod referral;
pub mod review;
pub mod school;
pub mod school_record;
pub mod sealed;
pub mod signature;
pub mod target;
pub mod text;
pub mod timers;
pub mod wording;
