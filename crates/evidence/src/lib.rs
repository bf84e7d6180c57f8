//! The statistics of change for one pupil: what days recorded before a support
//! plan and days recorded during it can and cannot say.
//!
//! A library in its own right. It imports nothing of the house it lives in,
//! knows no dates, names or records, and draws no random numbers: the same
//! numbers in always give the same numbers out. It gives estimates, ranges,
//! prompts, and the one fixed list of sentences that may be said about change.
//! It never says that a plan worked, and nothing in it decides anything about
//! a child.
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
//! | Where does it stand on its way to the goal? | [`last_three`], [`projection`], [`last_four`] |
//! | Are there fewer incidents? | [`RateChange`] |
//! | Is a yes more frequent? | [`more_often_met`] |
//! | Was it already changing? | [`drift`] |
//! | Did the record follow the steps? | [`report_ladder`] |
//! | What may be said at a review? | [`judge`], [`sentences`] |
//! | How far were goals reached? | [`goal_attainment`], [`Monitored`], [`Closeness`] |
//! | What of many pupils at once? | [`Share`], [`compare_groups`], [`share_limits`], [`hide_row`] |
//! | Every number under its own name? | [`statistics`] |
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
mod changing;
mod closeness;
mod cohort;
mod detail;
mod gas;
mod goal_line;
mod interval;
mod kappa;
mod kendall;
mod ladder;
mod mean;
mod median;
mod nap;
mod permutation;
mod phase;
mod prompt;
mod rate;
mod rater;
mod series;
mod shift;
mod slots;
mod special;
mod statement;
mod statistics;
mod tme;
mod trend;
mod weekly;
mod yes_no;

pub use baseline::{Baseline, BaselineKind, DayIndex, Watching, choose_baseline};
pub use changing::{Followed, LadderReport, Moved, Pace, Rung, RungReport, report_ladder};
pub use closeness::{CLEAR_POINTS, Closeness, CloserOrNot, OffTheScale};
pub use cohort::{
    Cell, FEWEST_PLOTTED, FunnelLimits, FunnelProblem, Group, GroupProblem, HiddenRow, HiddenTable,
    RiskRatio, Share, ShareProblem, compare_groups, expected_limits, group_cell, hide_row,
    hide_table, hospital_style, overdispersion, share_limits, widened,
};
pub use detail::{
    Aspect, GoalShare, LogRatio, beyond_best, beyond_middle, corrected_tau, corrected_tau_b,
    day_to_day, goal_share, improvement_rate_difference, log_ratio, sorted_apart, tau_u,
};
pub use gas::{
    GOAL_CORRELATION, GoalLevels, GoalProblem, GoalScore, LevelProblem, MeasureScale, WeighedGoal,
    goal_attainment,
};
pub use goal_line::{
    Aim, GoalLine, LastFour, LastThree, Mark, NoWay, Projection, Reach, last_four, last_three, met,
    projection,
};
pub use interval::{Confidence, Interval};
pub use kappa::{KAPPA, Kappa};
pub use kendall::{Drift, already_improving_p, drift, kendall_s};
pub use ladder::{Ladder, LadderProblem, TargetSuccess, suggest_rungs, suggest_rungs_for};
pub use median::{median, median_distance};
pub use nap::{Nap, NapErrors};
pub use permutation::{Shuffled, StartStatistic, StartsTried, shuffle, try_starts};
pub use phase::{Better, Phase, PhaseProblem};
pub use prompt::{
    Prompt, Recent, ReviewPrompt, RungDay, StepMove, StepPrompt, Thinning, Tick, review_prompt,
    step_prompt, thinning,
};
pub use rate::{Count, CountProblem, Inflation, RateChange, RatePrior, dispersion};
pub use rater::{Rater, rater_changes};
pub use series::{DayRecord, DaysProblem, PhaseDays, Scale, SchoolDay, Series};
pub use shift::median_difference;
pub use slots::{Slot, points_percent};
pub use statement::{
    Comparison, Coverage, Estimate, Finding, Likelihood, Recording, Route, Sentence, Statement,
    Sufficiency, Unrecorded, banned, banned_in, judge, sentences,
};
pub use statistics::{Statistic, Tier, statistics};
pub use tme::{Against, Monitored, Place, PlaceProblem};
pub use trend::{Line, theil_sen};
pub use weekly::{SchoolWeek, WeekDay, weekly_means, weekly_nap};
pub use yes_no::{DAYS_SURE, DaysMet, MoreThanAll, more_often_met};

/// The edition of the methods. Changes whenever a number could.
pub const METHOD: &str = "2";

/// Values at most this far apart are equal: the same figures added up in
/// another order differ in their last bits.
pub const TIE: f64 = 1e-9;
