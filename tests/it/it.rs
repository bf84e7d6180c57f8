//! One integration-test binary. Every story runs on both engines.

mod accounts;
mod gathering;
mod record;
mod routes;
