//! The parts of a pupil's row that a file may leave blank. One that cannot be
//! read is left out with a warning; the pupil is still taken.

use crate::{
    cells::{
        contact::Relation,
        number::Uln,
        sen::{SenNeed, SenStage},
        upn::Upn,
        year::YearGroup,
        yes_no::{Sex, YesNo},
    },
    field::{ContactPart, Field},
    pupils::{Address, ContactRow, Support},
    table::Row,
    warning::{Notes, Warning},
};

pub(super) fn former_upn(row: &Row<'_>, notes: &mut Notes) -> Option<Upn> {
    let words = row.identifier(Field::FormerUpn);
    let upn = Upn::read(&words).ok();
    if upn.is_none() && !words.is_empty() {
        notes.add(Warning::ValueDropped, Field::FormerUpn);
    }
    upn
}

pub(super) fn uln(row: &Row<'_>, notes: &mut Notes) -> Option<Uln> {
    let words = row.identifier(Field::Uln);
    let uln = Uln::read(&words);
    if uln.is_none() && !words.is_empty() {
        notes.add(Warning::UlnInvalid, Field::Uln);
    }
    uln
}

pub(super) fn sex(row: &Row<'_>, notes: &mut Notes) -> Option<Sex> {
    row.optional(Field::Sex, notes, Sex::read)
}

pub(super) fn year(row: &Row<'_>, notes: &mut Notes) -> Option<YearGroup> {
    let words = row.text(Field::Year);
    let year = YearGroup::read(&words);
    if year.is_none() && !words.is_empty() {
        notes.add(Warning::YearInvalid, Field::Year);
    }
    year
}

pub(super) fn support(row: &Row<'_>, notes: &mut Notes) -> Support {
    let stage = row.optional(Field::Sen, notes, SenStage::read);
    let plan = row.optional(Field::Ehcp, notes, YesNo::read);
    // A plan in a column of its own counts only where the stage is not given.
    let from_plan = plan
        .filter(|plan| *plan == YesNo::Yes)
        .map(|_| SenStage::Plan);
    Support {
        sen: stage.or(from_plan),
        sen_need: row.optional(Field::SenNeed, notes, SenNeed::read),
        fsm: row.optional(Field::Fsm, notes, YesNo::read),
        eal: row.optional(Field::Eal, notes, YesNo::read),
        first_language: row.words(Field::FirstLanguage),
        in_care: row.optional(Field::InCare, notes, YesNo::read),
    }
}

pub(super) fn address(row: &Row<'_>) -> Option<Address> {
    let lines: Vec<_> = [
        Field::AddressLine1,
        Field::AddressLine2,
        Field::AddressLine3,
        Field::Town,
        Field::County,
    ]
    .into_iter()
    .filter_map(|field| row.words(field))
    .collect();
    let postcode = row.words(Field::Postcode);
    (!lines.is_empty() || postcode.is_some()).then_some(Address { lines, postcode })
}

pub(super) fn contacts(row: &Row<'_>, notes: &mut Notes) -> Vec<ContactRow> {
    let numbers = row.columns().contacts();
    numbers
        .into_iter()
        .filter_map(|number| contact(row, number, notes))
        .collect()
}

fn contact(row: &Row<'_>, number: u8, notes: &mut Notes) -> Option<ContactRow> {
    let field = |part| Field::Contact(number, part);
    let Some(name) = row.words(field(ContactPart::Name)) else {
        // Whom should anybody ring? Better no contact than a nameless one.
        let reachable = [ContactPart::Telephone, ContactPart::Email]
            .iter()
            .any(|part| !row.text(field(*part)).is_empty());
        if reachable {
            notes.add(Warning::ContactUnnamed, field(ContactPart::Name));
        }
        return None;
    };
    Some(ContactRow {
        name,
        relation: row.optional(field(ContactPart::Relationship), notes, Relation::read),
        parental_responsibility: row.optional(
            field(ContactPart::ParentalResponsibility),
            notes,
            YesNo::read,
        ),
        phone: row.phone(field(ContactPart::Telephone), notes),
        email: row.email(field(ContactPart::Email), notes),
    })
}
