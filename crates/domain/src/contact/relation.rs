//! What a contact is to the pupil.

use crate::coded;

coded! {
    /// Relationship, with the code of the national data set. None of them
    /// says who has parental responsibility.
    pub enum Relationship {
        /// Mother.
        Mother => "PAM", "Mother";
        /// Father.
        Father => "PAF", "Father";
        /// Step mother.
        StepMother => "STM", "Step mother";
        /// Step father.
        StepFather => "STF", "Step father";
        /// Foster mother.
        FosterMother => "FOM", "Foster mother";
        /// Foster father.
        FosterFather => "FOF", "Foster father";
        /// Carer.
        Carer => "CAR", "Carer";
        /// Other family member.
        Family => "FAM", "Other family member";
        /// Other relative.
        Relative => "REL", "Other relative";
        /// Childminder.
        Childminder => "CHM", "Childminder";
        /// Social worker.
        SocialWorker => "SWR", "Social worker";
        /// Doctor.
        Doctor => "DOC", "Doctor";
        /// Head teacher.
        HeadTeacher => "HTC", "Head teacher";
        /// Teacher.
        Teacher => "TCH", "Teacher";
        /// Religious contact.
        Religious => "RLG", "Religious contact";
        /// Anyone else.
        Other => "OTH", "Other contact";
    }
}

coded! {
    /// A fact that someone has checked, or not.
    pub enum Known {
        /// Checked, and so.
        Yes => "yes", "Yes";
        /// Checked, and not so.
        No => "no", "No";
        /// Nobody has checked, which counts as no.
        Unknown => "unknown", "Not known";
    }
}

impl Known {
    /// Whether it may be relied on. Not known is no.
    pub const fn yes(self) -> bool {
        matches!(self, Self::Yes)
    }
}
