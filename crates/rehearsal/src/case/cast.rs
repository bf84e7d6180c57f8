//! Who takes part in a programme.

use app::action::Action;
use domain::{account::CaseRole, commitment::Owner, event::Event};
use store::people::{self, PersonRow};

use super::{Case, MORNING};
use crate::{
    Problem,
    accounts::{Member, name},
    diary::Voice,
    pen::Pen,
    school::line,
    wrong,
};

/// The teachers of one pupil who see lessons.
const TEACHERS: usize = 3;

/// Everyone, first come first.
#[derive(Debug, Default)]
pub(super) struct Cast {
    pub rows: Vec<PersonRow>,
}

impl Cast {
    /// The first with a role.
    pub fn of(&self, role: CaseRole) -> Result<&PersonRow, Problem> {
        let mut all = self.rows.iter();
        all.find(|row| row.role == role)
            .ok_or_else(|| wrong(&("nobody is", role)))
    }

    /// Those who teach.
    pub fn teachers(&self) -> Vec<&PersonRow> {
        let all = self.rows.iter();
        all.filter(|row| row.role == CaseRole::SubjectTeacher)
            .collect()
    }
}

/// Somebody, as plans name them.
pub(super) fn owner(row: &PersonRow) -> Result<Owner, Problem> {
    Ok(Owner {
        person: row.id,
        name: line(&row.name)?,
    })
}

/// Somebody taking part, as the record writes them.
pub(super) fn voice(row: &PersonRow) -> Voice {
    let account = row.account.map(|account| account.to_string());
    Voice {
        actor: account.unwrap_or_else(|| "stranger".into()),
        acting_as: row.role.code().into(),
    }
}

/// Everyone who joins when the head accepts.
pub(super) fn of(pen: &mut Pen<'_, '_>, case: &Case<'_>) -> Cast {
    let (pupil, home) = (&case.pupil.pupil, &case.pupil.home);
    let first = blank(pen, case, CaseRole::Pupil);
    let mut rows = vec![PersonRow {
        pupil: Some(pupil.id),
        name: pupil.name.full(),
        known_as: pupil.name.called().to_owned(),
        ..first
    }];
    let second = blank(pen, case, CaseRole::Parent);
    rows.push(PersonRow {
        contact: Some(home.id),
        name: home.name.full.to_string(),
        known_as: home.name.called().to_owned(),
        note: Some(home.relationship.label().to_lowercase()),
        ..second
    });
    let senco = pen.school.staff.senco().clone();
    let staff = [
        (CaseRole::Coordinator, &case.coordinator),
        (CaseRole::KeyWorker, &case.key_worker),
        (CaseRole::Senco, &senco),
    ];
    for (role, member) in staff {
        rows.push(at_school(blank(pen, case, role), member));
    }
    let outside = blank(pen, case, CaseRole::Outreach);
    rows.push(PersonRow {
        name: name(&mut pen.dice),
        note: Some("Outreach".into()),
        ..outside
    });
    for teacher in 0..TEACHERS {
        let member = pen.school.staff.teacher(case.number + 1 + teacher).clone();
        rows.push(at_school(
            blank(pen, case, CaseRole::SubjectTeacher),
            &member,
        ));
    }
    Cast { rows }
}

fn at_school(row: PersonRow, member: &Member) -> PersonRow {
    PersonRow {
        account: Some(member.account),
        name: member.name.clone(),
        note: Some(member.job.clone()),
        subject: member.subject.map(str::to_owned),
        ..row
    }
}

fn blank(pen: &mut Pen<'_, '_>, case: &Case<'_>, role: CaseRole) -> PersonRow {
    let at = pen.at(case.story.accepted, MORNING);
    PersonRow::new(pen.dice.id(at), case.id, role, "", case.story.accepted)
}

impl Case<'_> {
    /// Writes down who takes part.
    pub(super) fn join(&self, pen: &mut Pen<'_, '_>) -> Result<(), Problem> {
        let head = pen.school.staff.head().voice();
        for row in &self.cast.rows {
            let known_as = match row.known_as.as_str() {
                "" => row.name.split(' ').next().unwrap_or_default().to_owned(),
                known => known.to_owned(),
            };
            let row = PersonRow {
                known_as,
                ..row.clone()
            };
            people::add(pen.tx, pen.school.id, &row)?;
            let at = pen.at(self.story.accepted, MORNING);
            let event = Event::PersonAdded {
                programme: self.id,
                person: row.id,
                role: row.role,
            };
            pen.happened((at, &head), Action::AcceptReferral, event);
        }
        Ok(())
    }
}
