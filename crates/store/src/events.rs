//! What happened: append-only rows, chained by hash, one chain a school.
//!
//! The single `chain_head` row of a chain is the lock: whoever updates it
//! waits for the one before, so numbers have no gaps. The personal payload
//! stands beside the chain; the chain holds only its salted hash.

mod link;
mod many;
mod verify;

use domain::{
    event::{Class, Event, Subject},
    id::{ProgrammeId, SchoolId},
};
use jiff::Timestamp;
pub use many::append_many;
pub use verify::{ChainReport, verify};

use crate::{Broken, Row, Tx, migrate::hex, params};
use link::{Link, commit};

/// Everything about an event that is not in the event itself.
#[derive(Debug, Clone)]
pub struct Circumstances {
    /// When.
    pub at: Timestamp,
    /// Who: an account's id, `system`, or `stranger`.
    pub actor: String,
    /// The roles they held for this, as codes.
    pub acting_as: String,
    /// The verb that was let through the gate.
    pub action: &'static str,
    /// The request's id, which finds the log line.
    pub request: String,
    /// 16 random bytes that keep the payload's hash from being guessed.
    pub salt: [u8; 16],
}

/// One event as it was written.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// Its number in the chain, from 1.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: String,
    /// What; absent when it has been erased.
    pub event: Option<Event>,
}

/// The chain of a school, or of the installation before there is one.
pub fn chain_of(school: Option<SchoolId>) -> String {
    school.map_or_else(
        || "installation".to_owned(),
        |id| id.uuid().simple().to_string(),
    )
}

/// Waits until no other change of this school is under way, and holds the turn
/// until the transaction ends: what a verb has checked still stands when it
/// writes, on both engines. SQLite has one writer at a time anyway.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn take_turn(tx: &mut Tx<'_>, school: SchoolId) -> Result<(), Broken> {
    if tx.is_sqlite() {
        return Ok(());
    }
    let chain = chain_of(Some(school));
    tx.run(
        "insert into chain_head (chain, seq, hash) values (?1, 0, '') on conflict (chain) do nothing",
        &params![&chain],
    )?;
    tx.run(
        "update chain_head set seq = seq where chain = ?1",
        &params![&chain],
    )?;
    Ok(())
}

/// Writes one event at the end of its chain.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn append(
    tx: &mut Tx<'_>,
    school: Option<SchoolId>,
    event: &Event,
    about: &Circumstances,
) -> Result<i64, Broken> {
    let chain = chain_of(school);
    tx.run(
        "insert into chain_head (chain, seq, hash) values (?1, 0, '') on conflict (chain) do nothing",
        &params![&chain],
    )?;
    // The update is the lock on both engines; the row it answers is then ours.
    let head = tx.one(
        "update chain_head set seq = seq + 1 where chain = ?1 returning seq, hash",
        &params![&chain],
    )?;
    let (seq, previous) = (head.int(0)?, head.text(1)?);
    let (link, payload) = linked(event, about)?;
    let hash = link.hash(seq, &previous);
    tx.run(ADD, &values(&chain, seq, &link, &hash))?;
    tx.run(
        ADD_PAYLOAD,
        &params![&chain, seq, hex(&about.salt), &payload],
    )?;
    tx.run(
        "update chain_head set hash = ?2 where chain = ?1",
        &params![&chain, &hash],
    )?;
    Ok(seq)
}

const ADD: &str =
    "insert into event (chain, seq, at, actor, acting_as, action, kind, class, programme_id, pupil_id,
             request, payload_commit, hash)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
const ADD_PAYLOAD: &str =
    "insert into event_payload (chain, seq, salt, payload) values (?1, ?2, ?3, ?4)";

fn values(chain: &str, seq: i64, link: &Link, hash: &str) -> [crate::Value; 13] {
    params![
        chain,
        seq,
        &link.at,
        &link.actor,
        &link.acting_as,
        &link.action,
        &link.kind,
        &link.class,
        link.programme.as_ref(),
        link.pupil.as_ref(),
        &link.request,
        &link.commit,
        hash
    ]
}

/// What the hash covers, and the payload beside it.
fn linked(event: &Event, about: &Circumstances) -> Result<(Link, String), Broken> {
    let payload = serde_json::to_string(event).map_err(|e| {
        Broken::Inconsistent(format!("event {} cannot be written: {e}", event.kind()))
    })?;
    let simple = |id: uuid::Uuid| id.simple().to_string();
    let (programme, pupil) = match event.subject() {
        Subject::Programme(id) => (Some(simple(id.uuid())), None),
        Subject::Pupil(id) => (None, Some(simple(id.uuid()))),
        Subject::Installation | Subject::School(_) | Subject::Account(_) => (None, None),
    };
    let link = Link {
        at: format!("{:.6}", about.at),
        actor: about.actor.clone(),
        acting_as: about.acting_as.clone(),
        action: about.action.to_owned(),
        kind: event.kind().to_owned(),
        class: class_code(event.class()).to_owned(),
        programme,
        pupil,
        request: about.request.clone(),
        commit: commit(&about.salt, &payload),
    };
    Ok((link, payload))
}

const fn class_code(class: Class) -> &'static str {
    match class {
        Class::Routine => "routine",
        Class::Sensitive => "sensitive",
        Class::Restricted => "restricted",
    }
}

/// The events of one programme, newest first.
///
/// # Errors
/// [`Broken`] when the engine refuses or a row cannot be read.
pub fn of_programme(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    most: u32,
) -> Result<Vec<Recorded>, Broken> {
    tx.list(
        "select e.seq, e.at, e.actor, p.payload from event e
         left join event_payload p on p.chain = e.chain and p.seq = e.seq
         where e.chain = ?1 and e.programme_id = ?2 order by e.seq desc limit ?3",
        &params![chain_of(Some(school)), programme, most],
        recorded,
    )
}

/// The events of a whole school, newest first.
///
/// # Errors
/// [`Broken`] when the engine refuses or a row cannot be read.
pub fn of_school(tx: &mut Tx<'_>, school: SchoolId, most: u32) -> Result<Vec<Recorded>, Broken> {
    tx.list(
        "select e.seq, e.at, e.actor, p.payload from event e
         left join event_payload p on p.chain = e.chain and p.seq = e.seq
         where e.chain = ?1 order by e.seq desc limit ?2",
        &params![chain_of(Some(school)), most],
        recorded,
    )
}

fn recorded(row: &Row) -> Result<Recorded, Broken> {
    let event = row
        .maybe_text(3)?
        .map(|json| serde_json::from_str(&json))
        .transpose()
        .map_err(|e| Broken::Inconsistent(format!("event payload: {e}")))?;
    Ok(Recorded {
        seq: row.int(0)?,
        at: row.read(1)?,
        actor: row.text(2)?,
        event,
    })
}
