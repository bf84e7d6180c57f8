//! Many pupils at once: shares with their range, groups compared with everyone
//! else, schools compared with chance, and what is hidden because it is about
//! too few. Nothing here ranks anybody.

mod funnel;
mod groups;
mod hiding;
mod share;

pub use funnel::{
    FEWEST_PLOTTED, FunnelLimits, FunnelProblem, expected_limits, overdispersion, share_limits,
    widened,
};
pub use groups::{Group, GroupProblem, RiskRatio, compare_groups};
pub use hiding::{Cell, HiddenRow, HiddenTable, group_cell, hide_row, hide_table, hospital_style};
pub use share::{Share, ShareProblem};
