//! Who may read what inside a programme: from the documents' own files.
//!
//! The matrix is data (`forms/`): each document names its readers. Here a
//! person's roles are turned into the matrix's roles, and the widest reading
//! any of them gives is taken. A document that is not in the matrix is hidden.

use std::collections::BTreeMap;

use domain::{
    account::{CaseRole, SchoolRole},
    programme::StageName,
    sealed::Reading,
};
use forms::{Access, Catalogue, How, Role};

use crate::policy::{Facts, Own};

/// What a person with these facts may read, by document number.
pub fn readings(facts: &Facts) -> BTreeMap<&'static str, Reading> {
    let Ok(catalogue) = Catalogue::shipped() else {
        return BTreeMap::new();
    };
    let roles = roles(facts);
    catalogue
        .reading()
        .into_iter()
        .map(|line| {
            let widest = roles
                .iter()
                .map(|role| reading(line.rights.access(*role)))
                .max()
                .unwrap_or(Reading::Hidden);
            // Whoever wrote the referral reads what they wrote, and so does a mentor
            // who met the pupil; the matrix has no column for mentors.
            let wrote = line.document == REFERRAL && facts.own == Own::Mine
                || line.document == MONITORING && facts.case.has(CaseRole::Mentor);
            let least = if wrote { Reading::Own } else { Reading::Hidden };
            (line.document, widest.max(least))
        })
        .fold(BTreeMap::new(), |mut all, (document, reading)| {
            // Two versions of a form stand in two lines; a reader needs one.
            let kept = all.entry(document).or_insert(reading);
            *kept = reading.max(*kept);
            all
        })
}

/// The document that is there before anyone has a role in the programme.
const REFERRAL: &str = "D01";

/// The key worker's record.
const MONITORING: &str = "D31";

fn reading(access: Access) -> Reading {
    match access {
        Access::Full => Reading::Full,
        Access::InPart(How::Own) => Reading::Own,
        Access::InPart(how) => Reading::Part(how.code()),
        Access::Nothing => Reading::Hidden,
    }
}

/// A person's roles in the words of the matrix.
pub(crate) fn roles(facts: &Facts) -> Vec<Role> {
    let school = facts.school.iter().filter_map(of_school);
    let case = facts.case.iter().map(of_case);
    // Until a referral is decided on, any coordinator may be given it to run.
    let waits = facts.stage == Some(StageName::Referred);
    let pool = waits && facts.school.has(SchoolRole::Coordinator);
    school
        .chain(case)
        .chain(pool.then_some(Role::Coordinator))
        .collect()
}

/// School-wide roles that open a programme's documents by themselves. The
/// others do so only through a role in the programme.
const fn of_school(role: SchoolRole) -> Option<Role> {
    match role {
        SchoolRole::Head => Some(Role::Head),
        SchoolRole::Dsl => Some(Role::SafeguardingLead),
        SchoolRole::Senco => Some(Role::Senco),
        SchoolRole::Office => Some(Role::Office),
        SchoolRole::Dpo => Some(Role::DataProtection),
        SchoolRole::Administrator => Some(Role::Administrator),
        SchoolRole::Reporting => Some(Role::Reporting),
        SchoolRole::Coordinator
        | SchoolRole::HeadOfYear
        | SchoolRole::AttendanceOfficer
        | SchoolRole::DesignatedTeacher
        | SchoolRole::Teacher => None,
    }
}

const fn of_case(role: CaseRole) -> Role {
    match role {
        CaseRole::Coordinator => Role::Coordinator,
        CaseRole::KeyWorker => Role::KeyWorker,
        CaseRole::Senco => Role::Senco,
        CaseRole::ClassTeacher => Role::ClassTeacher,
        CaseRole::SubjectTeacher => Role::Staff,
        CaseRole::HeadOfYear => Role::HeadOfYear,
        CaseRole::AttendanceOfficer => Role::Attendance,
        CaseRole::Mentor => Role::Mentor,
        CaseRole::Parent => Role::Parent,
        CaseRole::Carer => Role::Carer,
        CaseRole::Pupil => Role::Pupil,
        CaseRole::Agency => Role::Agency,
        CaseRole::LocalAuthority => Role::Authority,
        CaseRole::Outreach => Role::Outreach,
        CaseRole::SocialWorker => Role::SocialWorker,
        CaseRole::VirtualSchool => Role::VirtualSchool,
    }
}
