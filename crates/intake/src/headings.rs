//! Headings that mean nothing to us, and what a person has said they mean.
//!
//! A file is read as if it had the headings of the contract: [`Named::applied`]
//! writes its first line anew and leaves every row as it is.

use std::{borrow::Cow, collections::BTreeMap};

use crate::{
    attendance, behaviour,
    bytes::{Encoding, decode},
    calendar, contacts,
    fault::FileFault,
    field::{Field, normalised},
    limits::Limits,
    pupils,
    report::Kind,
    staff, suspensions,
    table::{Contacts, Delimiter, Needs, Records, first_rows},
};

/// One heading of a file.
#[derive(Clone, PartialEq, Eq)]
pub struct Heading {
    /// As written, trimmed.
    pub written: String,
    /// What the first row that says anything says there. Personal data.
    pub sample: String,
    /// Whether the contract knows it already.
    pub known: Known,
}

/// Whether a heading is in the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// It is.
    Yes,
    /// A person may say what it means.
    No,
}

impl std::fmt::Debug for Heading {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<heading of {} bytes>", self.written.len())
    }
}

/// The tables of one kind of file, by what they need; none for a kind that is
/// not a table or whose headings are fixed.
fn tables(kind: Kind) -> Vec<&'static Needs> {
    match kind {
        Kind::Pupils => vec![&pupils::NEEDS],
        Kind::Contacts => vec![&contacts::NEEDS],
        Kind::Staff => vec![&staff::NEEDS],
        Kind::Behaviour => vec![&behaviour::NEEDS],
        Kind::Suspensions => vec![&suspensions::NEEDS],
        Kind::Attendance => attendance::needs().into(),
        Kind::Calendar => vec![calendar::terms_need()],
        Kind::Ctf | Kind::OneRoster | Kind::Sds | Kind::Gias => Vec::new(),
    }
}

/// Every field a person may name a heading of this kind of file to be.
pub fn choices(kind: Kind) -> Vec<Field> {
    let mut all = Vec::new();
    for field in tables(kind).iter().flat_map(|needs| needs.takes) {
        if !all.contains(field) {
            all.push(*field);
        }
    }
    all
}

/// What a field is called in an address or a database: its first heading.
pub const fn code(field: Field) -> &'static str {
    field.code()
}

fn is_known(heading: &str, tables: &[&Needs], kind: Kind) -> bool {
    let is_contact = tables.iter().any(|needs| needs.contacts == Contacts::Taken)
        && Field::of_contact(heading).is_some();
    let of_a_field = |field: &Field| field.headings().contains(&heading);
    is_contact
        || tables
            .iter()
            .any(|needs| needs.takes.iter().any(of_a_field))
        || kind == Kind::Attendance && attendance::has_week_grid(&[heading.to_owned()])
}

/// The headings of a file, in its order; one without letters or figures cannot
/// be named and is left out.
///
/// # Errors
/// [`FileFault`] if the file is no table.
pub fn of(bytes: &[u8], kind: Kind, limits: &Limits) -> Result<Vec<Heading>, FileFault> {
    let text = decode(bytes, limits)?;
    let tables = tables(kind);
    let (headings, samples) = first_rows(&text, limits)?;
    let mut all = Vec::with_capacity(headings.len());
    for (at, written) in headings.into_iter().enumerate() {
        let plain = normalised(&written);
        if plain.is_empty() {
            continue;
        }
        let cells = samples.iter().filter_map(|row| row.get(at));
        let sample = cells.map(|cell| cell.trim()).find(|cell| !cell.is_empty());
        let known = is_known(&plain, &tables, kind);
        all.push(Heading {
            sample: sample.unwrap_or_default().to_owned(),
            known: if known { Known::Yes } else { Known::No },
            written,
        });
    }
    Ok(all)
}

/// What headings mean, as a person has said: by the heading as it is compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named(BTreeMap<String, Field>);

/// A file with headings of the contract, and how it was written before.
#[derive(Debug)]
pub struct Applied<'b> {
    /// The file.
    pub bytes: Cow<'b, [u8]>,
    /// Its encoding as it came; nothing if it is as it came.
    pub was: Option<Encoding>,
}

impl Named {
    /// From headings and the [`code`]s of fields; a pair whose field this kind
    /// of file does not take is passed over.
    pub fn new<'s>(kind: Kind, pairs: impl IntoIterator<Item = (&'s str, &'s str)>) -> Self {
        let choices = choices(kind);
        let pairs = pairs.into_iter().filter_map(|(heading, said)| {
            let field = choices.iter().find(|field| code(**field) == said)?;
            Some((normalised(heading), *field))
        });
        Self(pairs.filter(|(heading, _)| !heading.is_empty()).collect())
    }

    /// Every heading as it is compared, and the code of its field.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.0.iter();
        all.map(|(heading, field)| (heading.as_str(), code(*field)))
    }

    /// What a heading was said to mean.
    pub fn of(&self, heading: &str) -> Option<Field> {
        self.0.get(&normalised(heading)).copied()
    }

    /// The file with its first line written anew, if it has a heading that was
    /// named. What is no table stays as it is: reading it says what is wrong.
    pub fn applied<'b>(&self, bytes: &'b [u8], limits: &Limits) -> Applied<'b> {
        let same = Applied {
            bytes: Cow::Borrowed(bytes),
            was: None,
        };
        if self.0.is_empty() {
            return same;
        }
        let Ok(text) = decode(bytes, limits) else {
            return same;
        };
        let delimiter = Delimiter::of(&text.words);
        let mut records = Records::new(&text.words, delimiter, limits);
        let Some(Ok(first)) = records.next_with_text() else {
            return same;
        };
        if !first.cells.iter().any(|cell| self.of(cell).is_some()) {
            return same;
        }
        // Blank lines above the headings stay, so that lines keep their numbers.
        let mut words = "\n".repeat(usize::try_from(first.line).unwrap_or(1).saturating_sub(1));
        for (at, cell) in first.cells.iter().enumerate() {
            if at > 0 {
                words.push(delimiter.character());
            }
            let meant = self.of(cell).map_or(cell.as_str(), |field| code(field));
            words.push('"');
            words.push_str(&meant.replace('"', "\"\""));
            words.push('"');
        }
        words.push('\n');
        words.push_str(records.rest());
        Applied {
            bytes: Cow::Owned(words.into_bytes()),
            was: Some(text.encoding),
        }
    }
}
