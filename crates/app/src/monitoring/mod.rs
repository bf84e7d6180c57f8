//! Every day: ticks, absences, short notes, and the page a teacher ticks on.

pub mod note;
pub mod rate;
pub mod reports_now;

use domain::{account::CaseRole, commitment::Owner};
use store::people::PersonRow;

use crate::{Identity, Refusal, subject::Case};

/// Roles whose holders see lessons.
pub(crate) const SEES_LESSONS: [CaseRole; 6] = [
    CaseRole::SubjectTeacher,
    CaseRole::ClassTeacher,
    CaseRole::KeyWorker,
    CaseRole::Mentor,
    CaseRole::Senco,
    CaseRole::Coordinator,
];

/// Roles whose holders write notes: whoever works with the pupil at school.
const WRITES_NOTES: [CaseRole; 8] = [
    CaseRole::SubjectTeacher,
    CaseRole::ClassTeacher,
    CaseRole::KeyWorker,
    CaseRole::Mentor,
    CaseRole::Senco,
    CaseRole::Coordinator,
    CaseRole::HeadOfYear,
    CaseRole::AttendanceOfficer,
];

/// The asker as a named person in the first of these roles that they hold, or
/// not found.
fn me_as_owner(
    case: &Case,
    me: &Identity,
    roles: &[CaseRole],
) -> Result<(Owner, PersonRow), Refusal> {
    let mine: Vec<&PersonRow> = case.as_person(me).collect();
    let in_role = |role: &CaseRole| mine.iter().copied().find(|person| person.role == *role);
    let person = roles.iter().find_map(in_role).ok_or(Refusal::NotFound)?;
    let owner = crate::meetings::owner(person).ok_or(Refusal::NotFound)?;
    Ok((owner, person.clone()))
}
