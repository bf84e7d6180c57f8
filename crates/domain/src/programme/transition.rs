//! The life of a programme as a table: every move there is. The lifecycle page
//! is printed from it, and a test holds the methods to it.

mod list;

pub use list::TRANSITIONS;

use super::StageName;

/// Where a move leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// To a stage.
    To(StageName),
    /// To any stage before this one.
    Earlier,
}

/// One move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transition {
    /// Its number, from 1; never reused.
    pub number: u8,
    /// What people call it.
    pub name: &'static str,
    /// The stages it may be made from; none for a new referral.
    pub from: &'static [StageName],
    /// Where it leads.
    pub to: Arrival,
    /// Who makes it.
    pub by: &'static str,
    /// What must be so.
    pub guards: &'static [&'static str],
    /// What it brings with it.
    pub effects: &'static [&'static str],
}

/// The stages of a programme that is going on or being prepared.
pub const OPEN: &[StageName] = &[
    StageName::Draft,
    StageName::Referred,
    StageName::Gathering,
    StageName::MeetingSet,
    StageName::Agreed,
    StageName::Active,
    StageName::Paused,
    StageName::FinalDue,
];

/// Every stage that has one before it.
const AFTER_DRAFT: &[StageName] = match StageName::ALL {
    [_draft, after @ ..] => after,
    [] => &[],
};

/// One row of the table, in the table's own column order.
const fn row(
    (number, name): (u8, &'static str),
    (from, to, by): (&'static [StageName], Arrival, &'static str),
    guards: &'static [&'static str],
    effects: &'static [&'static str],
) -> Transition {
    Transition {
        number,
        name,
        from,
        to,
        by,
        guards,
        effects,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moves_are_numbered_without_a_gap() {
        let numbers = TRANSITIONS.iter().map(|t| t.number);
        assert!(numbers.eq(1..=27));
    }

    #[test]
    fn open_stages_are_those_that_say_they_are_open() {
        let open: Vec<StageName> = StageName::ALL
            .iter()
            .copied()
            .filter(|s| s.is_open())
            .collect();
        assert_eq!(open, OPEN);
    }

    #[test]
    fn every_stage_can_be_reached_and_only_the_archive_and_closed_ends_have_no_way_on() {
        for stage in StageName::ALL {
            let reached = TRANSITIONS.iter().any(|t| t.to == Arrival::To(*stage));
            assert!(reached, "{stage:?} cannot be reached");
            let onward = TRANSITIONS.iter().any(|t| {
                t.from.contains(stage) && t.to != Arrival::Earlier && t.to != Arrival::To(*stage)
            });
            let end = matches!(
                stage,
                StageName::Declined
                    | StageName::ClosedTransferred
                    | StageName::ClosedWithdrawn
                    | StageName::Archived
            );
            assert_eq!(onward, !end, "{stage:?}");
        }
    }
}
