//! What people say before a review or the end. Rows are added and never changed;
//! what was said leaves this room sealed.

use domain::{
    id::{AccountId, PersonId, ProgrammeId, SchoolId},
    look_back::{LookBackDraft, Part, Round},
    sealed::{Apart, InPart, Sealed},
};
use jiff::Timestamp;

use crate::{Broken, Row, Tx, params};

/// What one person said.
#[derive(Debug, Clone)]
pub struct LookBackRow {
    /// The programme.
    pub programme: ProgrammeId,
    /// Before what.
    pub round: Round,
    /// Who says it.
    pub person: PersonId,
    /// In which part.
    pub part: Part,
    /// What they say.
    pub said: LookBackDraft,
    /// When it was kept.
    pub at: Timestamp,
    /// Whoever was signed in.
    pub by: AccountId,
}

impl InPart for LookBackRow {
    /// Nobody reads a part of it.
    fn in_part(self, _: &'static str) -> Option<Self> {
        None
    }

    /// What does not tell of somebody the reader is kept apart from.
    fn without(mut self, apart: &Apart) -> Option<Self> {
        for text in self.said.texts_mut() {
            apart.clear(text);
        }
        (!apart.has(self.person)).then_some(self)
    }
}

/// Adds what somebody says; what they said before stays.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add(tx: &mut Tx<'_>, school: SchoolId, said: &LookBackRow) -> Result<(), Broken> {
    let body = serde_json::to_string(&said.said).map_err(|e| odd(&e))?;
    tx.run(
        "insert into look_back (school_id, programme_id, round, person_id, n, part, body, said_at, recorded_by)
         select ?1, ?2, ?3, ?4, coalesce(max(n), 0) + 1, cast(?5 as text), cast(?6 as text), cast(?7 as text),
             cast(?8 as text)
         from look_back where school_id = ?1 and programme_id = ?2 and round = ?3 and person_id = ?4",
        &params![
            school,
            said.programme,
            said.round.to_string(),
            said.person,
            said.part.code(),
            body,
            said.at,
            said.by
        ],
    )?;
    Ok(())
}

/// The newest word of each person before one review, sealed under what it is
/// in the reading matrix. Its owner is the account of whoever says it.
///
/// # Errors
/// [`Broken`] when the engine refuses or the text cannot be read.
pub fn of_round(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    round: Round,
) -> Result<Vec<Sealed<LookBackRow>>, Broken> {
    tx.list(
        "select l.programme_id, l.round, l.person_id, l.part, l.body, l.said_at, l.recorded_by, p.account_id
         from look_back l join person p on p.school_id = l.school_id and p.id = l.person_id
         where l.school_id = ?1 and l.programme_id = ?2 and l.round = ?3
             and l.n = (select max(m.n) from look_back m where m.school_id = l.school_id
                 and m.programme_id = l.programme_id and m.round = l.round and m.person_id = l.person_id)
         order by l.said_at, l.person_id",
        &params![school, programme, round.to_string()],
        |row| {
            let said = read(row)?;
            let owner = row.maybe_id(7)?;
            Ok(Sealed::new(said.part.document(), owner, said))
        },
    )
}

fn read(row: &Row) -> Result<LookBackRow, Broken> {
    Ok(LookBackRow {
        programme: row.id(0)?,
        round: row.read(1)?,
        person: row.id(2)?,
        part: row.read(3)?,
        said: serde_json::from_str(&row.text(4)?).map_err(|e| odd(&e))?,
        at: row.read(5)?,
        by: row.id(6)?,
    })
}

/// Who has said something before one review, in which part, and who wrote the
/// newest of it; not what.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn who_said(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    round: Round,
) -> Result<Vec<(PersonId, Part, AccountId)>, Broken> {
    tx.list(
        "select l.person_id, l.part, l.recorded_by from look_back l
         where l.school_id = ?1 and l.programme_id = ?2 and l.round = ?3
             and l.n = (select max(m.n) from look_back m where m.school_id = l.school_id
                 and m.programme_id = l.programme_id and m.round = l.round and m.person_id = l.person_id)
         order by l.person_id",
        &params![school, programme, round.to_string()],
        |row| Ok((row.id(0)?, row.read(1)?, row.id(2)?)),
    )
}

/// Before what an account has said something, in every programme; not what.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn said_by_account(
    tx: &mut Tx<'_>,
    school: SchoolId,
    account: AccountId,
) -> Result<Vec<(ProgrammeId, Round)>, Broken> {
    tx.list(
        "select distinct l.programme_id, l.round from look_back l
         join person p on p.school_id = l.school_id and p.id = l.person_id
         where p.school_id = ?1 and p.account_id = ?2 order by l.programme_id, l.round",
        &params![school, account],
        |row| Ok((row.id(0)?, row.read(1)?)),
    )
}

fn odd(what: &dyn std::fmt::Display) -> Broken {
    Broken::Inconsistent(format!("look back: {what}"))
}
