//! Gathering what everyone says: who may, what stays shut, and whole sittings
//! through the pages.

mod apart;
mod browser;
mod documents;
mod journeys;
mod stopping;
mod told;
mod verbs;
pub mod world;
