//! Reasons to think of a programme. A checklist, never a switch.

use crate::{coded, text::Prose};

coded! {
    /// A reason to think of a programme.
    pub enum Trigger {
        /// Two or more suspensions in a term.
        Suspensions => "T01", "Several suspensions in a term";
        /// A suspension of ten days or more; the programme is part of the return.
        LongSuspension => "T02", "One long suspension";
        /// Things are getting worse fast.
        Worsening => "T03", "Behaviour getting worse quickly";
        /// The head thinks a permanent exclusion is possible.
        AtRisk => "T04", "At risk of permanent exclusion";
        /// Turning away from school.
        Disaffection => "T05", "At risk of giving up on school";
        /// Attendance under 90%, and behaviour suffers from it.
        Attendance => "T06", "Low attendance is making things harder";
        /// Two or more outside agencies.
        Agencies => "T07", "Several agencies involved";
        /// Back after a managed move, an exclusion or alternative provision.
        Returning => "T08", "Coming back from another placement";
        /// A behaviour plan has been reviewed without effect.
        PlanWithoutEffect => "T09", "Behaviour plan has not helped";
        /// Joined in the middle of a term with significant needs.
        MidTerm => "T10", "Joined mid-term with significant needs";
        /// Taken out of lessons again and again.
        Removals => "T11", "Repeated internal removals";
        /// A parent asks for one.
        ParentAsks => "T12", "A parent has asked";
    }
}

/// A trigger, and what shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TriggerNoted {
    /// Which.
    pub trigger: Trigger,
    /// What shows it, in words.
    pub evidence: Option<Prose<500>>,
}
