//! How likely something is in a group, against everyone else in the same
//! schools. It shows a difference, not its cause.

use crate::{Confidence, Interval};

/// How many of a group it happened to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Group {
    events: u32,
    members: u32,
}

/// Why numbers are no group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GroupProblem {
    /// Nobody is in it.
    #[error("read group: nobody is in it")]
    Empty,
    /// It happened to more than there are.
    #[error("read group: {events} of {members}")]
    MoreThanAll {
        /// To how many.
        events: u32,
        /// Of how many.
        members: u32,
    },
}

impl Group {
    /// So many of so many.
    ///
    /// # Errors
    /// [`GroupProblem`] for nobody, or for more than all.
    pub const fn new(events: u32, members: u32) -> Result<Self, GroupProblem> {
        match members {
            0 => Err(GroupProblem::Empty),
            _ if events > members => Err(GroupProblem::MoreThanAll { events, members }),
            _ => Ok(Self { events, members }),
        }
    }

    /// The risk in it, to show beside every ratio.
    pub fn risk(self) -> f64 {
        f64::from(self.events) / f64::from(self.members)
    }
}

/// The risk in a group over the risk of everyone else.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RiskRatio {
    /// The ratio.
    pub ratio: f64,
    /// The standard error of its logarithm.
    pub log_error: f64,
    enough: Enough,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Enough {
    Yes,
    No,
}

/// Members of the group, and events in it and the rest together, below which
/// no ratio is shown.
const FEWEST: (u32, u32) = (30, 10);

/// Compares a group with everyone else.
///
/// ```text
/// RR = (a / n1) / (b / n2)     se(log RR) = sqrt(1/a - 1/n1 + 1/b - 1/n2)
/// ```
///
/// When it happened to nobody on one side, 0.5 is added to both numbers of
/// events and 1 to both numbers of members first. Range: above nought. Source:
/// Katz and others 1978.
#[must_use]
pub fn compare_groups(group: Group, rest: Group) -> RiskRatio {
    let (add, more) = if group.events == 0 || rest.events == 0 {
        (0.5, 1.0)
    } else {
        (0.0, 0.0)
    };
    let (a, n1) = (
        f64::from(group.events) + add,
        f64::from(group.members) + more,
    );
    let (b, n2) = (f64::from(rest.events) + add, f64::from(rest.members) + more);
    let events = u64::from(group.events) + u64::from(rest.events);
    let enough = group.members >= FEWEST.0 && events >= u64::from(FEWEST.1);
    RiskRatio {
        ratio: (a / n1) / (b / n2),
        log_error: (1.0 / a - 1.0 / n1 + 1.0 / b - 1.0 / n2).max(0.0).sqrt(),
        enough: if enough { Enough::Yes } else { Enough::No },
    }
}

impl RiskRatio {
    /// `RR exp(-+ z se)`.
    pub fn interval(self, confidence: Confidence) -> Interval {
        let half = confidence.z() * self.log_error;
        Interval {
            lower: self.ratio * (-half).exp(),
            upper: self.ratio * half.exp(),
        }
    }

    /// The ratio if it may be shown: at least 30 pupils in the group and ten
    /// events in all.
    pub fn shown(self) -> Option<Self> {
        (self.enough == Enough::Yes).then_some(self)
    }

    /// The ratio if it should be talked about: it may be shown, its 95% range
    /// leaves 1 out, and it is at least 1.5 or at most 0.67. With many groups
    /// some are there by chance, so print how many were looked at.
    pub fn to_discuss(self) -> Option<Self> {
        let range = self.interval(Confidence::NinetyFive);
        let far = self.ratio >= 1.5 || self.ratio <= 0.67;
        self.shown().filter(|_| far && !range.contains(1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compare(a: (u32, u32), b: (u32, u32)) -> RiskRatio {
        compare_groups(Group::new(a.0, a.1).unwrap(), Group::new(b.0, b.1).unwrap())
    }

    #[test]
    fn few_pupils_or_few_events_are_not_shown() {
        assert!(compare((12, 29), (20, 300)).shown().is_none());
        assert!(compare((3, 60), (6, 300)).shown().is_none());
        assert!(compare((12, 60), (20, 300)).shown().is_some());
    }

    #[test]
    fn a_clear_difference_is_to_be_discussed_and_a_small_one_is_not() {
        assert!(compare((12, 60), (20, 300)).to_discuss().is_some());
        assert!(compare((120, 600), (800, 4800)).to_discuss().is_none());
    }

    #[test]
    fn a_group_of_nobody_is_refused() {
        assert_eq!(Group::new(0, 0), Err(GroupProblem::Empty));
        assert_eq!(
            Group::new(3, 2),
            Err(GroupProblem::MoreThanAll {
                events: 3,
                members: 2
            })
        );
    }
}
