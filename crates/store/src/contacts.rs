//! Parents, carers and other contacts. How to reach them goes to staff pages
//! alone; what is shown to one contact never holds another's.

use std::collections::BTreeSet;

use domain::{
    account::PersonName,
    contact::{Contact, EndedEarly, Reach, Restriction},
    id::{AccountId, ContactId, PupilId, SchoolId},
};
use jiff::Timestamp;

use crate::{Broken, Row, Tx, params, pupils::Source};

fn read(row: &Row) -> Result<Contact, Broken> {
    Ok(Contact {
        school: row.id(0)?,
        id: row.id(1)?,
        pupil: row.id(2)?,
        order: row.maybe_small(3)?,
        name: PersonName {
            full: row.line(4)?,
            likes: row.maybe_text(5)?.map(|_| row.line(5)).transpose()?,
        },
        relationship: row.read(6)?,
        responsibility: row.read(7)?,
        parent_in_law: row.read(8)?,
        lives_with: row.read(9)?,
        reach: Reach {
            email: row.maybe_read(10)?,
            phone: row.maybe_text(11)?.map(|_| row.line(11)).transpose()?,
            address: row
                .maybe_text(12)?
                .and_then(|text| domain::text::Prose::new(&text).ok()),
            writes: row.maybe_text(13)?.map(|_| row.line(13)).transpose()?,
            speaks: row.maybe_text(14)?.map(|_| row.line(14)).transpose()?,
            needs: row.read(15)?,
        },
        ended_on: row.maybe_read(16)?,
        restrictions: Vec::new(),
    })
}

/// The contacts of one pupil, whom to try first first, with their restrictions.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_pupil(tx: &mut Tx<'_>, school: SchoolId, pupil: PupilId) -> Result<Vec<Contact>, Broken> {
    let mut contacts = tx.list(
        "select school_id, id, pupil_id, place, name, likes, relationship, responsibility, parent_in_law,
                lives_with, email, phone, address, writes, speaks, needs, ended_on
         from contact where school_id = ?1 and pupil_id = ?2 order by coalesce(place, 99), id",
        &params![school, pupil],
        read,
    )?;
    let restrictions = tx.list(
        "select r.contact_id, r.kind, r.from_day, r.until_day, r.seen_by, r.words,
                r.ended_on, r.ended_by, r.ended_why
         from contact_restriction r join contact c on c.school_id = r.school_id and c.id = r.contact_id
         where r.school_id = ?1 and c.pupil_id = ?2 order by r.contact_id, r.n",
        &params![school, pupil],
        restriction,
    )?;
    for (contact, restriction) in restrictions {
        if let Some(found) = contacts.iter_mut().find(|one| one.id == contact) {
            found.restrictions.push(restriction);
        }
    }
    Ok(contacts)
}

/// Every contact of a school, pupil by pupil, whom to try first first: for an
/// import. Restrictions are left out: see [`guarded`].
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_school(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<Contact>, Broken> {
    tx.list(
        "select school_id, id, pupil_id, place, name, likes, relationship, responsibility, parent_in_law,
                lives_with, email, phone, address, writes, speaks, needs, ended_on
         from contact where school_id = ?1 order by pupil_id, coalesce(place, 99), id",
        &params![school],
        read,
    )
}

/// The contacts of a school that no list may mistake for somebody else.
#[derive(Debug, Clone, Default)]
pub struct Guarded {
    /// They have a restriction that nobody has ended.
    pub restricted: BTreeSet<ContactId>,
    /// They have an account, used or not.
    pub accounts: BTreeSet<ContactId>,
}

/// Who they are in one school.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn guarded(tx: &mut Tx<'_>, school: SchoolId) -> Result<Guarded, Broken> {
    let restricted = "select contact_id from contact_restriction
         where school_id = ?1 and ended_on is null order by contact_id";
    let accounts = "select id from contact
         where school_id = ?1 and account_id is not null order by id";
    let restricted = tx.list(restricted, &params![school], |row| row.id(0))?;
    let accounts = tx.list(accounts, &params![school], |row| row.id(0))?;
    Ok(Guarded {
        restricted: restricted.into_iter().collect(),
        accounts: accounts.into_iter().collect(),
    })
}

fn restriction(row: &Row) -> Result<(ContactId, Restriction), Broken> {
    Ok((
        row.id(0)?,
        Restriction {
            kind: row.read(1)?,
            from: row.read(2)?,
            until: row.maybe_read(3)?,
            seen_by: row.id(4)?,
            words: row
                .maybe_text(5)?
                .and_then(|text| domain::text::Prose::new(&text).ok()),
            ended: match row.maybe_read(6)? {
                Some(on) => Some(EndedEarly {
                    on,
                    by: row.id(7)?,
                    why: row.line(8)?,
                }),
                None => None,
            },
        },
    ))
}

/// The contacts that one account is, of whichever pupils.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_account(
    tx: &mut Tx<'_>,
    school: SchoolId,
    account: AccountId,
) -> Result<Vec<(ContactId, PupilId)>, Broken> {
    tx.list(
        "select id, pupil_id from contact where school_id = ?1 and account_id = ?2 order by id",
        &params![school, account],
        |row| Ok((row.id(0)?, row.id(1)?)),
    )
}

/// Adds a contact.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add(tx: &mut Tx<'_>, contact: &Contact, source: &Source<'_>) -> Result<(), Broken> {
    tx.run(ADD, &values(contact, source))?;
    Ok(())
}

const ADD: &str =
    "insert into contact (school_id, id, pupil_id, place, name, likes, relationship, responsibility,
             parent_in_law, lives_with, email, phone, address, writes, speaks, needs, ended_on, came_from,
             came_at, import_id, version)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, 1)";

/// Adds many contacts at once.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add_many(tx: &mut Tx<'_>, contacts: &[Contact], source: &Source<'_>) -> Result<(), Broken> {
    let rows = contacts.iter().map(|one| values(one, source).to_vec());
    tx.run_many(ADD, &rows.collect::<Vec<_>>())
}

/// Replaces what is known of a contact; restrictions stay as they are.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn save(tx: &mut Tx<'_>, contact: &Contact, source: &Source<'_>) -> Result<(), Broken> {
    tx.run(
        "update contact set pupil_id = ?3, place = ?4, name = ?5, likes = ?6, relationship = ?7,
             responsibility = ?8, parent_in_law = ?9, lives_with = ?10, email = ?11, phone = ?12,
             address = ?13, writes = ?14, speaks = ?15, needs = ?16, ended_on = ?17, came_from = ?18,
             came_at = ?19, import_id = ?20, version = version + 1
         where school_id = ?1 and id = ?2",
        &values(contact, source),
    )?;
    Ok(())
}

/// Writes what a person put right into a contact's row; where the row came
/// from stays, and so do restrictions.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn correct(tx: &mut Tx<'_>, contact: &Contact) -> Result<(), Broken> {
    let all = values(contact, &Source::typed_in(Timestamp::UNIX_EPOCH));
    let [own @ .., _, _, _] = all;
    tx.run(
        "update contact set pupil_id = ?3, place = ?4, name = ?5, likes = ?6, relationship = ?7,
             responsibility = ?8, parent_in_law = ?9, lives_with = ?10, email = ?11, phone = ?12,
             address = ?13, writes = ?14, speaks = ?15, needs = ?16, ended_on = ?17, version = version + 1
         where school_id = ?1 and id = ?2",
        &own,
    )?;
    Ok(())
}

fn values(contact: &Contact, source: &Source<'_>) -> [crate::Value; 20] {
    let reach = &contact.reach;
    params![
        contact.school,
        contact.id,
        contact.pupil,
        contact.order,
        &contact.name.full,
        contact.name.likes.as_ref(),
        contact.relationship.code(),
        contact.responsibility.code(),
        contact.parent_in_law.code(),
        contact.lives_with.code(),
        reach.email.as_ref().map(domain::account::Email::as_str),
        reach.phone.as_ref(),
        reach.address.as_ref(),
        reach.writes.as_ref(),
        reach.speaks.as_ref(),
        reach.needs.to_string(),
        contact.ended_on,
        source.from,
        source.at,
        source.import,
    ]
}

/// Adds a restriction to a contact; they are numbered from 1 and stay.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn restrict(
    tx: &mut Tx<'_>,
    (school, contact): (SchoolId, ContactId),
    restriction: &Restriction,
    at: Timestamp,
) -> Result<(), Broken> {
    tx.run(
        "insert into contact_restriction (school_id, contact_id, n, kind, from_day, until_day, seen_by, words,
             recorded_at)
         select ?1, ?2, coalesce(max(n), 0) + 1, ?3, ?4, cast(?5 as text), ?6, cast(?7 as text), ?8
         from contact_restriction where school_id = ?1 and contact_id = ?2",
        &params![
            school, contact, restriction.kind.code(), restriction.from, restriction.until,
            restriction.seen_by, restriction.words.as_ref(), at
        ],
    )?;
    Ok(())
}

/// Ends the restriction of this number; one that was ended before stays as it was.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn unrestrict(
    tx: &mut Tx<'_>,
    (school, contact): (SchoolId, ContactId),
    n: u32,
    ended: &EndedEarly,
) -> Result<bool, Broken> {
    let changed = tx.run(
        "update contact_restriction set ended_on = ?4, ended_by = ?5, ended_why = ?6
         where school_id = ?1 and contact_id = ?2 and n = ?3 and ended_on is null",
        &params![school, contact, n, ended.on, ended.by, &ended.why],
    )?;
    Ok(changed == 1)
}

/// The accounts that contacts of one pupil have.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn accounts_of_pupil(
    tx: &mut Tx<'_>,
    school: SchoolId,
    pupil: PupilId,
) -> Result<Vec<(ContactId, AccountId)>, Broken> {
    tx.list(
        "select id, account_id from contact
         where school_id = ?1 and pupil_id = ?2 and account_id is not null order by id",
        &params![school, pupil],
        |row| Ok((row.id(0)?, row.id(1)?)),
    )
}
