//! Every statistic of one series under its own name, for the command line and
//! for checking against other software.

use crate::{
    Aspect, Better, Confidence, KAPPA, Kappa, Nap, NapErrors, Phase, Series, already_improving_p,
    beyond_best, beyond_middle, corrected_tau, corrected_tau_b, day_to_day, goal_share,
    improvement_rate_difference, kendall_s, log_ratio,
    mean::{number, whole},
    median_difference, shuffle, sorted_apart, tau_u, theil_sen,
};

/// Who may see a statistic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tier {
    /// Shown to schools.
    Core,
    /// On the detail page only.
    Technical,
    /// For checking only; shown nowhere.
    NeverDisplay,
}

impl Tier {
    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Technical => "technical",
            Self::NeverDisplay => "never_display",
        }
    }
}

/// A number and its name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Statistic {
    /// The name used in files.
    pub name: &'static str,
    /// The number; without bound where a standard error is.
    pub value: f64,
    /// Who may see it.
    pub tier: Tier,
}

/// Every statistic that is defined for a series; those that are not are left
/// out. None when a phase has no recorded day.
#[must_use]
pub fn statistics(series: &Series) -> Option<Vec<Statistic>> {
    let (before, plan) = (series.before.phase()?, series.plan.phase()?);
    let mut found = Vec::new();
    let phases = (&before, &plan);
    describe(phases, &mut found);
    compare_pairs(phases, series.better, &mut found);
    ranges(Nap::compare(&before, &plan, series.better), &mut found);
    trends(series, phases, &mut found);
    overlaps(phases, series.better, &mut found);
    ratios(series, phases, &mut found);
    shuffles(phases, series.better, &mut found);
    Some(found)
}

type Found = Vec<Statistic>;
type Phases<'a> = (&'a Phase, &'a Phase);

fn put(found: &mut Found, tier: Tier, all: &[(&'static str, Option<f64>)]) {
    let defined = all
        .iter()
        .filter_map(|(name, value)| Some((*name, (*value)?)));
    found.extend(defined.map(|(name, value)| Statistic { name, value, tier }));
}

fn describe((before, plan): Phases<'_>, found: &mut Found) {
    let core = [
        ("n_a", Some(number(before.days()))),
        ("n_b", Some(number(plan.days()))),
        ("mean_a", Some(before.mean())),
        ("mean_b", Some(plan.mean())),
        ("median_a", Some(before.median())),
        ("median_b", Some(plan.median())),
    ];
    put(found, Tier::Core, &core);
    let spread = [("sd_a", before.spread()), ("sd_b", plan.spread())];
    put(found, Tier::Technical, &spread);
}

fn compare_pairs((before, plan): Phases<'_>, better: Better, found: &mut Found) {
    let nap = Nap::compare(before, plan, better);
    let errors = NapErrors::of(before, plan, better);
    put(
        found,
        Tier::Core,
        &[("nap", Some(nap.value())), ("tau_ab", Some(nap.tau()))],
    );
    let technical = [
        ("nap_se_unbiased", errors.unbiased),
        ("nap_se_hanley", Some(errors.hanley)),
        ("nap_se_null", Some(errors.unchanged)),
        ("s_between", Some(whole(nap.pairs_ahead()))),
    ];
    put(found, Tier::Technical, &technical);
    let shift = median_difference(before, plan);
    put(found, Tier::Core, &[("hl_shift", Some(shift))]);
}

fn ranges(nap: Nap, found: &mut Found) {
    let wide = nap.interval(Confidence::NinetyFive, Kappa::NONE);
    let plain = nap.interval(Confidence::Ninety, Kappa::NONE);
    let told = nap.interval(Confidence::Ninety, KAPPA);
    let core = [
        ("nap_lo95", Some(wide.lower)),
        ("nap_hi95", Some(wide.upper)),
        ("nap_lo90", Some(plain.lower)),
        ("nap_hi90", Some(plain.upper)),
        ("nap_lo90_k15", Some(told.lower)),
        ("nap_hi90_k15", Some(told.upper)),
    ];
    put(found, Tier::Core, &core);
}

fn trends(series: &Series, (before, plan): Phases<'_>, found: &mut Found) {
    let better = series.better;
    let ordered: Vec<(f64, f64)> = (1..)
        .map(number)
        .zip(before.values().iter().copied())
        .collect();
    let by_order = theil_sen(&ordered);
    let by_day = theil_sen(&series.before.points());
    let technical = [
        ("s_trend_a", Some(whole(kendall_s(before.values(), better)))),
        ("s_trend_b", Some(whole(kendall_s(plan.values(), better)))),
        ("ts_slope_order", by_order.map(|line| line.slope)),
        ("ts_intercept_order", by_order.map(|line| line.intercept)),
        ("tau_bc", corrected_tau(before, plan, better)),
        ("r1_a", day_to_day(before)),
        ("r1_b", day_to_day(plan)),
    ];
    put(found, Tier::Technical, &technical);
    let core = [
        ("ts_slope_session", by_day.map(|line| line.slope)),
        ("ts_intercept_session", by_day.map(|line| line.intercept)),
        ("kendall_p_a", Some(already_improving_p(before, better))),
    ];
    put(found, Tier::Core, &core);
}

fn overlaps((before, plan): Phases<'_>, better: Better, found: &mut Found) {
    let all = [
        ("tau_u_pvds", Some(tau_u(before, plan, better))),
        ("tau_bc_taub", corrected_tau_b(before, plan, better)),
        ("pnd", Some(beyond_best(before, plan, better))),
        ("pem", Some(beyond_middle(before, plan, better))),
        ("pand", Some(sorted_apart(before, plan, better))),
        (
            "ird",
            Some(improvement_rate_difference(before, plan, better)),
        ),
    ];
    put(found, Tier::NeverDisplay, &all);
}

fn ratios(series: &Series, phases: Phases<'_>, found: &mut Found) {
    let aspects = [
        (
            Aspect::Decreasing,
            ["lrrd", "lrrd_se", "lrrd_lo95", "lrrd_hi95"],
        ),
        (
            Aspect::Increasing,
            ["lrri", "lrri_se", "lrri_lo95", "lrri_hi95"],
        ),
    ];
    for (aspect, [name, error, low, high]) in aspects {
        let ratio = log_ratio(phases, series.scale, series.better, aspect);
        let range = ratio.map(|ratio| ratio.interval(Confidence::NinetyFive));
        let all = [
            (name, ratio.map(|ratio| ratio.value)),
            (error, ratio.map(|ratio| ratio.error)),
            (low, range.map(|range| range.lower)),
            (high, range.map(|range| range.upper)),
        ];
        put(found, Tier::Technical, &all);
    }
    let share = series
        .goal
        .and_then(|goal| goal_share(phases.0, phases.1, goal));
    let all = [
        ("pogo", share.map(|share| share.percent)),
        ("pogo_se", share.and_then(|share| share.error)),
    ];
    put(found, Tier::Technical, &all);
}

fn shuffles((before, plan): Phases<'_>, better: Better, found: &mut Found) {
    let shuffled = shuffle(before, plan, better);
    let core = [
        ("perm_p_one", shuffled.map(|shares| shares.at_least)),
        ("perm_p_two", shuffled.map(|shares| shares.as_far)),
    ];
    put(found, Tier::Core, &core);
}
