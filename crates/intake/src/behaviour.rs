//! Incidents of behaviour and achievement: one row for each pupil of each.

use std::collections::HashSet;

use jiff::civil::Date;

use crate::{
    cells::{points, typed::Typed},
    day::day,
    field::Field,
    limits::Limits,
    reading::{FileRefused, Reading},
    reason::Reason,
    roll::{PupilAt, PupilRef, Roll},
    table::{Contacts, Needs, Row, Sheet, read_sheet, with_pupil},
    warning::Notes,
};

/// One pupil's part in one incident.
#[derive(Clone, PartialEq, Eq)]
pub struct IncidentRow {
    /// Whom it is about.
    pub pupil: PupilRef,
    /// The source's own number of the incident, which several pupils may share.
    pub incident: Option<Typed>,
    /// The day.
    pub on: Date,
    /// The time of day, as written.
    pub at: Option<Typed>,
    /// What kind of behaviour.
    pub kind: Typed,
    /// Points; behaviour that is not wanted is below 0 in most schools.
    pub points: i32,
    /// Where.
    pub location: Option<Typed>,
    /// What was done about it.
    pub action: Option<Typed>,
    /// Who wrote it down.
    pub by: Option<Typed>,
    /// What happened, in the words of whoever wrote it down.
    pub notes: Option<Typed>,
}

impl std::fmt::Debug for IncidentRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("<incident>")
    }
}

pub(crate) const NEEDS: Needs = Needs {
    takes: with_pupil![
        Field::IncidentId,
        Field::Date,
        Field::Time,
        Field::Type,
        Field::Points,
        Field::Location,
        Field::Action,
        Field::RecordedBy,
        Field::Notes
    ],
    contacts: Contacts::Ignored,
    required: &[&[Field::Upn, Field::Adno], &[Field::Date], &[Field::Type]],
};

/// Reads incidents in delimited text.
///
/// A row is refused, in this order, for `E_FIELD_COUNT`, `E_NO_ID`,
/// `E_UPN_FORMAT`, `E_UPN_CHECK`, `E_UNKNOWN_PUPIL`, `E_TYPE_MISSING`,
/// `E_DATE_MISSING`, `E_DATE_INVALID`, `E_DATE_FUTURE`, `E_POINTS_INVALID`,
/// `E_DUP_INCIDENT`.
///
/// # Errors
/// [`FileRefused`] if the file as a whole cannot be read.
pub fn read(
    bytes: &[u8],
    roll: &mut Roll,
    today: Date,
    limits: &Limits,
) -> Result<Reading<IncidentRow>, FileRefused> {
    let sheet = Sheet {
        bytes,
        needs: &NEEDS,
        today,
        limits,
    };
    let mut seen = HashSet::new();
    read_sheet(&sheet, |row, notes| {
        incident(row, notes, roll, today, &mut seen)
    })
}

/// What tells one pupil's part in an incident from another's.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    ById(PupilAt, String),
    ByFacts(PupilAt, Date, [String; 3]),
}

fn incident(
    row: &Row<'_>,
    notes: &mut Notes,
    roll: &mut Roll,
    today: Date,
    seen: &mut HashSet<Key>,
) -> Result<IncidentRow, Reason> {
    let date = row.date(Field::Date, notes);
    let pupil = roll.pupil_of(row)?;
    let kind = row.words(Field::Type).ok_or(Reason::TypeMissing)?;
    let on = day(date, today)?;
    let points = points::read(&row.text(Field::Points)).ok_or(Reason::PointsInvalid)?;
    let key = match row.identifier(Field::IncidentId) {
        id if !id.is_empty() => Key::ById(pupil.at, id),
        _ => {
            let words = [
                row.text(Field::Time),
                kind.as_str().to_lowercase(),
                row.text(Field::Notes),
            ];
            Key::ByFacts(pupil.at, on, words)
        }
    };
    if seen.contains(&key) {
        return Err(Reason::DupIncident);
    }
    let incident = Typed::read(&row.identifier(Field::IncidentId));
    seen.insert(key);
    Ok(IncidentRow {
        pupil,
        incident,
        on,
        at: row.words(Field::Time),
        kind,
        points,
        location: row.words(Field::Location),
        action: row.words(Field::Action),
        by: row.words(Field::RecordedBy),
        notes: row.words(Field::Notes),
    })
}
