//! Delimited text as a table: the delimiter, the records, the headings, and
//! one row at a time.
//!
//! Nothing here knows what a pupil is.

mod delimiter;
mod exact;
mod headings;
mod records;
mod row;
mod sheet;

pub use delimiter::Delimiter;
pub(crate) use exact::{ExactColumns, ExactRow};
pub(crate) use headings::{Columns, Contacts, Needs, with_pupil};
pub use records::{Record, Records};
pub(crate) use row::{DateCell, Row};
pub(crate) use sheet::{Sheet, Width, first_rows, headings_of, read_sheet, walk};
