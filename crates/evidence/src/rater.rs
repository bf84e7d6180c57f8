//! Who records. People rate differently, so a new main rater is a line on the
//! chart; it does not split the comparison, and it is never silent.

use crate::DayIndex;

/// One of the people who rate, by any number that tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rater(pub u32);

/// Recorded days in a row by one other person from which that person is the
/// new main rater. A day of cover changes nothing.
const IN_A_ROW: usize = 3;

/// The days on which a new main rater begins, from the recorded days and who
/// rated each, oldest first.
///
/// The first rater is the main one; another takes over with the first of three
/// recorded days in a row that are all theirs. Empty for fewer than four days.
#[must_use]
pub fn rater_changes(days: &[(DayIndex, Rater)]) -> Vec<DayIndex> {
    let Some((_, mut main)) = days.first().copied() else {
        return Vec::new();
    };
    let mut changes = Vec::new();
    for run in days.chunk_by(|a, b| a.1 == b.1) {
        let (first, rater) = run[0];
        if rater != main && run.len() >= IN_A_ROW {
            changes.push(first);
            main = rater;
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes(raters: &[u32]) -> Vec<i32> {
        let days = (1..).map(DayIndex).zip(raters.iter().copied().map(Rater));
        let days: Vec<(DayIndex, Rater)> = days.collect();
        rater_changes(&days).into_iter().map(|day| day.0).collect()
    }

    #[test]
    fn three_days_in_a_row_make_a_new_main_rater_and_two_days_of_cover_do_not() {
        assert_eq!(changes(&[1, 1, 2, 2, 1, 1]), [0; 0]);
        assert_eq!(changes(&[1, 1, 2, 2, 2, 1, 2]), [3]);
        assert_eq!(changes(&[1, 2, 2, 2, 1, 1, 1]), [2, 5]);
        assert_eq!(changes(&[]), [0; 0]);
    }
}
