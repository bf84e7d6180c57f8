//! A list of staff: one row a person.
//!
//! A role in the school's system is only words here. What somebody may do in a
//! programme is decided by a person, never by a file.

use std::collections::HashSet;

use jiff::civil::Date;

use crate::{
    cells::{email::EmailAddress, typed::Typed},
    field::Field,
    limits::Limits,
    reading::{FileRefused, Reading},
    reason::Reason,
    table::{Contacts, DateCell, Needs, Row, Sheet, read_sheet},
    warning::{Notes, Warning},
};

/// One member of staff. At least one of id, code and email is there.
#[derive(Clone, PartialEq, Eq)]
pub struct StaffRow {
    /// The source's own number.
    pub staff_id: Option<Typed>,
    /// The letters a timetable knows them by.
    pub code: Option<Typed>,
    /// Mrs, Mr, Dr, ...
    pub title: Option<Typed>,
    /// Forename.
    pub forename: Typed,
    /// Surname.
    pub surname: Typed,
    /// Email address at work, which they may sign in with once invited.
    pub email: Option<EmailAddress>,
    /// Job title.
    pub job_title: Option<Typed>,
    /// Role in the school's system; no permission follows from it.
    pub role: Option<Typed>,
    /// What they teach.
    pub subject: Option<Typed>,
    /// First day at the school.
    pub starts: Option<Date>,
    /// Last day at the school.
    pub ends: Option<Date>,
}

impl std::fmt::Debug for StaffRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("<member of staff>")
    }
}

pub(crate) const NEEDS: Needs = Needs {
    takes: &[
        Field::StaffId,
        Field::StaffCode,
        Field::Title,
        Field::LegalForename,
        Field::Forename,
        Field::LegalSurname,
        Field::Surname,
        Field::WorkEmail,
        Field::Email,
        Field::JobTitle,
        Field::Role,
        Field::TeachingSubject,
        Field::Start,
        Field::End,
    ],
    contacts: Contacts::Ignored,
    required: &[
        &[
            Field::StaffId,
            Field::StaffCode,
            Field::WorkEmail,
            Field::Email,
        ],
        &[Field::Surname, Field::LegalSurname],
        &[Field::Forename, Field::LegalForename],
    ],
};

/// Reads a list of staff in delimited text.
///
/// A row is refused, in this order, for `E_FIELD_COUNT`, `E_NO_ID`,
/// `E_NAME_MISSING`, `E_DATE_INVALID`, `E_END_BEFORE_START`, `E_DUP_STAFF`,
/// `E_DUP_EMAIL`.
///
/// # Errors
/// [`FileRefused`] if the file as a whole cannot be read.
pub fn read(bytes: &[u8], today: Date, limits: &Limits) -> Result<Reading<StaffRow>, FileRefused> {
    let sheet = Sheet {
        bytes,
        needs: &NEEDS,
        today,
        limits,
    };
    let mut seen = HashSet::new();
    read_sheet(&sheet, |row, notes| member(row, notes, &mut seen))
}

/// What no two members of staff may share.
#[derive(PartialEq, Eq, Hash)]
enum Mark {
    Id(String),
    Code(String),
    Email(String),
}

fn member(row: &Row<'_>, notes: &mut Notes, seen: &mut HashSet<Mark>) -> Result<StaffRow, Reason> {
    let starts = row.date(Field::Start, notes);
    let ends = row.date(Field::End, notes);
    let staff_id = Typed::read(&row.identifier(Field::StaffId));
    let code = Typed::read(&row.identifier(Field::StaffCode));
    let email = address(row, notes);
    if staff_id.is_none() && code.is_none() && email.is_none() {
        return Err(Reason::NoId);
    }
    let name_of = |fields| Typed::read(&row.first_of(fields)).ok_or(Reason::NameMissing);
    let surname = name_of(&[Field::LegalSurname, Field::Surname])?;
    let forename = name_of(&[Field::LegalForename, Field::Forename])?;
    let (starts, ends) = (day(starts)?, day(ends)?);
    if let (Some(starts), Some(ends)) = (starts, ends)
        && ends < starts
    {
        return Err(Reason::EndBeforeStart);
    }
    let marks = marks(staff_id.as_ref(), code.as_ref(), email.as_ref());
    if let Some(shared) = marks.iter().find(|mark| seen.contains(mark)) {
        return Err(match shared {
            Mark::Id(_) | Mark::Code(_) => Reason::DupStaff,
            Mark::Email(_) => Reason::DupEmail,
        });
    }
    let member = StaffRow {
        staff_id,
        code,
        title: row.words(Field::Title),
        forename,
        surname,
        email,
        job_title: row.words(Field::JobTitle),
        role: row.words(Field::Role),
        subject: row.words(Field::TeachingSubject),
        starts,
        ends,
    };
    seen.extend(marks);
    Ok(member)
}

/// The work address where the file has one, any address otherwise.
fn address(row: &Row<'_>, notes: &mut Notes) -> Option<EmailAddress> {
    let words = row.first_of(&[Field::WorkEmail, Field::Email]);
    let email = EmailAddress::read(&words);
    if email.is_none() && !words.is_empty() {
        notes.add(Warning::ValueDropped, Field::WorkEmail);
    }
    email
}

fn day(cell: DateCell) -> Result<Option<Date>, Reason> {
    match cell {
        DateCell::Blank => Ok(None),
        DateCell::Unreadable => Err(Reason::DateInvalid),
        DateCell::Read(date, _) => Ok(Some(date)),
    }
}

fn marks(
    staff_id: Option<&Typed>,
    code: Option<&Typed>,
    email: Option<&EmailAddress>,
) -> Vec<Mark> {
    let id = staff_id.map(|id| Mark::Id(id.as_str().to_uppercase()));
    let code = code.map(|code| Mark::Code(code.as_str().to_uppercase()));
    let email = email.map(|email| Mark::Email(email.key()));
    [id, code, email].into_iter().flatten().collect()
}
