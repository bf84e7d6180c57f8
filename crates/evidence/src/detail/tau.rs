//! The family of Tau. Shown on the detail page at most: with no effect at all
//! the corrected forms call a third of records better, because they carry a
//! shaky line from before on through the plan.

use crate::{
    Better, Line, Nap, Phase,
    kendall::tie_groups,
    kendall_s,
    mean::{number, whole},
    theil_sen,
};

/// Tau-U of plan against before, less the trend before: `(S_AB - S_A) / (m n)`.
/// Its range depends on the numbers of days and passes 1: up to
/// `1 + (m - 1) / (2 n)`. Source: Parker, Vannest, Davis and Sauber 2011. Never
/// displayed.
#[must_use]
pub fn tau_u(before: &Phase, plan: &Phase, better: Better) -> f64 {
    let between = Nap::compare(before, plan, better).pairs_ahead();
    let trend = kendall_s(before.values(), better);
    whole(between - trend) / (number(before.days()) * number(plan.days()))
}

/// Tau after taking the line through the days before out of both phases, days
/// numbered 1, 2, 3 in order: always taken out, without a test first. Values
/// that differ by at most [`crate::TIE`] afterwards are equal, as they are in
/// exact arithmetic. -1 to 1. None with a single day before. Source: Tarlow
/// 2017.
#[must_use]
pub fn corrected_tau(before: &Phase, plan: &Phase, better: Better) -> Option<f64> {
    let (before, plan) = without_line(before, plan)?;
    Some(Nap::compare(&before, &plan, better).tau())
}

/// The same as Kendall's tau-b between phase and value:
/// `S / sqrt(m n (N (N - 1) / 2 - tied pairs))`, `N = m + n`. About 0.71 at most
/// when phases are equally long. None with a single day before, and when all
/// days are equal once the line is out. Never displayed.
#[must_use]
pub fn corrected_tau_b(before: &Phase, plan: &Phase, better: Better) -> Option<f64> {
    let (before, plan) = without_line(before, plan)?;
    let all = [before.values(), plan.values()].concat();
    let pairs = |n: usize| number(n) * (number(n) - 1.0) / 2.0;
    let tied: f64 = tie_groups(&all).into_iter().map(pairs).sum();
    let room = number(before.days()) * number(plan.days()) * (pairs(all.len()) - tied);
    let ahead = Nap::compare(&before, &plan, better).pairs_ahead();
    (room > 0.0).then(|| whole(ahead) / room.sqrt())
}

fn without_line(before: &Phase, plan: &Phase) -> Option<(Phase, Phase)> {
    let numbered = |values: &[f64], from: usize| -> Vec<(f64, f64)> {
        let places = (from..).map(number);
        places.zip(values.iter().copied()).collect()
    };
    let early = numbered(before.values(), 1);
    let late = numbered(plan.values(), before.days() + 1);
    let line = theil_sen(&early)?;
    Some((take_out(line, &early)?, take_out(line, &late)?))
}

fn take_out(line: Line, points: &[(f64, f64)]) -> Option<Phase> {
    let left = points
        .iter()
        .map(|(time, value)| value - line.at(*time))
        .collect();
    Phase::new(left).ok()
}
