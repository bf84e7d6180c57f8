//! Pictures drawn on the server: data in, SVG out, nothing else. Paint comes from the stylesheet by class, so pictures
//! print, zoom and follow forced colours. Shape before colour: hollow is before the plan, solid is during it, dashed is
//! a goal, hatched is holiday, a cross is no report, a diamond is a meeting, a flag is the goal.
//!
//! Every picture begins with a sentence that says what it shows and stands beside a table or list with the same facts.
//! No picture adds targets together. Statistics are worked out elsewhere; here they are only drawn.

mod days_table;
mod drawing;
mod key;
mod ladder;
mod progress;
mod scale;
mod share_bar;
mod sparkline;
mod stairs;
mod target_days;
#[cfg(test)]
mod tests;
mod timeline;
mod views;

pub use days_table::{DayCell, DaysTable, WeekRow};
pub use drawing::{Caption, Picture};
pub use key::{Key, Mark};
pub use ladder::{Ladder, Stair};
pub use progress::{Change, Day, DayLabel, Goal, Holiday, ProgressChart, Size};
pub use scale::Scale;
pub use share_bar::ShareBar;
pub use sparkline::Sparkline;
pub use stairs::{Reached, StepsReached};
pub use target_days::{DatedDay, DatedName, DatedStep, TargetDays};
pub use timeline::{Column, Held, Pace, Timeline};
pub use views::{Speaker, ThreeViews};
