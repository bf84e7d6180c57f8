//! Schools and the days they are open.

use domain::id::SchoolId;
use jiff::{Timestamp, civil::Date};

pub use crate::calendars::calendar;
use crate::{Broken, Row, Tx, calendars::have_changed, params};

/// A school as stored.
#[derive(Debug, Clone)]
pub struct SchoolRow {
    /// Its id.
    pub id: SchoolId,
    /// Its unique reference number, six digits.
    pub urn: String,
    /// Its name.
    pub name: String,
    /// The letters its programmes' references begin with.
    pub prefix: String,
    /// The number printed on paper.
    pub phone: Option<String>,
    /// For optimistic locking.
    pub version: i64,
}

impl SchoolRow {
    /// A school with no telephone number.
    pub fn new(id: SchoolId, urn: &str, name: &str, prefix: &str) -> Self {
        Self {
            id,
            urn: urn.to_owned(),
            name: name.to_owned(),
            prefix: prefix.to_owned(),
            phone: None,
            version: 1,
        }
    }
}

fn read(row: &Row) -> Result<SchoolRow, Broken> {
    Ok(SchoolRow {
        id: row.id(0)?,
        urn: row.text(1)?,
        name: row.text(2)?,
        prefix: row.text(3)?,
        phone: row.maybe_text(4)?,
        version: row.int(5)?,
    })
}

/// Adds a school.
///
/// # Errors
/// [`Broken`]; [`Broken::is_duplicate`] when the URN is taken.
pub fn add(tx: &mut Tx<'_>, school: &SchoolRow, now: Timestamp) -> Result<(), Broken> {
    tx.run(
        "insert into school (id, urn, name, prefix, phone, made_at, version) values (?1, ?2, ?3, ?4, ?5, ?6, 1)",
        &params![school.id, &school.urn, &school.name, &school.prefix, school.phone.as_ref(), now],
    )?;
    Ok(())
}

/// One school.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn find(tx: &mut Tx<'_>, id: SchoolId) -> Result<Option<SchoolRow>, Broken> {
    tx.maybe(
        "select id, urn, name, prefix, phone, version from school where id = ?1",
        &params![id],
    )?
    .map(|row| read(&row))
    .transpose()
}

/// The school with this unique reference number.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn by_urn(tx: &mut Tx<'_>, urn: &str) -> Result<Option<SchoolRow>, Broken> {
    tx.maybe(
        "select id, urn, name, prefix, phone, version from school where urn = ?1",
        &params![urn],
    )?
    .map(|row| read(&row))
    .transpose()
}

/// Changes the number printed on paper, over the version it was read at; false
/// when someone else changed the school first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn set_phone(
    tx: &mut Tx<'_>,
    id: SchoolId,
    version: i64,
    phone: Option<&str>,
) -> Result<bool, Broken> {
    let changed = tx.run(
        "update school set phone = ?3, version = version + 1 where id = ?1 and version = ?2",
        &params![id, version, phone],
    )?;
    Ok(changed == 1)
}

/// How many schools there are.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn count(tx: &mut Tx<'_>) -> Result<i64, Broken> {
    tx.one("select cast(count(*) as bigint) from school", &[])?
        .int(0)
}

/// Every school's id.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn ids(tx: &mut Tx<'_>) -> Result<Vec<SchoolId>, Broken> {
    tx.list("select id from school order by id", &[], |row| row.id(0))
}

/// One day the school has said something about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayRow {
    /// The day.
    pub day: Date,
    /// Its kind, as a stored code.
    pub kind: String,
    /// What it is called: "Staff training".
    pub note: Option<String>,
}

/// Puts a day in the calendar, in place of what was there.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn put_day(tx: &mut Tx<'_>, school: SchoolId, day: &DayRow) -> Result<(), Broken> {
    tx.run(
        PUT_DAY,
        &params![school, day.day, &day.kind, day.note.as_ref()],
    )?;
    have_changed(tx, school)
}

const PUT_DAY: &str = "insert into school_day (school_id, day, kind, note) values (?1, ?2, ?3, ?4)
         on conflict (school_id, day) do update set kind = excluded.kind, note = excluded.note";

/// Puts many days in the calendar at once; no day twice.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn put_days(tx: &mut Tx<'_>, school: SchoolId, days: &[DayRow]) -> Result<(), Broken> {
    let row = |day: &DayRow| params![school, day.day, &day.kind, day.note.as_ref()].to_vec();
    tx.run_many(PUT_DAY, &days.iter().map(row).collect::<Vec<_>>())?;
    have_changed(tx, school)
}

/// Takes days out of the calendar, first and last included.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn clear_days(
    tx: &mut Tx<'_>,
    school: SchoolId,
    first: Date,
    last: Date,
) -> Result<u64, Broken> {
    have_changed(tx, school)?;
    tx.run(
        "delete from school_day where school_id = ?1 and day >= ?2 and day <= ?3",
        &params![school, first, last],
    )
}

/// The whole calendar, in order.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn days(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<DayRow>, Broken> {
    tx.list(
        "select day, kind, note from school_day where school_id = ?1 order by day",
        &params![school],
        |row| {
            Ok(DayRow {
                day: row.read(0)?,
                kind: row.text(1)?,
                note: row.maybe_text(2)?,
            })
        },
    )
}
