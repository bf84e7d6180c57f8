//! Why somebody was not let in, and why a session ended.

use crate::coded;

coded! {
    /// Why signing in was refused. Kept for the school; the person is told
    /// one sentence whichever it was.
    pub enum SignInRefusal {
        /// No such account, or no such link.
        Unknown => "unknown", "Not known";
        /// The password or code does not match.
        Wrong => "wrong", "Did not match";
        /// The account is disabled.
        Disabled => "disabled", "Disabled";
        /// Too many tries.
        TooMany => "too_many", "Too many tries";
        /// The link or code is past its time.
        Expired => "expired", "Out of date";
    }
}

coded! {
    /// Why a session ended.
    pub enum SessionEnd {
        /// They signed out.
        Asked => "asked", "Signed out";
        /// Nothing happened for too long.
        Idle => "idle", "Left idle";
        /// It reached its longest.
        Expired => "expired", "Reached its time limit";
        /// Somebody ended it for them.
        Ended => "ended", "Ended by the school";
    }
}
