//! One account, one pupil or one contact of the demonstration school, added.

use app::{App, Refusal};
use domain::{
    account::{AccountKind, PersonName, SchoolRoles},
    contact::{Contact, Known, Reach, Relationship},
    id::{AccountId, ContactId, PupilId},
    pupil::{CareStatus, Pupil, PupilFlags, PupilName, SenStage, YearGroup},
};
use jiff::civil::date;
use store::{Tx, accounts, contacts, pupils};

use super::{School, line, source};

pub(super) fn person(
    tx: &mut Tx<'_>,
    app: &App,
    school: &mut School,
    (name, role, kind): (&str, &str, AccountKind),
    roles: SchoolRoles,
    password: &app::accounts::password::Hashed,
) -> Result<AccountId, Refusal> {
    let id: AccountId = app.new_sheet()?;
    let place = if kind == AccountKind::Staff {
        "kestrelbridge.example"
    } else {
        "home.example"
    };
    let address = format!("{}@{place}", name.to_lowercase().replace(' ', "."));
    let named = PersonName::new(line(name)?);
    let account = accounts::AccountRow {
        school: school.id,
        id,
        email: address.parse().map_err(|_| Refusal::NotFound)?,
        known_as: named.called().to_owned(),
        name: name.to_owned(),
        job: Some(role.to_owned()),
        kind,
        roles,
        password: Some(password.stored().to_owned()),
        disabled_at: None,
        version: 1,
    };
    accounts::add(tx, &account, app.clock().now())?;
    school
        .people
        .push((name.to_owned(), id, address, role.to_owned()));
    Ok(id)
}

pub(super) fn pupil(
    tx: &mut Tx<'_>,
    app: &App,
    school: &mut School,
    (name, class, year): (&str, &str, YearGroup),
) -> Result<PupilId, Refusal> {
    let id: PupilId = app.new_sheet()?;
    let (given, family) = name.split_once(' ').unwrap_or((name, name));
    let age: i16 = class
        .trim_end_matches(char::is_alphabetic)
        .parse::<i16>()
        .unwrap_or(7)
        + 4;
    let pupil = Pupil {
        id,
        school: school.id,
        source_key: None,
        upn: None,
        name: PupilName::new(line(given)?, line(family)?),
        born: date(2026 - age, 3, 14),
        sex: None,
        year,
        group: Some(line(class)?),
        sen: (name == "Rowan Tidewell").then_some(SenStage::Support),
        needs: Vec::new(),
        care: CareStatus::None,
        flags: PupilFlags::NONE,
        language: None,
        left_on: None,
    };
    pupils::add(tx, &pupil, &source(app))?;
    school.pupils.push((name.to_owned(), id));
    Ok(id)
}

pub(super) fn family(
    tx: &mut Tx<'_>,
    app: &App,
    school: &mut School,
    pupil: PupilId,
    (name, relationship, reads, order): (&str, Relationship, Option<&str>, usize),
) -> Result<(), Refusal> {
    let id: ContactId = app.new_sheet()?;
    let contact = Contact {
        id,
        school: school.id,
        pupil,
        name: PersonName::new(line(name)?),
        relationship,
        responsibility: Known::Yes,
        parent_in_law: Known::Yes,
        lives_with: if order == 0 { Known::Yes } else { Known::No },
        order: u8::try_from(order + 1).ok(),
        reach: Reach {
            phone: Some(line("07700 900142")?),
            writes: reads.map(line).transpose()?,
            ..Reach::default()
        },
        restrictions: Vec::new(),
        ended_on: None,
    };
    contacts::add(tx, &contact, &source(app))?;
    school.contacts.push((name.to_owned(), id));
    Ok(())
}
