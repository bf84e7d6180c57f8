//! Throttling sign-in: it slows and never locks out.
//!
//! The first tries are free. After that each failure doubles the wait, up to
//! five minutes, per account and per address. An unknown account is slowed
//! just like a known one. Nobody can shut a head out: a wait always ends.

use jiff::{SignedDuration, Timestamp};
use store::sessions::Tries;

/// Failures at one account before it slows.
const FREE_PER_ACCOUNT: u32 = 5;
/// Failures from one address before it slows; a school shares one address.
const FREE_PER_ADDRESS: u32 = 30;
const FIRST_WAIT: i64 = 5;
const LONGEST_WAIT: i64 = 300;

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
    let failures = before.map_or(1, |tries| tries.failures.saturating_add(1));
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
    }
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
    fn a_whole_school_behind_one_address_is_not_slowed_by_a_few_slips() {
        let now = Timestamp::UNIX_EPOCH;
        let twenty = Some(Tries {
            failures: 20,
            wait_until: now,
        });
        assert_eq!(
            still_to_wait(Some(after_failure(twenty, Per::Address, now)), now),
            None
        );
    }
}
