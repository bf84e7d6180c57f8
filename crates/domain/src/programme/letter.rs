//! The letters a programme sends.

use crate::coded;

coded! {
    /// A kind of letter, with the number the paper pack knows it by.
    pub enum Letter {
        /// After the first conversation: why, and what happens.
        FirstConversation => "L01", "After our conversation";
        /// Invitation to the first meeting.
        Invitation => "L02", "Invitation to the first meeting";
        /// Other ways to take part, when nobody answers.
        Reminder => "L03", "Reminder";
        /// Questions to an agency.
        AgencyRequest => "L04", "Request to an agency";
        /// A reminder to an agency.
        AgencyReminder => "L05", "Reminder to an agency";
        /// Summary of the meeting, with the plan.
        Summary => "L06", "Meeting summary and plan";
        /// Asking a parent who was not there to sign.
        SignatureRequest => "L07", "Request to sign";
        /// Good news.
        GoodNews => "L08", "Good news";
        /// A worry between reviews: please call.
        Concern => "L09", "Between reviews";
        /// Invitation to a review.
        ReviewInvitation => "L10", "Invitation to a review";
        /// What a review changed.
        ReviewOutcome => "L11", "After the review";
        /// The programme is paused, or goes on again.
        Pause => "L12", "Pause or restart";
        /// Invitation to the final review.
        FinalInvitation => "L13", "Invitation to the final review";
        /// It went well, with credit.
        Success => "L14", "It went well";
        /// It was not enough, and what we can do next.
        NotEnough => "L15", "What we can do next";
        /// A longer programme.
        Extension => "L16", "A longer programme";
        /// The programme was stopped.
        Withdrawn => "L17", "Programme stopped";
        /// With the records for a new school.
        Transfer => "L18", "To the new school";
        /// A check in aftercare.
        Aftercare => "L19", "Aftercare check";
        /// Asking for consent.
        Consent => "L20", "Consent";
        /// Agreement to a part-time timetable.
        PartTime => "L21", "Part-time timetable";
        /// Thanks to an agency.
        Thanks => "L22", "Thank you";
        /// A meeting that will not take place.
        Cancelled => "L23", "Meeting cancelled";
    }
}
