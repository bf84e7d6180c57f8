//! What follows when somebody leaves: access ends the day the last day has
//! passed, and whoever runs their programmes is told what is left to do.
//!
//! Staff lose their accounts; a pupil theirs, and the people at home theirs
//! where no other child of theirs is on roll. Nothing is deleted, and no
//! programme closes by itself.

mod duties;
mod family;
mod staff;

use domain::{
    event::Event,
    id::{AccountId, SchoolId},
};
use jiff::Timestamp;
use store::{accounts, sessions};

pub(crate) use duties::duties;
pub(crate) use family::close_family;
pub(crate) use staff::close_accounts;

use crate::{Refusal, gate::Granted};

/// Everything that leaving brings with it, in one school.
pub(crate) fn leave(cx: &mut Granted<'_, '_>, school: SchoolId) -> Result<(), Refusal> {
    let now = cx.now();
    leave_at(cx, school, now)
}

/// The same, with one instant for all of it, by which an import that is undone
/// knows the accounts it closed.
pub(crate) fn leave_at(
    cx: &mut Granted<'_, '_>,
    school: SchoolId,
    now: Timestamp,
) -> Result<(), Refusal> {
    close_accounts(cx, school, now)?;
    family::close(cx, school, now)?;
    duties(cx, school)
}

/// Opens the accounts again that were closed at an instant, because what closed
/// them is taken back. Everyone signs in anew.
pub(crate) fn take_back(
    cx: &mut Granted<'_, '_>,
    school: SchoolId,
    closed_at: Timestamp,
) -> Result<(), Refusal> {
    let all = accounts::of_school(cx.tx(), school)?;
    for mut account in all {
        if account.disabled_at != Some(closed_at) {
            continue;
        }
        account.disabled_at = None;
        if !accounts::save(cx.tx(), &account)? {
            return Err(Refusal::Conflict);
        }
        cx.also(Event::AccountRestored {
            account: account.id,
        });
    }
    leave(cx, school)
}

/// Closes one account that is open, and ends its sessions.
fn close(
    cx: &mut Granted<'_, '_>,
    mut account: accounts::AccountRow,
    now: Timestamp,
) -> Result<(), Refusal> {
    let (school, id): (SchoolId, AccountId) = (account.school, account.id);
    account.disabled_at = Some(now);
    if !accounts::save(cx.tx(), &account)? {
        return Err(Refusal::Conflict);
    }
    sessions::end_all(cx.tx(), school, id)?;
    cx.also(Event::AccountDisabled { account: id });
    Ok(())
}
