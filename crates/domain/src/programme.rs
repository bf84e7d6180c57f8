//! The programme: one pupil, one agreement, from referral to aftercare.
//!
//! A programme moves only by its methods: each takes the programme, and gives
//! it back moved, with a line for its history and what the move brings with
//! it, or says why not. Who may make a move is policy and is not here; nor is
//! what people say in a programme, which has modules of its own. Every move
//! there is stands in [`TRANSITIONS`].
//!
//! A permanent exclusion does not close a programme. It is paused while the
//! exclusion is decided, because the pupil is still on roll, and then goes on
//! or is transferred.

mod after;
mod against_end;
mod begin;
mod correct;
mod effect;
mod extend;
mod finish;
mod first_meeting;
mod leave;
mod letter;
mod not_now;
mod option;
mod pausing;
mod reason;
mod record;
mod reference;
mod review;
mod running;
mod stage;
mod stage_name;
#[cfg(test)]
mod tests;
mod transition;

pub use after::{AftercareDates, HandOver, HandOverProblem, RelapseProblem};
pub use against_end::AgainstEnd;
pub use begin::{AcceptProblem, Acceptance, BeginProblem, NewReferral, SubmitProblem};
pub use correct::{CorrectProblem, Correction};
pub use effect::{Effect, Move, Moved, Task, TaskDue, Tell};
pub use extend::{ExtendProblem, Extension};
pub use finish::{ConfirmProblem, FinalProblem, FinalReason};
pub use first_meeting::{AgreeProblem, BookProblem, FirstMeeting, StartProblem};
pub use leave::{Departure, TransferProblem, WithdrawProblem, Withdrawal};
pub use letter::Letter;
pub use not_now::NotNow;
pub use option::NextOption;
pub use pausing::{Pausing, PausingProblem, ResumeProblem};
pub use reason::{
    AskChannel, DeclineReason, Judgement, PauseReason, SafeguardingCheck, TransferReason,
    WithdrawReason,
};
pub use record::{Programme, ProgrammeRecord, Team};
pub use reference::{BadRef, ProgrammeRef};
pub use review::{ConcernAfter, ReviewHeld, ReviewProblem, ReviewWindowOpen, WindowProblem};
pub use running::{AmendProblem, Amendment, ConcernProblem};
pub use stage::{Concern, Ending, FinalCause, Proposal, Run, RunDates, Stage};
pub use stage_name::StageName;
pub use transition::{Arrival, OPEN, TRANSITIONS, Transition};
