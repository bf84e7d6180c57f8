//! Pictures drawn on the server: data in, SVG out, nothing else. Paint comes from the stylesheet by class, so pictures
//! print, zoom and follow forced colours. Shape before colour: hollow is before the plan, solid is during it, dashed is
//! a goal, hatched is holiday, a cross is no report, a diamond is a meeting, a flag is the goal.
//!
//! Every picture begins with a sentence that says what it shows and stands beside a table or list with the same facts.
//! No picture adds targets together. Statistics are worked out elsewhere; here they are only drawn.

mod drawing;
mod ladder;
mod progress;
mod sparkline;
mod stairs;
#[cfg(test)]
mod tests;
mod timeline;
mod views;

pub use drawing::{Caption, Picture};
pub use ladder::{Ladder, Stair};
pub use progress::{Change, Day, DayLabel, Goal, Holiday, ProgressChart, Size};
pub use sparkline::Sparkline;
pub use stairs::{Reached, StepsReached};
pub use timeline::{Column, Held, Pace, Timeline};
pub use views::ThreeViews;
