//! Every kind of document, with the number the paper packs know it by.

use super::Band;
use crate::coded;

coded! {
    /// A kind of document.
    pub enum DocumentKind {
        /// Why a programme might help, and what has been tried.
        Referral => "D01", "Referral";
        /// One sheet to read before the first meeting.
        PreMeetingSummary => "D02", "What everyone told us";
        /// What a younger pupil says.
        PupilPrimary => "D03", "Pupil's questions, younger";
        /// What an older pupil says.
        PupilSecondary => "D04", "Pupil's questions, older";
        /// What one parent or carer says.
        ParentCarer => "D05", "Parent or carer's questions";
        /// What one adult who teaches the pupil says.
        Staff => "D06", "Staff questions";
        /// What happened, and what went well.
        BehaviourLog => "D07", "Behaviour log";
        /// What the SENCO adds.
        SencoComments => "D08", "SENCO comments";
        /// The special needs plan that runs beside this one.
        SenPlan => "D09", "SEN support plan";
        /// Attendance, and what is done about it.
        Attendance => "D10", "Attendance";
        /// Adjustments and support already in place.
        CurrentSupport => "D11", "Support now";
        /// Suspensions so far.
        Suspensions => "D12", "Suspensions";
        /// What matters to the pupil, on one page.
        OnePageProfile => "D13", "One page profile";
        /// How the pupil communicates.
        CommunicationPassport => "D14", "Communication passport";
        /// How learning is going.
        LearningReview => "D15", "Learning and literacy review";
        /// How the pupil is, socially and emotionally.
        SemhReview => "D16", "Social and emotional review";
        /// A changed timetable, with its end date.
        Timetable => "D17", "Timetable adjustment";
        /// A mentor, and when they meet.
        Mentor => "D18", "Adult mentor";
        /// Support from a specialist.
        SpecialistSupport => "D19", "Specialist support";
        /// Alternative provision coming into school.
        Outreach => "D20", "Outreach";
        /// Part of the week elsewhere.
        InReach => "D21", "In-reach or dual registration";
        /// Another pupil as mentor, by initials only.
        PeerMentor => "D22", "Peer mentor";
        /// A report by an outside professional.
        Assessment => "D23", "Assessment report";
        /// A request for such a report.
        AssessmentRequest => "D24", "Assessment request";
        /// An invitation to a meeting.
        Invitation => "D25", "Invitation";
        /// What an outside professional reports.
        AgencyReturn => "D26", "Outside professional's answers";
        /// What the first meeting will cover.
        Agenda => "D27", "Agenda";
        /// What the first meeting agreed.
        InitialMeeting => "D28", "First meeting";
        /// Targets, promises, rewards and dates.
        Plan => "D29", "Plan";
        /// How each lesson went.
        ReportCard => "D30", "Report card";
        /// The key worker's meetings with the pupil.
        Monitoring => "D31", "Key worker record";
        /// Whether the support is really happening.
        Checklist => "D32", "Support checklist";
        /// What one review found and changed.
        Review => "D33", "Review";
        /// How it ended, and the evidence.
        FinalEvaluation => "D34", "Final review";
        /// A letter home.
        Letter => "D35", "Letter";
        /// A request for the council's help.
        CouncilRequest => "D36", "Request to the council";
        /// How targets and support changed.
        ChangeLog => "D37", "Changes";
        /// The bundle for governors or a panel.
        EvidencePack => "D38", "Evidence pack";
        /// Lighter support after success.
        Aftercare => "D39", "Aftercare plan";
        /// What every adult does, on one small page.
        StrategyCard => "D40", "Strategy card";
    }
}

impl DocumentKind {
    /// How sensitive this kind of document is.
    pub const fn band(self) -> Band {
        match self {
            Self::Referral
            | Self::PupilPrimary
            | Self::PupilSecondary
            | Self::ParentCarer
            | Self::Staff
            | Self::BehaviourLog
            | Self::SencoComments
            | Self::SenPlan
            | Self::LearningReview
            | Self::SemhReview
            | Self::Timetable
            | Self::Mentor
            | Self::SpecialistSupport
            | Self::Outreach
            | Self::InReach
            | Self::PeerMentor => Band::Contributor,
            Self::PreMeetingSummary
            | Self::Attendance
            | Self::CurrentSupport
            | Self::Suspensions
            | Self::Invitation
            | Self::Agenda
            | Self::InitialMeeting
            | Self::Plan
            | Self::ReportCard
            | Self::Monitoring
            | Self::Checklist
            | Self::Review
            | Self::FinalEvaluation
            | Self::Letter
            | Self::ChangeLog
            | Self::Aftercare => Band::Case,
            Self::OnePageProfile | Self::CommunicationPassport | Self::StrategyCard => {
                Band::Classroom
            }
            Self::Assessment
            | Self::AssessmentRequest
            | Self::AgencyReturn
            | Self::CouncilRequest
            | Self::EvidencePack => Band::Restricted,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_numbered_without_a_gap() {
        let codes = DocumentKind::ALL.iter().map(|kind| kind.code());
        assert!(codes.eq((1..=40).map(|n| format!("D{n:02}"))));
    }

    #[test]
    fn nothing_kept_here_is_of_the_band_that_may_not_be_kept() {
        assert!(
            DocumentKind::ALL
                .iter()
                .all(|kind| kind.band() < Band::Outside)
        );
    }
}
