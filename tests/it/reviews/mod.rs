//! Reviews, endings, moves and what comes after, through the pages, on both
//! engines: who may, what each mistake says, and whole stories.

mod at_once;
mod before;
mod before_home;
mod ending;
mod heard;
mod moves;
mod own;
mod refusals;
mod rows;
mod signing;
mod story;
mod story_end;
mod told;
mod world;
