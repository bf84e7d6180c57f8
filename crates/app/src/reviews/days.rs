//! The days of a target as a review looks at them: every recorded day before
//! and during the plan, the days each step was met, and whether adults are
//! asked to think of another step. Counts only; nothing here says why.

use std::collections::BTreeMap;

use domain::{
    dates::{SchoolCalendar, Week},
    id::TargetId,
    indicators::{DaysMet, Proportion, StepDay},
    plan::AgreedPlan,
    programme::Run,
    rating::{Done, Tick},
    target::{Better, Measure, Per, StepNumber, Target, Unit},
};
use evidence::{RungDay, SchoolWeek, StepPrompt, step_prompt};
use jiff::civil::Date;
use store::ratings::{BeforeDay, RatingRow};

/// Days met of days recorded while a step was in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepDays {
    /// Which step, from 1.
    pub number: u8,
    /// What it asks: "3 of 5".
    pub asks: String,
    /// Days met of days recorded.
    pub days: Proportion,
}

/// A step and the school days of the plan it was in force on, from nought.
#[derive(Debug, Clone, PartialEq)]
pub struct StepSpan {
    /// The level asked for.
    pub level: f64,
    /// The first day of the plan it held on.
    pub from: usize,
    /// The day after its last.
    pub until: usize,
    /// "Step 2".
    pub label: String,
}

/// One target's days.
#[derive(Debug, Clone)]
pub struct TargetDays {
    /// The most there can be in a day.
    pub most: u8,
    /// Recorded days before the plan, in order.
    pub before: Vec<Option<f64>>,
    /// Every school day of the plan so far; nothing where none was recorded.
    pub plan: Vec<Option<f64>>,
    /// The first and the last day of the plan so far.
    pub first_and_last: Option<(Date, Date)>,
    /// The steps as they were in force.
    pub spans: Vec<StepSpan>,
    /// Days met, step by step.
    pub steps: Vec<StepDays>,
    /// Days on which the goal was met, of all recorded days of the plan.
    pub goal: Proportion,
    /// What the days on the step in force suggest to adults.
    pub prompt: StepPrompt,
}

/// What is known around a target's days.
pub(super) struct Around<'a> {
    pub(super) run: &'a Run,
    /// Newest first.
    pub(super) versions: &'a [AgreedPlan],
    pub(super) calendar: &'a SchoolCalendar,
    pub(super) before: &'a [BeforeDay],
    pub(super) ticks: &'a [RatingRow],
    /// The rewards that were given since the plan began.
    pub(super) rewards: &'a [(Date, String)],
    pub(super) until: Date,
}

/// The days of one target; nothing when its scale has no most to a day, so that
/// ticks do not add up to an amount.
pub(super) fn of(target: &Target, around: &Around<'_>) -> Option<TargetDays> {
    let scale = target.scale;
    let most = scale.out_of?.in_tenths() / 10;
    let (daily, more) = (scale.per == Per::Day, scale.better == Better::More);
    let most = u8::try_from(most)
        .ok()
        .filter(|most| *most > 0 && daily && more)?;
    let last = around.until.min(around.run.dates.ends.due.on);
    let days = if last < around.run.dates.starts {
        &[]
    } else {
        let range = around.run.dates.starts..=last;
        around.calendar.school_days_in(range)
    };
    let done = by_day(target, around.ticks);
    let recorded = |day: &Date| done.get(day).copied().filter(|one| enough(*one, target));
    let amount = |one: Done| f64::from(one.done()) * f64::from(most) / f64::from(one.chances());
    let steps: Vec<StepNumber> = days
        .iter()
        .map(|day| step_on(target, *day, around))
        .collect();
    let held = |(day, step): (&Date, &StepNumber)| {
        let met = recorded(day)?.against(target.ladder.at(*step).level, scale)?;
        Some((*day, *step, met))
    };
    let held: Vec<_> = days.iter().zip(&steps).filter_map(held).collect();
    let goal = days
        .iter()
        .filter_map(|day| recorded(day)?.against(target.ladder.goal().level, scale));
    Some(TargetDays {
        most,
        before: before(target.id, around.before, most),
        plan: days.iter().map(|day| recorded(day).map(amount)).collect(),
        first_and_last: days.first().copied().zip(days.last().copied()),
        spans: spans(target, &steps),
        steps: by_step(target, &held),
        goal: goal.fold(Proportion::NOTHING, |sum, day| sum + one(day)),
        prompt: prompt(target.step, &held),
    })
}

/// What the days on the step in force suggest to adults, from whole lessons
/// counted by day; nothing for targets that are counted in another way.
pub(crate) fn suggestion(
    target: &Target,
    (run, versions): (&Run, &[AgreedPlan]),
    (calendar, until): (&SchoolCalendar, Date),
    lessons: &BTreeMap<Date, Done>,
) -> Option<StepPrompt> {
    let scale = target.scale;
    let counts = scale.per == Per::Day && scale.better == Better::More;
    if !counts || scale.measure == Measure::PointsPct || scale.out_of.is_none() {
        return None;
    }
    let around = Around {
        run,
        versions,
        calendar,
        before: &[],
        ticks: &[],
        rewards: &[],
        until,
    };
    let held = |(day, done): (&Date, &Done)| {
        let step = step_on(target, *day, &around);
        let met = done.against(target.ladder.at(step).level, scale)?;
        (enough(*done, target) && *day >= run.dates.starts).then_some((*day, step, met))
    };
    let held: Vec<_> = lessons.range(..=until).filter_map(held).collect();
    Some(prompt(target.step, &held))
}

fn one(day: StepDay) -> Proportion {
    let met = u32::from(day == StepDay::Met);
    Proportion::new(met, 1).unwrap_or(Proportion::NOTHING)
}

fn by_day(target: &Target, ticks: &[RatingRow]) -> BTreeMap<Date, Done> {
    let mut days: BTreeMap<Date, Vec<Tick>> = BTreeMap::new();
    for tick in ticks.iter().filter(|tick| tick.target == target.id) {
        days.entry(tick.on).or_default().push(tick.tick);
    }
    let done = |(day, ticks)| (day, Done::of(ticks, target.scale.measure));
    days.into_iter().map(done).collect()
}

/// A day counts once half of its lessons were seen.
fn enough(done: Done, target: &Target) -> bool {
    let planned = match (target.scale.unit, target.scale.out_of) {
        (Unit::Lesson, Some(most)) => u32::from(most.in_tenths()) / 10,
        _ => 1,
    };
    done.chances() > 0 && done.chances() * 2 >= planned
}

/// The step in force on a day: that of the newest version agreed before it.
fn step_on(target: &Target, day: Date, around: &Around<'_>) -> StepNumber {
    let before = |plan: &&AgreedPlan| plan.agreed_on() < day;
    let version = around.versions.iter().find(before);
    let version = version.or_else(|| around.versions.last());
    let then = version.and_then(|plan| plan.plan().target(target.id));
    then.map_or(target.step, |then| then.step)
}

fn before(target: TargetId, days: &[BeforeDay], most: u8) -> Vec<Option<f64>> {
    let mine = days.iter().filter(|day| day.target == target && day.of > 0);
    mine.map(|day| Some(f64::from(day.met) * f64::from(most) / f64::from(day.of)))
        .collect()
}

fn spans(target: &Target, steps: &[StepNumber]) -> Vec<StepSpan> {
    let mut found: Vec<(StepNumber, usize, usize)> = Vec::new();
    for (day, step) in steps.iter().enumerate() {
        match found.last_mut() {
            Some((same, _, until)) if same == step => *until = day + 1,
            _ => found.push((*step, day, day + 1)),
        }
    }
    let span = |(step, from, until): (StepNumber, usize, usize)| StepSpan {
        level: f64::from(target.ladder.at(step).level.in_tenths()) / 10.0,
        from,
        until,
        label: format!("Step {}", step.number()),
    };
    found.into_iter().map(span).collect()
}

fn by_step(target: &Target, held: &[(Date, StepNumber, StepDay)]) -> Vec<StepDays> {
    let met = DaysMet::of(held.iter().map(|(_, step, day)| (*step, *day)));
    let line = |(step, days): (StepNumber, Proportion)| StepDays {
        number: step.number(),
        asks: target.scale.of(target.ladder.at(step).level),
        days,
    };
    met.steps().map(line).collect()
}

fn prompt(step: StepNumber, held: &[(Date, StepNumber, StepDay)]) -> StepPrompt {
    let on_it = held.iter().filter(|(_, then, _)| *then == step);
    let days: Vec<RungDay> = on_it
        .map(|(day, _, met)| RungDay {
            week: week(*day),
            tick: match met {
                StepDay::Met => evidence::Tick::Met,
                StepDay::NotMet => evidence::Tick::NotMet,
            },
        })
        .collect();
    step_prompt(&days)
}

/// Weeks told apart by their Monday.
fn week(day: Date) -> SchoolWeek {
    let first = jiff::civil::date(2000, 1, 3);
    let days = Week::of(day)
        .monday()
        .since(first)
        .map_or(0, |span| span.get_days());
    SchoolWeek(u32::try_from(days / 7).unwrap_or_default())
}
