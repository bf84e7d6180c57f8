//! Who teaches a pupil, as the school's own groups have it: offered where
//! people are added, and shown beside what was gathered. A group gives nobody a
//! part in a programme.

use std::collections::HashMap;

use domain::{
    account::CaseRole,
    group::{GroupPart, GroupPurpose, TeachingGroup},
    id::{PupilId, SchoolId, StaffId},
    programme::ProgrammeRef,
};
use jiff::civil::Date;
use store::{
    Broken, Tx,
    groups::{self, Teacher},
    staff,
};

use crate::{
    Query, Refusal,
    action::Action,
    gate::Viewing,
    subject::{Case, School, account_of},
};

/// One group of a pupil, and who takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taught {
    /// "8K science".
    pub group: String,
    /// What it meets for.
    pub purpose: GroupPurpose,
    /// Who takes it, those who teach first.
    pub staff: Vec<String>,
}

/// Somebody who teaches the pupil and takes no part yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Teaches {
    /// Who.
    pub staff: StaffId,
    /// Their name.
    pub name: String,
    /// What they would be.
    pub role: CaseRole,
    /// What they teach the pupil.
    pub subject: String,
    /// In which groups.
    pub groups: Vec<String>,
}

/// The groups that the pupil of a programme is in today.
#[derive(Debug)]
pub struct GroupsOfPupil {
    /// Which programme.
    pub reference: ProgrammeRef,
}

impl Query for GroupsOfPupil {
    const ACTION: Action = Action::ViewInformation;
    type On = Case;
    type Output = Vec<Taught>;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<Vec<Taught>, Refusal> {
        let (school, today) = (case.programme.school, cx.today());
        let names = staff::of_school(cx.tx(), school)?;
        let names: HashMap<StaffId, String> = names
            .into_iter()
            .filter(|(_, member)| member.works_on(today))
            .map(|(_, member)| (member.id, member.name.full.to_string()))
            .collect();
        let rows = groups::of_pupil(cx.tx(), school, case.pupil.id, today)?;
        Ok(taught(rows, &names))
    }
}

/// The pupils whom the asker teaches or helps today, group by group.
#[derive(Debug, Clone, Copy)]
pub struct PupilsOfTeacher;

impl Query for PupilsOfTeacher {
    const ACTION: Action = Action::ViewReportsNow;
    type On = School;
    type Output = Vec<(TeachingGroup, PupilId)>;

    fn on(&self) {}

    fn run(
        self,
        school: School,
        cx: &mut Viewing<'_, '_>,
    ) -> Result<Vec<(TeachingGroup, PupilId)>, Refusal> {
        // A member of staff and their account share one number.
        let me = StaffId::new(cx.person()?.account.uuid());
        let today = cx.today();
        Ok(groups::of_staff(cx.tx(), school.0.id, me, today)?)
    }
}

fn taught(rows: Vec<Teacher>, names: &HashMap<StaffId, String>) -> Vec<Taught> {
    let mut all: Vec<(TeachingGroup, Taught)> = Vec::new();
    for row in rows {
        let name = row.staff.and_then(|id| names.get(&id)).cloned();
        match all.last_mut() {
            Some((group, taught)) if *group == row.group => taught.staff.extend(name),
            _ => {
                let taught = Taught {
                    group: row.group.described(),
                    purpose: row.group.purpose,
                    staff: name.into_iter().collect(),
                };
                all.push((row.group, taught));
            }
        }
    }
    all.into_iter().map(|(_, taught)| taught).collect()
}

/// Those of the staff who teach the pupil today and take no part yet, the form
/// tutor first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub(super) fn teachers(
    tx: &mut Tx<'_>,
    school: SchoolId,
    case: &Case,
    staff: &[(StaffId, String)],
    today: Date,
) -> Result<Vec<Teaches>, Broken> {
    let names: HashMap<StaffId, &str> = staff
        .iter()
        .map(|(id, name)| (*id, name.as_str()))
        .collect();
    let mut all: Vec<Teaches> = Vec::new();
    for row in groups::of_pupil(tx, school, case.pupil.id, today)? {
        let teaches = row.part == Some(GroupPart::Teaches);
        let Some((id, name)) = row
            .staff
            .filter(|_| teaches)
            .and_then(|id| Some((id, *names.get(&id)?)))
        else {
            continue;
        };
        if case
            .present()
            .any(|person| person.account == Some(account_of(id)))
        {
            continue;
        }
        if let Some(known) = all.iter_mut().find(|one| one.staff == id) {
            known.groups.push(row.group.described());
            continue;
        }
        let role = match row.group.purpose {
            GroupPurpose::Registration => CaseRole::ClassTeacher,
            GroupPurpose::Lessons => CaseRole::SubjectTeacher,
        };
        let subject = row.group.subject.as_ref().map(ToString::to_string);
        let subject = subject.unwrap_or_else(|| row.group.name.to_string());
        all.push(Teaches {
            staff: id,
            name: name.to_owned(),
            role,
            // As much as can be kept of it.
            subject: subject.chars().take(60).collect(),
            groups: vec![row.group.described()],
        });
    }
    Ok(all)
}
