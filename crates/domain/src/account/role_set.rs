//! Sets of roles: small, copied about freely, stored as their codes.

use super::role::{CaseRole, SchoolRole};
use crate::coded_set;

coded_set! {
    /// What someone is in the whole school.
    SchoolRoles of SchoolRole
}

coded_set! {
    /// What someone is to one programme.
    CaseRoles of CaseRole
}

impl CaseRoles {
    /// Parents and carers.
    pub const FAMILY: Self = Self::of(&[CaseRole::Parent, CaseRole::Carer]);

    /// People from outside the school, who see only what is shared with them.
    pub const OUTSIDE: Self = Self::of(&[
        CaseRole::Agency,
        CaseRole::LocalAuthority,
        CaseRole::Outreach,
        CaseRole::SocialWorker,
        CaseRole::VirtualSchool,
    ]);

    /// The school's own staff. A mentor may come from outside, so is not here.
    pub const STAFF: Self = Self::of(&[
        CaseRole::Coordinator,
        CaseRole::KeyWorker,
        CaseRole::Senco,
        CaseRole::ClassTeacher,
        CaseRole::SubjectTeacher,
        CaseRole::HeadOfYear,
        CaseRole::AttendanceOfficer,
    ]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_reads_back_what_it_writes() {
        let amina = SchoolRoles::of(&[SchoolRole::Teacher, SchoolRole::Coordinator]);
        assert_eq!(amina.to_string(), "coordinator teacher");
        assert_eq!(amina.to_string().parse(), Ok(amina));
        assert_eq!("".parse(), Ok(SchoolRoles::NONE));
        assert!("coordinator wizard".parse::<SchoolRoles>().is_err());
    }

    #[test]
    fn roles_are_added_and_taken_away_one_at_a_time() {
        let joel = CaseRoles::NONE
            .with(CaseRole::Mentor)
            .with(CaseRole::KeyWorker);
        assert!(joel.has(CaseRole::Mentor) && !joel.has(CaseRole::Coordinator));
        assert!(joel.has_any(CaseRoles::STAFF));
        assert!(!joel.without(CaseRole::KeyWorker).has_any(CaseRoles::STAFF));
    }

    #[test]
    fn every_case_role_is_family_outside_staff_pupil_or_mentor_and_only_one() {
        let groups = [CaseRoles::FAMILY, CaseRoles::OUTSIDE, CaseRoles::STAFF];
        for role in CaseRole::ALL {
            let found = groups.iter().filter(|group| group.has(*role)).count();
            let alone = matches!(role, CaseRole::Pupil | CaseRole::Mentor);
            assert_eq!(found, usize::from(!alone), "{role:?}");
        }
    }
}
