//! What was decided about a programme, and why: the moves that somebody gave a
//! reason for. The reasons are staff's words for staff.

use domain::{
    programme::{DeclineReason, PauseReason, TRANSITIONS, TransferReason, WithdrawReason},
    sealed::{Apart, InPart, Lens, Sealed},
};
use jiff::civil::Date;
use store::programmes::MoveRow;

/// Where the reading matrix says who may read it: the change log.
const READS: &str = "D37";

/// One decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What was decided, as the table of moves calls it.
    pub what: &'static str,
    /// When.
    pub on: Date,
    /// The reason that was chosen.
    pub reason: Option<&'static str>,
    /// What was said about it.
    pub words: Option<String>,
}

impl InPart for Decision {
    /// What was decided and when; the reasons stay with the staff.
    fn in_part(self, _which: &'static str) -> Option<Self> {
        Some(Self {
            reason: None,
            words: None,
            ..self
        })
    }

    fn without(mut self, apart: &Apart) -> Option<Self> {
        self.words.take_if(|words| apart.is_told_by(words));
        Some(self)
    }
}

/// The decisions this reader may see, newest first.
pub(super) fn decided(lens: &Lens, moves: &[MoveRow]) -> Vec<Decision> {
    let all = moves.iter().rev().filter_map(decision);
    let sealed = all.map(|one| Sealed::new(READS, None, one)).collect();
    let shown = lens.open_all(sealed).into_iter();
    shown.map(domain::sealed::Shown::into_inner).collect()
}

/// The numbers of the moves whose chosen reason is itself worth reading. How it
/// ended has a page of its own.
fn decision(row: &MoveRow) -> Option<Decision> {
    let code = row.reason.as_deref().unwrap_or_default();
    let reason = match row.number {
        3 => code.parse::<DeclineReason>().ok().map(DeclineReason::label),
        13 => code.parse::<PauseReason>().ok().map(PauseReason::label),
        19 => code
            .parse::<TransferReason>()
            .ok()
            .map(TransferReason::label),
        20 => code
            .parse::<WithdrawReason>()
            .ok()
            .map(WithdrawReason::label),
        _ => None,
    };
    if reason.is_none() && row.words.is_none() {
        return None;
    }
    let known = TRANSITIONS.iter().find(|one| one.number == row.number)?;
    Some(Decision {
        what: known.name,
        on: row.on,
        reason,
        words: row.words.clone(),
    })
}
