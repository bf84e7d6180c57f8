//! The programme: one pupil, one agreement, from referral to aftercare.
//!
//! What people say in it, the plan, its targets and meetings have modules of
//! their own; here is only how a programme moves and why it may not.

mod option;
mod reason;
mod stage_name;

pub use option::NextOption;
pub use reason::{
    AskChannel, DeclineReason, Judgement, PauseReason, SafeguardingCheck, TransferReason,
    WithdrawReason,
};
pub use stage_name::StageName;
