//! Pages: one page is `name.rs` and `name.html`, in the folder of its address.

pub mod about;
pub mod account;
pub(crate) mod both;
pub(crate) mod case_band;
pub mod check_ins;
pub mod home;
pub mod homes;
pub mod imports;
pub mod information;
pub mod invitation;
pub mod look_back;
pub mod meetings;
pub(crate) mod once;
pub mod people;
pub mod plan;
pub mod programmes;
pub mod questions;
pub mod reports;
pub mod reviews;
pub mod settings;
pub mod setup;
pub mod sign_in;
pub mod sign_out;
pub mod stay;
pub mod today;
pub mod today_page;
