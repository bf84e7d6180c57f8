//! Professionals from other organisations, who see only what is shared.

use jiff::civil::Date;

use crate::{
    account::{Email, PersonName},
    coded,
    text::Line,
};

coded! {
    /// What an outside organisation does for a pupil.
    pub enum Service {
        /// Child and adolescent mental health.
        Camhs => "camhs", "CAMHS";
        /// Educational psychology.
        EducationalPsychology => "educational_psychology", "Educational psychologist";
        /// Speech and language therapy.
        SpeechAndLanguage => "speech_and_language", "Speech and language therapy";
        /// Occupational therapy.
        OccupationalTherapy => "occupational_therapy", "Occupational therapy";
        /// Physiotherapy.
        Physiotherapy => "physiotherapy", "Physiotherapy";
        /// Support for hearing.
        Hearing => "hearing", "Hearing support";
        /// Support for vision.
        Vision => "vision", "Vision support";
        /// Autism outreach.
        AutismOutreach => "autism_outreach", "Autism outreach";
        /// Behaviour support.
        BehaviourSupport => "behaviour_support", "Behaviour support";
        /// Outreach from a pupil referral unit.
        Outreach => "outreach", "Outreach";
        /// Alternative provision.
        AlternativeProvision => "alternative_provision", "Alternative provision";
        /// Early help.
        EarlyHelp => "early_help", "Early help";
        /// Social care.
        SocialCare => "social_care", "Social care";
        /// Virtual school.
        VirtualSchool => "virtual_school", "Virtual school";
        /// Education welfare.
        Attendance => "attendance", "Education welfare";
        /// Youth justice.
        YouthJustice => "youth_justice", "Youth justice";
        /// Police.
        Police => "police", "Police schools officer";
        /// School nurse.
        SchoolNurse => "school_nurse", "School nurse";
        /// Paediatrics.
        Paediatrics => "paediatrics", "Paediatrics";
        /// Family doctor.
        Gp => "gp", "GP";
        /// Substance use.
        Substance => "substance", "Substance service";
        /// Bereavement.
        Bereavement => "bereavement", "Bereavement charity";
        /// Domestic abuse.
        DomesticAbuse => "domestic_abuse", "Domestic abuse service";
        /// Youth work.
        YouthWork => "youth_work", "Youth work";
        /// Mentoring.
        Mentoring => "mentoring", "Mentoring charity";
        /// Advice for families on special needs.
        Sendiass => "sendiass", "SENDIASS";
        /// Interpreting.
        Interpreting => "interpreting", "Interpreting";
        /// The council's inclusion or exclusion team.
        CouncilInclusion => "council_inclusion", "Council inclusion team";
        /// Anything else.
        Other => "other", "Other service";
    }
}

/// A person from another organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutsideProfessional {
    /// Their name.
    pub name: PersonName,
    /// Where they work.
    pub organisation: Line<120>,
    /// What the organisation does for the pupil.
    pub service: Service,
    /// Their professional title.
    pub title: Option<Line<80>>,
    /// Where a link may be sent.
    pub email: Option<Email>,
    /// Last day on which the family's agreement to share with them holds.
    pub agreed_until: Option<Date>,
}

impl OutsideProfessional {
    /// Whether anything may be shared with them on a day. No agreement on
    /// file means no.
    pub fn may_be_shown(&self, on: Date) -> bool {
        self.agreed_until.is_some_and(|last| on <= last)
    }
}
