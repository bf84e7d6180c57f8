//! Why a programme moved: every reason that is stored as a code.

use crate::coded;

coded! {
    /// What the safeguarding lead found. Never a narrative: that stays in the
    /// safeguarding record.
    pub enum SafeguardingCheck {
        /// No reason to change course.
        Clear => "clear", "Clear to go on";
        /// Run it beside another plan that is already there.
        Alongside => "alongside", "Go on alongside another plan";
        /// Another route is the right one.
        DoNotProceed => "do_not_proceed", "Do not go on";
    }
}

coded! {
    /// Why a referral was declined.
    pub enum DeclineReason {
        /// No trigger is met.
        NotMet => "not_met", "The reasons to start are not met";
        /// Something simpler has not been tried.
        EarlierStep => "earlier_step", "An earlier step has not been tried";
        /// An assessment, early help or another plan would serve better.
        OtherPlan => "other_plan", "Another plan would help more";
        /// The safeguarding lead has another route.
        Safeguarding => "safeguarding", "Safeguarding route instead";
        /// The pupil already has a programme.
        AlreadyOpen => "already_open", "A programme is already open";
        /// Anything else.
        Other => "other", "Another reason";
    }
}

coded! {
    /// Why the clock was stopped.
    pub enum PauseReason {
        /// A long illness.
        Illness => "illness", "Long illness";
        /// Full time in alternative provision.
        Provision => "provision", "Full time in alternative provision";
        /// School is closed.
        Closure => "closure", "School closure";
        /// The pupil is detained.
        Detained => "detained", "Detained";
        /// A permanent exclusion is going through its legal steps. The pupil
        /// is still on roll, so the programme waits and does not close.
        Exclusion => "exclusion", "Permanent exclusion being decided";
        /// A crisis at home.
        Family => "family", "Family crisis";
        /// Anything else.
        Other => "other", "Another reason";
    }
}

coded! {
    /// Why a programme was stopped.
    pub enum WithdrawReason {
        /// The parent withdrew and the school agrees.
        Parent => "parent", "Parent withdrew";
        /// Provision under an education, health and care plan replaces it.
        Ehcp => "ehcp", "Replaced by an EHC plan";
        /// A child protection plan replaces it.
        Protection => "protection", "Replaced by a child protection plan";
        /// It should not have been opened.
        InError => "in_error", "Opened in error";
        /// The pupil is past compulsory school age and has left.
        Age => "age", "Left after compulsory school age";
        /// Anything else.
        Other => "other", "Another reason";
    }
}

coded! {
    /// Where a pupil went who left during a programme.
    pub enum TransferReason {
        /// A managed move.
        ManagedMove => "managed_move", "Managed move";
        /// The family moved.
        HouseMove => "house_move", "Moved house";
        /// To the next phase of school.
        Phase => "phase", "Next phase of school";
        /// To alternative provision, off this roll.
        Provision => "provision", "Alternative provision";
        /// Home education. During a programme this alerts the head and the
        /// safeguarding lead.
        HomeEducation => "home_education", "Elective home education";
        /// A special school.
        SpecialSchool => "special_school", "Special school";
        /// A permanent exclusion that has been confirmed.
        Exclusion => "exclusion", "Permanent exclusion confirmed";
        /// Not known.
        Unknown => "unknown", "Not known";
    }
}

coded! {
    /// How a programme was judged. The plan is judged, never the pupil.
    pub enum Judgement {
        /// The plan did what it was for.
        Successful => "successful", "Successful";
        /// The plan did not do enough.
        Unsuccessful => "unsuccessful", "Not successful";
    }
}

coded! {
    /// How somebody was reached or answered.
    pub enum AskChannel {
        /// In person.
        InPerson => "in_person", "In person";
        /// By phone.
        Phone => "phone", "Phone";
        /// By video.
        Video => "video", "Video call";
        /// By email.
        Email => "email", "Email";
        /// By text message.
        Text => "text", "Text message";
        /// On paper.
        Paper => "paper", "Letter or paper form";
        /// Signed in.
        Account => "account", "Signed in";
    }
}
