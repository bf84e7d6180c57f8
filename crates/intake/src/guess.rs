//! What a file holds, guessed from what is in it. Only ever a suggestion: the
//! answer says that it was one, and a person or a command may choose instead.

use crate::{
    attendance::has_week_grid,
    bytes::decode,
    calendar::{CalendarForm, is_json_calendar, is_table_of_days},
    field::{Field, normalised},
    gias::is_gias,
    limits::Limits,
    lone_table::of_which_roster,
    report::Kind,
    roster::{Bundle, is_sync},
    table::headings_of,
};

/// What a file seems to hold; nothing if it looks like none of the kinds.
pub fn guess(bytes: &[u8], file_name: &str, limits: &Limits) -> Option<Kind> {
    if bytes.starts_with(b"PK\x03\x04") {
        return of_bundle(&Bundle::of_zip(bytes, limits).ok()?);
    }
    let opening = bytes
        .iter()
        .take(20)
        .find(|byte| byte.is_ascii_graphic())
        .copied();
    if opening == Some(b'<') {
        return Some(Kind::Ctf);
    }
    match CalendarForm::of(bytes, file_name) {
        CalendarForm::Ics => return Some(Kind::Calendar),
        CalendarForm::Json => return is_json_calendar(bytes, limits).then_some(Kind::Calendar),
        CalendarForm::Csv => {}
    }
    let large = Limits {
        bytes: limits.gias_bytes,
        ..*limits
    };
    let text = decode(bytes, &large).ok()?;
    of_headings(&headings_of(&text, limits))
}

/// What a bundle of files seems to hold.
pub fn of_bundle(bundle: &Bundle) -> Option<Kind> {
    if bundle.file("manifest").is_some() {
        return Some(Kind::OneRoster);
    }
    is_sync(bundle).then_some(Kind::Sds)
}

/// What a table seems to hold. The order matters: suspensions have dates and
/// types as well, and nearly everything has pupils.
fn of_headings(headings: &[String]) -> Option<Kind> {
    if is_gias(headings) {
        return Some(Kind::Gias);
    }
    let plain: Vec<String> = headings.iter().map(|one| normalised(one)).collect();
    let has = |field: Field| plain.iter().any(|heading| field.is_headed(heading));
    let all = |fields: &[Field]| fields.iter().all(|field| has(*field));
    let any = |fields: &[Field]| fields.iter().any(|field| has(*field));
    if !any(&[Field::Upn, Field::Adno]) {
        if let Some(roster) = of_which_roster(&plain) {
            return Some(roster);
        }
        if any(&[
            Field::StaffId,
            Field::StaffCode,
            Field::WorkEmail,
            Field::JobTitle,
        ]) {
            return Some(Kind::Staff);
        }
        return is_table_of_days(&plain).then_some(Kind::Calendar);
    }
    let register = all(&[Field::Session, Field::Mark])
        || all(&[Field::AttendanceStart, Field::Marks])
        || (has(Field::Week) && has_week_grid(&plain));
    if all(&[Field::Category, Field::Reason1]) {
        Some(Kind::Suspensions)
    } else if register {
        Some(Kind::Attendance)
    } else if has(Field::Born) {
        Some(Kind::Pupils)
    } else if all(&[Field::Date, Field::Type]) {
        Some(Kind::Behaviour)
    } else if any(&[Field::ContactName, Field::ContactSurname]) {
        Some(Kind::Contacts)
    } else {
        Some(Kind::Pupils)
    }
}
