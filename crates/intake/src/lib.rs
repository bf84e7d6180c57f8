//! School files: bytes in, typed rows and one reason per refused row out.
//!
//! Pure: nothing here reads a disk, a clock or a database, and nothing is
//! stored. The caller hands in the bytes and today's date, shows the answer to
//! a person, and stores the accepted rows only when that person confirms.
//!
//! Map, in the order a file passes through:
//!
//! 1. [`bytes`] turns bytes into text and says which encoding it was.
//! 2. [`table`] finds the delimiter, reads records by RFC 4180 and matches
//!    headings to [`field::Field`]s.
//!    [`headings`] are those a person has said the meaning of.
//! 3. [`cells`] reads one cell: dates, UPNs, admission numbers, telephones.
//! 4. [`pupils`], [`staff`], [`contacts`], [`behaviour`], [`attendance`],
//!    [`suspensions`], [`gias`] and [`calendar`] turn rows into typed rows;
//!    [`roll`] finds the pupil whom a row is about.
//! 5. [`ctf`] reads transfer files, `xml` strictly below it; [`roster`] reads
//!    bundles of tables, `zip` below it. [`guess`] tells which is which.
//! 6. [`reading`] holds what was accepted and refused; [`report`] is its
//!    published JSON; [`reason`], [`warning`] and [`fault`] hold the words;
//!    [`rows`] writes the rows themselves for whoever may see them.
//! 7. [`export`] writes CSV that a spreadsheet cannot be tricked with.
//!
//! Invariants: a refused row has exactly one reason, the first that applies in
//! the contract's order; an accepted row never holds a value that did not
//! parse; no `Debug` output shows what a cell said.

pub mod attendance;
pub mod behaviour;
pub mod bytes;
pub mod calendar;
pub mod cells;
pub mod contacts;
pub mod ctf;
mod day;
pub mod export;
pub mod fault;
pub mod field;
pub mod gias;
pub mod guess;
pub mod headings;
pub mod limits;
mod lone_table;
pub mod pupils;
pub mod reading;
pub mod reason;
pub mod report;
pub mod roll;
pub mod roster;
pub mod rows;
pub mod staff;
pub mod suspensions;
pub mod table;
pub mod warning;
mod xml;
mod zip;
