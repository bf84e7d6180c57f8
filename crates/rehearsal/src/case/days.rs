//! Every day: ticks lesson by lesson, who was away, who opened the file.

use app::action::Action;
use domain::{
    event::Event,
    id::TargetId,
    rating::{Period, Presence, Tick},
};
use jiff::civil::{Date, time};
use store::{
    people::PersonRow,
    programmes,
    ratings::{self, BeforeDay, RatingRow},
};

use super::{Case, MORNING, cast::voice, plan::Planned};
use crate::{Problem, pen::Pen, plot::Way};

const LESSONS: [(Period, i8); 5] = [
    (Period::P1, 9),
    (Period::P2, 10),
    (Period::P3, 11),
    (Period::P4, 13),
    (Period::P5, 14),
];

impl Case<'_> {
    pub(super) fn every_day(
        &self,
        pen: &mut Pen<'_, '_>,
        planned: &Planned,
    ) -> Result<(), Problem> {
        if !self.story.is_signed() {
            return Ok(());
        }
        let targets: Vec<TargetId> = planned.versions[0]
            .agreed
            .plan()
            .targets
            .iter()
            .map(|target| target.id)
            .collect();
        self.before(pen, &targets)?;
        let (first, last) = (self.story.dates.starts, self.story.last_day());
        let days: Vec<Date> = pen.school.calendar.school_days_in(first..=last).to_vec();
        let mut ticks = Vec::new();
        for (at, day) in days.iter().enumerate() {
            self.day(pen, (*day, at), &targets, &mut ticks)?;
            self.notes(pen, *day, planned.newest()?)?;
        }
        ratings::put_many(pen.tx, pen.school.id, self.id, &ticks)?;
        self.reviews(pen, planned)
    }

    /// The ten days watched before the plan.
    fn before(&self, pen: &mut Pen<'_, '_>, targets: &[TargetId]) -> Result<(), Problem> {
        for back in 1..=10 {
            let on = pen.school.days_on(self.story.dates.starts, -back)?;
            for target in targets {
                let met = u16::try_from(pen.dice.below(3)).unwrap_or_default();
                let day = BeforeDay {
                    target: *target,
                    on,
                    met,
                    of: 5,
                };
                ratings::put_before(pen.tx, pen.school.id, self.id, &day)?;
            }
        }
        Ok(())
    }

    fn day(
        &self,
        pen: &mut Pen<'_, '_>,
        (day, at): (Date, usize),
        targets: &[TargetId],
        ticks: &mut Vec<RatingRow>,
    ) -> Result<(), Problem> {
        if pen.dice.once_in(25) {
            return self.away(pen, day);
        }
        let teachers = self.cast.teachers();
        for (number, (period, hour)) in LESSONS.iter().enumerate() {
            let until = pen.school.instant(day, time(*hour, 50, 0, 0));
            // A lesson that has not been yet, or that nobody reported.
            let missing = until >= pen.school.now || pen.dice.once_in(12);
            let Some(teacher) = teachers
                .get((number + at) % teachers.len().max(1))
                .filter(|_| !missing)
            else {
                continue;
            };
            for target in targets {
                let tick = self.tick(pen, at);
                let row = tick_of(teacher, (*target, day, *period), tick, until);
                let event = Event::Rated {
                    programme: self.id,
                    target: *target,
                    on: day,
                };
                pen.happened((until, &voice(teacher)), Action::Rate, event);
                ticks.push(row);
            }
        }
        Ok(())
    }

    /// Better as the weeks go by; less so where it was not enough.
    fn tick(&self, pen: &mut Pen<'_, '_>, at: usize) -> Tick {
        let slope = if self.story.way == Way::NotEnough {
            4
        } else {
            1
        };
        match pen.dice.below(100) {
            sure if sure < 30 + at / slope => Tick::Yes,
            sure if sure < 55 + at / slope => Tick::Nearly,
            98.. => Tick::DidntSee,
            _ => Tick::NotYet,
        }
    }

    fn away(&self, pen: &mut Pen<'_, '_>, day: Date) -> Result<(), Problem> {
        let Some(teacher) = self.cast.teachers().first().copied() else {
            return Ok(());
        };
        let at = pen.at(day, MORNING);
        let said = (day, Period::P1, Presence::Absent);
        ratings::put_away(pen.tx, pen.school.id, self.id, said, teacher.id, at)?;
        let event = Event::AwayNoted {
            programme: self.id,
            on: day,
        };
        pen.happened((at, &voice(teacher)), Action::Rate, event);
        Ok(())
    }

    pub(super) fn open(&self, pen: &mut Pen<'_, '_>, day: Date) -> Result<(), Problem> {
        let (school, who) = (pen.school.id, self.coordinator.account);
        programmes::note_opening(pen.tx, school, self.id, who, day)?;
        let at = pen.at(day, MORNING);
        let event = Event::FileOpened { programme: self.id };
        pen.happened((at, &self.leading()), Action::ViewProgramme, event);
        Ok(())
    }
}

fn tick_of(
    teacher: &PersonRow,
    (target, on, period): (TargetId, Date, Period),
    tick: Tick,
    at: jiff::Timestamp,
) -> RatingRow {
    RatingRow {
        target,
        on,
        period,
        person: teacher.id,
        name: teacher.name.clone(),
        tick,
        at,
    }
}
