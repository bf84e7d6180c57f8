//! Rosters that are bundles of tables: `OneRoster` 1.1 and 1.2, and Microsoft
//! School Data Sync.
//!
//! A bundle is a zip or a folder. Each table is read by its published columns;
//! rows point at each other by identifier, and a row that points nowhere is
//! refused. Passwords are never read.

mod bundle;
mod check;
mod ids;
mod keep;
mod manifest;
pub mod meant;
mod read;
mod row;
mod spec;
mod sync;
mod v1p1;
mod v1p2;

pub use bundle::Bundle;
pub use keep::{bundled, for_keeping};
pub use manifest::Mode;
pub(crate) use read::is_sync;
pub use read::{RosterReading, TableReading, one_roster, school_data_sync};
pub use row::{Change, RosterRow};
