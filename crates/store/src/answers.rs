//! What people answered. It leaves this room sealed, except to whoever is
//! writing it: see [`Draft`].

mod home_reads;
mod raised;
mod sent;
mod sheet;

use domain::{
    id::{AccountId, AskId, SchoolId},
    sealed::Sealed,
};
use forms::{Answers, Names, summary::PupilSays};
use jiff::Timestamp;

use crate::{Broken, Row, Tx, asks::AskRow, params};

pub use home_reads::{home_reads, say_home_reads};
pub use raised::{Duty, RaisedRow, raise, raised_for, raised_in, settle_raised};
pub use sent::sent;
pub use sheet::{Line, Sheet};

domain::coded! {
    /// How a scribe writes somebody's answers down.
    pub enum Mode {
        /// Word for word.
        ExactWords => "exact_words", "In their exact words";
        /// What was said, in short.
        InShort => "in_short", "In short, read back to them";
        /// Asked by phone.
        Phone => "phone", "Over the phone";
        /// Copied from a paper form.
        Paper => "paper", "Typed in from paper";
    }
}

/// Who writes the answers down for the person asked, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scribe {
    /// The member of staff.
    pub account: AccountId,
    /// How.
    pub mode: Mode,
}

/// Answers as they are being written: for the person who writes them and for
/// nobody else. Everyone else reads a [`Sheet`] through the lens.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The answers so far.
    pub answers: Answers,
    /// For optimistic locking; 0 before anything was saved.
    pub revision: u32,
    /// When they were last saved.
    pub saved: Timestamp,
    /// Who saved them last.
    pub by: AccountId,
    /// Who writes them down, when it is not the person asked.
    pub scribe: Option<Scribe>,
}

fn read(row: &Row) -> Result<Draft, Broken> {
    let scribe: Option<AccountId> = row.maybe_id(4)?;
    let mode: Option<Mode> = row.maybe_read(5)?;
    Ok(Draft {
        answers: Answers::from_json(&row.text(0)?)
            .map_err(|_| Broken::Inconsistent("answers of an ask".into()))?,
        revision: row.small(1)?,
        saved: row.read(2)?,
        by: row.id(3)?,
        scribe: scribe
            .zip(mode)
            .map(|(account, mode)| Scribe { account, mode }),
    })
}

/// The answers being written to an ask, if any were saved.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn draft(tx: &mut Tx<'_>, school: SchoolId, ask: AskId) -> Result<Option<Draft>, Broken> {
    tx.maybe(
        "select body, revision, saved_at, filled_by, scribe, scribe_mode
         from answers where school_id = ?1 and ask_id = ?2",
        &params![school, ask],
    )?
    .map(|row| read(&row))
    .transpose()
}

/// Saves answers over the revision they were read at; false when someone else
/// saved first, or they were sent. The stored revision is then one higher.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn save(tx: &mut Tx<'_>, school: SchoolId, ask: AskId, draft: &Draft) -> Result<bool, Broken> {
    let body = draft
        .answers
        .to_json()
        .map_err(|_| Broken::Inconsistent("answers to write".into()))?;
    let scribe = draft.scribe;
    let changed = tx.run(
        "insert into answers (school_id, ask_id, body, revision, saved_at, filled_by, scribe, scribe_mode)
         select ?1, id, cast(?3 as text), cast(?4 as bigint) + 1, cast(?5 as text), cast(?6 as text),
             cast(?7 as text), cast(?8 as text)
         from ask where school_id = ?1 and id = ?2 and sent_at is null
         on conflict (school_id, ask_id) do update
             set body = excluded.body, revision = excluded.revision, saved_at = excluded.saved_at,
                 filled_by = excluded.filled_by, scribe = excluded.scribe, scribe_mode = excluded.scribe_mode
             where answers.revision = excluded.revision - 1",
        &params![
            school,
            ask,
            body,
            draft.revision,
            draft.saved,
            draft.by,
            scribe.map(|scribe| scribe.account),
            scribe.map(|scribe| scribe.mode.code())
        ],
    )?;
    Ok(changed == 1)
}

/// The answers to an ask, sealed under its document's number. Their owner is the
/// account of the person who was asked, whoever wrote them down.
///
/// # Errors
/// [`Broken`] when the engine refuses or the form they belong to is gone.
pub fn sealed(
    tx: &mut Tx<'_>,
    school: SchoolId,
    ask: &AskRow,
    owner: Option<AccountId>,
    names: Names,
    pupil: PupilSays,
) -> Result<Option<Sealed<Sheet>>, Broken> {
    let Some(draft) = draft(tx, school, ask.id)? else {
        return Ok(None);
    };
    let sheet = Sheet::new(ask, draft, names, pupil)?;
    Ok(Some(Sealed::new(ask.document.code(), owner, sheet)))
}

/// How many questions of an ask have an answer, and how many are asked: for the
/// tracker, which never shows what was said.
///
/// # Errors
/// [`Broken`] when the engine refuses or the form is gone.
pub fn how_far(
    tx: &mut Tx<'_>,
    school: SchoolId,
    ask: &AskRow,
) -> Result<Option<(usize, usize, Draft)>, Broken> {
    let Some(draft) = draft(tx, school, ask.id)? else {
        return Ok(None);
    };
    let form = sheet::form_of(&draft.answers)?;
    let asked = form.asked(&draft.answers);
    let done = asked
        .iter()
        .filter(|question| draft.answers.reply(&question.id).is_some())
        .count();
    let all = asked.len();
    Ok(Some((done, all, draft)))
}
