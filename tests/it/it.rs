//! One integration-test binary. Every story runs on both engines.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on must stop, loudly"
)]

mod accounts;
mod attack;
mod chromium;
mod counting;
mod feeds;
mod gathering;
mod generated;
mod hands;
mod knock;
mod meets;
mod permissions;
mod record;
mod reviews;
mod rooms;
mod routes;
mod rows;
mod rush;
mod story;
