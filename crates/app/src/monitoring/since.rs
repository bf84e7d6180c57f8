//! What has been seen since the key worker and the pupil met last: counts from
//! the record, and no word about what they mean.

use std::collections::{BTreeMap, BTreeSet};

use domain::{dates::SchoolCalendar, id::TargetId, plan::Plan, rating::Tick};
use jiff::{ToSpan as _, civil::Date};
use store::{
    Tx,
    notes::NoteKind,
    ratings::{self, RatingRow},
};

use super::there::Register;
use crate::{Refusal, gate::Viewing, subject::Case};

/// What the record shows of some days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SinceLast {
    /// The first of them.
    pub from: Date,
    /// Each open target, with lessons that went well of those seen.
    pub targets: Vec<(String, u32, u32)>,
    /// School days among them.
    pub days: usize,
    /// Days on which somebody reported.
    pub reported: usize,
    /// School days the pupil was away.
    pub away: usize,
    /// Good things that were written down.
    pub good: usize,
    /// Incidents that the school's own system brought in.
    pub incidents: usize,
}

/// Everything recorded of a programme, for counting any days of it.
pub(super) struct Seen<'a> {
    case: &'a Case,
    plan: &'a Plan,
    calendar: &'a SchoolCalendar,
    ticks: Vec<RatingRow>,
    said_away: BTreeSet<Date>,
    register: Register,
    good: Vec<Date>,
    incidents: Vec<Date>,
}

/// The day from which things are new again after people met.
pub(super) fn after(met: Date) -> Date {
    met.checked_add(1.day()).unwrap_or(met)
}

impl<'a> Seen<'a> {
    /// Reads it from a day on, in a fixed number of statements.
    pub(super) fn from(
        cx: &mut Viewing<'_, '_>,
        case: &'a Case,
        (plan, calendar): (&'a Plan, &'a SchoolCalendar),
        from: Date,
    ) -> Result<Self, Refusal> {
        let (today, lens) = (cx.today(), cx.lens());
        let (school, id) = (case.programme.school, case.programme.id);
        let tx: &mut Tx<'_> = cx.tx();
        let away = ratings::away(tx, school, id)?.into_iter();
        let good = store::notes::since(tx, school, id, NoteKind::GoodNews, from)?;
        let incidents = store::register::incidents(tx, school, (from, today))?;
        Ok(Self {
            case,
            plan,
            calendar,
            ticks: ratings::since(tx, school, id, from)?,
            said_away: away
                .filter(|(_, _, presence)| !presence.is_here())
                .map(|(on, _, _)| on)
                .collect(),
            register: Register::of_days(tx, school, (from, today))?,
            good: lens.open_all(good).iter().map(|one| one.get().on).collect(),
            incidents: incidents
                .into_iter()
                .filter(|one| one.pupil == case.pupil.id)
                .map(|one| one.on)
                .collect(),
        })
    }

    /// What it shows of these days, the last among them.
    pub(super) fn of(&self, (from, until): (Date, Date)) -> SinceLast {
        let within = |on: &Date| (from..=until).contains(on);
        let mut seen: BTreeMap<TargetId, (u32, u32)> = BTreeMap::new();
        let mut reported: BTreeSet<Date> = BTreeSet::new();
        for tick in self.ticks.iter().filter(|tick| within(&tick.on)) {
            reported.insert(tick.on);
            if tick.tick != Tick::DidntSee {
                let (yes, of) = seen.entry(tick.target).or_default();
                *yes += u32::from(tick.tick == Tick::Yes);
                *of += 1;
            }
        }
        let targets = self.plan.open_targets().map(|target| {
            let (yes, of) = seen.get(&target.id).copied().unwrap_or_default();
            (target.short_name.to_string(), yes, of)
        });
        let days = self.calendar.school_days_in(from..=until);
        // A tick says that somebody saw them.
        let is_away = |day: &&Date| {
            let away = self.said_away.contains(day)
                || self.register.is_away(self.case.programme.pupil, **day);
            away && !reported.contains(day)
        };
        SinceLast {
            from,
            targets: targets.collect(),
            days: days.len(),
            away: days.iter().filter(is_away).count(),
            good: self.good.iter().filter(|on| within(on)).count(),
            incidents: self.incidents.iter().filter(|on| within(on)).count(),
            reported: reported.len(),
        }
    }
}
