//! The feeds' worker: looks at the sources that the settings offer, and does
//! the jobs that come of it, one after the other. Files are opened and other
//! systems asked here and nowhere else; what follows from what they say is
//! decided behind the door.

mod away;
mod folder;
mod job;
mod round;
mod settling;
pub mod sources;

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use app::App;
use tokio::sync::watch;

use round::Rounds;
use sources::Sources;

/// How long to wait between two looks, at most.
const EVERY: Duration = Duration::from_secs(15);

/// Whether the program has been asked to stop.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Whether it has.
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Whether another program may serve the same database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// None does: jobs that somebody holds are nobody's.
    None,
    /// One may: its jobs are its own until it has been silent for long enough.
    Perhaps,
}

/// Looks and works until told to stop. One piece of work at a time, on one
/// thread: feeds never keep people waiting for more than that.
pub async fn run(app: App, sources: Sources, others: Others, mut stopping: watch::Receiver<()>) {
    if sources.is_empty() {
        return;
    }
    let every = sources.settles_in().map_or(EVERY, |least| {
        (least / 4).clamp(Duration::from_millis(250), EVERY)
    });
    let stop = Stop::default();
    let (asked, mut told) = (stop.clone(), stopping.clone());
    tokio::spawn(async move {
        let _ = told.changed().await;
        asked.0.store(true, Ordering::Relaxed);
    });
    let mut rounds = Rounds::new(app, sources, stop);
    if others == Others::None {
        rounds = turn(rounds, Rounds::begin).await;
    }
    loop {
        rounds = turn(rounds, Rounds::go).await;
        tokio::select! {
            () = tokio::time::sleep(every) => {}
            _ = stopping.changed() => return,
        }
    }
}

/// One piece of work on a thread of its own. When it crashes the next begins
/// anew; the job it had is taken again once nobody has spoken for it.
async fn turn(rounds: Rounds, work: fn(&mut Rounds)) -> Rounds {
    let anew = rounds.anew();
    let mut rounds = rounds;
    let done = tokio::task::spawn_blocking(move || {
        work(&mut rounds);
        rounds
    });
    match done.await {
        Ok(rounds) => rounds,
        Err(error) => {
            tracing::error!(%error, "The work on feeds crashed");
            anew
        }
    }
}
