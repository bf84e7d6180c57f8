//! The log: one line an event, as JSON on standard error. Ids only, never
//! names, addresses of mail, answers or bodies.

use tracing_subscriber::EnvFilter;

/// Starts logging. Safe to call twice.
pub fn start() {
    let filter = EnvFilter::try_from_env("MAINSTAY_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let _ = tracing_subscriber::fmt()
        .json()
        .with_writer(std::io::stderr)
        .with_env_filter(filter)
        .try_init();
}
