//! One cell: what its words mean.
//!
//! Nothing here knows which column a cell came from or what becomes of a row
//! with a fault.

pub mod contact;
pub mod date;
pub mod email;
pub mod number;
pub mod phone;
pub mod points;
pub mod sen;
pub mod text;
pub(crate) mod time;
pub mod typed;
pub mod upn;
pub mod year;
pub mod yes_no;
