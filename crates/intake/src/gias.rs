//! The list of schools of England, as Get Information About Schools publishes
//! it every day.
//!
//! Columns come and go over the years, so they are known by their exact names
//! and never by their place. A school is known by its URN: the number of its
//! authority and establishment may be shared by a school and its successor.

use std::collections::{HashMap, HashSet};

use domain::text::Line;
use jiff::civil::Date;

use crate::{
    bytes::decode,
    cells::{date, number::is_figures, typed::Typed},
    limits::Limits,
    reading::{Accepted, FileRefused, Reading, Refused, Source},
    reason::Reason,
    table::{ExactColumns, ExactRow, Width, walk},
    warning::{Note, Warning},
};

/// One school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolRow {
    /// Six digits; the only number that is never shared.
    pub urn: String,
    /// Its name.
    pub name: Typed,
    /// Local authority, three digits.
    pub la: Option<String>,
    /// Name of the local authority.
    pub la_name: Option<Line>,
    /// Establishment number, four digits.
    pub estab: Option<String>,
    /// 1 open, 2 closed, 3 open but to close, 4 to open.
    pub status: String,
    /// What type of school.
    pub kind: Option<Line>,
    /// Phase, such as Secondary.
    pub phase: Option<Line>,
    /// Youngest and oldest age.
    pub ages: [Option<u8>; 2],
    /// When it opened.
    pub opened: Option<Date>,
    /// When it closed.
    pub closed: Option<Date>,
    /// The trust it belongs to.
    pub trust: Option<Line<300>>,
    /// Provider reference number, eight digits.
    pub ukprn: Option<Line<20>>,
    /// Street, locality, third line, town and county, as far as given.
    pub address: Vec<Line>,
    /// Postcode.
    pub postcode: Option<Line<20>>,
    /// Telephone number.
    pub phone: Option<Line<60>>,
}

const URN: &str = "URN";
const LA: &str = "LA (code)";
const ESTAB: &str = "EstablishmentNumber";
const NAME: &str = "EstablishmentName";
const STATUS: &str = "EstablishmentStatus (code)";
const REQUIRED: &[&str] = &[URN, LA, ESTAB, NAME, STATUS];
const WANTED: &[&str] = &[
    URN,
    LA,
    "LA (name)",
    ESTAB,
    NAME,
    "TypeOfEstablishment (name)",
    STATUS,
    "OpenDate",
    "CloseDate",
    "PhaseOfEducation (name)",
    "StatutoryLowAge",
    "StatutoryHighAge",
    "Trusts (name)",
    "UKPRN",
    "Street",
    "Locality",
    "Address3",
    "Town",
    "County (name)",
    "Postcode",
    "TelephoneNum",
];

/// Whether headings are those of this list, for guessing what a file holds.
pub(crate) fn is_gias(headings: &[String]) -> bool {
    let has = |name: &&str| headings.iter().any(|heading| heading == name);
    REQUIRED.iter().all(has)
}

/// Reads the list of schools.
///
/// A row is refused, in this order, for `E_FIELD_COUNT`, `E_URN_INVALID`,
/// `E_NAME_MISSING`, `E_LA_INVALID`, `E_ESTAB_INVALID`, `E_DUP_URN`.
///
/// # Errors
/// [`FileRefused`] if the file as a whole cannot be read.
pub fn read(bytes: &[u8], today: Date, limits: &Limits) -> Result<Reading<SchoolRow>, FileRefused> {
    // This one file is larger than any that a school sends.
    let limits = &Limits {
        bytes: limits.gias_bytes,
        cells: limits.gias_bytes,
        ..*limits
    };
    let mut source = Source::default();
    let mut reading = Reading::default();
    let mut seen = Seen::default();
    let matched = |source: &mut Source| {
        let columns = ExactColumns::matched(source, WANTED.to_vec())?;
        columns.complete(REQUIRED)?;
        Ok(columns)
    };
    let walked = decode(bytes, limits).and_then(|text| {
        walk(
            &text,
            limits,
            &mut source,
            matched,
            |columns, record, width| {
                let row = ExactRow::new(record, columns);
                match school(&row, width, today, &mut seen) {
                    Ok((row, notes)) => reading.accepted.push(Accepted {
                        line: record.line,
                        row,
                        notes,
                    }),
                    Err(reason) => reading.refused.push(Refused {
                        line: record.line,
                        reason,
                        cells: row.wanted(),
                    }),
                }
                Ok(())
            },
        )
    });
    if let Err(fault) = walked {
        return Err(FileRefused { fault, source });
    }
    source.headings = WANTED.iter().map(|&name| name.to_owned()).collect();
    reading.source = source;
    Ok(reading)
}

/// What the schools accepted so far have.
#[derive(Default)]
struct Seen {
    urns: HashSet<String>,
    open: HashMap<(String, String), usize>,
}

fn school(
    row: &ExactRow<'_>,
    width: Width,
    today: Date,
    seen: &mut Seen,
) -> Result<(SchoolRow, Vec<Note>), Reason> {
    if width == Width::Overflows {
        return Err(Reason::FieldCount);
    }
    let urn = figures(row, URN, 6).map_err(|()| Reason::UrnInvalid)?;
    let urn = urn.ok_or(Reason::UrnInvalid)?;
    let name = Typed::read(&row.text(NAME)).ok_or(Reason::NameMissing)?;
    let la = figures(row, LA, 3).map_err(|()| Reason::LaInvalid)?;
    let estab = figures(row, ESTAB, 4).map_err(|()| Reason::EstabInvalid)?;
    if seen.urns.contains(&urn) {
        return Err(Reason::DupUrn);
    }
    seen.urns.insert(urn.clone());
    let status = row.text(STATUS);
    let notes = notes(seen, la.as_ref().zip(estab.as_ref()), &status);
    let line = |heading| Line::optional(&row.text(heading)).ok().flatten();
    let day = |heading| {
        date::read(&row.text(heading), today)
            .ok()
            .map(|read| read.0)
    };
    let address = ["Street", "Locality", "Address3", "Town", "County (name)"];
    let school = SchoolRow {
        urn,
        name,
        la,
        la_name: line("LA (name)"),
        estab,
        status,
        kind: line("TypeOfEstablishment (name)"),
        phase: line("PhaseOfEducation (name)"),
        ages: ["StatutoryLowAge", "StatutoryHighAge"].map(|age| row.text(age).parse().ok()),
        opened: day("OpenDate"),
        closed: day("CloseDate"),
        trust: short(row, "Trusts (name)"),
        ukprn: short(row, "UKPRN"),
        address: address.into_iter().filter_map(line).collect(),
        postcode: short(row, "Postcode"),
        phone: short(row, "TelephoneNum"),
    };
    Ok((school, notes))
}

/// What to know about the number that a school may share.
fn notes(seen: &mut Seen, laestab: Option<(&String, &String)>, status: &str) -> Vec<Note> {
    let warning = match laestab {
        None => Some(Warning::NoLaestab),
        Some((la, estab)) if matches!(status, "1" | "3") => {
            let number = (la.clone(), estab.clone());
            let schools = seen.open.entry(number).or_default();
            *schools += 1;
            (*schools > 1).then_some(Warning::LaestabSharedOpen)
        }
        Some(_) => None,
    };
    let note = |warning| Note {
        warning,
        field: None,
    };
    warning.map(note).into_iter().collect()
}

/// So many digits, or nothing where the cell is blank.
fn figures(row: &ExactRow<'_>, heading: &str, many: usize) -> Result<Option<String>, ()> {
    let words = row.text(heading);
    match words.len() {
        0 => Ok(None),
        length if length == many && is_figures(&words) => Ok(Some(words)),
        _ => Err(()),
    }
}

fn short<const MAX: usize>(row: &ExactRow<'_>, heading: &str) -> Option<Line<MAX>> {
    Line::optional(&row.text(heading)).ok().flatten()
}
