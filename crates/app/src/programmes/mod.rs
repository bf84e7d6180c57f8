//! Verbs and views of one programme's life.

pub mod accept;
pub mod ask_for_more;
mod before;
pub mod contacts;
pub mod decline;
pub mod family;
pub mod find_pupil;
pub mod finish_task;
pub mod invite;
mod joining;
pub mod list;
pub mod mine;
pub mod people;
pub mod referral;
pub mod restrict;
pub mod safeguarding;
pub mod save_referral;
pub mod settle;
pub mod show;
pub mod start_referral;
pub mod submit;
pub mod taking_part;
pub mod taught;
pub mod today;
pub mod told;
pub mod turn_the_day;
pub mod view_referral;

#[cfg(test)]
mod tests;
