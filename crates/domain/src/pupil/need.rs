//! What must be weighed about a pupil: needs, care, and other flags.
//!
//! Codes of special needs and sex are those of the national data set, so they
//! come in and go out unchanged. The rest are our own.

use crate::{coded, coded_set};

coded! {
    /// Sex as recorded in the school census.
    pub enum Sex {
        /// Female.
        Female => "F", "Female";
        /// Male.
        Male => "M", "Male";
    }
}

coded! {
    /// Special educational needs stage.
    pub enum SenStage {
        /// No special educational need.
        None => "N", "No special educational need";
        /// SEN support.
        Support => "K", "SEN support";
        /// Education, health and care plan.
        Plan => "E", "Education, health and care plan";
    }
}

coded! {
    /// A type of special educational need.
    pub enum SenNeed {
        /// Such as dyslexia.
        Spld => "SPLD", "Specific learning difficulty";
        /// Moderate.
        Mld => "MLD", "Moderate learning difficulty";
        /// Severe.
        Sld => "SLD", "Severe learning difficulty";
        /// Profound and multiple.
        Pmld => "PMLD", "Profound and multiple learning difficulty";
        /// Social, emotional and mental health.
        Semh => "SEMH", "Social, emotional and mental health";
        /// Speech, language and communication.
        Slcn => "SLCN", "Speech, language and communication needs";
        /// Hearing.
        Hi => "HI", "Hearing impairment";
        /// Vision.
        Vi => "VI", "Vision impairment";
        /// Hearing and vision.
        Msi => "MSI", "Multi-sensory impairment";
        /// Physical.
        Pd => "PD", "Physical disability";
        /// Autism.
        Asd => "ASD", "Autistic spectrum disorder";
        /// Down syndrome.
        Ds => "DS", "Down syndrome";
        /// Anything else.
        Other => "OTH", "Other difficulty or disability";
        /// Supported before anybody has assessed which type.
        NotAssessed => "NSA", "SEN support, type not yet assessed";
    }
}

coded! {
    /// Whether, and how far, social care is involved.
    pub enum CareStatus {
        /// Not at all.
        None => "none", "None";
        /// Early help.
        EarlyHelp => "early_help", "Early help";
        /// Child in need.
        InNeed => "in_need", "Child in need";
        /// Child protection plan. That there is one, never what is in it.
        Protection => "protection", "Child protection plan";
        /// Looked after by the council.
        LookedAfter => "looked_after", "Looked after";
        /// Looked after in the past.
        PreviouslyLookedAfter => "previously_looked_after", "Previously looked after";
        /// Left care.
        CareLeaver => "care_leaver", "Care leaver";
    }
}

coded! {
    /// Something else about a pupil that must be weighed.
    pub enum PupilFlag {
        /// Free school meals.
        FreeMeals => "free_meals", "Free school meals";
        /// Pupil premium.
        PupilPremium => "pupil_premium", "Pupil premium";
        /// A parent in the armed forces.
        ServiceChild => "service_child", "Service child";
        /// Cares for somebody at home.
        YoungCarer => "young_carer", "Young carer";
        /// Pregnant, or a parent.
        YoungParent => "young_parent", "Pregnant or a parent";
        /// English is not the first language.
        EnglishAdditional => "english_additional", "English as an additional language";
        /// Has a social worker.
        SocialWorker => "social_worker", "Has a social worker";
        /// Has an individual healthcare plan.
        MedicalAlert => "medical_alert", "Medical alert";
        /// Lives where a family member must not learn of. Address, transport,
        /// clubs, new school and photograph stay hidden from every family view.
        AddressConfidential => "address_confidential", "Address is confidential";
    }
}

coded_set! {
    /// The flags of one pupil.
    PupilFlags of PupilFlag
}
