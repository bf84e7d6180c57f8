//! Sets of roles: small, copied about freely, stored as their codes.

use std::{fmt, str::FromStr};

use super::role::{CaseRole, SchoolRole};
use crate::codes::UnknownCode;

macro_rules! role_set {
    ($(#[$doc:meta])* $set:ident of $role:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Default, Hash)]
        pub struct $set(u32);

        impl $set {
            /// Nobody.
            pub const NONE: Self = Self(0);

            /// These roles.
            pub const fn of(roles: &[$role]) -> Self {
                let mut set = Self::NONE;
                let mut rest = roles;
                while let [first, others @ ..] = rest {
                    set = set.with(*first);
                    rest = others;
                }
                set
            }

            /// This set and one role more.
            #[must_use]
            pub const fn with(self, role: $role) -> Self {
                Self(self.0 | 1 << role as u32)
            }

            /// This set without one role.
            #[must_use]
            pub const fn without(self, role: $role) -> Self {
                Self(self.0 & !(1 << role as u32))
            }

            /// Everything in either set.
            #[must_use]
            pub const fn and(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// Whether the role is in the set.
            pub const fn has(self, role: $role) -> bool {
                self.0 & 1 << role as u32 != 0
            }

            /// Whether the sets share a role.
            pub const fn has_any(self, other: Self) -> bool {
                self.0 & other.0 != 0
            }

            /// Whether nothing is in the set.
            pub const fn is_empty(self) -> bool {
                self.0 == 0
            }

            /// The roles, in the order people see them.
            pub fn iter(self) -> impl Iterator<Item = $role> {
                $role::ALL.iter().copied().filter(move |role| self.has(*role))
            }
        }

        impl FromIterator<$role> for $set {
            fn from_iter<I: IntoIterator<Item = $role>>(roles: I) -> Self {
                roles.into_iter().fold(Self::NONE, Self::with)
            }
        }

        /// The codes with a space between: the stored form.
        impl fmt::Display for $set {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                for (n, role) in self.iter().enumerate() {
                    if n > 0 {
                        f.write_str(" ")?;
                    }
                    f.write_str(role.code())?;
                }
                Ok(())
            }
        }

        impl fmt::Debug for $set {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "[{self}]")
            }
        }

        impl FromStr for $set {
            type Err = UnknownCode;

            fn from_str(codes: &str) -> Result<Self, UnknownCode> {
                codes.split_whitespace().map(str::parse::<$role>).collect()
            }
        }
    };
}

role_set! {
    /// What someone is in the whole school.
    SchoolRoles of SchoolRole
}

role_set! {
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
