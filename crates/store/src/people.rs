//! Who takes part in a programme, and which contacts and pupils accounts are.

use domain::{
    account::{CaseRole, Email},
    id::{AccountId, ContactId, PersonId, ProgrammeId, PupilId, SchoolId},
};
use jiff::civil::Date;

use crate::{Broken, Row, Tx, params};

/// Ties a new account to the contact or pupil its invitation named. A parent
/// of several pupils is a contact of each, found by the invitation's contact
/// having the same name and email address.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn link_account(
    tx: &mut Tx<'_>,
    school: SchoolId,
    account: AccountId,
    email: &Email,
    contact: Option<ContactId>,
    pupil: Option<PupilId>,
) -> Result<(), Broken> {
    if let Some(contact) = contact {
        tx.run(
            "update contact set account_id = ?3
             where school_id = ?1 and account_id is null and (id = ?2 or lower(email) = ?4
                 and lower(name) = (select lower(c.name) from contact c where c.school_id = ?1 and c.id = ?2))",
            &params![school, contact, account, email.lower()],
        )?;
    }
    tx.run(
        "update person set account_id = ?2 where school_id = ?1 and account_id is null
             and contact_id in (select id from contact where school_id = ?1 and account_id = ?2)",
        &params![school, account],
    )?;
    if let Some(pupil) = pupil {
        tx.run(
            "update person set account_id = ?3
             where school_id = ?1 and account_id is null and pupil_id = ?2",
            &params![school, pupil, account],
        )?;
        tx.run(
            "update pupil set account_id = ?3 where school_id = ?1 and id = ?2",
            &params![school, pupil, account],
        )?;
    }
    Ok(())
}

/// Gives one person in one programme their account.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn give_account(
    tx: &mut Tx<'_>,
    school: SchoolId,
    person: PersonId,
    account: AccountId,
) -> Result<u64, Broken> {
    tx.run(
        "update person set account_id = ?3 where school_id = ?1 and id = ?2 and account_id is null",
        &params![school, person, account],
    )
}

/// Someone taking part in one programme.
#[derive(Debug, Clone)]
pub struct PersonRow {
    /// Their id in this programme.
    pub id: PersonId,
    /// The programme.
    pub programme: ProgrammeId,
    /// What they are in it.
    pub role: CaseRole,
    /// Their account, if they have one.
    pub account: Option<AccountId>,
    /// The contact they are, if they are one.
    pub contact: Option<ContactId>,
    /// The pupil they are, if they are the pupil.
    pub pupil: Option<PupilId>,
    /// Their name.
    pub name: String,
    /// What to call them.
    pub known_as: String,
    /// A line about them: "mum", "Brackenford Outreach".
    pub note: Option<String>,
    /// What they teach the pupil, if they do.
    pub subject: Option<String>,
    /// Since when.
    pub added: Date,
    /// Until when.
    pub left: Option<Date>,
}

impl PersonRow {
    /// Somebody with no account, who is nobody else we know of.
    pub fn new(
        id: PersonId,
        programme: ProgrammeId,
        role: CaseRole,
        name: &str,
        added: Date,
    ) -> Self {
        Self {
            id,
            programme,
            role,
            account: None,
            contact: None,
            pupil: None,
            name: name.to_owned(),
            known_as: name.to_owned(),
            note: None,
            subject: None,
            added,
            left: None,
        }
    }
}

fn person(row: &Row) -> Result<PersonRow, Broken> {
    Ok(PersonRow {
        id: row.id(0)?,
        programme: row.id(1)?,
        role: row.read(2)?,
        account: row.maybe_id(3)?,
        contact: row.maybe_id(4)?,
        pupil: row.maybe_id(5)?,
        name: row.text(6)?,
        known_as: row.text(7)?,
        note: row.maybe_text(8)?,
        subject: row.maybe_text(9)?,
        added: row.read(10)?,
        left: row.maybe_read(11)?,
    })
}

/// Everyone who takes or took part in a programme, first come first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_programme(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<PersonRow>, Broken> {
    tx.list(
        "select id, programme_id, role, account_id, contact_id, pupil_id, name, known_as, note, subject,
                added_on, left_on
         from person where school_id = ?1 and programme_id = ?2 order by id",
        &params![school, programme],
        person,
    )
}

/// Adds someone to a programme.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add(tx: &mut Tx<'_>, school: SchoolId, person: &PersonRow) -> Result<(), Broken> {
    tx.run(
        "insert into person (school_id, id, programme_id, role, account_id, contact_id, pupil_id, name,
             known_as, note, subject, added_on, left_on)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        &params![
            school, person.id, person.programme, person.role.code(), person.account, person.contact,
            person.pupil, &person.name, &person.known_as, person.note.as_ref(), person.subject.as_ref(),
            person.added, person.left
        ],
    )?;
    Ok(())
}

/// Someone leaves a programme; what they did stays.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn leave(tx: &mut Tx<'_>, school: SchoolId, id: PersonId, on: Date) -> Result<u64, Broken> {
    tx.run(
        "update person set left_on = ?3 where school_id = ?1 and id = ?2 and left_on is null",
        &params![school, id, on],
    )
}

/// What one account is in every programme it takes part in.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_account(
    tx: &mut Tx<'_>,
    school: SchoolId,
    account: AccountId,
) -> Result<Vec<(ProgrammeId, CaseRole)>, Broken> {
    tx.list(
        "select programme_id, role from person
         where school_id = ?1 and account_id = ?2 and left_on is null order by programme_id, id",
        &params![school, account],
        |row| Ok((row.id(0)?, row.read(1)?)),
    )
}

/// Everything one account is, in whichever programme.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn parts_of_account(
    tx: &mut Tx<'_>,
    school: SchoolId,
    account: AccountId,
) -> Result<Vec<PersonRow>, Broken> {
    tx.list(
        "select id, programme_id, role, account_id, contact_id, pupil_id, name, known_as, note, subject,
                added_on, left_on
         from person where school_id = ?1 and account_id = ?2 order by programme_id, id",
        &params![school, account],
        person,
    )
}

/// The programmes of pupils whose family an account is.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn family_of(
    tx: &mut Tx<'_>,
    school: SchoolId,
    account: AccountId,
) -> Result<Vec<ProgrammeId>, Broken> {
    tx.list(
        "select p.id from programme p join contact c on c.school_id = p.school_id and c.pupil_id = p.pupil_id
         where p.school_id = ?1 and c.account_id = ?2 order by p.id",
        &params![school, account],
        |row| row.id(0),
    )
}
