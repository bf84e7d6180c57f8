//! The record of days: before the plan, and lesson by lesson since. Made the
//! same each time, from the programme's own number, so that pictures stay.

use app::Refusal;
use domain::{
    dates::SchoolCalendar,
    id::{ProgrammeId, SchoolId, TargetId},
    programme::Run,
    rating::{Period, Tick},
};
use jiff::civil::Date;
use store::{
    Tx,
    people::PersonRow,
    ratings::{self, BeforeDay, RatingRow},
};

use super::plan::TargetSpec;

const LESSONS: [Period; 5] = [Period::P1, Period::P2, Period::P3, Period::P4, Period::P5];
/// Lessons of today that have been: it is nearly noon.
const TODAY_SO_FAR: usize = 2;

/// What is to be written.
#[derive(Debug)]
pub struct Record<'a> {
    /// The school.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// Its dates.
    pub run: &'a Run,
    /// First and last day watched before the plan.
    pub watched: (Date, Date),
    /// The targets.
    pub targets: Vec<(TargetId, TargetSpec)>,
    /// Who ticks, taking turns.
    pub teachers: Vec<PersonRow>,
    /// Days without a report.
    pub missing: usize,
    /// The day it is.
    pub today: Date,
}

impl Record<'_> {
    /// Writes it.
    pub fn write(&self, tx: &mut Tx<'_>, calendar: &SchoolCalendar) -> Result<(), Refusal> {
        for (at, day) in calendar
            .school_days_in(self.watched.0..=self.watched.1)
            .iter()
            .enumerate()
        {
            for (target, spec) in &self.targets {
                let before: f64 = spec.before.parse().unwrap_or(2.0);
                let met = if before.fract() > 0.0 {
                    1 + u16::from(at % 2 == 0)
                } else {
                    wobble(before, at)
                };
                let row = BeforeDay {
                    target: *target,
                    on: *day,
                    met,
                    of: 5,
                };
                ratings::put_before(tx, self.school, self.programme, &row)?;
            }
        }
        let days = calendar.school_days_in(self.run.dates.starts..=self.today);
        let skipped = self.skipped(days.len());
        for (at, day) in days.iter().enumerate() {
            if skipped.contains(&at) {
                continue;
            }
            self.day(tx, *day, at, days.len())?;
        }
        Ok(())
    }

    /// Missing days, spread out, and never today.
    fn skipped(&self, days: usize) -> Vec<usize> {
        let gap = days.checked_div(self.missing + 1).unwrap_or(days).max(1);
        (1..=self.missing)
            .map(|n| (n * gap).min(days.saturating_sub(2)))
            .collect()
    }

    fn day(&self, tx: &mut Tx<'_>, day: Date, at: usize, days: usize) -> Result<(), Refusal> {
        let lessons = if day == self.today {
            TODAY_SO_FAR
        } else {
            LESSONS.len()
        };
        for (number, (target, spec)) in self.targets.iter().enumerate() {
            let yes = Self::yes(spec, at + number, days);
            for (lesson, period) in LESSONS.iter().enumerate().take(lessons) {
                let Some(teacher) = self
                    .teachers
                    .get((lesson + at) % self.teachers.len().max(1))
                else {
                    continue;
                };
                let tick = match lesson {
                    lesson if lesson < yes => Tick::Yes,
                    lesson if lesson == yes => Tick::Nearly,
                    _ => Tick::NotYet,
                };
                let seen = day
                    .at(14, 50, 0, 0)
                    .to_zoned_datetime(domain::clock::london());
                let seen = seen.map_err(|_| Refusal::NotFound)?.timestamp();
                let row = RatingRow {
                    target: *target,
                    on: day,
                    period: *period,
                    person: teacher.id,
                    name: teacher.name.clone(),
                    tick,
                    at: seen,
                };
                ratings::put(tx, self.school, self.programme, &row)?;
            }
        }
        Ok(())
    }

    /// Lessons with a Yes: from where they started towards the step they are on.
    fn yes(spec: &TargetSpec, at: usize, days: usize) -> usize {
        let before: f64 = spec.before.parse().unwrap_or(2.0);
        let now: f64 = spec
            .steps
            .get(usize::from(spec.step.saturating_sub(1)))
            .and_then(|level| level.parse().ok())
            .unwrap_or(3.0);
        let share = f64::from(u32::try_from(at).unwrap_or(0))
            / f64::from(u32::try_from(days.max(1)).unwrap_or(1));
        let level = before + (now + 0.4 - before) * share.min(1.0);
        usize::from(wobble(level, at)).min(5)
    }
}

/// A whole number near a level: mostly it, sometimes one up or one down.
fn wobble(level: f64, at: usize) -> u16 {
    const TURNS: [f64; 7] = [0.0, 0.5, -0.4, 0.2, -0.6, 0.4, -0.1];
    let turn = TURNS.get(at % TURNS.len()).copied().unwrap_or(0.0);
    let near = (level + turn).round().clamp(0.0, 5.0);
    (0..=5_u16)
        .find(|whole| (f64::from(*whole) - near).abs() < 0.5)
        .unwrap_or(0)
}
