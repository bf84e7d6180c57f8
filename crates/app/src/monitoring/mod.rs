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

/// The asker as someone who works with this pupil, teachers first.
pub(crate) fn as_adult<'c>(case: &'c Case, me: &Identity) -> Option<&'c PersonRow> {
    let mine: Vec<&PersonRow> = case.as_person(me).collect();
    SEES_LESSONS
        .iter()
        .find_map(|role| mine.iter().copied().find(|person| person.role == *role))
}

/// The asker as a named person, or not found.
pub(crate) fn me_as_owner(case: &Case, me: &Identity) -> Result<(Owner, PersonRow), Refusal> {
    let person = as_adult(case, me).ok_or(Refusal::NotFound)?;
    let owner = crate::meetings::owner(person).ok_or(Refusal::NotFound)?;
    Ok((owner, person.clone()))
}
