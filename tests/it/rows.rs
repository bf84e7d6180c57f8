//! The rows that several stories begin with, written straight to the store, so
//! that a test of an action stands on nothing but that action.

use std::ops::RangeInclusive;

use app::accounts::token::Token;
use domain::{
    account::{AccountKind, PersonName, SchoolRole, SchoolRoles},
    id::{Id, Kind, PupilId, SchoolId},
    pupil::{Pupil, PupilName, YearGroup},
    school::Template,
    text::Line,
};
use jiff::{
    SignedDuration, Timestamp, ToSpan as _,
    civil::{Date, Weekday, date},
};
use store::{
    Broken, Tx,
    accounts::AccountRow,
    pupils::Source,
    schools::{DayRow, SchoolRow},
    sessions::Session,
};

/// An id of any kind, made of a number.
pub fn id<K: Kind>(number: u128) -> Id<K> {
    format!("{}_{number:032x}", K::PREFIX).parse().unwrap()
}

/// A line of text.
pub fn line<const MAX: usize>(text: &str) -> Line<MAX> {
    Line::new(text).unwrap()
}

/// The secret of somebody who stays signed in.
pub fn secret(who: u128) -> String {
    format!("{:064x}", who + 0xabc)
}

/// Typed in by hand, now.
pub fn typed(at: Timestamp) -> Source<'static> {
    Source::typed_in(at)
}

/// Kestrel Bridge, and the school next door.
pub fn schools(tx: &mut Tx<'_>, here: u128, there: u128, now: Timestamp) -> Result<(), Broken> {
    let kestrel = SchoolRow::new(id(here), "990001", "Kestrel Bridge School", "KB");
    let otter = SchoolRow::new(id(there), "990002", "Otter Lane School", "OL");
    for row in [kestrel, otter] {
        let row = SchoolRow {
            phone: Some("01632 960142".into()),
            ..row
        };
        store::schools::add(tx, &row, now)?;
        let template = Template::standard(line("Twelve weeks"));
        store::templates::add(tx, row.id, &template, (now, None))?;
    }
    Ok(())
}

/// The weekdays of the school year, but for the holidays.
pub fn weekdays(
    tx: &mut Tx<'_>,
    school: SchoolId,
    holidays: &[RangeInclusive<Date>],
) -> Result<(), Broken> {
    let year = date(2026, 9, 1).series(1.day());
    let weekend = |day: Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let days: Vec<DayRow> = year
        .take_while(|day| *day <= date(2027, 7, 21))
        .filter(|day| !weekend(*day))
        .map(|day| {
            let off = holidays.iter().any(|some| some.contains(&day));
            DayRow {
                day,
                kind: if off { "holiday" } else { "school" }.into(),
                note: None,
            }
        })
        .collect();
    store::schools::put_days(tx, school, &days)
}

/// An account under the number its ids are made of.
pub fn account(
    school: SchoolId,
    (who, name): (u128, &str),
    kind: AccountKind,
    roles: &[SchoolRole],
) -> AccountRow {
    let email = format!("p{who}@school.example").parse().unwrap();
    let name = PersonName::new(line(name));
    AccountRow {
        known_as: name.full.to_string(),
        roles: SchoolRoles::of(roles),
        ..AccountRow::new(school, id(who), email, &name, kind)
    }
}

/// Signed in now, for a school day.
pub fn signed_in(tx: &mut Tx<'_>, account: &AccountRow, now: Timestamp) -> Result<(), Broken> {
    let hash = Token::sent(&secret_of(account)).hash();
    store::sessions::begin(tx, &hash, &session(account.school, account.id, now))
}

fn secret_of(account: &AccountRow) -> String {
    secret(account.id.uuid().as_u128())
}

/// A session that lasts a school day.
pub fn session(school: SchoolId, account: domain::id::AccountId, now: Timestamp) -> Session {
    Session {
        school,
        account,
        made_at: now,
        seen_at: now,
        ends_at: now.checked_add(SignedDuration::from_hours(12)).unwrap(),
    }
}

/// A pupil of Year 8.
pub fn pupil(school: SchoolId, number: PupilId, given: &str, group: &str) -> Pupil {
    let name = PupilName::new(line(given), line("Tidewell"));
    Pupil {
        group: Some(line(group)),
        ..Pupil::new(number, school, name, date(2014, 2, 28), YearGroup::Y8)
    }
}
