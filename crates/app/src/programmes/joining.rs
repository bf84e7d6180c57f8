//! Putting people into a programme: the pupil, family, and staff, each once.

use domain::{
    account::CaseRole,
    contact::{Contact, Relationship, Standing},
    event::Event,
    id::{AccountId, PersonId, StaffId},
};
use store::{contacts, people, people::PersonRow, pupils, staff};

use crate::{
    Refusal,
    gate::Granted,
    subject::{Case, account_of},
};

/// Words when somebody chosen is not on the staff list, or has left.
pub(super) const NOT_ON_STAFF: &str = "Choose someone who works at the school";

/// Adds a row and its event, unless this person is that already.
fn join(cx: &mut Granted<'_, '_>, case: &Case, row: PersonRow) -> Result<PersonId, Refusal> {
    let same = people::of_programme(cx.tx(), case.programme.school, case.programme.id)?
        .into_iter()
        .find(|one| {
            one.left.is_none()
                && one.role == row.role
                && one.account == row.account
                && one.contact == row.contact
                && one.pupil == row.pupil
                && one.name == row.name
        });
    if let Some(same) = same {
        return Ok(same.id);
    }
    people::add(cx.tx(), case.programme.school, &row)?;
    cx.also(Event::PersonAdded {
        programme: case.programme.id,
        person: row.id,
        role: row.role,
    });
    Ok(row.id)
}

/// A row to fill in.
pub(super) fn blank(
    cx: &Granted<'_, '_>,
    case: &Case,
    role: CaseRole,
) -> Result<PersonRow, Refusal> {
    let id = cx.new_id()?;
    Ok(PersonRow::new(id, case.programme.id, role, "", cx.today()))
}

/// The pupil.
pub(super) fn join_pupil(cx: &mut Granted<'_, '_>, case: &Case) -> Result<PersonId, Refusal> {
    let account = pupils::account(cx.tx(), case.programme.school, case.pupil.id)?;
    let row = PersonRow {
        account,
        pupil: Some(case.pupil.id),
        name: case.pupil.name.full(),
        known_as: case.pupil.name.called().to_owned(),
        ..blank(cx, case, CaseRole::Pupil)?
    };
    join(cx, case, row)
}

/// A member of staff. Nobody works on a programme of a child of their own.
pub(super) fn join_staff(
    cx: &mut Granted<'_, '_>,
    case: &Case,
    who: StaffId,
    role: CaseRole,
    subject: Option<String>,
) -> Result<PersonId, Refusal> {
    let (school, today) = (case.programme.school, cx.today());
    let member = staff::find(cx.tx(), school, who)?
        .filter(|member| member.left_on.is_none_or(|left| left >= today))
        .ok_or_else(|| Refusal::field(role.code(), NOT_ON_STAFF))?;
    let account = account_of(who);
    let family = contacts::accounts_of_pupil(cx.tx(), school, case.pupil.id)?;
    if family.iter().any(|(_, one)| *one == account) {
        return Err(Refusal::field(
            role.code(),
            "Choose someone who is not family of the pupil",
        ));
    }
    let row = PersonRow {
        account: Some(account),
        known_as: member.name.called().to_owned(),
        note: member.post.map(String::from),
        name: member.name.full.into(),
        subject,
        ..blank(cx, case, role)?
    };
    join(cx, case, row)
}

/// One contact, if they may be told of the programme at all.
pub(super) fn join_contact(
    cx: &mut Granted<'_, '_>,
    case: &Case,
    contact: Contact,
) -> Result<Option<PersonId>, Refusal> {
    if contact.standing(cx.today()) == Standing::Nothing {
        return Ok(None);
    }
    let accounts = contacts::accounts_of_pupil(cx.tx(), case.programme.school, case.pupil.id)?;
    let account: Option<AccountId> = accounts
        .iter()
        .find(|(id, _)| *id == contact.id)
        .map(|(_, account)| *account);
    let row = PersonRow {
        account,
        contact: Some(contact.id),
        known_as: contact.name.called().to_owned(),
        note: Some(contact.relationship.label().to_lowercase()),
        name: contact.name.full.into(),
        ..blank(cx, case, role_of(contact.relationship))?
    };
    join(cx, case, row).map(Some)
}

/// Someone outside school and family, by name.
pub(super) fn join_outside(
    cx: &mut Granted<'_, '_>,
    case: &Case,
    row: PersonRow,
) -> Result<PersonId, Refusal> {
    join(cx, case, row)
}

const fn role_of(relationship: Relationship) -> CaseRole {
    match relationship {
        Relationship::FosterMother
        | Relationship::FosterFather
        | Relationship::Carer
        | Relationship::Childminder => CaseRole::Carer,
        _ => CaseRole::Parent,
    }
}
