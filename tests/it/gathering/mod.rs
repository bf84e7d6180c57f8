//! Gathering what everyone says: who may, what stays shut, and whole sittings
//! through the pages.

mod apart;
mod browser;
mod journeys;
mod stopping;
mod verbs;
pub mod world;
