//! One integration-test binary. Every story runs on both engines.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on must stop, loudly"
)]

mod accounts;
mod chromium;
mod gathering;
mod record;
mod reviews;
mod routes;
