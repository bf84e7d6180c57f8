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
    /// statements (S) became plans. Code and words may stand together, as in
    /// `K - SEN support`, if both mean the same.
    ///
    /// ```
    /// use intake::cells::sen::SenStage;
    /// assert_eq!(SenStage::read("SEN Support (K)"), Some(SenStage::Support));
    /// assert_eq!(SenStage::read("K - no SEN"), None);
    /// ```
    pub fn read(words: &str) -> Option<Self> {
        if let Some(stage) = Self::named(words) {
            return Some(stage);
        }
        let ends = |c: char| c.is_whitespace() || matches!(c, '-' | '\u{2013}' | '\u{2014}' | ':');
        let words = words.strip_suffix(')').unwrap_or(words);
        let in_two = [
            words.split_once(ends),
            words.split_once('('),
            words.rsplit_once(ends),
        ];
        in_two.into_iter().flatten().find_map(|(one, other)| {
            let stage = Self::named(one)?;
            (Self::named(other) == Some(stage)).then_some(stage)
        })
    }

    fn named(words: &str) -> Option<Self> {
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
