//! The clock's own work: what a date makes due is done soon after it comes.

use std::time::Duration;

use app::App;
use tokio::sync::watch;

const EVERY: Duration = Duration::from_mins(5);

/// Turns the day for every school, now and then, until told to stop.
pub async fn run(app: App, mut stopping: watch::Receiver<()>) {
    loop {
        let turning = app.clone();
        let done = tokio::task::spawn_blocking(move || turning.turn_the_day()).await;
        match done {
            Ok(Ok(())) => {}
            Ok(Err(refusal)) => tracing::error!(error = %refusal, "The day could not be turned"),
            Err(error) => tracing::error!(%error, "The day's work crashed"),
        }
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            _ = stopping.changed() => return,
        }
    }
}
