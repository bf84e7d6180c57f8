//! What kind of day a date is for a school.

use super::Sessions;

crate::coded! {
    /// What a school does on a date. Weekends need not be listed.
    pub enum DayKind {
        /// School meets all day.
        School => "school", "School day";
        /// School meets in the morning and then goes home, as on many last days of term.
        MorningOnly => "morning_only", "Morning only";
        /// School meets in the afternoon only.
        AfternoonOnly => "afternoon_only", "Afternoon only";
        /// Staff are in, pupils are not.
        Training => "training", "Staff training day";
        /// Between terms, or half term.
        Holiday => "holiday", "Holiday";
        /// A public holiday in term time.
        BankHoliday => "bank_holiday", "Bank holiday";
        /// Another closure known beforehand, such as an election.
        PlannedClosure => "planned_closure", "Planned closure";
        /// The whole site had to close: snow, a burst pipe.
        UnexpectedClosure => "unexpected_closure", "Unexpected closure";
    }
}

impl DayKind {
    /// Whether pupils are expected for any of it.
    pub const fn is_school_day(self) -> bool {
        self.sessions().number() > 0
    }

    /// Sessions in which school meets.
    pub const fn sessions(self) -> Sessions {
        match self {
            Self::School => Sessions::new(2),
            Self::MorningOnly | Self::AfternoonOnly => Sessions::new(1),
            Self::Training
            | Self::Holiday
            | Self::BankHoliday
            | Self::PlannedClosure
            | Self::UnexpectedClosure => Sessions::ZERO,
        }
    }

    /// The register's code for a day without school: `#` planned, `Y4` not.
    pub const fn closure_code(self) -> Option<&'static str> {
        match self {
            Self::School | Self::MorningOnly | Self::AfternoonOnly => None,
            Self::Training | Self::Holiday | Self::BankHoliday | Self::PlannedClosure => Some("#"),
            Self::UnexpectedClosure => Some("Y4"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_a_school_day_exactly_when_it_has_no_closure_code() {
        for kind in DayKind::ALL {
            assert_eq!(
                kind.is_school_day(),
                kind.closure_code().is_none(),
                "{kind:?}"
            );
        }
    }

    #[test]
    fn half_a_day_of_school_is_one_session() {
        assert_eq!(DayKind::MorningOnly.sessions(), Sessions::new(1));
        assert_eq!("school".parse(), Ok(DayKind::School));
    }
}
