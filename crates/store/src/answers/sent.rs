//! Everything that was sent in one programme, in one question to the database.

use domain::{
    document::HomeReads,
    id::{AccountId, AskId, PersonId, ProgrammeId, SchoolId},
    sealed::Sealed,
};
use forms::{Names, summary::PupilSays};

use super::{read, sheet::Sheet};
use crate::{Broken, Tx, asks::AskRow, params};

/// The answers to everything that people were asked for and have sent, sealed,
/// the first asked first. `owner` tells whose account a person has.
///
/// # Errors
/// [`Broken`] when the engine refuses or a form they belong to is gone.
pub fn sent(
    tx: &mut Tx<'_>,
    (school, programme): (SchoolId, ProgrammeId),
    asks: &[AskRow],
    names: &Names,
    owner: impl Fn(PersonId) -> Option<AccountId>,
) -> Result<Vec<Sealed<Sheet>>, Broken> {
    let rows = tx.list(
        "select w.body, w.revision, w.saved_at, w.filled_by, w.scribe, w.scribe_mode, w.ask_id,
                (select h.says from home_reads h
                 where h.school_id = w.school_id and h.ask_id = w.ask_id order by h.n desc limit 1)
         from answers w join ask a on a.school_id = w.school_id and a.id = w.ask_id
         where w.school_id = ?1 and a.programme_id = ?2 and a.sent_at is not null and a.came = 'asked'
         order by a.id",
        &params![school, programme],
        |row| {
            let says: Option<HomeReads> = row.maybe_read(7)?;
            Ok((read(row)?, row.id::<_>(6)?, says))
        },
    )?;
    let mut all = Vec::new();
    for (draft, id, says) in rows {
        let id: AskId = id;
        let Some(ask) = asks.iter().find(|ask| ask.id == id) else {
            continue;
        };
        let pupil = match says {
            Some(HomeReads::Yes) => PupilSays::Yes,
            Some(HomeReads::No) | None => PupilSays::NotYet,
        };
        let sheet = Sheet::new(ask, draft, names.clone(), pupil)?;
        all.push(Sealed::new(ask.document.code(), owner(ask.person), sheet));
    }
    Ok(all)
}
