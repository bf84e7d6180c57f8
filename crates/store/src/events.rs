//! What happened: append-only rows, chained by hash, one chain a school.
//!
//! The single `chain_head` row of a chain is the lock: whoever updates it
//! waits for the one before, so numbers have no gaps. The personal payload
//! stands beside the chain; the chain holds only its salted hash.

use domain::{
    event::{Class, Event, Subject},
    id::{ProgrammeId, SchoolId},
};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::{Broken, Row, Tx, migrate::hex, params};

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
    let payload = serde_json::to_string(event).map_err(|e| {
        Broken::Inconsistent(format!("event {} cannot be written: {e}", event.kind()))
    })?;
    let link = Link {
        at: format!("{:.6}", about.at),
        actor: about.actor.clone(),
        acting_as: about.acting_as.clone(),
        action: about.action.to_owned(),
        kind: event.kind().to_owned(),
        class: class_code(event.class()).to_owned(),
        programme: match event.subject() {
            Subject::Programme(id) => Some(id.uuid().simple().to_string()),
            Subject::Installation
            | Subject::School(_)
            | Subject::Account(_)
            | Subject::Pupil(_) => None,
        },
        pupil: match event.subject() {
            Subject::Pupil(id) => Some(id.uuid().simple().to_string()),
            Subject::Installation
            | Subject::School(_)
            | Subject::Account(_)
            | Subject::Programme(_) => None,
        },
        request: about.request.clone(),
        commit: commit(&about.salt, &payload),
    };
    let hash = link.hash(seq, &previous);
    tx.run(
        "insert into event (chain, seq, at, actor, acting_as, action, kind, class, programme_id, pupil_id,
             request, payload_commit, hash)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        &params![
            &chain, seq, &link.at, &link.actor, &link.acting_as, &link.action, &link.kind, &link.class,
            link.programme.as_ref(), link.pupil.as_ref(), &link.request, &link.commit, &hash,
        ],
    )?;
    tx.run(
        "insert into event_payload (chain, seq, salt, payload) values (?1, ?2, ?3, ?4)",
        &params![&chain, seq, hex(&about.salt), &payload],
    )?;
    tx.run(
        "update chain_head set hash = ?2 where chain = ?1",
        &params![&chain, &hash],
    )?;
    Ok(seq)
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

/// What the chain says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainReport {
    /// The chain.
    pub chain: String,
    /// Events read.
    pub events: i64,
    /// What is wrong, if anything; the first fault ends the walk.
    pub fault: Option<String>,
}

/// Recomputes every hash of every chain.
///
/// # Errors
/// [`Broken`] when the engine refuses; a broken chain is a report, not an error.
pub fn verify(tx: &mut Tx<'_>) -> Result<Vec<ChainReport>, Broken> {
    let heads = tx.list(
        "select chain, seq, hash from chain_head order by chain",
        &[],
        |row| Ok((row.text(0)?, row.int(1)?, row.text(2)?)),
    )?;
    let mut reports = Vec::with_capacity(heads.len());
    for (chain, seq, hash) in heads {
        reports.push(verify_chain(tx, chain, seq, &hash)?);
    }
    let strays = tx.list(
        "select distinct chain from event where chain not in (select chain from chain_head) order by chain",
        &[],
        |row| row.text(0),
    )?;
    reports.extend(strays.into_iter().map(|chain| ChainReport {
        chain,
        events: 0,
        fault: Some("has events but no head".into()),
    }));
    Ok(reports)
}

const STRIDE: i64 = 5000;

fn verify_chain(
    tx: &mut Tx<'_>,
    chain: String,
    head: i64,
    head_hash: &str,
) -> Result<ChainReport, Broken> {
    let (mut seen, mut previous) = (0_i64, String::new());
    let fault = |seen, words: String| ChainReport {
        chain: chain.clone(),
        events: seen,
        fault: Some(words),
    };
    loop {
        let rows = tx.all(
            "select e.seq, e.at, e.actor, e.acting_as, e.action, e.kind, e.class, e.programme_id, e.pupil_id,
                    e.request, e.payload_commit, e.hash, p.salt, p.payload
             from event e left join event_payload p on p.chain = e.chain and p.seq = e.seq
             where e.chain = ?1 and e.seq > ?2 order by e.seq limit ?3",
            &params![&chain, seen, STRIDE],
        )?;
        for row in &rows {
            let seq = row.int(0)?;
            if seq != seen + 1 {
                return Ok(fault(seen, format!("event {} is missing", seen + 1)));
            }
            let link = Link::read(row)?;
            if link.hash(seq, &previous) != row.text(11)? {
                return Ok(fault(seen, format!("event {seq} was changed")));
            }
            if let (Some(salt), Some(payload)) = (row.maybe_text(12)?, row.maybe_text(13)?)
                && unhex(&salt).is_none_or(|salt| commit(&salt, &payload) != link.commit)
            {
                return Ok(fault(
                    seen,
                    format!("the payload of event {seq} was changed"),
                ));
            }
            previous = row.text(11)?;
            seen = seq;
        }
        if rows.is_empty() {
            break;
        }
    }
    if seen != head || previous != head_hash {
        return Ok(fault(
            seen,
            format!("the head says {head} events, {seen} were found"),
        ));
    }
    Ok(ChainReport {
        chain,
        events: seen,
        fault: None,
    })
}

/// The columns that the hash covers.
struct Link {
    at: String,
    actor: String,
    acting_as: String,
    action: String,
    kind: String,
    class: String,
    programme: Option<String>,
    pupil: Option<String>,
    request: String,
    commit: String,
}

impl Link {
    fn read(row: &Row) -> Result<Self, Broken> {
        Ok(Self {
            at: row.text(1)?,
            actor: row.text(2)?,
            acting_as: row.text(3)?,
            action: row.text(4)?,
            kind: row.text(5)?,
            class: row.text(6)?,
            programme: row.maybe_text(7)?,
            pupil: row.maybe_text(8)?,
            request: row.text(9)?,
            commit: row.text(10)?,
        })
    }

    /// Leaf hash: a 0 byte, the number, the hash before, then each column with
    /// its length in front so that no two rows can read the same.
    fn hash(&self, seq: i64, previous: &str) -> String {
        let none = String::from("-");
        let mut hash = Sha256::new();
        hash.update([0]);
        hash.update(seq.to_be_bytes());
        let parts = [
            previous,
            &self.at,
            &self.actor,
            &self.acting_as,
            &self.action,
            &self.kind,
            &self.class,
            self.programme.as_ref().unwrap_or(&none),
            self.pupil.as_ref().unwrap_or(&none),
            &self.request,
            &self.commit,
        ];
        for part in parts {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        hex(&hash.finalize())
    }
}

fn commit(salt: &[u8], payload: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(salt);
    hash.update(payload.as_bytes());
    hex(&hash.finalize())
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    (0..text.len())
        .step_by(2)
        .map(|at| {
            text.get(at..at + 2)
                .and_then(|pair| u8::from_str_radix(pair, 16).ok())
        })
        .collect()
}
