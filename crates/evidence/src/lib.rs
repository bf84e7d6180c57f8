//! The statistics of change for one pupil: what days recorded before a support
//! plan and days recorded during it can and cannot say.
//!
//! A library in its own right. It imports nothing of the house it lives in,
//! knows no dates, names or records, and draws no random numbers: the same
//! numbers in always give the same numbers out. It gives estimates, intervals
//! and prompts. It never says that a plan worked, and nothing in it decides
//! anything about a child; words for people are chosen elsewhere from a fixed
//! list.
//!
//! # What to use for what
//!
//! | Question | Here |
//! |---|---|
//! | What was the middle day before, and during? | [`Phase::median`] |
//! | How often is a plan day better than a day before? | [`Nap`], with its [`Nap::interval`] |
//! | By how much, in the measure's own units? | [`median_difference`] |
//! | Does it hold week by week, not only day by day? | [`weekly_nap`] |
//! | Which days are a fair "before"? | [`choose_baseline`] |
//! | What is a good first step, and the next? | [`suggest_rungs`] |
//! | Is it time to offer a step up, or more help? | [`step_prompt`] |
//!
//! # Example
//!
//! ```
//! use evidence::{Better, Confidence, KAPPA, Nap, Phase, median_difference};
//!
//! let before = Phase::new(vec![20.0, 20.0, 26.0, 25.0, 22.0, 23.0])?;
//! let plan = Phase::new(vec![28.0, 25.0, 24.0, 27.0, 30.0, 30.0, 29.0])?;
//!
//! let nap = Nap::compare(&before, &plan, Better::More);
//! assert!((nap.value() - 38.5 / 42.0).abs() < 1e-12);
//!
//! let likely = nap.interval(Confidence::Ninety, KAPPA);
//! assert!(likely.lower > 0.5, "plan days are better more often than not");
//! assert!((median_difference(&before, &plan) - 5.0).abs() < 1e-12);
//! # Ok::<(), evidence::PhaseProblem>(())
//! ```
//!
//! # Conventions
//!
//! Values are `f64`; differences of at most [`TIE`] are ties. Missing days are
//! left out by the caller and are never nought. Which way is better is always
//! said ([`Better`]), never guessed. [`METHOD`] names the edition of the
//! methods and is kept with everything that is said from them.

mod baseline;
mod interval;
mod kappa;
mod ladder;
mod median;
mod nap;
mod phase;
mod prompt;
mod shift;
mod weekly;

pub use baseline::{Baseline, BaselineKind, DayIndex, Watching, choose_baseline};
pub use interval::{Confidence, Interval};
pub use kappa::{KAPPA, Kappa};
pub use ladder::{Ladder, LadderProblem, suggest_rungs};
pub use median::{median, median_distance};
pub use nap::Nap;
pub use phase::{Better, Phase, PhaseProblem};
pub use prompt::{RungDay, StepPrompt, Thinning, Tick, step_prompt, thinning};
pub use shift::median_difference;
pub use weekly::{SchoolWeek, WeekDay, weekly_means, weekly_nap};

/// The edition of the methods. Changes whenever a number could.
pub const METHOD: &str = "1";

/// Values at most this far apart are equal: the same figures added up in
/// another order differ in their last bits.
pub const TIE: f64 = 1e-9;
