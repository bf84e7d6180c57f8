//! The list of schools of England, as one of our schools last brought it in.

use domain::{
    coded,
    id::{ImportId, SchoolId},
    text::Line,
};
use jiff::civil::Date;

use crate::{Broken, Row, Tx, Value, params, pupils::searchable};

coded! {
    /// Whether a school is open, by the codes of the national list.
    pub enum SchoolStatus {
        /// Open.
        Open => "1", "Open";
        /// Closed.
        Closed => "2", "Closed";
        /// Open, and due to close.
        Closing => "3", "Open, to close";
        /// Not open yet.
        Proposed => "4", "To open";
        /// The list says something else.
        Other => "", "Not known";
    }
}

/// One school of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownSchool {
    /// Six digits; the only number that is never shared.
    pub urn: String,
    /// Its name.
    pub name: Line<300>,
    /// Authority and establishment, seven digits; a school and the academy it
    /// became may share it.
    pub laestab: Option<String>,
    /// The local authority.
    pub authority: Option<String>,
    /// What type of school.
    pub kind: Option<String>,
    /// Such as Secondary.
    pub phase: Option<String>,
    /// Whether it is open.
    pub status: SchoolStatus,
    /// When it opened.
    pub opened_on: Option<Date>,
    /// When it closed.
    pub closed_on: Option<Date>,
    /// Provider reference number.
    pub ukprn: Option<String>,
    /// Street, locality, town and county, with commas between.
    pub address: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
}

fn read(row: &Row) -> Result<KnownSchool, Broken> {
    Ok(KnownSchool {
        urn: row.text(0)?,
        name: row.line(1)?,
        laestab: row.maybe_text(2)?,
        authority: row.maybe_text(3)?,
        kind: row.maybe_text(4)?,
        phase: row.maybe_text(5)?,
        status: row.read(6)?,
        opened_on: row.maybe_read(7)?,
        closed_on: row.maybe_read(8)?,
        ukprn: row.maybe_text(9)?,
        address: row.maybe_text(10)?,
        postcode: row.maybe_text(11)?,
        phone: row.maybe_text(12)?,
    })
}

/// Every school of the list.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn all(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<KnownSchool>, Broken> {
    tx.list(
        "select urn, name, laestab, authority, kind, phase, status, opened_on, closed_on, ukprn, address,
             postcode, phone
         from known_school where school_id = ?1 order by urn",
        &params![school],
        read,
    )
}

/// The school of this number.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn by_urn(tx: &mut Tx<'_>, school: SchoolId, urn: &str) -> Result<Option<KnownSchool>, Broken> {
    let row = tx.maybe(
        "select urn, name, laestab, authority, kind, phase, status, opened_on, closed_on, ukprn, address,
             postcode, phone
         from known_school where school_id = ?1 and urn = ?2",
        &params![school, urn],
    )?;
    row.map(|row| read(&row)).transpose()
}

/// The schools of this authority and establishment number, one that is open
/// first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn by_laestab(
    tx: &mut Tx<'_>,
    school: SchoolId,
    laestab: &str,
) -> Result<Vec<KnownSchool>, Broken> {
    tx.list(
        "select urn, name, laestab, authority, kind, phase, status, opened_on, closed_on, ukprn, address,
             postcode, phone
         from known_school where school_id = ?1 and laestab = ?2
         order by case status when '1' then 0 when '3' then 1 when '4' then 2 else 3 end, urn",
        &params![school, laestab],
        read,
    )
}

/// Schools whose name, town, postcode or number holds every word looked for,
/// those that are open first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn search(
    tx: &mut Tx<'_>,
    school: SchoolId,
    looked_for: &str,
    most: u32,
) -> Result<Vec<KnownSchool>, Broken> {
    let some: String = looked_for.chars().take(60).collect();
    let words = searchable(&some);
    let mut patterns = words.split(' ').map(|word| format!("%{word}%"));
    let mut next = || patterns.next().unwrap_or_else(|| "%".into());
    tx.list(
        "select urn, name, laestab, authority, kind, phase, status, opened_on, closed_on, ukprn, address,
             postcode, phone
         from known_school where school_id = ?1 and search like ?2 and search like ?3 and search like ?4
         order by case status when '2' then 1 else 0 end, name, urn limit ?5",
        &params![school, next(), next(), next(), most],
        read,
    )
}

/// How many schools the list has.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn count(tx: &mut Tx<'_>, school: SchoolId) -> Result<i64, Broken> {
    tx.one(
        "select cast(count(*) as bigint) from known_school where school_id = ?1",
        &params![school],
    )?
    .int(0)
}

/// Stores schools, each in place of what was known of it.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn put(
    tx: &mut Tx<'_>,
    (school, import): (SchoolId, ImportId),
    rows: &[KnownSchool],
) -> Result<(), Broken> {
    let rows: Vec<Vec<Value>> = rows.iter().map(|row| values(school, import, row)).collect();
    tx.run_many(
        "insert into known_school (school_id, urn, name, search, laestab, authority, kind, phase, status,
             opened_on, closed_on, ukprn, address, postcode, phone, import_id)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
         on conflict (school_id, urn) do update set name = excluded.name, search = excluded.search,
             laestab = excluded.laestab, authority = excluded.authority, kind = excluded.kind,
             phase = excluded.phase, status = excluded.status, opened_on = excluded.opened_on,
             closed_on = excluded.closed_on, ukprn = excluded.ukprn, address = excluded.address,
             postcode = excluded.postcode, phone = excluded.phone, import_id = excluded.import_id",
        &rows,
    )
}

fn values(school: SchoolId, import: ImportId, row: &KnownSchool) -> Vec<Value> {
    let words = |text: &Option<String>| text.clone().unwrap_or_default();
    let search = searchable(&format!(
        "{} {} {} {} {}",
        row.name,
        row.urn,
        words(&row.laestab),
        words(&row.address),
        words(&row.postcode)
    ));
    params![
        school,
        &row.urn,
        &row.name,
        search,
        row.laestab.as_ref(),
        row.authority.as_ref(),
        row.kind.as_ref(),
        row.phase.as_ref(),
        row.status.code(),
        row.opened_on,
        row.closed_on,
        row.ukprn.as_ref(),
        row.address.as_ref(),
        row.postcode.as_ref(),
        row.phone.as_ref(),
        import,
    ]
    .to_vec()
}
