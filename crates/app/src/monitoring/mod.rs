//! Every day: ticks, absences, short notes, and the page a teacher ticks on.

pub mod check_in;
pub mod check_in_form;
pub mod check_ins;
pub mod note;
pub mod rate;
pub mod reports_now;
mod since;
pub(crate) mod there;

use domain::{
    account::CaseRole,
    commitment::{HowOften, Owner},
    dates::SchoolCalendar,
    programme::Programme,
};
use jiff::civil::Date;
use store::{Broken, Tx, people::PersonRow};

pub use since::SinceLast;

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

/// When the key worker and the pupil next meet: as often as the plan in force
/// says, in school days from the last time. Where the term dates do not reach
/// that far, the last time itself stands: late rather than lost.
pub(crate) fn next_check_in(
    tx: &mut Tx<'_>,
    programme: &Programme,
    calendar: &SchoolCalendar,
    from: Date,
) -> Result<Date, Broken> {
    let plan = store::plans::newest(tx, programme.school, programme.id)?;
    let monitoring = plan.and_then(|plan| plan.plan().monitoring.clone());
    let often = monitoring.map_or(HowOften::Weekly, |who| who.how_often);
    Ok(calendar
        .add_school_days(from, often.within())
        .unwrap_or(from))
}

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
