//! How often a random shuffle of the same days would look this good. For the
//! detail page, with those words, and never turned into a claim.

use crate::{Better, Nap, Phase, TIE, mean::number};

/// Two shares of shuffles.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shuffled {
    /// Shuffles whose share of better pairs is at least the one recorded.
    pub at_least: f64,
    /// Shuffles at least as far from a half, either way.
    pub as_far: f64,
}

/// Steps of the count beyond which shuffling is refused: about 250 days.
const MOST_STEPS: f64 = 4e9;
/// Days beyond which the number of shuffles is too large for a number.
const MOST_DAYS: usize = 1000;

/// Counts all `C(m + n, n)` ways to share the recorded days out between the
/// two phases, ties kept, by dynamic programming over doubled mid-ranks:
/// `ways[k][sum]` for `k` days chosen.
///
/// Range: above 0 to 1; both 1 when all days are equal. It takes days as
/// exchangeable and is therefore optimistic when days resemble each other.
/// None when there are too many days to count in a reasonable time (about 250
/// in all). Source: the exact Wilcoxon-Mann-Whitney test with ties (Streitberg
/// and Röhmel 1986).
#[must_use]
pub fn shuffle(before: &Phase, plan: &Phase, better: Better) -> Option<Shuffled> {
    let (m, n) = (before.days(), plan.days());
    let mut ranked = before.values().to_vec();
    ranked.extend(plan.values());
    for value in &mut ranked {
        *value = better.turned(*value);
    }
    let ranks = doubled_midranks(&ranked);
    let total: usize = ranks.iter().sum();
    // The smaller phase is the one drawn: the other is what is left.
    let draw_plan = n <= m;
    let drawn = m.min(n);
    if m + n > MOST_DAYS || number(m + n) * number(drawn) * number(total) > MOST_STEPS {
        return None;
    }
    let ways = ways(&ranks, drawn, total);
    let least = n * (n + 1);
    let twice_middle = 2 * m * n;
    // Doubled U of the plan days for a sum of doubled ranks of the days drawn.
    let u = |sum: usize| {
        if draw_plan {
            sum - least
        } else {
            total - sum - least
        }
    };
    let recorded: usize = ranks[m..].iter().sum::<usize>() - least;
    let far = |u: usize| (2 * u).abs_diff(twice_middle);
    let share = |counts: &dyn Fn(usize) -> bool| {
        let possible = ways.iter().enumerate().filter(|(_, ways)| **ways > 0.0);
        let (some, all) = possible.fold((0.0, 0.0), |(some, all), (sum, ways)| {
            let some = if counts(u(sum)) { some + ways } else { some };
            (some, all + ways)
        });
        some / all
    };
    Some(Shuffled {
        at_least: share(&|u| u >= recorded),
        as_far: share(&|u| far(u) >= far(recorded)),
    })
}

/// Twice the rank of each value, equal values sharing the middle of theirs.
fn doubled_midranks(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_unstable_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0; values.len()];
    let mut first = 0;
    for tied in order.chunk_by(|a, b| values[*b] - values[*a] <= TIE) {
        for place in tied {
            ranks[*place] = 2 * first + tied.len() + 1;
        }
        first += tied.len();
    }
    ranks
}

/// In how many ways `drawn` of the ranks add up to each sum.
fn ways(ranks: &[usize], drawn: usize, total: usize) -> Vec<f64> {
    let mut ways = vec![vec![0.0; total + 1]; drawn + 1];
    ways[0][0] = 1.0;
    let mut reached = 0;
    for (seen, rank) in ranks.iter().enumerate() {
        for chosen in (0..drawn.min(seen + 1)).rev() {
            let (fewer, more) = ways.split_at_mut(chosen + 1);
            let (from, to) = (&fewer[chosen], &mut more[0]);
            for sum in 0..=reached {
                to[sum + rank] += from[sum];
            }
        }
        reached += rank;
    }
    ways.pop().unwrap_or_default()
}

/// The share of possible start days with a statistic at least as good.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StartsTried {
    /// The statistic at the day the plan did start.
    pub observed: f64,
    /// How many start days were possible.
    pub starts: usize,
    /// The share of them with a statistic at least as good.
    pub at_least: f64,
}

/// What is compared at each possible start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StartStatistic {
    /// The average in the plan less the average before, turned so that up is
    /// better.
    MeanDifference,
    /// The share of better pairs, [`Nap`].
    BetterPairs,
}

/// Tries every start day that leaves at least `least` recorded days on each
/// side, the real one among them.
///
/// Only fair when the start was drawn at random from those days beforehand;
/// with thirteen of them the smallest share there can be is 0.077. None when
/// the real start leaves fewer than `least` days on a side. Source: Edgington
/// 1975.
#[must_use]
pub fn try_starts(
    phases: (&Phase, &Phase),
    better: Better,
    statistic: StartStatistic,
    least: usize,
) -> Option<StartsTried> {
    let (before, plan) = phases;
    let least = least.max(1);
    if before.days() < least || plan.days() < least {
        return None;
    }
    let days = [before.values(), plan.values()].concat();
    let at = |start: usize| {
        let (early, late) = days.split_at(start);
        let (early, late) = (Phase::new(early.to_vec()), Phase::new(late.to_vec()));
        early.and_then(|early| late.map(|late| statistic.of(&early, &late, better)))
    };
    let observed = statistic.of(before, plan, better);
    let tried: Vec<f64> = (least..=days.len() - least).flat_map(at).collect();
    let good = tried
        .iter()
        .filter(|value| **value >= observed - TIE)
        .count();
    Some(StartsTried {
        observed,
        starts: tried.len(),
        at_least: number(good) / number(tried.len()),
    })
}

impl StartStatistic {
    fn of(self, before: &Phase, plan: &Phase, better: Better) -> f64 {
        match self {
            Self::MeanDifference => better.turned(plan.mean() - before.mean()),
            Self::BetterPairs => Nap::compare(before, plan, better).value(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phase(values: &[f64]) -> Phase {
        Phase::new(values.to_vec()).unwrap()
    }

    #[test]
    fn every_plan_day_better_is_one_shuffle_of_all() {
        let (before, plan) = (phase(&[1.0, 2.0, 3.0]), phase(&[4.0, 5.0]));
        let shuffled = shuffle(&before, &plan, Better::More).unwrap();
        assert!((shuffled.at_least - 0.1).abs() < 1e-15);
        assert!((shuffled.as_far - 0.2).abs() < 1e-15);
        let turned = shuffle(&before, &plan, Better::Fewer).unwrap();
        assert!((turned.at_least - 1.0).abs() < 1e-15);
    }

    #[test]
    fn too_many_days_to_count_are_refused() {
        let long = phase(&vec![1.0; 300]);
        assert_eq!(shuffle(&long, &long, Better::More), None);
    }

    #[test]
    fn a_start_too_near_the_edge_cannot_be_one_of_those_drawn() {
        let (before, plan) = (phase(&[1.0, 2.0, 3.0]), phase(&[4.0; 8]));
        let tried = |least| {
            try_starts(
                (&before, &plan),
                Better::More,
                StartStatistic::BetterPairs,
                least,
            )
        };
        assert_eq!(tried(4), None);
        assert_eq!(tried(3).unwrap().starts, 6);
    }
}
