//! Counts of overlap between two phases. For checking against other software
//! and shown nowhere: they have no known sampling error and depend on how many
//! days there are, the first of them on a single extreme day.

use crate::{Better, Phase, TIE, mean::number};

/// PND: the share of plan days better than the best day before, 0 to 1.
/// Source: Scruggs, Mastropieri and Casto 1987. Never displayed.
#[must_use]
pub fn beyond_best(before: &Phase, plan: &Phase, better: Better) -> f64 {
    let turned = before.values().iter().map(|value| better.turned(*value));
    let best = turned.fold(f64::NEG_INFINITY, f64::max);
    let beyond = plan
        .values()
        .iter()
        .filter(|value| better.turned(**value) - best > TIE);
    number(beyond.count()) / number(plan.days())
}

/// PEM: the share of plan days better than the middle day before, equal days
/// counting half, 0 to 1. Source: Ma 2006. Never displayed.
#[must_use]
pub fn beyond_middle(before: &Phase, plan: &Phase, better: Better) -> f64 {
    let middle = better.turned(before.median());
    let halves = plan
        .values()
        .iter()
        .map(|value| match better.turned(*value) - middle {
            rise if rise > TIE => 1.0,
            rise if rise < -TIE => 0.0,
            _ => 0.5,
        });
    halves.sum::<f64>() / number(plan.days())
}

/// PAND: the largest share of days that can be kept so that every plan day
/// kept is better than every day before that is kept: the largest `i + j` with
/// the `i` worst days before all strictly worse than the `j` best plan days,
/// over `m + n`. At least `max(m, n) / (m + n)`, at most 1. Source: Parker,
/// Hagan-Burke and Vannest 2007, by smallest removal; other programs sort and
/// differ. Never displayed.
#[must_use]
pub fn sorted_apart(before: &Phase, plan: &Phase, better: Better) -> f64 {
    let turned = |phase: &Phase| {
        let mut values: Vec<f64> = phase.values().iter().map(|v| better.turned(*v)).collect();
        values.sort_unstable_by(f64::total_cmp);
        values
    };
    let (worst_first, plan_values) = (turned(before), turned(plan));
    let kept = (0..=worst_first.len()).map(|i| {
        let highest = worst_first[..i].last();
        let apart = |day: &&f64| highest.is_none_or(|highest| **day - highest > TIE);
        i + plan_values.iter().filter(apart).count()
    });
    number(kept.max().unwrap_or(0)) / number(before.days() + plan.days())
}

/// IRD: `1 - (m + n)^2 (1 - PAND) / (2 m n)`, at most 1. Source: Parker,
/// Vannest and Brown 2009, in the balanced form. Never displayed.
#[must_use]
pub fn improvement_rate_difference(before: &Phase, plan: &Phase, better: Better) -> f64 {
    let (m, n) = (number(before.days()), number(plan.days()));
    1.0 - (m + n).powi(2) * (1.0 - sorted_apart(before, plan, better)) / (2.0 * m * n)
}
