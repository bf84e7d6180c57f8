//! Special educational needs: the stage of support and the kind of need.

use crate::field::normalised;

domain::coded! {
    /// The stage of support, by its census code.
    pub enum SenStage {
        /// No special educational need.
        NoNeed => "N", "No special educational need";
        /// SEN support.
        Support => "K", "SEN support";
        /// Education, health and care plan.
        Plan => "E", "Education, health and care plan";
    }
}

impl SenStage {
    /// Reads a census code, old ones too, or the words for it.
    ///
    /// School Action (A) and School Action Plus (P) became SEN support;
    /// statements (S) became plans.
    pub fn read(words: &str) -> Option<Self> {
        match normalised(words).as_str() {
            "n" | "none" | "no" | "nosen" | "nospecialeducationalneed" => Some(Self::NoNeed),
            "k" | "a" | "p" | "sensupport" | "support" | "schoolaction" | "schoolactionplus" => {
                Some(Self::Support)
            }
            "e" | "s" | "ehcp" | "ehcplan" | "ehc" | "statement" | "educationhealthandcareplan" => {
                Some(Self::Plan)
            }
            _ => None,
        }
    }
}

domain::coded! {
    /// The kind of need, by its census code.
    pub enum SenNeed {
        /// SPLD.
        SpecificLearning => "SPLD", "Specific learning difficulty";
        /// MLD.
        ModerateLearning => "MLD", "Moderate learning difficulty";
        /// SLD.
        SevereLearning => "SLD", "Severe learning difficulty";
        /// PMLD.
        ProfoundLearning => "PMLD", "Profound and multiple learning difficulty";
        /// SEMH.
        SocialEmotional => "SEMH", "Social, emotional and mental health";
        /// SLCN.
        Speech => "SLCN", "Speech, language and communication needs";
        /// HI.
        Hearing => "HI", "Hearing impairment";
        /// VI.
        Vision => "VI", "Vision impairment";
        /// MSI.
        MultiSensory => "MSI", "Multi-sensory impairment";
        /// PD.
        Physical => "PD", "Physical disability";
        /// ASD.
        Autism => "ASD", "Autistic spectrum disorder";
        /// DS.
        Down => "DS", "Down syndrome";
        /// OTH.
        Other => "OTH", "Other difficulty or disability";
        /// NSA.
        NotAssessed => "NSA", "SEN support, no specialist assessment of type";
    }
}

impl SenNeed {
    /// Reads a census code or its words, in any case.
    pub fn read(words: &str) -> Option<Self> {
        let wanted = normalised(words);
        Self::ALL
            .iter()
            .copied()
            .find(|need| normalised(need.code()) == wanted || normalised(need.label()) == wanted)
    }
}
