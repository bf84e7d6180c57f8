//! One programme, written from its plot: who takes part, what was typed, what
//! was seen each day, how it went and how it ended.

mod begin;
mod cast;
mod days;
mod end;
mod gather;
mod meet;
mod notes;
mod plan;
mod review;
mod stage;
mod to_do;

use domain::{
    id::ProgrammeId,
    programme::{Move, Programme, ProgrammeRecord, StageName, Team},
};
use jiff::civil::{Date, Time, time};
use store::programmes;

use crate::{
    Problem,
    accounts::Member,
    case::{cast::Cast, plan::Planned},
    diary::Voice,
    pen::Pen,
    plot::{Plot, Way},
    roll::Enrolled,
    story::Story,
};

/// When most things of a programme are written down.
const MORNING: Time = time(9, 10, 0, 0);
/// When meetings begin.
const AFTERNOON: Time = time(13, 15, 0, 0);

/// A programme that is being written.
#[derive(Debug)]
struct Case<'a> {
    id: ProgrammeId,
    number: usize,
    story: Story,
    pupil: &'a Enrolled,
    author: Member,
    coordinator: Member,
    key_worker: Member,
    cast: Cast,
    planned: Option<Planned>,
}

/// Writes one programme.
pub(crate) fn write(pen: &mut Pen<'_, '_>, plot: Plot, pupil: &Enrolled) -> Result<(), Problem> {
    let story = Story::of(pen.school, plot)?;
    let at = pen.at(story.begun, MORNING);
    let id: ProgrammeId = pen.dice.id(at);
    let number = pen.dice.below(1000);
    let staff = &pen.school.staff;
    let mut case = Case {
        id,
        number,
        pupil,
        author: staff.teacher(number).clone(),
        coordinator: staff.coordinator(number).clone(),
        key_worker: staff.mentor(number).clone(),
        cast: Cast::default(),
        planned: None,
        story,
    };
    if case.story.is_accepted() {
        case.cast = cast::of(pen, &case);
    }
    if case.story.is_agreed() {
        case.planned = Some(plan::agreed(pen, &case)?);
    }
    case.add(pen)?;
    case.begin(pen)?;
    if case.story.is_accepted() {
        case.join(pen)?;
        case.gather(pen)?;
        case.meet(pen)?;
    }
    if let Some(planned) = case.planned.take() {
        case.agree(pen, &planned)?;
        case.every_day(pen, &planned)?;
        case.end(pen, &planned)?;
    }
    case.to_do(pen)
}

impl Case<'_> {
    /// The programme's own row, as it stands today.
    fn add(&self, pen: &mut Pen<'_, '_>) -> Result<(), Problem> {
        let school = pen.school;
        let year = self.story.begun.year();
        let reference = programmes::next_reference(pen.tx, school.id, school.prefix.clone(), year)?;
        let team = Team {
            coordinator: self.coordinator.staff(),
            key_worker: Some(self.key_worker.staff()),
        };
        let programme = Programme::restored(ProgrammeRecord {
            id: self.id,
            school: school.id,
            pupil: self.pupil.pupil.id,
            reference,
            template: school.template.clone(),
            author: self.author.staff(),
            begun: self.story.begun,
            after: None,
            team: self.story.is_accepted().then_some(team),
            revision: 1,
            stage: self.stage()?,
        });
        programmes::add(pen.tx, &programme)?;
        Ok(())
    }

    /// A line of the history, as a move leaves it.
    fn moved(
        &self,
        pen: &mut Pen<'_, '_>,
        number: u8,
        (from, to): (Option<StageName>, StageName),
        (on, by): (Date, &Voice),
    ) -> Result<(), Problem> {
        let line = Move {
            number,
            from,
            to,
            on,
            reason: None,
            words: None,
        };
        programmes::note_move(pen.tx, pen.school.id, self.id, &line, &by.actor)?;
        Ok(())
    }

    fn is_declined(&self) -> bool {
        self.story.way == Way::Declined && self.story.has(self.story.accepted)
    }
}
