//! Standard errors of the share of better pairs, for the detail page. Ranges
//! are never built from them: near all or none they are far too narrow.

use crate::{Better, Nap, Phase, TIE, mean::number};

/// Three standard errors of a [`Nap`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NapErrors {
    /// From the unbiased variance (Sen 1967, Mee 1990). Without bound when a
    /// phase has a single day. None when the variance comes out below nought.
    pub unbiased: Option<f64>,
    /// After Hanley and McNeil (1982), with the pairs' own spread.
    pub hanley: f64,
    /// As it would be if nothing had changed.
    pub unchanged: f64,
}

impl NapErrors {
    /// Works them out, with `q_ij` 1, 1/2 or 0 for a better, equal or worse
    /// pair, `N` the share and `N~` the share held in
    /// `[1 / (2mn), 1 - 1 / (2mn)]`:
    ///
    /// ```text
    /// Q1 = sum_i [sum_j (q_ij - N)]^2 / (m n^2)     Q2 = sum_j [sum_i (q_ij - N)]^2 / (m^2 n)
    /// Q3 = sum_ij (q_ij - N)^2 / (m n)
    /// unbiased^2  = (N~ (1 - N~) + n Q1 + m Q2 - 2 Q3) / ((m - 1)(n - 1))
    /// hanley^2    = (N~ (1 - N~) + (n - 1) Q1 + (m - 1) Q2) / (m n)
    /// unchanged^2 = (m + n + 1) / (12 m n)
    /// ```
    #[must_use]
    pub fn of(before: &Phase, plan: &Phase, better: Better) -> Self {
        let nap = Nap::compare(before, plan, better).value();
        let (m, n) = (number(before.days()), number(plan.days()));
        let pair = |early: &f64, late: &f64| match better.turned(late - early) {
            rise if rise > TIE => 1.0 - nap,
            rise if rise < -TIE => -nap,
            _ => 0.5 - nap,
        };
        let (a, b) = (before.values(), plan.values());
        let sum = |terms: &mut dyn Iterator<Item = f64>| terms.sum::<f64>();
        let q1 = sum(&mut a
            .iter()
            .map(|x| sum(&mut b.iter().map(|y| pair(x, y))).powi(2)));
        let q2 = sum(&mut b
            .iter()
            .map(|y| sum(&mut a.iter().map(|x| pair(x, y))).powi(2)));
        let q3 = sum(&mut a
            .iter()
            .map(|x| sum(&mut b.iter().map(|y| pair(x, y).powi(2)))));
        let (q1, q2, q3) = (q1 / (m * n * n), q2 / (m * m * n), q3 / (m * n));
        let edge = 0.5 / (m * n);
        let held = nap.clamp(edge, 1.0 - edge);
        let spread = held * (1.0 - held);
        let unbiased = if m < 2.0 || n < 2.0 {
            f64::INFINITY
        } else {
            (spread + n * q1 + m * q2 - 2.0 * q3) / ((m - 1.0) * (n - 1.0))
        };
        Self {
            unbiased: (unbiased >= 0.0).then(|| unbiased.sqrt()),
            hanley: ((spread + (n - 1.0) * q1 + (m - 1.0) * q2) / (m * n)).sqrt(),
            unchanged: ((m + n + 1.0) / (12.0 * m * n)).sqrt(),
        }
    }
}
