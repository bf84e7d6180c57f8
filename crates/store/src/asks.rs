//! Asks: who was asked for which answers, by when, and how far each has come.
//!
//! What was answered is in [`crate::answers`].

mod begun;

pub use begun::begun;

use domain::{
    document::{Came, DocumentKind, DocumentStatus},
    id::{AccountId, AskId, PersonId, ProgrammeId, SchoolId},
    text::Prose,
};
use forms::{FormCode, Version};
use jiff::{Timestamp, civil::Date};

use crate::{Broken, Row, Tx, params};

/// One request for one person's answers.
#[derive(Debug, Clone)]
pub struct AskRow {
    /// Its id.
    pub id: AskId,
    /// The programme.
    pub programme: ProgrammeId,
    /// Who is asked.
    pub person: PersonId,
    /// Which document.
    pub document: DocumentKind,
    /// The form and its version; nothing when it is asked on paper or in
    /// conversation only.
    pub form: Option<(FormCode, Version)>,
    /// When they were asked.
    pub asked: Date,
    /// Who asked, as the record writes it: an account or the clock.
    pub asked_by: String,
    /// By when.
    pub due: Date,
    /// When it was first opened.
    pub opened: Option<Timestamp>,
    /// When the answers were sent; they are fixed from then on.
    pub sent: Option<Timestamp>,
    /// That it is no longer waited for.
    pub waived: Option<Waived>,
    /// Whether it was asked for, or begun because it was needed.
    pub came: Came,
    /// The earlier one that it is to take the place of.
    pub follows: Option<AskId>,
}

/// An ask that is no longer waited for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waived {
    /// Since when.
    pub on: Date,
    /// Who decided it.
    pub by: AccountId,
    /// Why.
    pub why: Prose<300>,
}

impl AskRow {
    /// How far it has come; lateness is worked out by [`DocumentStatus::seen`].
    pub const fn status(&self) -> DocumentStatus {
        match (&self.waived, self.sent, self.opened) {
            (_, Some(_), _) => DocumentStatus::Submitted,
            (Some(_), None, _) => DocumentStatus::Waived,
            (None, None, Some(_)) => DocumentStatus::InProgress,
            (None, None, None) => DocumentStatus::Requested,
        }
    }

    /// Whether it is still waited for.
    pub const fn is_out(&self) -> bool {
        !self.status().is_settled()
    }
}

fn read(row: &Row) -> Result<AskRow, Broken> {
    let form: Option<FormCode> = row.maybe_read(4)?;
    let version: Option<u16> = row.maybe_small(5)?;
    let waived = row.maybe_read(11)?.map(|on| {
        let why = Prose::new(&row.text(13)?)
            .map_err(|_| Broken::Inconsistent("why an ask was waived".into()))?;
        Ok::<_, Broken>(Waived {
            on,
            by: row.id(12)?,
            why,
        })
    });
    Ok(AskRow {
        id: row.id(0)?,
        programme: row.id(1)?,
        person: row.id(2)?,
        document: row.read(3)?,
        form: form.zip(version.map(Version)),
        asked: row.read(6)?,
        asked_by: row.text(7)?,
        due: row.read(8)?,
        opened: row.maybe_read(9)?,
        sent: row.maybe_read(10)?,
        waived: waived.transpose()?,
        came: row.read(14)?,
        follows: row.maybe_id(15)?,
    })
}

/// Adds an ask.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add(tx: &mut Tx<'_>, school: SchoolId, ask: &AskRow) -> Result<(), Broken> {
    let form = ask.form.as_ref();
    tx.run(
        "insert into ask (school_id, id, programme_id, person_id, document, form, form_version, asked_on,
             asked_by, due_on, came, follows)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        &params![
            school,
            ask.id,
            ask.programme,
            ask.person,
            ask.document.code(),
            form.map(|(code, _)| code.to_string()),
            form.map(|(_, version)| version.0),
            ask.asked,
            &ask.asked_by,
            ask.due,
            ask.came.code(),
            ask.follows
        ],
    )?;
    Ok(())
}

/// One ask of a school.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn find(tx: &mut Tx<'_>, school: SchoolId, id: AskId) -> Result<Option<AskRow>, Broken> {
    tx.maybe(
        "select id, programme_id, person_id, document, form, form_version, asked_on, asked_by, due_on,
                opened_at, sent_at, waived_on, waived_by, waived_why, came, follows
         from ask where school_id = ?1 and id = ?2",
        &params![school, id],
    )?
    .map(|row| read(&row))
    .transpose()
}

/// Everything people were asked for in one programme, first asked first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_programme(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<AskRow>, Broken> {
    tx.list(
        "select id, programme_id, person_id, document, form, form_version, asked_on, asked_by, due_on,
                opened_at, sent_at, waived_on, waived_by, waived_why, came, follows
         from ask where school_id = ?1 and programme_id = ?2 and came = 'asked' order by id",
        &params![school, programme],
        read,
    )
}

/// What one account is asked itself, in every programme it has not left, soonest
/// due first. Nobody else's asks are ever in it.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_account(
    tx: &mut Tx<'_>,
    school: SchoolId,
    account: AccountId,
) -> Result<Vec<AskRow>, Broken> {
    tx.list(
        "select a.id, a.programme_id, a.person_id, a.document, a.form, a.form_version, a.asked_on, a.asked_by,
                a.due_on, a.opened_at, a.sent_at, a.waived_on, a.waived_by, a.waived_why, a.came, a.follows
         from ask a join person p on p.school_id = a.school_id and p.id = a.person_id
         where a.school_id = ?1 and p.account_id = ?2 and p.left_on is null order by a.due_on, a.id",
        &params![school, account],
        read,
    )
}

/// Notes the first time an ask is opened; false when it was before.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn open(tx: &mut Tx<'_>, school: SchoolId, id: AskId, at: Timestamp) -> Result<bool, Broken> {
    let changed = tx.run(
        "update ask set opened_at = ?3 where school_id = ?1 and id = ?2 and opened_at is null",
        &params![school, id, at],
    )?;
    Ok(changed == 1)
}

/// Fixes the answers of an ask as sent; false when they were sent before.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn send(tx: &mut Tx<'_>, school: SchoolId, id: AskId, at: Timestamp) -> Result<bool, Broken> {
    let changed = tx.run(
        "update ask set sent_at = ?3, opened_at = coalesce(opened_at, ?3)
         where school_id = ?1 and id = ?2 and sent_at is null",
        &params![school, id, at],
    )?;
    Ok(changed == 1)
}

/// No longer waits for an ask; false when it was settled already.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn waive(
    tx: &mut Tx<'_>,
    school: SchoolId,
    id: AskId,
    waived: &Waived,
) -> Result<bool, Broken> {
    let changed = tx.run(
        "update ask set waived_on = ?3, waived_by = ?4, waived_why = ?5
         where school_id = ?1 and id = ?2 and sent_at is null and waived_on is null",
        &params![school, id, waived.on, waived.by, &waived.why],
    )?;
    Ok(changed == 1)
}

/// How many answers are in, of how many asked and not waived.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn counted(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<(usize, usize), Broken> {
    let row = tx.one(
        "select cast(count(sent_at) as bigint), cast(count(*) as bigint) from ask
         where school_id = ?1 and programme_id = ?2 and came = 'asked' and waived_on is null",
        &params![school, programme],
    )?;
    Ok((row.small(0)?, row.small(1)?))
}

/// When each person who has not answered yet was asked, and by when they were
/// to, for every programme of a school that still gathers. Nobody who may not
/// be told today is among them.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn waiting(
    tx: &mut Tx<'_>,
    school: SchoolId,
    today: Date,
) -> Result<Vec<(ProgrammeId, Date, Date)>, Broken> {
    tx.list(
        "select a.programme_id, a.asked_on, a.due_on from ask a
         join programme g on g.school_id = a.school_id and g.id = a.programme_id
         join person p on p.school_id = a.school_id and p.id = a.person_id
         where a.school_id = ?1 and a.came = 'asked' and a.sent_at is null and a.waived_on is null
             and p.left_on is null
             and g.stage in ('gathering', 'meeting_set') and not exists (
                 select 1 from contact_restriction r
                 where r.school_id = p.school_id and r.contact_id = p.contact_id and r.ended_on is null
                     and r.from_day <= ?2 and (r.until_day is null or r.until_day >= ?2))
         order by a.programme_id, a.asked_on, a.id",
        &params![school, today],
        |row| Ok((row.id(0)?, row.read(1)?, row.read(2)?)),
    )
}

/// A programme with how many of its asks were answered, of how many.
pub type CountedFor = (ProgrammeId, (usize, usize));

/// As [`counted`], for every open programme of a school.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn counted_all(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<CountedFor>, Broken> {
    tx.list(
        "select a.programme_id, cast(count(a.sent_at) as bigint), cast(count(*) as bigint) from ask a
         where a.school_id = ?1 and a.came = 'asked' and a.waived_on is null and a.programme_id in (
             select p.id from programme p where p.school_id = ?1 and p.open_for is not null)
         group by a.programme_id order by a.programme_id",
        &params![school],
        |row| Ok((row.id(0)?, (row.small(1)?, row.small(2)?))),
    )
}
