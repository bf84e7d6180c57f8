//! From a series to lines: its statistics, the comparison of its counts, and
//! what may be said.

use evidence::{
    BaselineKind, Comparison, Confidence, Drift, Estimate, Finding, Recording, Route, Scale,
    Series, Statistic, Sufficiency, Tier, dispersion, judge, statistics,
};

use super::files::Named;

/// One statistic of one series.
pub struct Line {
    /// The series.
    pub series: String,
    /// The statistic.
    pub statistic: &'static str,
    /// What it is.
    pub value: Value,
    /// Who may see it.
    pub tier: &'static str,
}

/// A number or a word.
pub enum Value {
    /// A number.
    Number(f64),
    /// A word of a fixed list.
    Word(&'static str),
}

/// All lines of a series. Counts are compared as rates and everything else by
/// pairs of days; nothing is known of where the days before come from, so the
/// statement is the one for past records.
pub fn of(named: &Named) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut add = |statistic, value, tier: Tier| {
        lines.push(Line {
            series: named.name.clone(),
            statistic,
            value,
            tier: tier.name(),
        });
    };
    for Statistic { name, value, tier } in statistics(&named.series).unwrap_or_default() {
        add(name, Value::Number(value), tier);
    }
    let finding = judge(&compared(&named.series));
    for (name, value) in numbers(&named.series, &finding) {
        add(name, Value::Number(value), Tier::Core);
    }
    for (name, word) in words(&finding) {
        add(name, Value::Word(word), Tier::Core);
    }
    lines
}

fn compared(series: &Series) -> Comparison {
    Comparison {
        before: series.before.clone(),
        plan: series.plan.clone(),
        better: series.better,
        route: match series.scale {
            Scale::Count => Route::Counts,
            Scale::Percentage { .. } | Scale::Proportion { .. } | Scale::Other => Route::Scores,
        },
        baseline: BaselineKind::BeforeTheSpell,
        recording: Recording::Same,
    }
}

fn numbers(series: &Series, finding: &Finding) -> Vec<(&'static str, f64)> {
    let mut all = vec![
        ("coverage_a", finding.coverage.0),
        ("coverage_b", finding.coverage.1),
    ];
    if let Some(weekly) = finding.weekly {
        all.push(("weekly_nap", weekly.value()));
    }
    if let Some(Estimate::Counts {
        inflation, change, ..
    }) = finding.estimate
    {
        let seen = dispersion(&series.before.counts(), &series.plan.counts());
        all.extend(seen.map(|times| ("phi_hat", times)));
        let (ninety, wide) = (
            change.interval(Confidence::Ninety),
            change.interval(Confidence::NinetyFive),
        );
        all.extend([
            ("phi_star", inflation.number()),
            ("prob_rate_b_lower", change.fell()),
            ("rate_ratio_median", change.ratio()),
            ("rr_lo90", ninety.lower),
            ("rr_hi90", ninety.upper),
            ("rr_lo95", wide.lower),
            ("rr_hi95", wide.upper),
        ]);
    }
    all
}

fn words(finding: &Finding) -> [(&'static str, &'static str); 4] {
    let enough = match finding.sufficiency {
        Sufficiency::None => "none",
        Sufficiency::Early => "early",
        Sufficiency::Full => "full",
    };
    let flag = match finding.drift {
        Drift::AlreadyImproving => "already_improving",
        Drift::NoneSeen => "none",
    };
    [
        ("sufficiency", enough),
        ("baseline_trend_flag", flag),
        ("statement_before_trend_check", finding.plain.name()),
        ("statement", finding.statement.name()),
    ]
}
