//! Who is there: everyone of the story, and someone in every role there is.

use domain::{
    account::{AccountKind, CaseRole, PersonName, SchoolRole, StaffMember},
    contact::{Contact, Known, Relationship},
    id::{SchoolId, StaffId},
    pupil::{Pupil, SenNeed, SenStage},
};
use jiff::Timestamp;
use store::{Broken, Tx, accounts::AccountRow};

use super::id;
use crate::rows::{self, line, typed};

pub const HERE: u128 = 100;
pub const THERE: u128 = 200;

pub const AMINA: u128 = 1;
pub const JOEL: u128 = 2;
pub const RUTH: u128 = 3;
pub const HELEN: u128 = 4;
pub const NELL: u128 = 5;
pub const MARCUS: u128 = 6;
pub const ABARA: u128 = 7;
pub const OKONJO: u128 = 8;
pub const DANA: u128 = 9;
pub const KIT: u128 = 10;
pub const ROWAN: u128 = 11;
/// A second coordinator, for handing over.
pub const IMRAN: u128 = 12;
/// Teaches somewhere else in the school.
pub const BYSTANDER: u128 = 13;
pub const ADMIN: u128 = 14;
pub const OFFICE: u128 = 15;
/// Coordinates next door.
pub const OLIVE: u128 = 16;
/// Was a headteacher here once; the account is closed.
pub const GONE: u128 = 17;
/// Nine more who teach Rowan: eleven are asked.
pub const TEACHERS: std::ops::Range<u128> = 90..99;
/// Someone for every other role in the school, and in the programme.
pub const IN_SCHOOL: u128 = 30;
pub const IN_CASE: u128 = 50;

/// Rowan, who the programme is for, and a pupil for a second one.
pub const PUPIL: u128 = 80;
pub const SECOND_PUPIL: u128 = 81;
pub const THEIR_PUPIL: u128 = 82;

pub const STAFF: [(u128, &str, &[SchoolRole]); 14] = [
    (AMINA, "Amina Farrow", &[SchoolRole::Coordinator]),
    (JOEL, "Joel Petrie", &[SchoolRole::Teacher]),
    (RUTH, "Ruth Calloway", &[SchoolRole::Head]),
    (HELEN, "Helen Marsh", &[SchoolRole::Dsl]),
    (NELL, "Nell Brook", &[SchoolRole::Senco]),
    (MARCUS, "Marcus Hale", &[SchoolRole::HeadOfYear]),
    (ABARA, "Miss Abara", &[SchoolRole::Teacher]),
    (OKONJO, "Mr Okonjo", &[SchoolRole::Teacher]),
    (IMRAN, "Imran Sayed", &[SchoolRole::Coordinator]),
    (BYSTANDER, "Mr Vance", &[SchoolRole::Teacher]),
    (ADMIN, "Sam Odell", &[SchoolRole::Administrator]),
    (OFFICE, "Grace Lowe", &[SchoolRole::Office]),
    (OLIVE, "Olive Otter", &[SchoolRole::Coordinator]),
    (GONE, "Peter Stone", &[SchoolRole::Head]),
];

pub fn school_of(who: u128) -> SchoolId {
    id(if who == OLIVE { THERE } else { HERE })
}

pub fn name_of(who: u128) -> String {
    let staff = STAFF.iter().find(|(number, ..)| *number == who);
    match who {
        DANA => "Dana Tidewell".into(),
        KIT => "Kit Tidewell".into(),
        ROWAN => "Rowan Tidewell".into(),
        _ => staff.map_or_else(|| format!("Person {who}"), |(_, name, _)| (*name).into()),
    }
}

pub fn staff(who: u128) -> StaffId {
    StaffId::new(id::<domain::id::AccountKind>(who).uuid())
}

/// The number of someone who holds a role in the school and no other.
pub fn in_school(role: SchoolRole) -> u128 {
    IN_SCHOOL + role as u128
}

/// The number of someone who holds a role in the programme and none in the school.
pub fn in_case(role: CaseRole) -> u128 {
    IN_CASE + role as u128
}

/// Two schools with everyone in them.
pub fn build(tx: &mut Tx<'_>, now: Timestamp) -> Result<(), Broken> {
    rows::schools(tx, HERE, THERE, now)?;
    for (who, _, roles) in STAFF {
        account(tx, who, AccountKind::Staff, roles, now)?;
    }
    for role in SchoolRole::ALL {
        account(tx, in_school(*role), AccountKind::Staff, &[*role], now)?;
    }
    for role in CaseRole::ALL {
        account(tx, in_case(*role), kind_for(*role), &[], now)?;
    }
    for who in TEACHERS {
        account(tx, who, AccountKind::Staff, &[SchoolRole::Teacher], now)?;
    }
    for (who, kind) in [
        (DANA, AccountKind::Family),
        (KIT, AccountKind::Family),
        (ROWAN, AccountKind::Pupil),
    ] {
        account(tx, who, kind, &[], now)?;
    }
    pupil(tx, PUPIL, HERE, "Rowan", "8K", now)?;
    pupil(tx, SECOND_PUPIL, HERE, "Wren", "8K", now)?;
    pupil(tx, THEIR_PUPIL, THERE, "Otis", "8O", now)?;
    parent(tx, DANA, Relationship::Mother, Known::Yes, now)?;
    parent(tx, KIT, Relationship::Father, Known::No, now)
}

fn kind_for(role: CaseRole) -> AccountKind {
    match role {
        CaseRole::Parent | CaseRole::Carer => AccountKind::Family,
        CaseRole::Pupil => AccountKind::Pupil,
        CaseRole::Agency
        | CaseRole::LocalAuthority
        | CaseRole::Outreach
        | CaseRole::SocialWorker
        | CaseRole::VirtualSchool => AccountKind::Outside,
        _ => AccountKind::Staff,
    }
}

fn account(
    tx: &mut Tx<'_>,
    who: u128,
    kind: AccountKind,
    roles: &[SchoolRole],
    now: Timestamp,
) -> Result<(), Broken> {
    let (school, name) = (school_of(who), name_of(who));
    let row = AccountRow {
        disabled_at: (who == GONE).then_some(now),
        ..rows::account(school, (who, &name), kind, roles)
    };
    store::accounts::add(tx, &row, now)?;
    if kind != AccountKind::Staff {
        return Ok(());
    }
    let member = StaffMember {
        id: staff(who),
        school,
        name: PersonName::new(line(&name)),
        post: None,
        email: Some(row.email),
        account: Some(id(who)),
        left_on: None,
    };
    store::staff::add(tx, None, &member, &typed(now))
}

fn pupil(
    tx: &mut Tx<'_>,
    number: u128,
    school: u128,
    given: &str,
    group: &str,
    now: Timestamp,
) -> Result<(), Broken> {
    let pupil = Pupil {
        sen: Some(SenStage::Support),
        needs: vec![SenNeed::Semh, SenNeed::Slcn],
        ..rows::pupil(id(school), id(number), given, group)
    };
    store::pupils::add(tx, &pupil, &typed(now))?;
    if number == PUPIL {
        let (school, email) = (id(HERE), "p11@school.example".parse().unwrap());
        store::people::link_account(tx, school, id(ROWAN), &email, None, Some(id(PUPIL)))?;
    }
    Ok(())
}

fn parent(
    tx: &mut Tx<'_>,
    who: u128,
    relationship: Relationship,
    lives_with: Known,
    now: Timestamp,
) -> Result<(), Broken> {
    let name = PersonName::new(line(&name_of(who)));
    let contact = Contact {
        responsibility: Known::Yes,
        parent_in_law: Known::Yes,
        lives_with,
        order: Some(1),
        ..Contact::new(id(who), id(HERE), id(PUPIL), name, relationship)
    };
    store::contacts::add(tx, &contact, &typed(now))?;
    let email = format!("p{who}@school.example").parse().unwrap();
    store::people::link_account(tx, id(HERE), id(who), &email, Some(id(who)), None)
}
