//! Was it already changing? Kendall's test on the days before.

use crate::{Better, Phase, TIE, mean::number};

/// Days from which a run of days can be called a drift.
const FEWEST: usize = 6;
/// The chance at or below which a drift is flagged.
const FLAG: f64 = 0.10;

/// What the days before say about a drift that was there already.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Drift {
    /// At least six days, and a rise as steady as theirs comes by chance at
    /// most one time in ten.
    AlreadyImproving,
    /// Nothing to flag, which does not mean that there was none: with ten days
    /// a slow steady drift is caught about one time in seven.
    NoneSeen,
}

/// Kendall's S: of all pairs of days, those in which the later day is better
/// less those in which it is worse. Equal days (to [`TIE`]) count nothing.
///
/// Range: plus or minus `n (n - 1) / 2`; nought for fewer than two values.
/// Source: Kendall 1938.
#[must_use]
pub fn kendall_s(values: &[f64], better: Better) -> i64 {
    let mut s = 0;
    for (place, early) in values.iter().enumerate() {
        for late in &values[place + 1..] {
            s += direction(better.turned(late - early));
        }
    }
    s
}

/// The chance, if the order of the days before meant nothing, of an
/// improvement among them at least as steady as the one recorded.
///
/// `p = P(S* >= S)`, exactly, over all orders of the recorded values with their
/// ties. The number of inversions of an order of values in tie groups has the
/// Gaussian multinomial coefficient for its generating function, and
/// `S = untied pairs - 2 inversions`. Range: above 0 to 1; 1 for a single day
/// and for days all equal. Source: Kendall 1938 and, for ties, the inversions
/// of a multiset (Stanley, Enumerative Combinatorics 1.7). It takes days as
/// exchangeable, so it flags a little too often when days resemble each other.
#[must_use]
pub fn already_improving_p(before: &Phase, better: Better) -> f64 {
    let groups = tie_groups(before.values());
    let chances = inversions(&groups);
    let pairs = |n: usize| n * n.saturating_sub(1) / 2;
    let untied = pairs(before.days()) - groups.iter().copied().map(pairs).sum::<usize>();
    let s = kendall_s(before.values(), better);
    // S at least as large means inversions at most as many.
    let untied = i64::try_from(untied).unwrap_or(i64::MAX);
    let most = usize::try_from((untied - s) / 2).unwrap_or(0);
    chances.iter().take(most + 1).sum::<f64>().min(1.0)
}

/// Whether to flag that the days before were already improving: at least six
/// of them and [`already_improving_p`] at most 0.10.
#[must_use]
pub fn drift(before: &Phase, better: Better) -> Drift {
    let steady = before.days() >= FEWEST && already_improving_p(before, better) <= FLAG;
    if steady {
        Drift::AlreadyImproving
    } else {
        Drift::NoneSeen
    }
}

/// 1 for a rise, -1 for a fall, 0 for neither.
pub(crate) fn direction(rise: f64) -> i64 {
    i64::from(rise > TIE) - i64::from(rise < -TIE)
}

/// How many values there are of each size, smallest value first.
pub(crate) fn tie_groups(values: &[f64]) -> Vec<usize> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
        .chunk_by(|a, b| b - a <= TIE)
        .map(<[f64]>::len)
        .collect()
}

/// The chance of each number of inversions over all orders of tie groups.
fn inversions(groups: &[usize]) -> Vec<f64> {
    let mut so_far = vec![1.0];
    let mut members = 0;
    for group in groups {
        so_far = product(&so_far, &between(members, *group));
        members += group;
    }
    so_far
}

/// The chance of each number of pairs in which one of `b` members stands
/// before one of `a` others: the Gaussian binomial over the plain one. Built up
/// by asking who stands last, so that only positive numbers are ever added.
fn between(a: usize, b: usize) -> Vec<f64> {
    let mut rows: Vec<Vec<f64>> = vec![vec![1.0]; a + 1];
    for members in 1..=b {
        let mut next: Vec<Vec<f64>> = vec![vec![1.0]];
        for others in 1..=a {
            let all = number(others + members);
            let mut row = vec![0.0; others * members + 1];
            for (count, chance) in rows[others].iter().enumerate() {
                row[count] += chance * number(members) / all;
            }
            for (count, chance) in next[others - 1].iter().enumerate() {
                row[count + members] += chance * number(others) / all;
            }
            next.push(row);
        }
        rows = next;
    }
    rows.pop().unwrap_or_else(|| vec![1.0])
}

fn product(a: &[f64], b: &[f64]) -> Vec<f64> {
    let mut product = vec![0.0; a.len() + b.len() - 1];
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            product[i + j] += x * y;
        }
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;

    fn p(values: &[f64]) -> f64 {
        already_improving_p(&Phase::new(values.to_vec()).unwrap(), Better::More)
    }

    #[test]
    fn one_order_in_six_of_three_days_rises_all_the_way() {
        assert!((p(&[1.0, 2.0, 3.0]) - 1.0 / 6.0).abs() < 1e-15);
        assert!((p(&[3.0, 2.0, 1.0]) - 1.0).abs() < 1e-15);
    }

    #[test]
    fn equal_days_and_a_single_day_show_nothing() {
        assert!((p(&[4.0]) - 1.0).abs() < 1e-15);
        assert!((p(&[4.0; 9]) - 1.0).abs() < 1e-15);
    }

    #[test]
    fn fewer_than_six_days_are_never_flagged() {
        let rising = |days: i32| Phase::new((0..days).map(f64::from).collect()).unwrap();
        assert_eq!(drift(&rising(5), Better::More), Drift::NoneSeen);
        assert_eq!(drift(&rising(6), Better::More), Drift::AlreadyImproving);
        assert_eq!(drift(&rising(6), Better::Fewer), Drift::NoneSeen);
    }
}
