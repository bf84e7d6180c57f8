//! The rules for one row of a list of pupils: what refuses it, in order.
//!
//! What may be left out without refusing the row is in `optional.rs`.

use std::collections::HashSet;

use jiff::civil::Date;

use crate::{
    cells::{
        date::Written,
        number::{Adno, Mangled},
        typed::Typed,
        upn::{Upn, UpnProblem},
    },
    field::Field,
    limits::Limits,
    pupils::{PupilName, PupilNumber, PupilRow, optional},
    reading::{FileRefused, Reading},
    reason::Reason,
    table::{Contacts, DateCell, Needs, Row, Sheet, read_sheet},
    warning::{Notes, Warning},
};

pub(crate) const NEEDS: Needs = Needs {
    takes: &[
        Field::Upn,
        Field::FormerUpn,
        Field::Adno,
        Field::Uln,
        Field::LegalSurname,
        Field::Surname,
        Field::LegalForename,
        Field::Forename,
        Field::MiddleNames,
        Field::PreferredSurname,
        Field::PreferredForename,
        Field::Born,
        Field::Sex,
        Field::Year,
        Field::Reg,
        Field::House,
        Field::Email,
        Field::Phone,
        Field::Sen,
        Field::SenNeed,
        Field::Ehcp,
        Field::Fsm,
        Field::Eal,
        Field::FirstLanguage,
        Field::InCare,
        Field::AddressLine1,
        Field::AddressLine2,
        Field::AddressLine3,
        Field::Town,
        Field::County,
        Field::Postcode,
    ],
    contacts: Contacts::Taken,
    required: &[
        &[Field::Upn, Field::Adno],
        &[Field::Surname, Field::LegalSurname],
        &[Field::Forename, Field::LegalForename],
        &[Field::Born],
    ],
};

/// Reads a list of pupils in delimited text.
///
/// `today` is the day of the import: nobody was born after it.
///
/// # Errors
/// [`FileRefused`] if the file as a whole cannot be read.
pub fn read(bytes: &[u8], today: Date, limits: &Limits) -> Result<Reading<PupilRow>, FileRefused> {
    let sheet = Sheet {
        bytes,
        needs: &NEEDS,
        today,
        limits,
    };
    let mut seen = Seen::default();
    read_sheet(&sheet, |row, notes| pupil(row, notes, &mut seen, today))
}

/// The numbers of the rows accepted so far.
#[derive(Default)]
struct Seen {
    upns: HashSet<Upn>,
    adnos: HashSet<String>,
}

impl Seen {
    fn refuses(&self, upn: Option<&Upn>, adno: Option<&Adno>) -> Option<Reason> {
        if upn.is_some_and(|upn| self.upns.contains(upn)) {
            return Some(Reason::DupUpn);
        }
        adno.filter(|adno| self.adnos.contains(&adno.key()))
            .map(|_| Reason::DupAdno)
    }

    fn remember(&mut self, number: &PupilNumber) {
        self.upns.extend(number.upn().cloned());
        self.adnos.extend(number.adno().map(Adno::key));
    }
}

fn pupil(
    row: &Row<'_>,
    notes: &mut Notes,
    seen: &mut Seen,
    today: Date,
) -> Result<PupilRow, Reason> {
    // Read before anything can refuse the row: a month written first says
    // something about the whole file.
    let born = row.date(Field::Born, notes);
    let (upn, adno) = numbers(row)?;
    let name_of = |fields| Typed::read(&row.first_of(fields)).ok_or(Reason::NameMissing);
    let surname = name_of(&[Field::LegalSurname, Field::Surname])?;
    let forename = name_of(&[Field::LegalForename, Field::Forename])?;
    let born = birthday(born, today, notes)?;
    if let Some(reason) = seen.refuses(upn.as_ref(), adno.as_ref()) {
        return Err(reason);
    }
    let number = number(upn, adno, notes)?;
    let name = PupilName {
        surname,
        forename,
        middle: row.words(Field::MiddleNames),
        preferred_surname: row.words(Field::PreferredSurname),
        preferred_forename: row.words(Field::PreferredForename),
    };
    seen.remember(&number);
    Ok(PupilRow {
        number,
        former_upn: optional::former_upn(row, notes),
        uln: optional::uln(row, notes),
        name,
        born,
        sex: optional::sex(row, notes),
        year: optional::year(row, notes),
        reg: row.words(Field::Reg),
        house: row.words(Field::House),
        email: row.email(Field::Email, notes),
        phone: row.phone(Field::Phone, notes),
        support: optional::support(row, notes),
        address: optional::address(row),
        contacts: optional::contacts(row, notes),
    })
}

/// The two numbers.
fn numbers(row: &Row<'_>) -> Result<(Option<Upn>, Option<Adno>), Reason> {
    let upn = row.identifier(Field::Upn);
    let adno = row.identifier(Field::Adno);
    if upn.is_empty() && adno.is_empty() {
        return Err(Reason::NoId);
    }
    let upn = if upn.is_empty() {
        None
    } else {
        Some(Upn::read(&upn).map_err(|problem| match problem {
            UpnProblem::Format => Reason::UpnFormat,
            UpnProblem::Check => Reason::UpnCheck,
        })?)
    };
    let adno = Adno::read(&adno).map_err(|Mangled| Reason::NumMangled)?;
    Ok((upn, adno))
}

fn number(upn: Option<Upn>, adno: Option<Adno>, notes: &mut Notes) -> Result<PupilNumber, Reason> {
    let Some(upn) = upn else {
        notes.add(Warning::NoUpn, None);
        return adno.map(PupilNumber::AdnoOnly).ok_or(Reason::NoId);
    };
    if upn.is_temporary() {
        notes.add(Warning::TempUpn, None);
    }
    Ok(PupilNumber::Upn { upn, adno })
}

fn birthday(cell: DateCell, today: Date, notes: &mut Notes) -> Result<Date, Reason> {
    let (born, written) = match cell {
        DateCell::Blank => return Err(Reason::DobMissing),
        DateCell::Unreadable => return Err(Reason::DobInvalid),
        DateCell::Read(born, written) => (born, written),
    };
    // Nobody born before 1990 is on a school's roll.
    if born.year() < 1990 || born > today {
        return Err(Reason::DobInvalid);
    }
    if written == Written::AsSerial {
        notes.add(Warning::ExcelSerial, Field::Born);
    }
    Ok(born)
}
