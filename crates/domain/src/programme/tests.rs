//! The life of a programme: told once through, held against the table, and
//! every reason for a refusal.

mod every_move;
mod facts;
mod refusals;
mod refusals_running;
mod samples;
mod story;
