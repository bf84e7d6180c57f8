//! The first thing the gate does for every verb and view: it loads the subject.

use jiff::civil::Date;
use store::Tx;

use crate::{Actor, Refusal, policy::Facts, subject::Subject};

/// The subject, if it is there for this asker.
pub(super) fn load<S: Subject>(
    tx: &mut Tx<'_>,
    actor: &Actor,
    key: S::Key,
    today: Date,
) -> Result<(S, Facts), Refusal> {
    S::load(tx, actor, key, today)?.ok_or(Refusal::NotFound)
}
