//! Yes and no, and the sex recorded for the census.

domain::coded! {
    /// A plain answer; a blank cell is no answer at all.
    pub enum YesNo {
        /// Yes.
        Yes => "Y", "Yes";
        /// No.
        No => "N", "No";
    }
}

impl YesNo {
    /// Reads Y/N, yes/no, true/false, T/F and 1/0 in any case.
    pub fn read(words: &str) -> Option<Self> {
        match words.to_lowercase().as_str() {
            "y" | "yes" | "true" | "t" | "1" => Some(Self::Yes),
            "n" | "no" | "false" | "f" | "0" => Some(Self::No),
            _ => None,
        }
    }
}

domain::coded! {
    /// The sex a school records for the census.
    pub enum Sex {
        /// Female.
        Female => "F", "Female";
        /// Male.
        Male => "M", "Male";
    }
}

impl Sex {
    /// Reads F, M, female, male, girl and boy in any case.
    pub fn read(words: &str) -> Option<Self> {
        match words.to_lowercase().as_str() {
            "f" | "female" | "girl" => Some(Self::Female),
            "m" | "male" | "boy" => Some(Self::Male),
            _ => None,
        }
    }
}
