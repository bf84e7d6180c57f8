//! A pupil who has left, and the people at home who have no other child on
//! roll, can no longer sign in. What they may still read they are given on paper.

use std::collections::BTreeMap;

use domain::id::{AccountId, SchoolId};
use jiff::Timestamp;
use store::{accounts, leavers};

use crate::{Refusal, gate::Granted};

/// Closes the accounts of those at home whose last tie to the school is over.
pub(crate) fn close_family(cx: &mut Granted<'_, '_>, school: SchoolId) -> Result<(), Refusal> {
    let now = cx.now();
    close(cx, school, now)
}

pub(super) fn close(
    cx: &mut Granted<'_, '_>,
    school: SchoolId,
    now: Timestamp,
) -> Result<(), Refusal> {
    let today = cx.today();
    let mut ties: BTreeMap<AccountId, Vec<leavers::Tie>> = BTreeMap::new();
    for tie in leavers::ties(cx.tx(), school)? {
        ties.entry(tie.account).or_default().push(tie);
    }
    for (account, ties) in ties {
        if !ties.iter().all(|tie| tie.is_over(today)) {
            continue;
        }
        let account = accounts::find(cx.tx(), school, account)?;
        if let Some(account) = account.filter(|account| account.disabled_at.is_none()) {
            super::close(cx, account, now)?;
        }
    }
    Ok(())
}
