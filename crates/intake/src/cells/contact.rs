//! Who a contact is to a pupil.
//!
//! None of these says who has parental responsibility: that is a field of its
//! own.

use crate::{cells::typed::Typed, field::normalised};

domain::coded! {
    /// Who someone is to a pupil, by the code of the Common Transfer File.
    pub enum Relationship {
        /// PAM.
        Mother => "PAM", "Mother";
        /// PAF.
        Father => "PAF", "Father";
        /// STM.
        StepMother => "STM", "Step mother";
        /// STF.
        StepFather => "STF", "Step father";
        /// STP.
        StepParent => "STP", "Step parent";
        /// FOM.
        FosterMother => "FOM", "Foster mother";
        /// FOF.
        FosterFather => "FOF", "Foster father";
        /// CAR.
        Carer => "CAR", "Carer";
        /// CHM.
        Childminder => "CHM", "Childminder";
        /// DOC.
        Doctor => "DOC", "Doctor";
        /// FAM.
        FamilyMember => "FAM", "Other family member";
        /// HTC.
        HeadTeacher => "HTC", "Head teacher";
        /// REL.
        Relative => "REL", "Other relative";
        /// RLG.
        Religious => "RLG", "Religious contact";
        /// SWR.
        SocialWorker => "SWR", "Social worker";
        /// TCH.
        Teacher => "TCH", "Teacher";
        /// OTH.
        Other => "OTH", "Other contact";
    }
}

/// Who a contact is: our nearest word, and the school's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// The nearest of the published kinds; `Other` where none is near.
    pub kind: Relationship,
    /// What the file says.
    pub words: Typed,
}

impl Relation {
    /// Reads a code or the school's words; `None` if blank.
    pub fn read(words: &str) -> Option<Self> {
        let kind = Relationship::read(words);
        let words = Typed::read(words)?;
        Some(Self { kind, words })
    }
}

impl Relationship {
    /// The kind nearest to the school's words, or `Other`.
    pub fn read(words: &str) -> Self {
        let wanted = normalised(words);
        let listed = Self::ALL
            .iter()
            .copied()
            .find(|kind| normalised(kind.code()) == wanted || normalised(kind.label()) == wanted);
        listed.unwrap_or(match wanted.as_str() {
            "mum" | "mam" | "mom" | "birthmother" | "adoptivemother" => Self::Mother,
            "dad" | "birthfather" | "adoptivefather" => Self::Father,
            "stepmum" => Self::StepMother,
            "stepdad" => Self::StepFather,
            "guardian" | "legalguardian" | "fostercarer" | "specialguardian" => Self::Carer,
            "grandmother" | "grandfather" | "grandparent" | "aunt" | "uncle" | "cousin" => {
                Self::Relative
            }
            "brother" | "sister" | "sibling" => Self::FamilyMember,
            _ => Self::Other,
        })
    }
}
