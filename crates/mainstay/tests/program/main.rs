//! The program as a school runs it: started, asked, told to stop, and killed.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on must stop, loudly"
)]

mod bring_in;
mod client;
mod cut_imports;
mod feeds;
mod kill;
mod program;
mod rosters;
mod serve;
mod settings;
mod sound;
