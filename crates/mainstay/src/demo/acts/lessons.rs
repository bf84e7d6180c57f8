//! Lessons and their ticks: each teacher, each target, at the end of the lesson.

use app::{
    Refusal,
    monitoring::rate::{Rate, SayAway},
};
use domain::rating::{Period, Presence, Tick};
use jiff::civil::{Date, DateTime, Time, time};

use super::{Case, Town};
use crate::demo::{
    draw::{draw, pick},
    school::School,
    script::Lessons,
    shift::{NOW, TOLD_ON},
    town::code,
};

/// The lessons of a day, and when their reports come in.
const PERIODS: [(Period, Time); 5] = [
    (Period::P1, time(10, 4, 0, 0)),
    (Period::P2, time(11, 9, 0, 0)),
    (Period::P3, time(12, 31, 0, 0)),
    (Period::P4, time(14, 6, 0, 0)),
    (Period::P5, time(15, 8, 0, 0)),
];

/// One lesson that one teacher reports on.
pub struct Lesson<'s> {
    on: Date,
    period: Period,
    teacher: &'s str,
    seen: Seen<'s>,
}

enum Seen<'s> {
    /// A tick for each target.
    Ticks(Vec<Tick>),
    /// The pupil was not there; where, by its code.
    Away(&'s str),
}

/// Every lesson from the first day of the plan on, with when it is reported.
pub fn all<'s>(
    pupil: &str,
    lessons: &'s Lessons,
    begins: Date,
    school: &School,
) -> Vec<(DateTime, Lesson<'s>)> {
    let last = lessons.until.unwrap_or(TOLD_ON).min(TOLD_ON);
    let mut found = Vec::new();
    let (mut day, mut number) = (begins, 0);
    while day <= last {
        if let Some(timetable) = timetable(lessons, school, day) {
            if !lessons.missing.contains(&day) {
                one_day(pupil, lessons, (day, number), timetable, &mut found);
            }
            number += 1;
        }
        day = day.tomorrow().unwrap_or(Date::MAX);
    }
    found
}

/// Who teaches on a day; nobody when school is closed.
fn timetable<'s>(lessons: &'s Lessons, school: &School, day: Date) -> Option<&'s [String]> {
    let place = usize::try_from(day.weekday().to_monday_zero_offset()).ok()?;
    let timetable = lessons.timetable.get(place)?;
    school.meets(day).then_some(timetable.as_slice())
}

fn one_day<'s>(
    pupil: &str,
    lessons: &'s Lessons,
    (on, number): (Date, usize),
    timetable: &'s [String],
    found: &mut Vec<(DateTime, Lesson<'s>)>,
) {
    let away = lessons.away.iter().find(|away| away.on == on);
    let ticks: Vec<Vec<Tick>> = lessons
        .course
        .iter()
        .zip(1..)
        .map(|(course, target)| {
            let week = number / 5;
            let level = course.get(week).or(course.last()).copied().unwrap_or(3.0);
            day_of_ticks(&format!("{pupil} {target} {on}"), level, timetable.len())
        })
        .collect();
    for (place, (teacher, (period, ends))) in timetable.iter().zip(PERIODS).enumerate() {
        let forgot = pick(&format!("{pupil} {on} {period:?} forgot"), 100);
        let to_come = on == TOLD_ON && ends > NOW;
        if to_come || u32::try_from(forgot).is_ok_and(|of| of < lessons.forgotten) {
            continue;
        }
        let seen = match away {
            Some(away) => Seen::Away(&away.place),
            None => Seen::Ticks(
                ticks
                    .iter()
                    .filter_map(|day| day.get(place))
                    .copied()
                    .collect(),
            ),
        };
        let lesson = Lesson {
            on,
            period,
            teacher,
            seen,
        };
        found.push((on.to_datetime(ends), lesson));
    }
}

/// So many of the day's lessons go well, the others nearly or not yet.
fn day_of_ticks(seed: &str, level: f64, lessons: usize) -> Vec<Tick> {
    let near = level + (draw(seed) - 0.5) * 1.9;
    let well = (0..=lessons)
        .min_by(|a, b| distance(*a, near).total_cmp(&distance(*b, near)))
        .unwrap_or(0);
    let turn = pick(&format!("{seed} turn"), lessons.max(1));
    (0..lessons)
        .map(|place| {
            let order = (place * 2 + turn) % lessons;
            let chance = draw(&format!("{seed} {place}"));
            match order {
                order if order < well => Tick::Yes,
                _ if chance < 0.45 => Tick::Nearly,
                _ if chance > 0.94 => Tick::DidntSee,
                _ => Tick::NotYet,
            }
        })
        .collect()
}

fn distance(place: usize, near: f64) -> f64 {
    let place = u32::try_from(place).unwrap_or_default();
    (f64::from(place) - near).abs()
}

/// The teacher reports.
pub fn tick(town: &Town, case: &mut Case, lesson: &Lesson<'_>) -> Result<(), Refusal> {
    let (actor, reference) = (town.actor(lesson.teacher)?, case.reference()?);
    let (on, period) = (town.shift.day(lesson.on), lesson.period);
    match &lesson.seen {
        Seen::Away(place) => {
            let presence: Presence = code(place)?;
            let away = SayAway {
                reference,
                on,
                period,
                presence,
            };
            town.app.execute(actor, away)
        }
        Seen::Ticks(ticks) => {
            for (target, tick) in case.targets.iter().zip(ticks) {
                let rate = Rate {
                    reference: reference.clone(),
                    target: *target,
                    on,
                    period,
                    tick: Some(*tick),
                };
                town.app.execute(actor, rate)?;
            }
            Ok(())
        }
    }
}
