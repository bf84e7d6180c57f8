//! A list of contacts: one row for each contact of each pupil.

use std::collections::HashSet;

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use crate::{
    cells::{contact::Relation, email::EmailAddress, points::whole, typed::Typed, yes_no::YesNo},
    field::Field,
    limits::Limits,
    reading::{FileRefused, Reading},
    reason::Reason,
    roll::{PupilAt, PupilRef, Roll},
    table::{Contacts, Needs, Row, Sheet, read_sheet, with_pupil},
    warning::Notes,
};

/// One contact of one pupil.
#[derive(Clone, PartialEq, Eq)]
pub struct PupilContactRow {
    /// Whose contact.
    pub pupil: PupilRef,
    /// Whole name.
    pub name: Typed,
    /// Who they are to the pupil.
    pub relation: Option<Relation>,
    /// Parental responsibility; nothing means not known, which is not "no".
    pub parental_responsibility: Option<YesNo>,
    /// In which order contacts are rung.
    pub priority: Option<u8>,
    /// Telephone number.
    pub phone: Option<Typed>,
    /// Email address.
    pub email: Option<EmailAddress>,
}

impl std::fmt::Debug for PupilContactRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("<contact of a pupil>")
    }
}

pub(crate) const NEEDS: Needs = Needs {
    takes: with_pupil![
        Field::ContactName,
        Field::Title,
        Field::ContactSurname,
        Field::ContactForename,
        Field::Relationship,
        Field::Responsibility,
        Field::Priority,
        Field::ContactPhone,
        Field::Phone,
        Field::ContactEmail,
        Field::Email
    ],
    contacts: Contacts::Ignored,
    required: &[
        &[Field::Upn, Field::Adno],
        &[Field::ContactName, Field::ContactSurname],
    ],
};

/// Reads a list of contacts in delimited text.
///
/// A row is refused, in this order, for `E_FIELD_COUNT`, `E_NO_ID`,
/// `E_UPN_FORMAT`, `E_UPN_CHECK`, `E_UNKNOWN_PUPIL`, `E_NAME_MISSING`,
/// `E_DUP_CONTACT`.
///
/// # Errors
/// [`FileRefused`] if the file as a whole cannot be read.
pub fn read(
    bytes: &[u8],
    roll: &mut Roll,
    today: Date,
    limits: &Limits,
) -> Result<Reading<PupilContactRow>, FileRefused> {
    let sheet = Sheet {
        bytes,
        needs: &NEEDS,
        today,
        limits,
    };
    let mut seen = HashSet::new();
    read_sheet(&sheet, |row, notes| contact(row, notes, roll, &mut seen))
}

fn contact(
    row: &Row<'_>,
    notes: &mut Notes,
    roll: &mut Roll,
    seen: &mut HashSet<(PupilAt, String)>,
) -> Result<PupilContactRow, Reason> {
    let pupil = roll.pupil_of(row)?;
    let name = Typed::read(&name(row)).ok_or(Reason::NameMissing)?;
    let key = (pupil.at, name.as_str().to_lowercase().nfc().collect());
    if seen.contains(&key) {
        return Err(Reason::DupContact);
    }
    seen.insert(key);
    Ok(PupilContactRow {
        pupil,
        name,
        relation: row.optional(Field::Relationship, notes, Relation::read),
        parental_responsibility: row.optional(Field::Responsibility, notes, YesNo::read),
        priority: row.optional(Field::Priority, notes, |words| {
            u8::try_from(whole(words)?).ok()
        }),
        phone: row.phone(first_filled(row, Field::ContactPhone, Field::Phone), notes),
        email: row.email(first_filled(row, Field::ContactEmail, Field::Email), notes),
    })
}

/// The whole name where the file has it, else title, forename and surname.
fn name(row: &Row<'_>) -> String {
    let whole = row.text(Field::ContactName);
    if !whole.is_empty() {
        return whole;
    }
    let surname = row.text(Field::ContactSurname);
    if surname.is_empty() {
        return surname;
    }
    let mut parts = vec![
        row.text(Field::Title),
        row.text(Field::ContactForename),
        surname,
    ];
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

fn first_filled(row: &Row<'_>, first: Field, second: Field) -> Field {
    if row.text(first).is_empty() {
        second
    } else {
        first
    }
}
