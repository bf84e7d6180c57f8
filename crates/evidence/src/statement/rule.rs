//! The rule that turns days into a statement.

use super::{
    Comparison, Core, Coverage, Estimate, Finding, Recording, Route, Statement, Sufficiency,
    Unrecorded,
};
use crate::{BaselineKind, Drift, METHOD, Nap, PhaseDays, already_improving_p, drift, weekly_nap};

/// The weekly share from which whole weeks agree with the days.
const WEEKS_AGREE: f64 = 0.80;

/// Works out what may be said.
///
/// Never fails: too little is itself an answer. See [`Statement`] for what can
/// come out and [`super::sentences`] for the words. With nothing changed, and days
/// alike to the next by 0.2, it says "likely better" in about one to four plans
/// in a hundred; a change of half a standard deviation is missed two times in
/// three, which is why "no clear change" is never worded as "no change".
#[must_use]
pub fn judge(asked: &Comparison) -> Finding {
    let finding = judge_recorded(asked);
    if finding.statement != Statement::LikelyBetter {
        return finding;
    }
    Finding {
        unrecorded: without_record(asked),
        ..finding
    }
}

/// If every day without a record were like the days before, would it still be
/// said?
fn without_record(asked: &Comparison) -> Unrecorded {
    let missing = asked.plan.missing_days();
    let Some(before) = asked.before.phase().filter(|_| missing > 0) else {
        return Unrecorded::Harmless;
    };
    let filled = Comparison {
        plan: asked.plan.filled(before.median()),
        ..asked.clone()
    };
    match judge_recorded(&filled).statement {
        Statement::LikelyBetter => Unrecorded::Harmless,
        _ => Unrecorded::Matters(missing),
    }
}

fn judge_recorded(asked: &Comparison) -> Finding {
    let (before, plan) = (&asked.before, &asked.plan);
    let weekly = weekly_nap(&before.week_days(), &plan.week_days(), asked.better);
    let estimate = Estimate::of(asked);
    let evenness = evenness(before.coverage(), plan.coverage());
    let sufficiency = sufficiency(before, plan, evenness);
    let plain = plain(asked.route, sufficiency, estimate.as_ref(), weekly);
    let phase = before.phase();
    let drift = phase
        .as_ref()
        .map_or(Drift::NoneSeen, |days| drift(days, asked.better));
    Finding {
        statement: tempered(plain, drift, asked),
        plain,
        sufficiency,
        days: (before.recorded_days(), plan.recorded_days()),
        coverage: (before.coverage(), plan.coverage()),
        evenness,
        estimate,
        weekly,
        drift_p: phase.map(|days| already_improving_p(&days, asked.better)),
        drift,
        unrecorded: Unrecorded::Harmless,
        baseline: asked.baseline,
        method: METHOD,
    }
}

fn evenness(before: f64, plan: f64) -> Coverage {
    if (before - plan).abs() > 0.25 + crate::TIE {
        Coverage::Uneven
    } else {
        Coverage::Alike
    }
}

fn sufficiency(before: &PhaseDays, plan: &PhaseDays, evenness: Coverage) -> Sufficiency {
    let days = (before.recorded_days(), plan.recorded_days());
    let covered = |phase: &PhaseDays| phase.coverage() >= 0.60 - crate::TIE;
    let full = days.0 >= 10
        && days.1 >= 15
        && before.weeks() >= 2
        && plan.weeks() >= 3
        && covered(before)
        && covered(plan)
        && evenness == Coverage::Alike;
    match days {
        (before, plan) if before < 5 || plan < 5 => Sufficiency::None,
        _ if full => Sufficiency::Full,
        _ => Sufficiency::Early,
    }
}

fn plain(
    route: Route,
    sufficiency: Sufficiency,
    estimate: Option<&Estimate>,
    weekly: Option<Nap>,
) -> Statement {
    let Some(estimate) = estimate else {
        return Statement::TooLittleRecorded;
    };
    let weeks = |agree: &dyn Fn(f64) -> bool| {
        route == Route::Counts || weekly.is_some_and(|weekly| agree(weekly.value()))
    };
    match (sufficiency, estimate.core()) {
        (Sufficiency::None, _) => Statement::TooLittleRecorded,
        (Sufficiency::Early, Core::Better) => Statement::EarlyBetter,
        (Sufficiency::Early, Core::Worse) => Statement::EarlyWorse,
        (Sufficiency::Early, Core::Neither) => Statement::EarlyUnclear,
        (Sufficiency::Full, Core::Better) if weeks(&|share| share >= WEEKS_AGREE - crate::TIE) => {
            Statement::LikelyBetter
        }
        (Sufficiency::Full, Core::Worse)
            if weeks(&|share| share <= 1.0 - WEEKS_AGREE + crate::TIE) =>
        {
            Statement::LikelyWorse
        }
        (Sufficiency::Full, _) if estimate.is_narrow() => Statement::NoClearChange,
        (Sufficiency::Full, _) => Statement::CannotTell,
    }
}

/// Each look takes something away from a "better", the later ones more.
fn tempered(plain: Statement, drift: Drift, asked: &Comparison) -> Statement {
    if asked.recording == Recording::Changed {
        return Statement::NotComparable;
    }
    if !plain.is_better() {
        return plain;
    }
    match (asked.baseline, drift) {
        (BaselineKind::SpellOnly, _) => Statement::BetterThanCrisisPeriod,
        (_, Drift::AlreadyImproving) => Statement::BetterButAlreadyImproving,
        (_, Drift::NoneSeen) => plain,
    }
}
