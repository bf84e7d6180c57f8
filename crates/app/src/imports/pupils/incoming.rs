//! One row of a list of pupils, in the shape it is stored in. What a file may
//! hold and we do not keep (address, house, learner number) is dropped here.

use domain::{
    account::Email,
    contact::Known,
    pupil::{SenNeed, SenStage, Sex, Upn, YearGroup},
    text::Line,
};
use intake::{
    cells::{contact::Relationship, typed::Typed, yes_no::YesNo},
    contacts::PupilContactRow,
    field::Field,
    pupils::{ContactRow, PupilRow},
    roll::PupilAt,
    warning::{Note, Warning},
};
use jiff::civil::Date;

use super::language;
use crate::imports::changes::TooLong;

/// A pupil as a file has them; nothing where a cell was empty.
pub(in crate::imports) struct PupilIn {
    /// What its source calls them, where it has ids of its own.
    pub(in crate::imports) source_id: Option<String>,
    pub(in crate::imports) upn: Option<Upn>,
    pub(in crate::imports) former: Option<Upn>,
    pub(in crate::imports) adno: Option<Line<60>>,
    pub(in crate::imports) given: Line<80>,
    pub(in crate::imports) family: Line<80>,
    pub(in crate::imports) goes_by: Option<Line<80>>,
    pub(in crate::imports) goes_by_family: Option<Line<80>>,
    /// A list always says; a roster may leave it to another file.
    pub(in crate::imports) born: Option<Date>,
    pub(in crate::imports) sex: Option<Sex>,
    pub(in crate::imports) year: Option<YearGroup>,
    pub(in crate::imports) group: Option<Line<20>>,
    pub(in crate::imports) sen: Option<SenStage>,
    pub(in crate::imports) need: Option<SenNeed>,
    pub(in crate::imports) free_meals: Option<YesNo>,
    pub(in crate::imports) additional_english: Option<YesNo>,
    pub(in crate::imports) language: Option<Line<60>>,
    pub(in crate::imports) in_care: Option<YesNo>,
    pub(in crate::imports) contacts: Vec<ContactIn>,
}

/// A contact as a file has them.
pub(in crate::imports) struct ContactIn {
    /// What its source calls them, where it has ids of its own.
    pub(in crate::imports) source_id: Option<String>,
    pub(in crate::imports) name: Line<120>,
    pub(in crate::imports) relation: Option<Relationship>,
    /// What they are, if nothing better is known.
    pub(in crate::imports) at_least: Option<Relationship>,
    pub(in crate::imports) responsibility: Option<Known>,
    pub(in crate::imports) phone: Option<Line<40>>,
    pub(in crate::imports) email: Option<Email>,
    /// In which order they are rung; nothing where the file does not say.
    pub(in crate::imports) place: Option<u8>,
}

/// A row of a list of contacts: one of them, and whose.
pub(in crate::imports) struct ListedContact {
    pub(super) pupil: PupilAt,
    pub(super) contact: ContactIn,
}

impl ListedContact {
    /// Fits a row to what is stored. A telephone number that is far too long
    /// is left out and noted; a name that is puts the row aside.
    pub(in crate::imports) fn fit(
        row: PupilContactRow,
        notes: &mut Vec<Note>,
    ) -> Result<Self, TooLong> {
        let plain = ContactRow {
            name: row.name,
            relation: row.relation,
            parental_responsibility: row.parental_responsibility,
            phone: row.phone,
            email: row.email,
        };
        let contact = contact_in(&plain, row.priority, notes).ok_or_else(TooLong::default)?;
        Ok(Self {
            pupil: row.pupil.at,
            contact,
        })
    }
}

impl PupilIn {
    /// Fits a row to what is stored. An optional value that is far too long is
    /// left out and noted; a name or number that is puts the row aside.
    pub(in crate::imports) fn fit(row: PupilRow, notes: &mut Vec<Note>) -> Result<Self, TooLong> {
        let upn = row.number.upn().and_then(|upn| upn.as_str().parse().ok());
        let number = &row.number;
        let too_long = |_| {
            let upn = number.upn().map(ToString::to_string);
            let adno = number.adno().map(|adno| adno.as_str().to_owned());
            TooLong(upn.into_iter().chain(adno).collect())
        };
        let adno = number.adno().map(|adno| Line::new(adno.as_str()));
        let adno = adno.transpose().map_err(too_long)?;
        Ok(Self {
            source_id: None,
            upn,
            adno,
            former: row.former_upn.and_then(|upn| upn.as_str().parse().ok()),
            given: Line::new(row.name.forename.as_str()).map_err(too_long)?,
            family: Line::new(row.name.surname.as_str()).map_err(too_long)?,
            goes_by: shorter(
                row.name.preferred_forename.as_ref(),
                Field::PreferredForename,
                notes,
            ),
            goes_by_family: shorter(
                row.name.preferred_surname.as_ref(),
                Field::PreferredSurname,
                notes,
            ),
            born: Some(row.born),
            sex: row.sex.and_then(|sex| sex.code().parse().ok()),
            year: row.year.and_then(|year| year.code().parse().ok()),
            group: shorter(row.reg.as_ref(), Field::Reg, notes),
            sen: row.support.sen.and_then(|stage| stage.code().parse().ok()),
            need: row
                .support
                .sen_need
                .and_then(|need| need.code().parse().ok()),
            free_meals: row.support.fsm,
            additional_english: row.support.eal,
            language: row
                .support
                .first_language
                .and_then(|words| language::named(words.as_str())),
            in_care: row.support.in_care,
            contacts: row
                .contacts
                .iter()
                .zip(1..)
                .filter_map(|(contact, place)| contact_in(contact, Some(place), notes))
                .collect(),
        })
    }
}

fn contact_in(row: &ContactRow, place: Option<u8>, notes: &mut Vec<Note>) -> Option<ContactIn> {
    let Ok(name) = Line::new(row.name.as_str()) else {
        notes.push(dropped(None));
        return None;
    };
    Some(ContactIn {
        source_id: None,
        name,
        relation: row.relation.as_ref().map(|relation| relation.kind),
        at_least: None,
        responsibility: row.parental_responsibility.map(|said| match said {
            YesNo::Yes => Known::Yes,
            YesNo::No => Known::No,
        }),
        phone: row.phone.as_ref().and_then(|phone| {
            let short = Line::new(phone.as_str()).ok();
            if short.is_none() {
                notes.push(dropped(Some(Field::Phone)));
            }
            short
        }),
        email: row
            .email
            .as_ref()
            .and_then(|email| email.as_str().parse().ok()),
        place,
    })
}

/// Words made to fit; far too many are left out and noted.
pub(in crate::imports) fn shorter<const MAX: usize>(
    words: Option<&Typed>,
    field: Field,
    notes: &mut Vec<Note>,
) -> Option<Line<MAX>> {
    let short = Line::new(words?.as_str()).ok();
    if short.is_none() {
        notes.push(dropped(Some(field)));
    }
    short
}

const fn dropped(field: Option<Field>) -> Note {
    Note {
        warning: Warning::ValueDropped,
        field,
    }
}
