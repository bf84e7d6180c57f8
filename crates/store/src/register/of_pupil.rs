//! Everything the school's own system says happened to one pupil in some days,
//! sealed, each with the import it came with.

use domain::{
    id::{PupilId, SchoolId},
    indicators::HalfDays,
    school_record::{CameWith, Incident, Marked, RegisterOf, SessionMark, Shows, Suspension},
    sealed::Sealed,
};
use jiff::civil::Date;

use super::narrow;
use crate::{Broken, Row, Tx, params};

/// The import in these three columns.
fn came(row: &Row, from: usize) -> Result<CameWith, Broken> {
    Ok(CameWith {
        from: row.text(from)?,
        at: row.read(from + 1)?,
        import: row.id(from + 2)?,
    })
}

/// Incidents, newest first.
///
/// # Errors
/// [`Broken`] when the engine refuses or a row cannot be read.
pub fn incidents_of(
    tx: &mut Tx<'_>,
    (school, pupil): (SchoolId, PupilId),
    (first, last): (Date, Date),
) -> Result<Vec<Sealed<Incident>>, Broken> {
    tx.list(
        "select i.on_day, i.at_time, i.kind, i.points, i.location, i.action_taken, i.recorded_by, i.words,
             r.file_name, coalesce(r.confirmed_at, r.made_at), r.id
         from incident i join import_run r on r.school_id = i.school_id and r.id = i.import_id
         where i.school_id = ?1 and i.pupil_id = ?2 and i.on_day >= ?3 and i.on_day <= ?4
         order by i.on_day desc, i.at_time desc, i.source_key",
        &params![school, pupil, first, last],
        |row| {
            let one = Incident {
                on: row.read(0)?,
                at: row.maybe_text(1)?,
                kind: row.text(2)?,
                points: Some(narrow(row.int(3)?, "points of an incident")?),
                location: row.maybe_text(4)?,
                action: row.maybe_text(5)?,
                by: row.maybe_text(6)?,
                words: row.maybe_text(7)?,
                came: came(row, 8)?,
            };
            Ok(Sealed::new("D07", None, one))
        },
    )
}

/// The register, oldest first.
///
/// # Errors
/// [`Broken`] when the engine refuses or a row cannot be read.
pub fn marks_of(
    tx: &mut Tx<'_>,
    (school, pupil): (SchoolId, PupilId),
    (first, last): (Date, Date),
) -> Result<Sealed<RegisterOf>, Broken> {
    let sessions = tx.list(
        "select m.on_day, m.half, m.mark, m.minutes_late, m.words,
             r.file_name, coalesce(r.confirmed_at, r.made_at), r.id
         from attendance_mark m join import_run r on r.school_id = m.school_id and r.id = m.import_id
         where m.school_id = ?1 and m.pupil_id = ?2 and m.on_day >= ?3 and m.on_day <= ?4
         order by m.on_day, m.half",
        &params![school, pupil, first, last],
        |row| {
            let code = row.text(2)?;
            let minutes = row.maybe_int(3)?;
            Ok(SessionMark {
                on: row.read(0)?,
                half: row.read(1)?,
                mark: code.parse().map_or(Marked::Older(code), Marked::As),
                minutes_late: minutes.map(|n| narrow(n, "minutes late")).transpose()?,
                words: row.maybe_text(4)?,
                came: came(row, 5)?,
            })
        },
    )?;
    let shows = Shows::Each;
    Ok(Sealed::new("D10", None, RegisterOf { sessions, shows }))
}

/// Suspensions and exclusions that began on these days, newest first.
///
/// # Errors
/// [`Broken`] when the engine refuses or a row cannot be read.
pub fn suspensions_of(
    tx: &mut Tx<'_>,
    (school, pupil): (SchoolId, PupilId),
    (first, last): (Date, Date),
) -> Result<Vec<Sealed<Suspension>>, Broken> {
    tx.list(
        "select s.category, s.first_day, s.last_day, s.sessions, s.causes, s.words,
             r.file_name, coalesce(r.confirmed_at, r.made_at), r.id
         from suspension s join import_run r on r.school_id = s.school_id and r.id = s.import_id
         where s.school_id = ?1 and s.pupil_id = ?2 and s.first_day >= ?3 and s.first_day <= ?4
         order by s.first_day desc, s.category",
        &params![school, pupil, first, last],
        |row| {
            let sessions = row.maybe_int(3)?;
            let sessions = sessions.map(|n| narrow(n, "sessions")).transpose()?;
            let causes = row.text(4)?;
            let one = Suspension {
                kind: row.read(0)?,
                first: row.read(1)?,
                last: row.maybe_read(2)?,
                length: sessions.map(HalfDays::new),
                causes: causes.split_whitespace().map(str::to_owned).collect(),
                words: row.maybe_text(5)?,
                came: came(row, 6)?,
            };
            Ok(Sealed::new("D12", None, one))
        },
    )
}
