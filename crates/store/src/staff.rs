//! The staff list, with or without accounts.

use domain::{
    account::{Email, PersonName, StaffMember},
    id::{SchoolId, StaffId},
};

use crate::{Broken, Row, Tx, params, pupils::Source};

fn read(row: &Row) -> Result<(Option<String>, StaffMember), Broken> {
    let member = StaffMember {
        school: row.id(0)?,
        id: row.id(1)?,
        name: PersonName {
            full: row.line(3)?,
            likes: row.maybe_text(4)?.map(|_| row.line(4)).transpose()?,
        },
        post: row.maybe_text(5)?.map(|_| row.line(5)).transpose()?,
        email: row.maybe_read(6)?,
        account: row.maybe_id(7)?,
        left_on: row.maybe_read(8)?,
    };
    Ok((row.maybe_text(2)?, member))
}

/// Everyone on the staff list, by name, with the school's own key for them.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_school(
    tx: &mut Tx<'_>,
    school: SchoolId,
) -> Result<Vec<(Option<String>, StaffMember)>, Broken> {
    tx.list(
        "select school_id, id, source_key, name, likes, post, email, account_id, left_on
         from staff where school_id = ?1 order by name, id",
        &params![school],
        read,
    )
}

/// Adds someone.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add(
    tx: &mut Tx<'_>,
    key: Option<&str>,
    member: &StaffMember,
    source: &Source<'_>,
) -> Result<(), Broken> {
    tx.run(
        "insert into staff (school_id, id, source_key, name, likes, post, email, account_id, left_on,
             came_from, came_at, import_id, version)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 1)",
        &values(key, member, source),
    )?;
    Ok(())
}

/// Replaces what is known of someone.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn save(
    tx: &mut Tx<'_>,
    key: Option<&str>,
    member: &StaffMember,
    source: &Source<'_>,
) -> Result<(), Broken> {
    tx.run(
        "update staff set source_key = ?3, name = ?4, likes = ?5, post = ?6, email = ?7, account_id = ?8,
             left_on = ?9, came_from = ?10, came_at = ?11, import_id = ?12, version = version + 1
         where school_id = ?1 and id = ?2",
        &values(key, member, source),
    )?;
    Ok(())
}

fn values(key: Option<&str>, member: &StaffMember, source: &Source<'_>) -> [crate::Value; 12] {
    params![
        member.school,
        member.id,
        key,
        &member.name.full,
        member.name.likes.as_ref(),
        member.post.as_ref(),
        member.email.as_ref().map(Email::as_str),
        member.account,
        member.left_on,
        source.from,
        source.at,
        source.import,
    ]
}

/// The member of staff with this work address, if there is one.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn by_email(
    tx: &mut Tx<'_>,
    school: SchoolId,
    email: &Email,
) -> Result<Option<StaffId>, Broken> {
    tx.maybe(
        "select id from staff where school_id = ?1 and lower(email) = ?2 order by id",
        &params![school, email.lower()],
    )?
    .map(|row| row.id(0))
    .transpose()
}

/// One member of staff.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn find(tx: &mut Tx<'_>, school: SchoolId, id: StaffId) -> Result<Option<StaffMember>, Broken> {
    let row = tx.maybe(
        "select school_id, id, source_key, name, likes, post, email, account_id, left_on
         from staff where school_id = ?1 and id = ?2",
        &params![school, id],
    )?;
    row.map(|row| read(&row).map(|(_, member)| member))
        .transpose()
}
