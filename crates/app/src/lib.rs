//! Every verb, the policy, and the one door.
//!
//! A verb is a struct that implements [`gate::Command`]; a view implements
//! [`gate::Query`]. Nothing here knows of HTTP, HTML or SQL. Everything is
//! plain synchronous code: whoever calls from async hops to a blocking thread.
//!
//! Where to look: [`action`] names everything that can be asked, [`policy`]
//! says who may, [`reading`] who may read what, [`gate`] is the door.

pub mod accounts;
pub mod action;
pub mod actor;
pub mod calendar;
mod chance;
pub mod documents;
pub mod feeds;
pub mod gate;
pub mod gathering;
pub mod imports;
pub mod leave;
mod leavers;
pub mod look_back;
pub mod meetings;
pub mod monitoring;
pub mod plans;
pub mod policy;
pub mod programmes;
pub mod reading;
pub mod records;
pub mod refusal;
pub mod reviews;
pub mod roll;
pub mod settings;
pub mod signing;
pub mod subject;
#[cfg(test)]
pub(crate) mod testing;
pub mod told;

use std::sync::{Arc, OnceLock};

use domain::{
    clock::Clock,
    id::{Id, SchoolId},
};
use store::Db;

pub use actor::{Actor, Identity};
pub use chance::Chance;
pub use gate::{Command, Fetched, Query};
pub use refusal::{Reason, Refusal};

/// The program behind the door: a database, a clock, and chance. Cheap to clone.
#[derive(Debug, Clone)]
pub struct App {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    db: Db,
    clock: Clock,
    chance: Chance,
    hashing: accounts::password::Hashing,
    offered: OnceLock<Vec<feeds::Offered>>,
}

impl App {
    /// Puts the parts together.
    pub fn new(db: Db, clock: Clock, chance: Chance) -> Self {
        let hashing = accounts::password::Hashing::default();
        Self {
            inner: Arc::new(Inner {
                db,
                clock,
                chance,
                hashing,
                offered: OnceLock::new(),
            }),
        }
    }

    /// Says what the server's settings offer as sources of feeds. The first time
    /// counts: settings do not change while the program runs.
    pub fn offer_sources(&self, offered: Vec<feeds::Offered>) {
        let _ = self.inner.offered.set(offered);
    }

    /// What the server's settings offer as sources of feeds.
    pub(crate) fn sources(&self) -> &[feeds::Offered] {
        self.inner.offered.get().map_or(&[], Vec::as_slice)
    }

    /// The clock everything goes by.
    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    /// The database, for the program's own commands (`check`, `serve`).
    /// Pages have no way to it: `web` does not import `store`.
    pub fn db(&self) -> &Db {
        &self.inner.db
    }

    pub(crate) fn hashing(&self) -> &accounts::password::Hashing {
        &self.inner.hashing
    }

    /// Random bytes.
    pub(crate) fn random<const N: usize>(&self) -> Result<[u8; N], Refusal> {
        self.inner.chance.bytes()
    }

    /// A new id, in time order.
    pub(crate) fn new_id<K>(&self) -> Result<Id<K>, Refusal> {
        let millis = u64::try_from(self.clock().now().as_millisecond()).unwrap_or_default();
        let uuid = uuid::Builder::from_unix_timestamp_millis(millis, &self.random()?).into_uuid();
        Ok(Id::new(uuid))
    }

    /// The person at the server's own command line, who may import into one school.
    pub fn operator(&self, school: SchoolId) -> Actor {
        Actor::operator(school)
    }

    /// The school with this unique reference number, for the command line.
    ///
    /// # Errors
    /// [`Refusal::Broken`].
    pub fn school_by_urn(&self, urn: &str) -> Result<Option<(SchoolId, String)>, Refusal> {
        self.db().read(|tx| {
            let found = store::schools::by_urn(tx, urn)?;
            Ok(found.map(|school| (school.id, school.name)))
        })
    }

    /// An actor for the program's own work in one school.
    pub fn clockwork(&self, school: SchoolId) -> Actor {
        Actor::system(school)
    }
}
