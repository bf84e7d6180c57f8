//! Walks every chain and says where one was tampered with.

use super::link::{Link, commit};
use crate::{Broken, Tx, params};

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

fn unhex(text: &str) -> Option<Vec<u8>> {
    (0..text.len())
        .step_by(2)
        .map(|at| {
            text.get(at..at + 2)
                .and_then(|pair| u8::from_str_radix(pair, 16).ok())
        })
        .collect()
}
