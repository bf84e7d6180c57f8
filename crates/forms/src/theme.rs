//! Where an answer goes afterwards: its place in the summary, and what it is a
//! first draft of. Decided by which question was asked, never by reading the text.

use crate::role::coded;

coded! {
    /// A heading in "What everyone told us".
    Theme {
        /// What goes well.
        GoesWell => "goes_well", "What goes well";
        /// When it goes wrong.
        GoesWrong => "goes_wrong", "When it goes wrong";
        /// What helps.
        Helps => "helps", "What helps";
        /// What makes it harder.
        Harder => "harder", "What makes it harder";
        /// What people want to change.
        Wants => "wants", "What people want";
        /// What people will do themselves.
        WillDo => "will_do", "What people will do";
    }
}

coded! {
    /// What an answer is a first draft of. A person always decides.
    Feeds {
        /// A target.
        Target => "target", "Target";
        /// What the pupil will do.
        PupilCommitments => "pupil_commitments", "The pupil's promises";
        /// What people at home will do.
        FamilyCommitments => "family_commitments", "The family's promises";
        /// What the school will do.
        SchoolCommitments => "school_commitments", "The school's promises";
        /// Who the key worker could be.
        KeyWorker => "key_worker", "Key worker";
        /// How sure the pupil is, asked again at each review.
        Confidence => "confidence", "How sure the pupil is";
        /// Rewards to choose from.
        Rewards => "rewards", "Rewards";
        /// Whom the school may contact.
        Consent => "consent", "Who we may contact";
        /// What to have ready for the meeting.
        Meeting => "meeting", "For the meeting";
        /// Where things stood before the plan.
        Baseline => "baseline", "Before the plan";
        /// Strategies already in use.
        Strategies => "strategies", "Strategies in use";
        /// Where the pupil sits best.
        Seating => "seating", "Seating";
    }
}
