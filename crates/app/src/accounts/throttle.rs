//! Throttling sign-in: it slows and never locks out.
//!
//! The first tries are free. After that each failure doubles the wait, up to
//! five minutes, per account and per address. An unknown account is slowed
//! just like a known one. A try is counted before the password is looked at, so
//! that tries at the same moment count too. Where somebody has signed in before,
//! only failures of theirs from there slow them: nobody elsewhere, and nobody
//! trying other accounts from the same school, can shut a head out. An hour
//! without a failure is forgotten.

use jiff::{SignedDuration, Timestamp};
use store::{
    Broken, Tx,
    sessions::{self, Tries},
};

/// Failures at one account before it slows.
const FREE_PER_ACCOUNT: u32 = 5;
/// Failures from one address before it slows; a school shares one address.
const FREE_PER_ADDRESS: u32 = 30;
const FIRST_WAIT: i64 = 5;
const LONGEST_WAIT: i64 = 300;
/// Failures older than this are forgotten.
const FORGOTTEN: SignedDuration = SignedDuration::from_hours(1);

/// What is being slowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Per {
    /// One account.
    Account,
    /// One network address.
    Address,
}

/// What to remember after one failure more.
pub(crate) fn after_failure(before: Option<Tries>, per: Per, now: Timestamp) -> Tries {
    let lately = before.filter(|tries| now.duration_since(tries.last_at) < FORGOTTEN);
    let failures = lately.map_or(1, |tries| tries.failures.saturating_add(1));
    let free = match per {
        Per::Account => FREE_PER_ACCOUNT,
        Per::Address => FREE_PER_ADDRESS,
    };
    let wait = if failures < free {
        0
    } else {
        (FIRST_WAIT << (failures - free).min(10)).min(LONGEST_WAIT)
    };
    let wait_until = now
        .checked_add(SignedDuration::from_secs(wait))
        .unwrap_or(now);
    Tries {
        failures,
        wait_until,
        last_at: now,
    }
}

/// Counts one try at each of these, or says how many seconds are left to wait.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub(crate) fn count(
    tx: &mut Tx<'_>,
    watched: &[(&str, Per)],
    now: Timestamp,
) -> Result<Option<i64>, Broken> {
    let mut before = Vec::new();
    for (subject, _) in watched {
        before.push(sessions::tries(tx, subject)?);
    }
    let wait = before
        .iter()
        .filter_map(|tries| still_to_wait(*tries, now))
        .max();
    if wait.is_some() {
        return Ok(wait);
    }
    for ((subject, per), before) in watched.iter().zip(before) {
        sessions::note_tries(tx, subject, after_failure(before, *per, now))?;
    }
    Ok(None)
}

/// Seconds still to wait, if any.
pub(crate) fn still_to_wait(tries: Option<Tries>, now: Timestamp) -> Option<i64> {
    let left = tries?.wait_until.duration_since(now).as_secs();
    (left > 0).then_some(left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_slow_the_next_try_and_the_wait_always_ends_within_five_minutes() {
        let now = Timestamp::UNIX_EPOCH;
        let mut tries = None;
        let mut waits = Vec::new();
        for _ in 0..20 {
            tries = Some(after_failure(tries, Per::Account, now));
            waits.push(still_to_wait(tries, now).unwrap_or(0));
        }
        assert_eq!(waits[..7], [0, 0, 0, 0, 5, 10, 20]);
        assert_eq!(waits[19], 300);
    }

    #[test]
    fn an_hour_without_a_failure_is_forgotten() {
        let now = Timestamp::UNIX_EPOCH;
        let many = Some(Tries {
            failures: 400,
            wait_until: now,
            last_at: now,
        });
        let later = now.checked_add(FORGOTTEN).unwrap();
        assert_eq!(after_failure(many, Per::Address, later).failures, 1);
    }

    #[test]
    fn a_whole_school_behind_one_address_is_not_slowed_by_a_few_slips() {
        let now = Timestamp::UNIX_EPOCH;
        let twenty = Some(Tries {
            failures: 20,
            wait_until: now,
            last_at: now,
        });
        assert_eq!(
            still_to_wait(Some(after_failure(twenty, Per::Address, now)), now),
            None
        );
    }
}
