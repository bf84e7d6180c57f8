//! Accounts: who may sign in to which school, and as what.

use domain::{
    account::{AccountKind, Email, PersonName, SchoolRoles},
    id::{AccountId, SchoolId},
};
use jiff::Timestamp;

use crate::{Broken, Row, Tx, params};

/// An account as stored.
#[derive(Debug, Clone)]
pub struct AccountRow {
    /// The school it belongs to.
    pub school: SchoolId,
    /// Its id.
    pub id: AccountId,
    /// What they type to sign in.
    pub email: Email,
    /// Their whole name.
    pub name: String,
    /// What to call them.
    pub known_as: String,
    /// Their job, in the school's words.
    pub job: Option<String>,
    /// Staff, family, pupil or outside.
    pub kind: AccountKind,
    /// What they are in the whole school.
    pub roles: SchoolRoles,
    /// The argon2id hash; nothing until they have chosen a password.
    pub password: Option<String>,
    /// From when they may no longer sign in.
    pub disabled_at: Option<Timestamp>,
    /// For optimistic locking.
    pub version: i64,
}

impl AccountRow {
    /// An account with no roles and no password, open.
    pub fn new(
        school: SchoolId,
        id: AccountId,
        email: Email,
        name: &PersonName,
        kind: AccountKind,
    ) -> Self {
        Self {
            school,
            id,
            email,
            name: name.full.to_string(),
            known_as: name.called().to_owned(),
            job: None,
            kind,
            roles: SchoolRoles::NONE,
            password: None,
            disabled_at: None,
            version: 1,
        }
    }
}

fn read(row: &Row) -> Result<AccountRow, Broken> {
    Ok(AccountRow {
        school: row.id(0)?,
        id: row.id(1)?,
        email: row.read(2)?,
        name: row.text(3)?,
        known_as: row.text(4)?,
        job: row.maybe_text(5)?,
        kind: row.read(6)?,
        roles: row.read(7)?,
        password: row.maybe_text(8)?,
        disabled_at: row.maybe_read(9)?,
        version: row.int(10)?,
    })
}

/// Adds an account.
///
/// # Errors
/// [`Broken`]; [`Broken::is_duplicate`] when the email address has an account.
pub fn add(tx: &mut Tx<'_>, account: &AccountRow, now: Timestamp) -> Result<(), Broken> {
    let set_at = account.password.as_ref().map(|_| now);
    tx.run(
        "insert into account (school_id, id, email, email_key, name, known_as, job, kind, roles, password,
             made_at, password_set_at, disabled_at, version)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 1)",
        &params![
            account.school, account.id, account.email.as_str(), account.email.lower(), &account.name,
            &account.known_as, account.job.as_ref(), account.kind.code(), account.roles.to_string(),
            account.password.as_ref(), now, set_at, account.disabled_at,
        ],
    )?;
    Ok(())
}

/// The account with this email address, in whichever school.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn by_email(tx: &mut Tx<'_>, email: &Email) -> Result<Option<AccountRow>, Broken> {
    tx.maybe(
        "select school_id, id, email, name, known_as, job, kind, roles, password, disabled_at, version
         from account where email_key = ?1",
        &params![email.lower()],
    )?
    .map(|row| read(&row))
    .transpose()
}

/// One account of a school.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn find(
    tx: &mut Tx<'_>,
    school: SchoolId,
    id: AccountId,
) -> Result<Option<AccountRow>, Broken> {
    tx.maybe(
        "select school_id, id, email, name, known_as, job, kind, roles, password, disabled_at, version
         from account where school_id = ?1 and id = ?2",
        &params![school, id],
    )?
    .map(|row| read(&row))
    .transpose()
}

/// Every account of a school, by name.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_school(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<AccountRow>, Broken> {
    tx.list(
        "select school_id, id, email, name, known_as, job, kind, roles, password, disabled_at, version
         from account where school_id = ?1 order by name, id",
        &params![school],
        read,
    )
}

/// Saves name, job, kind, roles, password and disabling; answers false when someone
/// else saved first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn save(tx: &mut Tx<'_>, account: &AccountRow) -> Result<bool, Broken> {
    let changed = tx.run(
        "update account set name = ?3, known_as = ?4, job = ?5, roles = ?6, password = ?7, disabled_at = ?8,
             version = version + 1
         where school_id = ?1 and id = ?2 and version = ?9",
        &params![
            account.school, account.id, &account.name, &account.known_as, account.job.as_ref(),
            account.roles.to_string(), account.password.as_ref(), account.disabled_at, account.version,
        ],
    )?;
    Ok(changed == 1)
}

/// Notes a sign-in, and a re-made hash when the setting has risen.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn signed_in(
    tx: &mut Tx<'_>,
    school: SchoolId,
    id: AccountId,
    now: Timestamp,
) -> Result<(), Broken> {
    tx.run(
        "update account set signed_in_at = ?3 where school_id = ?1 and id = ?2",
        &params![school, id, now],
    )?;
    Ok(())
}
