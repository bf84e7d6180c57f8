//! Whether a file is whole: one that is still being written changes. Pure; what
//! was seen and when is handed in.

use std::{collections::HashMap, time::Duration};

use jiff::{SignedDuration, Timestamp};

/// What tells a file from how it was at the last look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// How many bytes it has.
    pub size: u64,
    /// When it was last written.
    pub at: Timestamp,
}

/// Files of one folder that are not yet known to be whole.
#[derive(Debug, Default)]
pub struct Settling {
    since: HashMap<String, (Seen, Timestamp)>,
}

impl Settling {
    /// Whether a file has not changed for long enough. The time of its last
    /// change is not asked: some programs set an old one while they copy.
    pub fn is_settled(
        &mut self,
        name: &str,
        seen: Seen,
        now: Timestamp,
        settles: Duration,
    ) -> bool {
        let settles = SignedDuration::try_from(settles).unwrap_or(SignedDuration::MAX);
        match self.since.get(name) {
            Some((before, since)) if *before == seen => now.duration_since(*since) >= settles,
            _ => {
                self.since.insert(name.to_owned(), (seen, now));
                false
            }
        }
    }

    /// Forgets what is not there any more.
    pub fn keep(&mut self, is_there: impl Fn(&str) -> bool) {
        self.since.retain(|name, _| is_there(name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_794_700_000 + second).unwrap()
    }

    const MINUTE: Duration = Duration::from_mins(1);

    #[test]
    fn a_file_is_whole_once_it_has_not_changed_for_a_minute() {
        let mut settling = Settling::default();
        let seen = |size, second| Seen {
            size,
            at: at(second),
        };
        let mut look = |seen, second| settling.is_settled("a.csv", seen, at(second), MINUTE);
        // However old it says it is, it has to be looked at twice.
        assert!(!look(seen(10, -9000), 0));
        assert!(!look(seen(20, -9000), 50), "it grew");
        assert!(!look(seen(20, -9000), 100));
        assert!(!look(seen(20, 101), 109), "it was written again");
        assert!(look(seen(20, 101), 169));
    }

    #[test]
    fn a_file_that_went_away_begins_again() {
        let mut settling = Settling::default();
        let seen = Seen { size: 1, at: at(0) };
        assert!(!settling.is_settled("a.csv", seen, at(0), MINUTE));
        settling.keep(|name| name != "a.csv");
        assert!(!settling.is_settled("a.csv", seen, at(100), MINUTE));
        assert!(settling.is_settled("a.csv", seen, at(160), MINUTE));
    }
}
