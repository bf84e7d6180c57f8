//! Feeds: where a school's records come from by themselves, and the queue of
//! what they bring. No file is opened and nobody is asked here: the program
//! does that, for the sources its own settings offer, and hands in bytes.
//!
//! In the order a file passes through: [`look`] notes that it is there and puts
//! it in line; [`claim`] takes the first job; [`settle`] stores it or keeps it
//! for somebody; [`view`] shows how each feed is, and [`news`] what needs
//! somebody. [`set_up`] and [`press`] are what people do.

pub mod claim;
mod feed;
pub mod holds;
pub mod left;
pub mod look;
pub mod news;
mod offered;
pub mod press;
pub mod set_up;
pub mod settle;
mod standing;
pub mod view;

use domain::id::SchoolId;
use jiff::SignedDuration;
use store::jobs;

pub use feed::Feed;
pub use holds::Holds;
pub use offered::{Offered, SourceKind};

use crate::{Refusal, gate::Granted};

/// Days a job that is done is kept, to be looked at.
const KEPT_DAYS: i64 = 30;

/// Forgets jobs that were done long ago.
pub(crate) fn forget_jobs(cx: &mut Granted<'_, '_>, school: SchoolId) -> Result<(), Refusal> {
    let now = cx.now();
    let kept = SignedDuration::from_hours(24 * KEPT_DAYS);
    let before = now.checked_sub(kept).unwrap_or(now);
    jobs::forget(cx.tx(), school, before)?;
    Ok(())
}

#[cfg(test)]
mod tests;
