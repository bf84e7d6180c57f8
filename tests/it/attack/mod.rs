//! People who mean harm, or whose browsers do it for them: wrong ids in every
//! form, forged forms, scripts in every field, and doors left ajar.

mod crawl;
mod doors;
mod forged;
mod ids;
mod words;
