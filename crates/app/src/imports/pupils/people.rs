//! What a contact is to a pupil, and whether education law treats them as a
//! parent. Not known is left not known: it counts as no.

use domain::contact::{Known, Relationship};
use intake::cells::contact::Relationship as Said;

/// The stored word for what a file says.
pub(super) fn relationship(said: Said) -> Relationship {
    said.code().parse().unwrap_or(Relationship::Other)
}

/// Whether they are a parent in education law, as far as a file can tell: a
/// parent or step parent with parental responsibility, and whoever has the
/// care of the child.
pub(super) const fn parent_in_law(said: Said, responsibility: Known) -> Known {
    match said {
        Said::Mother | Said::Father | Said::StepMother | Said::StepFather | Said::StepParent => {
            match responsibility {
                Known::Yes => Known::Yes,
                Known::No | Known::Unknown => Known::Unknown,
            }
        }
        Said::FosterMother | Said::FosterFather | Said::Carer => Known::Yes,
        Said::Childminder
        | Said::Doctor
        | Said::FamilyMember
        | Said::HeadTeacher
        | Said::Relative
        | Said::Religious
        | Said::SocialWorker
        | Said::Teacher
        | Said::Other => Known::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_responsibility_or_care_makes_someone_a_parent_in_law() {
        for (said, responsibility, parent) in [
            (Said::Mother, Known::Yes, Known::Yes),
            (Said::Father, Known::Unknown, Known::Unknown),
            (Said::StepParent, Known::No, Known::Unknown),
            (Said::FosterMother, Known::No, Known::Yes),
            (Said::Carer, Known::Unknown, Known::Yes),
            (Said::SocialWorker, Known::Yes, Known::Unknown),
            (Said::Relative, Known::Unknown, Known::Unknown),
        ] {
            assert_eq!(parent_in_law(said, responsibility), parent, "{said:?}");
        }
    }

    #[test]
    fn every_relationship_of_a_file_has_a_stored_word() {
        for said in Said::ALL {
            let stored = relationship(*said);
            let unlisted = *said == Said::StepParent || *said == Said::Other;
            assert_eq!(stored == Relationship::Other, unlisted, "{said:?}");
        }
    }
}
