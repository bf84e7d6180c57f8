//! `/settings/feeds`: where the school's records come from by themselves, how
//! each of these is, and setting one up.

pub mod change;
pub mod index;
pub(in crate::pages) mod needs;
pub mod press;
pub mod show;
mod words;

use domain::id::FeedId;

use crate::failure::Failure;

/// Where the list is.
pub const PATH: &str = "/settings/feeds";

/// One feed's own page.
fn path(feed: FeedId) -> String {
    format!("{PATH}/{feed}")
}

fn read(feed: &str) -> Result<FeedId, Failure> {
    feed.parse().map_err(|_| Failure::NotFound)
}
