//! What people press on a feed: try now, pause, go on, remove.

use domain::{event::Event, id::FeedId};
use store::{
    feeds::{self, FeedRow},
    jobs,
};

use super::Feed;
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
};

/// Tries now what would be tried later, and what was given up.
#[derive(Debug, Clone, Copy)]
pub struct TryNow {
    /// The feed.
    pub feed: FeedId,
}

impl Command for TryNow {
    const ACTION: Action = Action::TryFeed;
    type On = Feed;
    /// How many jobs that is.
    type Output = u64;

    fn on(&self) -> FeedId {
        self.feed
    }

    fn run(self, feed: Feed, cx: &mut Granted<'_, '_>) -> Result<Recorded<u64>, Refusal> {
        let now = cx.now();
        let of = (feed.row.school, feed.row.id);
        if feed.row.paused.is_some() {
            return Err(Refusal::rule("This feed is paused. Let it go on first"));
        }
        // The next look is a first one: a source that is asked by the hour is
        // asked at once. No event: nothing of the school's has changed.
        feeds::ask(cx.tx(), of, now)?;
        let hurried = jobs::hurry(cx.tx(), of, now)?;
        Ok(cx.unchanged(hurried))
    }
}

/// Stops taking anything from a feed, until it is let go on.
#[derive(Debug, Clone, Copy)]
pub struct PauseFeed {
    /// The feed.
    pub feed: FeedId,
}

impl Command for PauseFeed {
    const ACTION: Action = Action::SetUpFeed;
    type On = Feed;
    type Output = ();

    fn on(&self) -> FeedId {
        self.feed
    }

    fn run(self, feed: Feed, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (now, me, feed) = (cx.now(), cx.person()?.account, feed.row);
        if feed.paused.is_some() {
            return Ok(cx.unchanged(()));
        }
        let event = Event::FeedPaused {
            school: feed.school,
            feed: feed.id,
        };
        let paused = FeedRow {
            paused: Some((me, now)),
            ..feed
        };
        if !feeds::save(cx.tx(), &paused)? {
            return Err(Refusal::Conflict);
        }
        Ok(cx.record(event, ()))
    }
}

/// Lets a feed go on. Silence is counted from now.
#[derive(Debug, Clone, Copy)]
pub struct ResumeFeed {
    /// The feed.
    pub feed: FeedId,
}

impl Command for ResumeFeed {
    const ACTION: Action = Action::SetUpFeed;
    type On = Feed;
    type Output = ();

    fn on(&self) -> FeedId {
        self.feed
    }

    fn run(self, feed: Feed, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (now, feed) = (cx.now(), feed.row);
        if feed.paused.is_none() {
            return Ok(cx.unchanged(()));
        }
        let event = Event::FeedResumed {
            school: feed.school,
            feed: feed.id,
        };
        let going_on = FeedRow {
            paused: None,
            expected_from: now,
            ..feed
        };
        if !feeds::save(cx.tx(), &going_on)? {
            return Err(Refusal::Conflict);
        }
        Ok(cx.record(event, ()))
    }
}

/// Removes a feed. What it brought stays, and its source is free for another.
#[derive(Debug, Clone, Copy)]
pub struct RemoveFeed {
    /// The feed.
    pub feed: FeedId,
}

impl Command for RemoveFeed {
    const ACTION: Action = Action::SetUpFeed;
    type On = Feed;
    type Output = ();

    fn on(&self) -> FeedId {
        self.feed
    }

    fn run(self, feed: Feed, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (now, feed) = (cx.now(), feed.row);
        let event = Event::FeedRemoved {
            school: feed.school,
            feed: feed.id,
        };
        feeds::remove(cx.tx(), feed.school, feed.id, now)?;
        Ok(cx.record(event, ()))
    }
}
