//! What every handler stands on: the app, how many may be inside at once, and
//! whether forwarded addresses are believed.

use std::{net::IpAddr, sync::Arc, time::Duration};

use app::{Actor, App, Command, Fetched, Query, Refusal};
use tokio::sync::Semaphore;

use crate::failure::Failure;

/// Requests that may be in blocking work at once; the rest wait their turn.
const AT_ONCE: usize = 32;
/// How long a request waits for its turn before it is told to come back.
const PATIENCE: Duration = Duration::from_secs(5);

/// Settings of the front door.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Addresses of proxies whose `X-Forwarded-For` is believed.
    pub proxies: Vec<IpAddr>,
    /// People to choose from on the demonstration's sign-in page, and nowhere else.
    pub demonstration: Vec<DemoPerson>,
}

/// Someone a visitor to the demonstration can be.
#[derive(Debug, Clone)]
pub struct DemoPerson {
    /// Their name.
    pub name: String,
    /// What they are, in words.
    pub role: String,
    /// What they sign in with.
    pub email: String,
    /// Their password.
    pub password: String,
}

/// The state of the router. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Site {
    app: App,
    permits: Arc<Semaphore>,
    settings: Arc<Settings>,
}

impl Site {
    /// The site for this app.
    pub fn new(app: App, settings: Settings) -> Self {
        Self {
            app,
            permits: Arc::new(Semaphore::new(AT_ONCE)),
            settings: Arc::new(settings),
        }
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The clock everything goes by.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Runs blocking work on its own thread, in turn.
    pub(crate) async fn blocking<T, F>(&self, work: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: FnOnce(&App) -> Result<T, Refusal> + Send + 'static,
    {
        let turn = tokio::time::timeout(PATIENCE, Arc::clone(&self.permits).acquire_owned()).await;
        let Ok(Ok(turn)) = turn else {
            return Err(Failure::Busy);
        };
        let app = self.app.clone();
        let answer = tokio::task::spawn_blocking(move || {
            let answer = work(&app);
            drop(turn);
            answer
        });
        match answer.await {
            Ok(answer) => answer.map_err(Failure::from),
            Err(_) => Err(Failure::Ours),
        }
    }

    /// Does a verb.
    pub(crate) async fn execute<C>(&self, actor: &Actor, command: C) -> Result<C::Output, Failure>
    where
        C: Command + Send + 'static,
        C::Output: Send + 'static,
    {
        let actor = actor.clone();
        self.blocking(move |app| app.execute(&actor, command)).await
    }

    /// Looks.
    pub(crate) async fn fetch<Q>(
        &self,
        actor: &Actor,
        query: Q,
    ) -> Result<Fetched<Q::Output>, Failure>
    where
        Q: Query + Send + 'static,
        Q::Output: Send + 'static,
    {
        let actor = actor.clone();
        self.blocking(move |app| app.fetch(&actor, query)).await
    }
}
