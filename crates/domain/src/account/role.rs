//! Roles: every part a person can play, school-wide and in one programme.
//!
//! The lists only name the parts; what each part may do or read is policy.

use crate::coded;

coded! {
    /// Every part somebody can play around a programme, including those who
    /// never sign in.
    pub enum Role {
        /// Headteacher or principal, or the senior leader acting for them.
        Head => "head", "Headteacher";
        /// Runs the programme from referral to aftercare.
        Coordinator => "coordinator", "Coordinator";
        /// The adult the pupil gets on with, who meets them every week or two.
        KeyWorker => "key_worker", "Key worker";
        /// Coordinates special educational needs.
        Senco => "senco", "SENCO";
        /// Receives child-protection concerns.
        Dsl => "dsl", "Designated safeguarding lead";
        /// Looks after the schooling of looked-after pupils.
        DesignatedTeacher => "designated_teacher", "Designated teacher";
        /// Class teacher in primary, form tutor in secondary.
        ClassTeacher => "class_teacher", "Class teacher or tutor";
        /// Subject teacher, teaching assistant or lunchtime staff.
        SubjectTeacher => "subject_teacher", "Subject teacher";
        /// Head of year or pastoral lead; often makes the referral.
        HeadOfYear => "head_of_year", "Head of year";
        /// Keeps the attendance record.
        AttendanceOfficer => "attendance_officer", "Attendance officer";
        /// A trained adult mentor, from the school or outside it.
        Mentor => "mentor", "Mentor";
        /// Another pupil, named in the plan by initials only.
        PeerMentor => "peer_mentor", "Peer mentor";
        /// A parent in education law.
        Parent => "parent", "Parent";
        /// A foster, kinship or residential carer.
        Carer => "carer", "Carer";
        /// The pupil.
        Pupil => "pupil", "Pupil";
        /// A professional from another organisation.
        Agency => "agency", "Outside professional";
        /// An inclusion or exclusion officer of the local authority.
        LocalAuthority => "local_authority", "Council officer";
        /// An outreach worker from alternative provision or a pupil referral unit.
        Outreach => "outreach", "Outreach worker";
        /// A social worker.
        SocialWorker => "social_worker", "Social worker";
        /// An officer of the virtual school for looked-after pupils.
        VirtualSchool => "virtual_school", "Virtual school officer";
        /// Clerk to the governors; is handed an export and nothing else.
        Clerk => "clerk", "Clerk to governors";
        /// School office.
        Office => "office", "School office";
        /// Data protection lead.
        Dpo => "dpo", "Data protection lead";
        /// Sets the system up; sees no case content by default.
        Administrator => "administrator", "System administrator";
        /// Reads totals only, small numbers hidden.
        Reporting => "reporting", "Reporting user";
    }
}

coded! {
    /// What someone is in the whole school.
    pub enum SchoolRole {
        /// Headteacher or principal, or the senior leader acting for them.
        Head => "head", "Headteacher";
        /// In the pool of people who may be given a programme to run.
        Coordinator => "coordinator", "Coordinator";
        /// Designated safeguarding lead, or a deputy.
        Dsl => "dsl", "Designated safeguarding lead";
        /// Special educational needs coordinator.
        Senco => "senco", "SENCO";
        /// Head of year or pastoral lead.
        HeadOfYear => "head_of_year", "Head of year";
        /// Attendance officer.
        AttendanceOfficer => "attendance_officer", "Attendance officer";
        /// Designated teacher for looked-after pupils.
        DesignatedTeacher => "designated_teacher", "Designated teacher";
        /// Any teaching or support staff.
        Teacher => "teacher", "Teacher";
        /// School office.
        Office => "office", "School office";
        /// Data protection lead.
        Dpo => "dpo", "Data protection lead";
        /// System administrator.
        Administrator => "administrator", "System administrator";
        /// Reads totals only.
        Reporting => "reporting", "Reporting user";
    }
}

coded! {
    /// What someone is to one pupil's programme.
    pub enum CaseRole {
        /// Owns the programme; exactly one at a time.
        Coordinator => "coordinator", "Coordinator";
        /// The key adult; at most one at a time.
        KeyWorker => "key_worker", "Key worker";
        /// The SENCO for this pupil.
        Senco => "senco", "SENCO";
        /// The pupil's class teacher or form tutor.
        ClassTeacher => "class_teacher", "Class teacher or tutor";
        /// Teaches or supervises the pupil.
        SubjectTeacher => "subject_teacher", "Subject teacher";
        /// The pupil's head of year.
        HeadOfYear => "head_of_year", "Head of year";
        /// Follows the pupil's attendance.
        AttendanceOfficer => "attendance_officer", "Attendance officer";
        /// Mentors the pupil; may come from outside the school.
        Mentor => "mentor", "Mentor";
        /// A parent in education law.
        Parent => "parent", "Parent";
        /// A foster, kinship or residential carer.
        Carer => "carer", "Carer";
        /// The pupil.
        Pupil => "pupil", "Pupil";
        /// A professional from another organisation.
        Agency => "agency", "Outside professional";
        /// A council officer.
        LocalAuthority => "local_authority", "Council officer";
        /// An outreach worker from alternative provision.
        Outreach => "outreach", "Outreach worker";
        /// The pupil's social worker.
        SocialWorker => "social_worker", "Social worker";
        /// The virtual school's officer.
        VirtualSchool => "virtual_school", "Virtual school officer";
    }
}

/// How someone in a role reaches the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Signs in.
    Account,
    /// Signs in, or uses a link or code that opens one form.
    AccountOrLink,
    /// Only ever a link or code that opens one form.
    Link,
    /// Never reaches it.
    Nothing,
}

impl Role {
    /// How someone in this role may reach the system.
    pub const fn access(self) -> Access {
        match self {
            Self::Head
            | Self::Coordinator
            | Self::KeyWorker
            | Self::Senco
            | Self::Dsl
            | Self::DesignatedTeacher
            | Self::ClassTeacher
            | Self::HeadOfYear
            | Self::AttendanceOfficer
            | Self::Office
            | Self::Dpo
            | Self::Administrator
            | Self::Reporting => Access::Account,
            Self::SubjectTeacher
            | Self::Mentor
            | Self::Parent
            | Self::Carer
            | Self::Pupil
            | Self::LocalAuthority
            | Self::Outreach => Access::AccountOrLink,
            Self::Agency | Self::SocialWorker | Self::VirtualSchool => Access::Link,
            Self::PeerMentor | Self::Clerk => Access::Nothing,
        }
    }
}

impl CaseRole {
    /// The same part in the full list.
    pub const fn role(self) -> Role {
        match self {
            Self::Coordinator => Role::Coordinator,
            Self::KeyWorker => Role::KeyWorker,
            Self::Senco => Role::Senco,
            Self::ClassTeacher => Role::ClassTeacher,
            Self::SubjectTeacher => Role::SubjectTeacher,
            Self::HeadOfYear => Role::HeadOfYear,
            Self::AttendanceOfficer => Role::AttendanceOfficer,
            Self::Mentor => Role::Mentor,
            Self::Parent => Role::Parent,
            Self::Carer => Role::Carer,
            Self::Pupil => Role::Pupil,
            Self::Agency => Role::Agency,
            Self::LocalAuthority => Role::LocalAuthority,
            Self::Outreach => Role::Outreach,
            Self::SocialWorker => Role::SocialWorker,
            Self::VirtualSchool => Role::VirtualSchool,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_role_has_the_code_and_word_of_the_full_list() {
        for role in CaseRole::ALL {
            assert_eq!(role.code(), role.role().code());
            assert_eq!(role.label(), role.role().label());
        }
    }

    #[test]
    fn a_school_role_other_than_teacher_has_the_code_of_the_full_list() {
        for role in SchoolRole::ALL
            .iter()
            .filter(|r| **r != SchoolRole::Teacher)
        {
            assert_eq!(
                role.code().parse::<Role>().map(Role::label),
                Ok(role.label())
            );
        }
    }

    #[test]
    fn another_pupil_and_the_clerk_never_reach_the_system() {
        let shut_out: Vec<_> = Role::ALL
            .iter()
            .filter(|role| role.access() == Access::Nothing)
            .collect();
        assert_eq!(shut_out, [&Role::PeerMentor, &Role::Clerk]);
    }
}
