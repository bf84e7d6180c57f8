//! The life of a programme: told once through, held against the table, and
//! every reason for a refusal.

mod every_move;
mod facts;
mod late;
mod refusals;
mod refusals_running;
mod samples;
mod story;
