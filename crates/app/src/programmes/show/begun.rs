//! Who agreed the start, and when: the first thing that happened.

use jiff::civil::Date;
use store::programmes::MoveRow;

use crate::{Refusal, gate::Viewing};

/// The number of the move that accepts a referral.
const ACCEPT: u8 = 4;

/// That the start was agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// Who agreed it.
    pub by: String,
    /// When.
    pub on: Date,
}

/// The agreement, once there is one.
pub(super) fn begun(cx: &mut Viewing<'_, '_>, moves: &[MoveRow]) -> Result<Option<Begun>, Refusal> {
    let accepted = moves.iter().rfind(|one| one.number == ACCEPT);
    let Some((by, on)) = accepted.and_then(|one| Some((one.by?, one.on))) else {
        return Ok(None);
    };
    let school = cx.school()?;
    let account = store::accounts::find(cx.tx(), school, by)?;
    Ok(account.map(|account| Begun {
        by: account.name,
        on,
    }))
}
