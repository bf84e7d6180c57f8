//! `mainstay serve`: opens the door, and closes it gently.

use std::{net::SocketAddr, process::ExitCode, time::Duration};

use app::{App, Chance};
use domain::clock::Clock;
use store::Db;
use tokio::{net::TcpListener, runtime::Builder, signal, sync::watch};
use web::{Settings, Site};

use crate::{
    Problem,
    config::{self, Serving},
    feeds::{self, Others, sources::Sources},
    say, telemetry, worker,
};

/// Threads for blocking work: database and hashing.
const BLOCKING_THREADS: usize = 40;
/// How long running requests may take to finish once asked to stop.
const DRAIN: Duration = Duration::from_secs(30);

/// Serves until told to stop.
///
/// # Errors
/// [`Problem`].
pub fn run(settings: &Serving) -> Result<ExitCode, Problem> {
    telemetry::start();
    let alone = config::alone(&settings.database)?;
    let db = Db::open(&settings.database)?;
    let app = App::new(db, Clock::System, Chance::System);
    app.offer_sources(settings.sources.offered());
    let feeding = Feeding {
        sources: settings.sources.clone(),
        others: if alone.is_on_a_file() {
            Others::None
        } else {
            Others::Perhaps
        },
    };
    for folder in &settings.sources.folders {
        if !folder.path.is_dir() {
            say(&format!(
                "The folder '{}' is not there. Until it is, nothing comes from it.",
                folder.path.display()
            ));
        }
    }
    let setup = app
        .offer_setup()
        .map_err(|refusal| Problem::Refused(refusal.to_string()))?;
    let web = Settings {
        proxies: settings.proxies.clone(),
        demonstration: Vec::new(),
    };
    let ended = serve(app, (web, feeding), settings.listen, move |address| {
        if let Some(token) = setup {
            say(
                "There is no school here yet. Open this address to make it; it works once, within a day:",
            );
            say(&format!("  http://{address}/setup/{}", token.secret()));
        }
        say(&format!("Mainstay is at http://{address}/"));
    });
    drop(alone);
    ended
}

/// What the feeds' worker needs.
#[derive(Debug)]
pub struct Feeding {
    /// Where feeds come from.
    pub sources: Sources,
    /// Whether others may serve the same database.
    pub others: Others,
}

impl Feeding {
    /// No feeds at all.
    pub fn none() -> Self {
        Self {
            sources: Sources::default(),
            others: Others::Perhaps,
        }
    }
}

/// Serves one app; shared with the demonstration.
///
/// # Errors
/// [`Problem::Io`] when the address is taken.
pub fn serve(
    app: App,
    (settings, feeding): (Settings, Feeding),
    listen: SocketAddr,
    ready: impl FnOnce(SocketAddr),
) -> Result<ExitCode, Problem> {
    let runtime = Builder::new_multi_thread()
        .enable_all()
        .max_blocking_threads(BLOCKING_THREADS)
        .build()
        .map_err(|source| Problem::Io {
            what: "The program could not start".into(),
            source,
        })?;
    runtime.block_on(async {
        let listener = TcpListener::bind(listen)
            .await
            .map_err(|source| Problem::Io {
                what: format!(
                    "The address {listen} could not be used. Choose another with --listen"
                ),
                source,
            })?;
        let address = listener.local_addr().unwrap_or(listen);
        let (stop, stopping) = watch::channel(());
        let clockwork = tokio::spawn(worker::run(app.clone(), stopping.clone()));
        let feeds = feeds::run(
            app.clone(),
            feeding.sources,
            feeding.others,
            stopping.clone(),
        );
        let feeds = tokio::spawn(feeds);
        let router = web::router(Site::new(app.clone(), settings));
        let asked = asked_to_stop();
        ready(address);
        let mut told = stopping.clone();
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
            asked.await;
            tracing::info!("Asked to stop; finishing what is running");
            drop(stop);
            let _ = told.changed().await;
        });
        let mut gave_up = stopping;
        tokio::select! {
            ended = serving => {
                if let Err(error) = ended {
                    tracing::error!(%error, "Serving ended");
                }
            }
            () = async { let _ = gave_up.changed().await; tokio::time::sleep(DRAIN).await } => {
                tracing::warn!("Some requests did not finish in time");
            }
        }
        let _ = clockwork.await;
        let _ = feeds.await;
        if let Err(error) = app.db().settle() {
            tracing::warn!(%error, "The write-ahead log was not folded in");
        }
        Ok(ExitCode::SUCCESS)
    })
}

/// Ends when the program is asked to stop. Signals are caught from the moment
/// this is called: one that comes right after the first word counts too.
#[cfg(unix)]
fn asked_to_stop() -> impl Future<Output = ()> {
    use signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt()).ok();
    let mut terminate = signal(SignalKind::terminate()).ok();
    async move {
        tokio::select! { () = caught(&mut interrupt) => {}, () = caught(&mut terminate) => {} }
    }
}

#[cfg(unix)]
async fn caught(signal: &mut Option<signal::unix::Signal>) {
    match signal {
        Some(signal) => {
            signal.recv().await;
        }
        None => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn asked_to_stop() {
    let _ = signal::ctrl_c().await;
}
