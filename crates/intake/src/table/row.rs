//! One row, asked for its fields by name.

use jiff::civil::Date;

use crate::{
    cells::{
        date::{self, DateProblem, Written},
        email::EmailAddress,
        phone::{self, Phone},
        text,
        typed::Typed,
    },
    field::Field,
    table::{Columns, Needs, Record},
    warning::{Notes, Warning},
};

/// A record with the columns it is read by.
#[derive(Debug, Clone, Copy)]
pub struct Row<'r> {
    record: &'r Record,
    columns: &'r Columns,
    today: Date,
}

/// What a cell that should hold a date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateCell {
    Blank,
    Unreadable,
    Read(Date, Written),
}

impl<'r> Row<'r> {
    pub(crate) const fn new(record: &'r Record, columns: &'r Columns, today: Date) -> Self {
        Self {
            record,
            columns,
            today,
        }
    }

    /// The columns of the file.
    pub const fn columns(&self) -> &'r Columns {
        self.columns
    }

    /// What the cell says, trimmed; blank where the row is short or the file
    /// has no such column.
    pub fn text(&self, field: Field) -> String {
        text::cleaned(self.raw(field))
    }

    /// As [`Row::text`], without the apostrophe that keeps a spreadsheet from
    /// counting with an identifier.
    pub fn identifier(&self, field: Field) -> String {
        text::identifier(self.raw(field))
    }

    /// The first of these that is not blank.
    pub fn first_of(&self, fields: &[Field]) -> String {
        fields
            .iter()
            .map(|field| self.text(*field))
            .find(|words| !words.is_empty())
            .unwrap_or_default()
    }

    /// The cell as a date; notes one that seems to be month first.
    pub(crate) fn date(&self, field: Field, notes: &mut Notes) -> DateCell {
        let words = self.text(field);
        if words.is_empty() {
            return DateCell::Blank;
        }
        match date::read(&words, self.today) {
            Ok((date, written)) => DateCell::Read(date, written),
            Err(problem) => {
                if problem == DateProblem::MonthFirst {
                    notes.looks_month_first();
                }
                DateCell::Unreadable
            }
        }
    }

    /// Notes every date of a row that is refused unread.
    pub(crate) fn look_at_dates(&self, needs: &Needs, notes: &mut Notes) {
        for field in needs.takes.iter().filter(|field| field.is_a_date()) {
            self.date(*field, notes);
        }
    }

    /// An optional value; words that cannot be read are noted and left out.
    pub(crate) fn optional<T>(
        &self,
        field: Field,
        notes: &mut Notes,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let words = self.text(field);
        let value = (!words.is_empty()).then(|| read(&words))?;
        if value.is_none() {
            notes.add(Warning::ValueDropped, field);
        }
        value
    }

    /// Optional words, as typed.
    pub(crate) fn words(&self, field: Field) -> Option<Typed> {
        Typed::read(&self.text(field))
    }

    /// An optional email address; one that cannot be written to is noted and
    /// left out.
    pub(crate) fn email(&self, field: Field, notes: &mut Notes) -> Option<EmailAddress> {
        self.optional(field, notes, EmailAddress::read)
    }

    /// An optional telephone number, put right where a spreadsheet harmed it.
    pub(crate) fn phone(&self, field: Field, notes: &mut Notes) -> Option<Typed> {
        match phone::read(&self.identifier(field)) {
            Phone::Blank => None,
            Phone::AsTyped(number) => Some(number),
            Phone::Fixed(number) => {
                notes.add(Warning::PhoneFixed, field);
                Some(number)
            }
            Phone::Dropped => {
                notes.add(Warning::PhoneDropped, field);
                None
            }
        }
    }

    fn raw(&self, field: Field) -> &'r str {
        self.columns
            .of(field)
            .and_then(|at| self.record.cells.get(at))
            .map_or("", String::as_str)
    }
}
