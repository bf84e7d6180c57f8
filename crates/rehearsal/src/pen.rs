//! What a school's year is written with: the transaction, the school, chance,
//! and the diary of what happened.

use app::action::Action;
use domain::event::Event;
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use store::{
    Tx,
    check_ins::{self, CheckInRow},
    events, notes,
    notes::NoteRow,
};

use crate::{
    Problem,
    diary::{Diary, Voice},
    dice::Dice,
    school::School,
};

/// The pen.
#[derive(Debug)]
pub(crate) struct Pen<'p, 't> {
    pub tx: &'p mut Tx<'t>,
    pub school: &'p School,
    pub dice: Dice,
    /// Notes that are still to be written, all at once.
    pub notes: Vec<(NoteRow, Timestamp)>,
    /// What was said at those that are check-ins.
    pub check_ins: Vec<CheckInRow>,
    diary: Diary,
}

impl<'p, 't> Pen<'p, 't> {
    pub fn new(tx: &'p mut Tx<'t>, school: &'p School, dice: Dice) -> Self {
        Self {
            tx,
            school,
            dice,
            notes: Vec::new(),
            check_ins: Vec::new(),
            diary: Diary::default(),
        }
    }

    /// A time of a day in London, some minutes after `from`.
    pub fn at(&mut self, day: Date, from: Time) -> Timestamp {
        let minutes = i64::try_from(self.dice.below(45)).unwrap_or_default();
        let time = from.saturating_add(jiff::Span::new().minutes(minutes));
        self.school.instant(day, time)
    }

    /// Notes what happened.
    pub fn happened(&mut self, when: (Timestamp, &Voice), action: Action, event: Event) {
        self.diary.note(&mut self.dice, when, action, event);
    }

    /// Writes what is still to be written.
    pub fn finish(self) -> Result<(), Problem> {
        notes::add_many(self.tx, self.school.id, &self.notes)?;
        check_ins::add_many(self.tx, self.school.id, &self.check_ins)?;
        events::append_many(self.tx, self.school.id, &self.diary.in_order())?;
        Ok(())
    }
}
