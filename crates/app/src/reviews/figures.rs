//! What the record shows from start to end, target by target: counts before the
//! plan against counts in the last four weeks. Facts only; nothing here judges.

use domain::{
    dates::WeekNumber, id::TargetId, outcome::StartToEnd, plan::Plan, programme::RunDates,
    rating::Tick, text::Line,
};
use jiff::{ToSpan as _, civil::Date};
use store::{
    Tx,
    ratings::{BeforeDay, RatingRow},
};

use crate::{Refusal, subject::Case};

/// Days looked back on from today for "now": four weeks.
const LATELY: i32 = 28;

/// Everything recorded about a programme's targets.
pub(super) struct Recorded {
    /// Days counted before the plan.
    pub(super) before: Vec<BeforeDay>,
    /// Every tick that stands.
    pub(super) ticks: Vec<RatingRow>,
    /// The rewards that were given since the plan began: when, and which.
    pub(super) rewards: Vec<(Date, String)>,
}

/// Reads it.
pub(super) fn recorded(tx: &mut Tx<'_>, case: &Case) -> Result<Recorded, Refusal> {
    let (school, programme) = (case.programme.school, case.programme.id);
    let rewards = match case.programme.stage.run() {
        Some(run) => store::notes::rewards_since(tx, school, programme, run.dates.starts)?,
        None => Vec::new(),
    };
    Ok(Recorded {
        rewards,
        before: store::ratings::before(tx, school, programme)?,
        ticks: store::ratings::of_programme(tx, school, programme)?,
    })
}

/// A figure for each open target.
pub(super) fn start_to_end(
    record: &Recorded,
    plan: &Plan,
    (dates, until): (&RunDates, Date),
) -> Vec<StartToEnd> {
    let since = until.checked_sub(LATELY.days()).unwrap_or(until);
    let figure = |target: &domain::target::Target| {
        Some(StartToEnd {
            what: short(target.short_name.as_str())?,
            before: counted(&record.before, target.id).or_else(|| {
                let level = target.scale.label(target.baseline.level);
                let counted = target.scale.unit != domain::target::Unit::Percent;
                let of = target.scale.out_of.filter(|_| counted);
                let of = of.map(|most| format!(" of {most}"));
                let most = of.unwrap_or_default();
                Line::new(&format!("{level}{most} on a middle day")).ok()
            }),
            along: along(&record.ticks, target.id, (dates, until)),
            now: lately(&record.ticks, target.id, (since, until)),
        })
    };
    plan.open_targets().filter_map(figure).collect()
}

/// What each stretch up to a review brought, as far as they have come.
fn along(
    ticks: &[RatingRow],
    target: TargetId,
    (dates, until): (&RunDates, Date),
) -> Vec<(WeekNumber, Line<60>)> {
    let mut since = dates.starts.yesterday().unwrap_or(dates.starts);
    let mut found = Vec::new();
    for review in dates.reviews.iter().filter(|one| one.due.on <= until) {
        let counted = lately(ticks, target, (since, review.due.on));
        let none = || Line::new("Not counted").ok();
        found.extend(counted.or_else(none).map(|words| (review.week, words)));
        since = review.due.on;
    }
    found
}

fn counted(days: &[BeforeDay], target: TargetId) -> Option<Line<60>> {
    let of_target = days.iter().filter(|day| day.target == target);
    let (met, of) = of_target.fold((0_u32, 0_u32), |(met, of), day| {
        (met + u32::from(day.met), of + u32::from(day.of))
    });
    (of > 0).then(|| Line::new(&format!("{met} of {of} lessons")).ok())?
}

fn lately(ticks: &[RatingRow], target: TargetId, (since, until): (Date, Date)) -> Option<Line<60>> {
    let seen = ticks.iter().filter(|tick| {
        let within = tick.on > since && tick.on <= until;
        tick.target == target && within && tick.tick != Tick::DidntSee
    });
    let (met, of) = seen.fold((0_u32, 0_u32), |(met, of), tick| {
        (met + u32::from(tick.tick == Tick::Yes), of + 1)
    });
    (of > 0).then(|| Line::new(&format!("{met} of {of} lessons")).ok())?
}

fn short(words: &str) -> Option<Line<80>> {
    let words: String = words.chars().take(80).collect();
    Line::new(&words).ok()
}
