//! The rules for one pupil of a transfer file: what refuses them, in order.

use std::collections::HashSet;

use jiff::civil::Date;

use crate::{
    cells::{
        contact::Relation,
        date::iso,
        email::EmailAddress,
        number::Uln,
        phone::{self, Phone},
        sen::{SenNeed, SenStage},
        typed::Typed,
        upn::{Upn, UpnProblem},
        year::YearGroup,
        yes_no::{Sex, YesNo},
    },
    ctf::past::{PastSchool, YearTotals, attendance, schools},
    field::Field,
    pupils::{Address, ContactRow, PupilName, PupilNumber, PupilRow, Support},
    reason::Reason,
    warning::{Notes, Warning},
    xml::Element,
};

/// One pupil of a transfer file.
#[derive(Clone, PartialEq, Eq)]
pub struct CtfPupilRow {
    /// What a list of pupils says as well.
    pub pupil: PupilRow,
    /// Kinds of need, the main one first.
    pub needs: Vec<SenNeed>,
    /// Attendance at other schools, in totals.
    pub attendance: Vec<YearTotals>,
    /// The schools the pupil was at.
    pub schools: Vec<PastSchool>,
}

impl std::fmt::Debug for CtfPupilRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("<pupil of a transfer file>")
    }
}

/// Reads one pupil: `E_NO_ID`, `E_UPN_FORMAT`, `E_UPN_CHECK`,
/// `E_NAME_MISSING`, `E_DOB_MISSING`, `E_DOB_INVALID`, `E_DUP_UPN`.
pub(super) fn pupil(
    element: &Element,
    today: Date,
    seen: &mut HashSet<Upn>,
    notes: &mut Notes,
) -> Result<CtfPupilRow, Reason> {
    let upn = match element.words(&["UPN"]) {
        "" => return Err(Reason::NoId),
        words => Upn::read(words).map_err(|problem| match problem {
            UpnProblem::Format => Reason::UpnFormat,
            UpnProblem::Check => Reason::UpnCheck,
        })?,
    };
    let name_of = |part| Typed::read(element.words(&[part])).ok_or(Reason::NameMissing);
    let (surname, forename) = (name_of("Surname")?, name_of("Forename")?);
    let born = match element.words(&["DOB"]) {
        "" => return Err(Reason::DobMissing),
        words => iso(words).ok_or(Reason::DobInvalid)?,
    };
    if born.year() < 1990 || born > today {
        return Err(Reason::DobInvalid);
    }
    if seen.contains(&upn) {
        return Err(Reason::DupUpn);
    }
    let basic = |name| Typed::read(element.words(&["BasicDetails", name]));
    let name = PupilName {
        surname,
        forename,
        middle: basic("MiddleNames"),
        preferred_surname: basic("PreferredSurname"),
        preferred_forename: basic("PreferredForename"),
    };
    if upn.is_temporary() {
        notes.add(Warning::TempUpn, None);
    }
    seen.insert(upn.clone());
    let needs = needs(element);
    Ok(CtfPupilRow {
        pupil: row(element, upn, name, born, needs.first().copied(), notes),
        needs,
        attendance: attendance(element),
        schools: schools(element),
    })
}

fn row(
    element: &Element,
    upn: Upn,
    name: PupilName,
    born: Date,
    need: Option<SenNeed>,
    notes: &mut Notes,
) -> PupilRow {
    let basic = |name| element.words(&["BasicDetails", name]);
    let mut read = |words: &str, field, warning, is_read: bool| {
        if !words.is_empty() && !is_read {
            notes.add(warning, field);
        }
    };
    let former = Upn::read(basic("FormerUPN")).ok();
    read(
        basic("FormerUPN"),
        Field::FormerUpn,
        Warning::ValueDropped,
        former.is_some(),
    );
    let uln = element.words(&["UniqueLearnerNumber"]);
    read(
        uln,
        Field::Uln,
        Warning::UlnInvalid,
        Uln::read(uln).is_some(),
    );
    let year = basic("NCyearActual");
    read(
        year,
        Field::Year,
        Warning::YearInvalid,
        YearGroup::read(year).is_some(),
    );
    // Called "Gender" until about version 21.
    let sex = [element.words(&["Sex"]), element.words(&["Gender"])];
    PupilRow {
        number: PupilNumber::Upn { upn, adno: None },
        former_upn: former,
        uln: Uln::read(uln),
        name,
        born,
        sex: sex.into_iter().find_map(Sex::read),
        year: YearGroup::read(year),
        reg: None,
        house: None,
        email: EmailAddress::read(element.words(&["Email"])),
        phone: telephone(element, notes),
        support: support(element, need),
        address: address(element),
        contacts: contacts(element, notes),
    }
}

fn support(element: &Element, need: Option<SenNeed>) -> Support {
    let history = element.at(&["SENhistory"]);
    // The stage that began last is the one in force.
    let stage = history
        .into_iter()
        .flat_map(|history| history.all("SEN"))
        .max_by_key(|sen| iso(sen.words(&["StartDate"])))
        .and_then(|sen| SenStage::read(sen.words(&["SENprovision"])));
    let languages = element.at(&["BasicDetails", "Languages"]);
    let first = languages
        .into_iter()
        .flat_map(|languages| languages.all("Type"))
        .find(|kind| kind.words(&["LanguageType"]) == "F");
    Support {
        sen: stage,
        sen_need: need,
        fsm: None,
        eal: None,
        first_language: first.and_then(|kind| Typed::read(kind.words(&["Language"]))),
        in_care: YesNo::read(element.words(&["LookedAfter", "InCare"])),
    }
}

fn needs(element: &Element) -> Vec<SenNeed> {
    let needs = element.at(&["SENhistory", "SENneeds"]);
    let mut ranked: Vec<(u8, SenNeed)> = needs
        .into_iter()
        .flat_map(|needs| needs.all("SENneed"))
        .filter_map(|need| {
            let rank = need.words(&["SENtypeRank"]).parse().unwrap_or(u8::MAX);
            Some((rank, SenNeed::read(need.words(&["SENtype"]))?))
        })
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, need)| need).collect()
}

fn address(element: &Element) -> Option<Address> {
    let address = element.at(&["Address"])?;
    let named = ["SAON", "PAON", "Street", "Locality", "Town", "PostTown"];
    let in_parts = named.map(|part| address.words(&["BS7666Address", part]));
    let numbered = ["1", "2", "3", "4", "5"].map(|n| format!("AddressLine{n}"));
    let in_lines = numbered
        .iter()
        .map(|name| address.words(&["AddressLines", name]));
    let county = address.words(&["County"]);
    let mut lines: Vec<Typed> = in_parts
        .into_iter()
        .chain(in_lines)
        .chain([county])
        .filter_map(Typed::read)
        .collect();
    // The post town is often the town again.
    lines.dedup();
    let postcode = Typed::read(address.words(&["PostCode"]));
    (!lines.is_empty() || postcode.is_some()).then_some(Address { lines, postcode })
}

fn contacts(element: &Element, notes: &mut Notes) -> Vec<ContactRow> {
    let contacts = element.at(&["Contacts"]);
    let contacts = contacts.into_iter().flat_map(|all| all.all("Contact"));
    let mut ordered: Vec<(u8, ContactRow)> = contacts
        .filter_map(|contact| {
            let order = contact.words(&["Order"]).parse().unwrap_or(u8::MAX);
            let names = ["Title", "Forename", "Surname"].map(|name| contact.words(&[name]));
            let names = names.into_iter().filter(|name| !name.is_empty());
            let Some(name) = Typed::read(&names.collect::<Vec<_>>().join(" ")) else {
                notes.add(Warning::ContactUnnamed, None);
                return None;
            };
            Some((
                order,
                ContactRow {
                    name,
                    relation: Relation::read(contact.words(&["Relationship"])),
                    parental_responsibility: YesNo::read(contact.words(&["Responsibility"])),
                    phone: telephone(contact, notes),
                    email: EmailAddress::read(contact.words(&["Email"])),
                },
            ))
        })
        .collect();
    ordered.sort_by_key(|(order, _)| *order);
    // As many as a list of pupils may have.
    ordered.into_iter().take(9).map(|(_, row)| row).collect()
}

/// The first telephone number that can be dialled, a mobile before others.
fn telephone(element: &Element, notes: &mut Notes) -> Option<Typed> {
    let phones = element.at(&["Phones"])?;
    let mut phones: Vec<&Element> = phones.all("Phone").collect();
    phones.sort_by_key(|phone| phone.words(&["TelephoneType"]) != "M");
    phones
        .into_iter()
        .find_map(|phone| match phone::read(phone.words(&["PhoneNo"])) {
            Phone::Blank => None,
            Phone::AsTyped(number) => Some(number),
            Phone::Fixed(number) => {
                notes.add(Warning::PhoneFixed, Field::Phone);
                Some(number)
            }
            Phone::Dropped => {
                notes.add(Warning::PhoneDropped, Field::Phone);
                None
            }
        })
}
