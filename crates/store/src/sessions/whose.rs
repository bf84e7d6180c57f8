//! Whose session a token is, in one statement: every request asks.

use domain::account::{AccountKind, SchoolRoles};
use jiff::Timestamp;

use super::Session;
use crate::{Broken, Tx, params};

/// A session with what is needed to know its person.
#[derive(Debug, Clone)]
pub struct Whose {
    /// The session.
    pub session: Session,
    /// Their whole name.
    pub name: String,
    /// What to call them.
    pub known_as: String,
    /// Staff, family, pupil or outside.
    pub kind: AccountKind,
    /// What they are in the whole school.
    pub roles: SchoolRoles,
    /// How many programmes they coordinate or are key worker of.
    pub runs: u32,
    /// From when they may no longer sign in.
    pub disabled_at: Option<Timestamp>,
    /// The school's name.
    pub school_name: String,
}

/// The session with this token's hash, its person and their school.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn whose(tx: &mut Tx<'_>, token_hash: &str) -> Result<Option<Whose>, Broken> {
    tx.maybe(
        "select s.school_id, s.account_id, s.made_at, s.seen_at, s.ends_at, a.name, a.known_as, a.kind,
                a.roles, a.disabled_at, c.name,
                (select count(*) from person p
                 where p.school_id = s.school_id and p.account_id = s.account_id
                   and p.left_on is null and p.role in ('coordinator', 'key_worker'))
         from session s
         join account a on a.school_id = s.school_id and a.id = s.account_id
         join school c on c.id = s.school_id
         where s.token_hash = ?1",
        &params![token_hash],
    )?
    .map(|row| {
        Ok(Whose {
            session: Session {
                school: row.id(0)?,
                account: row.id(1)?,
                made_at: row.read(2)?,
                seen_at: row.read(3)?,
                ends_at: row.read(4)?,
            },
            name: row.text(5)?,
            known_as: row.text(6)?,
            kind: row.read(7)?,
            roles: row.read(8)?,
            disabled_at: row.maybe_read(9)?,
            school_name: row.text(10)?,
            runs: row.small(11)?,
        })
    })
    .transpose()
}
