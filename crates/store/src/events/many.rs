//! A year of events at once, for a school that is made whole: the same links,
//! the same lock, the same order as one at a time.

use domain::{event::Event, id::SchoolId};

use super::{ADD, ADD_PAYLOAD, Circumstances, chain_of, linked, values};
use crate::{Broken, Tx, migrate::hex, params};

/// Adds many events to a school's chain in the order given, oldest first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn append_many(
    tx: &mut Tx<'_>,
    school: SchoolId,
    events: &[(Event, Circumstances)],
) -> Result<(), Broken> {
    let chain = chain_of(Some(school));
    tx.run(
        "insert into chain_head (chain, seq, hash) values (?1, 0, '') on conflict (chain) do nothing",
        &params![&chain],
    )?;
    let head = tx.one(
        "update chain_head set seq = seq + cast(?2 as bigint) where chain = ?1 returning seq, hash",
        &params![&chain, events.len()],
    )?;
    let mut seq = head.int(0)? - i64::try_from(events.len()).unwrap_or(i64::MAX);
    let mut hash = head.text(1)?;
    let (mut links, mut payloads) = (Vec::new(), Vec::new());
    for (event, about) in events {
        seq += 1;
        let (link, payload) = linked(event, about)?;
        hash = link.hash(seq, &hash);
        links.push(values(&chain, seq, &link, &hash).to_vec());
        payloads.push(params![&chain, seq, hex(&about.salt), &payload].to_vec());
    }
    tx.run_many(ADD, &links)?;
    tx.run_many(ADD_PAYLOAD, &payloads)?;
    tx.run(
        "update chain_head set hash = ?2 where chain = ?1",
        &params![&chain, &hash],
    )?;
    Ok(())
}
