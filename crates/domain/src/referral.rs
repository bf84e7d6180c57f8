//! The referral: why a programme might help, and what has been tried.
//!
//! No trigger starts anything by itself: people decide. What the safeguarding
//! lead found is recorded beside the referral, never in it, and never as a
//! story.

mod checks;
mod complete;
mod plans;
mod readiness;
#[cfg(test)]
pub(crate) mod samples;
mod strategy;
mod trigger;

pub use checks::{EarlyHelp, FamilyAware, Screen, Screened, Urgency};
pub use complete::{ReferralField, ReferralProblem};
pub use plans::{ExistingPlan, OtherPlan, Relation};
pub use readiness::{Missing, Readiness, Told};
pub use strategy::{Strategy, StrategyArea, Tried, TriedEffect, TriedWhat};
pub use trigger::{Trigger, TriggerNoted};

use jiff::civil::Date;

use crate::{
    coded, coded_set,
    text::{Line, Prose},
};

coded! {
    /// A part of the day, for saying where things go worst and best.
    pub enum DayPart {
        /// Arriving.
        Arrival => "arrival", "Arrival";
        /// Practical lessons.
        Practical => "practical", "Practical lessons";
        /// Reading and writing lessons.
        Writing => "writing", "Reading and writing lessons";
        /// Number lessons.
        Maths => "maths", "Maths";
        /// Physical education.
        Sport => "sport", "PE and sport";
        /// Between lessons.
        Corridors => "corridors", "Corridors";
        /// Break.
        Break => "break", "Break";
        /// Lunch.
        Lunch => "lunch", "Lunch";
        /// The end of the day.
        HomeTime => "home_time", "End of the day";
        /// Getting to and from school.
        Transport => "transport", "Transport";
        /// Online.
        Online => "online", "Online";
    }
}

coded_set! {
    /// Some parts of the day.
    DayParts of DayPart
}

/// A referral as far as it has been written. Everything may still be missing;
/// [`Referral::problems`] says what must be there before it is handed in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Referral {
    /// Its date; today or before.
    pub on: Option<Date>,
    /// Why now.
    pub triggers: Vec<TriggerNoted>,
    /// What is seen: what, where, how often. One to three.
    pub concerns: Vec<Prose<400>>,
    /// Since when, in a date or in words.
    pub since: Option<Line<120>>,
    /// Where things go worst.
    pub worst: DayParts,
    /// Where things go best. Asked of everyone: there always is one.
    pub best: DayParts,
    /// What the pupil is good at and enjoys; at least 20 characters.
    pub strengths: Option<Prose<800>>,
    /// What has been tried, above all what did not work.
    pub tried: Vec<Tried>,
    /// Whether special needs have been looked into.
    pub sen_screen: Option<Screened>,
    /// Whether speech and language have been looked into.
    pub language_screen: Option<Screen>,
    /// Whether early help has been thought of.
    pub early_help: Option<EarlyHelp>,
    /// Plans the pupil already has; nothing until the question is answered.
    pub plans: Option<Vec<ExistingPlan>>,
    /// Whether the family knows.
    pub family: Option<FamilyAware>,
    /// When the pupil was told, if they have been.
    pub pupil_told: Option<Date>,
    /// How soon it is needed.
    pub urgency: Option<Urgency>,
}
