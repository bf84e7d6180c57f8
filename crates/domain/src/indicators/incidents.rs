//! Incidents, always against the time in which there could have been any.

use crate::dates::Sessions;

/// A plain count of incidents over attended sessions, never weighted by how
/// serious they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IncidentRate {
    /// How many.
    pub incidents: u32,
    /// Sessions the pupil attended: a pupil sent home can have none.
    pub attended: Sessions,
}

/// How a rate differs from the one before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RateChange {
    /// By this share of the earlier rate, in hundredths: -55 is 55% fewer.
    Percent(f64),
    /// Fewer than three incidents before: too few to compare with.
    TooFewBefore,
    /// No session was attended on one side.
    NoSessions,
}

impl IncidentRate {
    /// Incidents in ten attended sessions, which is five whole days. None when
    /// no session was attended.
    #[must_use]
    pub fn in_ten_sessions(self) -> Option<f64> {
        let sessions = self.attended.number();
        (sessions > 0).then(|| f64::from(self.incidents) * 10.0 / f64::from(sessions))
    }

    /// How this rate differs from the one `before` the plan.
    #[must_use]
    pub fn change_from(self, before: Self) -> RateChange {
        let rates = before.in_ten_sessions().zip(self.in_ten_sessions());
        match rates {
            None => RateChange::NoSessions,
            Some(_) if before.incidents < 3 => RateChange::TooFewBefore,
            Some((earlier, now)) => RateChange::Percent((now - earlier) / earlier * 100.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(incidents: u32, sessions: u32) -> IncidentRate {
        IncidentRate {
            incidents,
            attended: Sessions::new(sessions),
        }
    }

    #[test]
    fn incidents_are_counted_in_ten_sessions() {
        assert_eq!(rate(6, 40).in_ten_sessions(), Some(1.5));
        assert_eq!(rate(0, 40).in_ten_sessions(), Some(0.0));
        assert_eq!(rate(0, 0).in_ten_sessions(), None);
    }

    #[test]
    fn fewer_incidents_in_fewer_sessions_may_be_no_fall_at_all() {
        // Half as many, but in half the time.
        let RateChange::Percent(change) = rate(10, 40).change_from(rate(20, 80)) else {
            panic!("both sides can be compared");
        };
        assert!(change.abs() < 1e-12);
    }

    #[test]
    fn a_rate_is_not_compared_with_fewer_than_three_incidents() {
        assert_eq!(
            rate(5, 40).change_from(rate(2, 80)),
            RateChange::TooFewBefore
        );
        assert_eq!(
            rate(0, 40).change_from(rate(4, 80)),
            RateChange::Percent(-100.0)
        );
        assert_eq!(rate(0, 0).change_from(rate(4, 80)), RateChange::NoSessions);
    }
}
