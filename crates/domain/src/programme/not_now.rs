//! The one reason every move shares: this is not the stage for it.

use super::StageName;

/// A move that cannot be made from the stage the programme is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("make move {number}: programme is {}", .found.code())]
pub struct NotNow {
    /// The transition's number.
    pub number: u8,
    /// The stage the programme is in.
    pub found: StageName,
}

impl NotNow {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self.found {
            StageName::Draft => "Hand in the referral first",
            StageName::Referred => "Decide on the referral first",
            StageName::Declined => "This referral was declined. Start a new one",
            StageName::Gathering => "Book the first meeting first",
            StageName::MeetingSet => "Record the first meeting first",
            StageName::Agreed => "Record the signatures first",
            StageName::Active => "The plan is running. Do this at the stage it belongs to",
            StageName::Paused => "Start the programme again first",
            StageName::FinalDue => "The final review is due. Record it first",
            StageName::ClosedSuccess
            | StageName::ClosedUnsuccessful
            | StageName::ClosedTransferred
            | StageName::ClosedWithdrawn => "This programme is closed. Start a new referral",
            StageName::Aftercare => "This programme is in aftercare. Start a new referral",
            StageName::Escalation => "Choose what comes next first",
            StageName::Archived => "This programme is archived and can only be read",
        }
    }
}
