//! Filling the fixed sentences in: which of them a finding says, and with which
//! numbers.

use super::{Core, Coverage, Estimate, Finding, Sentence, Statement, Unrecorded};
use crate::{BaselineKind, Better, Confidence};

/// The sentences of a finding, to be shown together and in this order.
/// `unit` names the measure's unit, such as "points" or "minutes".
#[must_use]
pub fn sentences(finding: &Finding, unit: &str) -> Vec<String> {
    let mut said = vec![headline(finding, unit)];
    let fixed = |sentence: Sentence| sentence.template().to_owned();
    if compares(finding.statement) {
        said.push(fixed(Sentence::NotWhy));
    }
    if compares(finding.statement) && finding.baseline == BaselineKind::Watched {
        said.push(fixed(Sentence::LowPoint));
    }
    if let Unrecorded::Matters(days) = finding.unrecorded {
        said.push(fill(Sentence::MissingDays, &[("k", days.to_string())]));
    }
    let early = matches!(
        finding.statement,
        Statement::EarlyBetter | Statement::EarlyWorse | Statement::EarlyUnclear
    );
    if early && finding.evenness == Coverage::Uneven {
        let percent = |share: f64| round(100.0 * share, 0);
        let (before, plan) = (percent(finding.coverage.0), percent(finding.coverage.1));
        said.push(fill(
            Sentence::UnevenCoverage,
            &[("before", before), ("plan", plan)],
        ));
    }
    said
}

/// Whether a statement says better or worse.
const fn compares(statement: Statement) -> bool {
    match statement {
        Statement::EarlyBetter
        | Statement::EarlyWorse
        | Statement::LikelyBetter
        | Statement::LikelyWorse
        | Statement::BetterButAlreadyImproving
        | Statement::BetterThanCrisisPeriod => true,
        Statement::TooLittleRecorded
        | Statement::EarlyUnclear
        | Statement::NoClearChange
        | Statement::CannotTell
        | Statement::NotComparable => false,
    }
}

fn headline(finding: &Finding, unit: &str) -> String {
    let fixed = match finding.statement {
        Statement::TooLittleRecorded => {
            let (m, n) = finding.days;
            let days = [("m", m.to_string()), ("n", n.to_string())];
            return fill(Sentence::TooLittleRecorded, &days);
        }
        Statement::LikelyBetter => return likely(finding, Core::Better, unit),
        Statement::LikelyWorse => return likely(finding, Core::Worse, unit),
        Statement::EarlyBetter => Sentence::EarlyBetter,
        Statement::EarlyWorse => Sentence::EarlyWorse,
        Statement::EarlyUnclear => Sentence::EarlyUnclear,
        Statement::BetterButAlreadyImproving => Sentence::BetterButAlreadyImproving,
        Statement::BetterThanCrisisPeriod => Sentence::BetterThanCrisisPeriod,
        Statement::NoClearChange => Sentence::NoClearChange,
        Statement::CannotTell => Sentence::CannotTell,
        Statement::NotComparable => Sentence::NotComparable,
    };
    fixed.template().to_owned()
}

fn likely(finding: &Finding, core: Core, unit: &str) -> String {
    match finding.estimate {
        Some(Estimate::Scores {
            nap,
            range,
            difference,
        }) => {
            // Worse pairs are the rest of the better ones, and so is their range.
            let (sentence, share, lo, hi) = match core {
                Core::Worse => (
                    Sentence::LikelyWorse,
                    1.0 - nap.value(),
                    1.0 - range.upper,
                    1.0 - range.lower,
                ),
                Core::Better | Core::Neither => (
                    Sentence::LikelyBetter,
                    nap.value(),
                    range.lower,
                    range.upper,
                ),
            };
            let percent = |share: f64| round(100.0 * share, 0);
            let names = [
                ("share", percent(share)),
                ("lo", percent(lo)),
                ("hi", percent(hi)),
            ];
            let size = [
                ("difference", round(difference.abs(), 1)),
                ("unit", unit.to_owned()),
            ];
            fill(sentence, &[names.as_slice(), &size].concat())
        }
        Some(Estimate::Counts {
            before,
            plan,
            change,
            better,
            ..
        }) => {
            let lower = (core == Core::Better) == (better == Better::Fewer);
            let range = change.interval(Confidence::Ninety);
            let more = |ratio: f64| round(100.0 * (ratio - 1.0), 0);
            let fewer = |ratio: f64| round(100.0 * (1.0 - ratio), 0);
            let (sentence, about, lo, hi) = if lower {
                (
                    Sentence::LikelyFewer,
                    fewer(change.ratio()),
                    fewer(range.upper),
                    fewer(range.lower),
                )
            } else {
                (
                    Sentence::LikelyMore,
                    more(change.ratio()),
                    more(range.lower),
                    more(range.upper),
                )
            };
            let weekly = |rate: f64| round(5.0 * rate, 1);
            let rates = [
                ("before", weekly(before.rate())),
                ("plan", weekly(plan.rate())),
            ];
            let size = [("change", about), ("lo", lo), ("hi", hi)];
            fill(sentence, &[rates.as_slice(), &size].concat())
        }
        Some(Estimate::YesNo { before, plan, .. }) => {
            let sentence = match core {
                Core::Worse => Sentence::LikelyWorseDays,
                Core::Better | Core::Neither => Sentence::LikelyBetterDays,
            };
            let range = plan.interval(Confidence::Ninety);
            let names = [
                ("before", before.met().to_string()),
                ("m", before.days().to_string()),
                ("plan", plan.met().to_string()),
                ("n", plan.days().to_string()),
                ("lo", round(100.0 * range.lower, 0)),
                ("hi", round(100.0 * range.upper, 0)),
            ];
            fill(sentence, &names)
        }
        None => Sentence::CannotTell.template().to_owned(),
    }
}

fn fill(sentence: Sentence, names: &[(&str, String)]) -> String {
    names
        .iter()
        .fold(sentence.template().to_owned(), |text, (name, value)| {
            text.replace(&format!("{{{name}}}"), value)
        })
}

/// A number for people: so many places, without a nought at the end.
fn round(number: f64, places: usize) -> String {
    // Adding nought turns a negative nought into a plain one.
    let scale = 10.0_f64.powi(i32::try_from(places).unwrap_or(0));
    format!("{}", (number * scale).round() / scale + 0.0)
}
