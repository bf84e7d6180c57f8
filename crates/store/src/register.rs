//! What the school's own system says happened to pupils: incidents, marks of
//! the register and suspensions.

mod away;
mod of_pupil;

use domain::id::{ImportId, PupilId, SchoolId};
use jiff::civil::Date;

pub use away::{HalfAway, halves_away, suspended};
pub use of_pupil::{incidents_of, marks_of, suspensions_of};

use crate::{Broken, Tx, params};

/// One pupil's part in one incident.
#[derive(Clone, PartialEq, Eq)]
pub struct IncidentRow {
    /// The pupil.
    pub pupil: PupilId,
    /// What tells it from the pupil's other incidents.
    pub source_key: String,
    /// The day.
    pub on: Date,
    /// The time of day, as written.
    pub at: Option<String>,
    /// What kind of behaviour.
    pub kind: String,
    /// Points.
    pub points: i32,
    /// Where.
    pub location: Option<String>,
    /// What was done about it.
    pub action: Option<String>,
    /// Who wrote it down.
    pub by: Option<String>,
    /// What happened.
    pub words: Option<String>,
}

/// One mark of the register.
#[derive(Clone, PartialEq, Eq)]
pub struct MarkRow {
    /// The pupil.
    pub pupil: PupilId,
    /// The day.
    pub on: Date,
    /// AM or PM.
    pub half: String,
    /// The code.
    pub mark: String,
    /// How late.
    pub minutes_late: Option<u16>,
    /// What the school wrote beside it.
    pub words: Option<String>,
}

/// One suspension or exclusion.
#[derive(Clone, PartialEq, Eq)]
pub struct SuspensionRow {
    /// The pupil.
    pub pupil: PupilId,
    /// First day.
    pub first: Date,
    /// Its census code.
    pub category: String,
    /// Last day.
    pub last: Option<Date>,
    /// Half days.
    pub sessions: Option<u8>,
    /// Census codes of its reasons, the main one first, with spaces between.
    pub causes: String,
    /// What the school wrote about it.
    pub words: Option<String>,
}

macro_rules! hides {
    ($($row:ident, $shown:literal;)+) => {$(
        // What happened to a child must not reach a log through `{:?}`.
        impl std::fmt::Debug for $row {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($shown)
            }
        }
    )+};
}

hides! {
    IncidentRow, "<incident>";
    MarkRow, "<mark>";
    SuspensionRow, "<suspension>";
}

fn narrow<T: TryFrom<i64>>(number: i64, of: &str) -> Result<T, Broken> {
    T::try_from(number).map_err(|_| Broken::Inconsistent(format!("{of} {number}")))
}

/// The incidents of these days.
///
/// # Errors
/// [`Broken`] when the engine refuses or a row cannot be read.
pub fn incidents(
    tx: &mut Tx<'_>,
    school: SchoolId,
    (first, last): (Date, Date),
) -> Result<Vec<IncidentRow>, Broken> {
    tx.list(
        "select pupil_id, source_key, on_day, at_time, kind, points, location, action_taken, recorded_by, words
         from incident where school_id = ?1 and on_day >= ?2 and on_day <= ?3",
        &params![school, first, last],
        |row| {
            Ok(IncidentRow {
                pupil: row.id(0)?,
                source_key: row.text(1)?,
                on: row.read(2)?,
                at: row.maybe_text(3)?,
                kind: row.text(4)?,
                points: narrow(row.int(5)?, "points of an incident")?,
                location: row.maybe_text(6)?,
                action: row.maybe_text(7)?,
                by: row.maybe_text(8)?,
                words: row.maybe_text(9)?,
            })
        },
    )
}

/// Stores incidents, each in place of what was known of it; no two of them have one key.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn put_incidents(
    tx: &mut Tx<'_>,
    (school, import): (SchoolId, ImportId),
    rows: &[IncidentRow],
) -> Result<(), Broken> {
    let values = |row: &IncidentRow| {
        params![
            school,
            row.pupil,
            &row.source_key,
            row.on,
            row.at.as_deref(),
            &row.kind,
            i64::from(row.points),
            row.location.as_deref(),
            row.action.as_deref(),
            row.by.as_deref(),
            row.words.as_deref(),
            import
        ]
        .to_vec()
    };
    tx.run_many(PUT_INCIDENTS, &rows.iter().map(values).collect::<Vec<_>>())
}

const PUT_INCIDENTS: &str = "insert into incident (school_id, pupil_id, source_key, on_day, at_time, kind, points, location,
           action_taken, recorded_by, words, import_id)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
         on conflict (school_id, pupil_id, source_key) do update set on_day = excluded.on_day,
           at_time = excluded.at_time, kind = excluded.kind, points = excluded.points,
           location = excluded.location, action_taken = excluded.action_taken,
           recorded_by = excluded.recorded_by, words = excluded.words, import_id = excluded.import_id";

/// The marks of these days.
///
/// # Errors
/// [`Broken`] when the engine refuses or a row cannot be read.
pub fn marks(
    tx: &mut Tx<'_>,
    school: SchoolId,
    (first, last): (Date, Date),
) -> Result<Vec<MarkRow>, Broken> {
    tx.list(
        "select pupil_id, on_day, half, mark, minutes_late, words
         from attendance_mark where school_id = ?1 and on_day >= ?2 and on_day <= ?3",
        &params![school, first, last],
        |row| {
            let minutes = row.maybe_int(4)?;
            Ok(MarkRow {
                pupil: row.id(0)?,
                on: row.read(1)?,
                half: row.text(2)?,
                mark: row.text(3)?,
                minutes_late: minutes.map(|n| narrow(n, "minutes late")).transpose()?,
                words: row.maybe_text(5)?,
            })
        },
    )
}

/// Stores marks, each in place of what was known of it; no two of them have one key.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn put_marks(
    tx: &mut Tx<'_>,
    (school, import): (SchoolId, ImportId),
    rows: &[MarkRow],
) -> Result<(), Broken> {
    let values = |row: &MarkRow| {
        params![
            school,
            row.pupil,
            row.on,
            &row.half,
            &row.mark,
            row.minutes_late.map(i64::from),
            row.words.as_deref(),
            import
        ]
        .to_vec()
    };
    tx.run_many(PUT_MARKS, &rows.iter().map(values).collect::<Vec<_>>())
}

const PUT_MARKS: &str = "insert into attendance_mark (school_id, pupil_id, on_day, half, mark, minutes_late, words, import_id)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         on conflict (school_id, pupil_id, on_day, half) do update set mark = excluded.mark,
           minutes_late = excluded.minutes_late, words = excluded.words, import_id = excluded.import_id";

/// The suspensions that began on these days.
///
/// # Errors
/// [`Broken`] when the engine refuses or a row cannot be read.
pub fn suspensions(
    tx: &mut Tx<'_>,
    school: SchoolId,
    (first, last): (Date, Date),
) -> Result<Vec<SuspensionRow>, Broken> {
    tx.list(
        "select pupil_id, first_day, category, last_day, sessions, causes, words
         from suspension where school_id = ?1 and first_day >= ?2 and first_day <= ?3",
        &params![school, first, last],
        |row| {
            let sessions = row.maybe_int(4)?;
            Ok(SuspensionRow {
                pupil: row.id(0)?,
                first: row.read(1)?,
                category: row.text(2)?,
                last: row.maybe_read(3)?,
                sessions: sessions.map(|n| narrow(n, "sessions")).transpose()?,
                causes: row.text(5)?,
                words: row.maybe_text(6)?,
            })
        },
    )
}

/// Stores suspensions, each in place of what was known of it; no two of them have one key.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn put_suspensions(
    tx: &mut Tx<'_>,
    (school, import): (SchoolId, ImportId),
    rows: &[SuspensionRow],
) -> Result<(), Broken> {
    let values = |row: &SuspensionRow| {
        params![
            school,
            row.pupil,
            row.first,
            &row.category,
            row.last,
            row.sessions.map(i64::from),
            &row.causes,
            row.words.as_deref(),
            import
        ]
        .to_vec()
    };
    tx.run_many(
        PUT_SUSPENSIONS,
        &rows.iter().map(values).collect::<Vec<_>>(),
    )
}

const PUT_SUSPENSIONS: &str = "insert into suspension (school_id, pupil_id, first_day, category, last_day, sessions, causes, words, import_id)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         on conflict (school_id, pupil_id, first_day, category) do update set last_day = excluded.last_day,
           sessions = excluded.sessions, causes = excluded.causes, words = excluded.words,
           import_id = excluded.import_id";
