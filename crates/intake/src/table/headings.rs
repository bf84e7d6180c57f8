//! Which column holds which field.

use std::collections::BTreeMap;

use crate::{
    fault::FileFault,
    field::{Field, normalised},
};

/// The fields one kind of file takes, and the columns it cannot do without.
#[derive(Debug, Clone, Copy)]
pub struct Needs {
    /// Every field taken, contacts apart.
    pub takes: &'static [Field],
    /// Whether columns such as "Contact 1 Email" are taken.
    pub contacts: Contacts,
    /// Of each inner list at least one must have a column.
    pub required: &'static [&'static [Field]],
}

/// Whether a kind of file has contacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contacts {
    /// Columns of contacts are read.
    Taken,
    /// Columns of contacts are ignored.
    Ignored,
}

/// The columns of one file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    at: BTreeMap<Field, usize>,
    ignored: Vec<String>,
}

impl Columns {
    /// Matches the cells of the first line to fields.
    ///
    /// # Errors
    /// [`FileFault::DupColumn`] if two headings mean one field.
    pub fn matched(headings: &[String], needs: &Needs) -> Result<Self, FileFault> {
        let mut columns = Self::default();
        for (index, heading) in headings.iter().enumerate() {
            let Some(field) = field_of(&normalised(heading), needs) else {
                columns.ignore(heading);
                continue;
            };
            let Some(earlier) = columns.of(field) else {
                columns.at.insert(field, index);
                continue;
            };
            if !field.takes_the_first_of_two() {
                let one = headings.get(earlier).cloned().unwrap_or_default();
                let headings = [one, heading.clone()];
                let means = field.label();
                return Err(FileFault::DupColumn { means, headings });
            }
            columns.ignore(heading);
        }
        Ok(columns)
    }

    /// Checks that nothing required is missing.
    ///
    /// # Errors
    /// [`FileFault::MissingColumn`] with everything that is.
    pub fn complete(&self, needs: &Needs) -> Result<(), FileFault> {
        let missing: Vec<Vec<&'static str>> = needs
            .required
            .iter()
            .filter(|choice| !choice.iter().any(|field| self.at.contains_key(field)))
            .map(|choice| choice.iter().map(|field| field.label()).collect())
            .collect();
        if missing.is_empty() {
            Ok(())
        } else {
            Err(FileFault::MissingColumn { missing })
        }
    }

    /// Where a field is, counted from 0.
    pub fn of(&self, field: Field) -> Option<usize> {
        self.at.get(&field).copied()
    }

    /// The contacts that have any column, in order.
    pub fn contacts(&self) -> Vec<u8> {
        let mut numbers: Vec<u8> = self
            .at
            .keys()
            .filter_map(|field| match field {
                Field::Contact(number, _) => Some(*number),
                _ => None,
            })
            .collect();
        numbers.dedup();
        numbers
    }

    fn ignore(&mut self, heading: &str) {
        if !heading.is_empty() {
            self.ignored.push(heading.to_owned());
        }
    }

    /// Headings that mean nothing to us, as written.
    pub fn ignored(&self) -> &[String] {
        &self.ignored
    }
}

fn field_of(heading: &str, needs: &Needs) -> Option<Field> {
    let contact = || match needs.contacts {
        Contacts::Taken => Field::of_contact(heading),
        Contacts::Ignored => None,
    };
    needs
        .takes
        .iter()
        .copied()
        .find(|field| field.headings().contains(&heading))
        .or_else(contact)
}

/// The fields that say which pupil a row is about, and then the row's own.
macro_rules! with_pupil {
    ($($own:path),* $(,)?) => {
        &[
            $crate::field::Field::Upn,
            $crate::field::Field::Adno,
            $crate::field::Field::LegalSurname,
            $crate::field::Field::Surname,
            $crate::field::Field::LegalForename,
            $crate::field::Field::Forename,
            $crate::field::Field::Year,
            $crate::field::Field::Reg,
            $($own),*
        ]
    };
}
pub(crate) use with_pupil;
