//! The rooms around a programme, page by page: the plan on paper, accounts for
//! families and people from outside, two people saving at once, the session's
//! end, and the school calendar. Each on both engines.

mod arranging;
mod both;
mod cards;
mod columns;
mod groups;
mod invited;
mod noting;
mod obeyed;
mod paper;
mod restricted;
mod roll;
mod rosters;
mod rows;
mod settings;
mod staying;
mod tabs;
mod terms;
mod told;
mod undoing;
pub mod world;
mod writing;

pub use columns::unread;
pub use world::{OFFICE, World};
