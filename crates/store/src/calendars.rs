//! School calendars kept in mind. Nearly every page needs one, a school's days
//! are many, and they change a few times a year.
//!
//! What is kept is the calendar at one version of the school's days. Each
//! transaction asks for the version, which is one small row, so a change made
//! by another process is seen at once. Only what a reader saw is kept: it sees
//! finished changes alone, at one moment.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use domain::{dates::SchoolCalendar, id::SchoolId};

use crate::{Broken, Tx, params, watch::Work};

/// Schools whose calendars are kept at most: some ten kilobytes each.
const MOST: usize = 2000;

/// The calendars, by school, each with its version.
#[derive(Debug, Default)]
pub(crate) struct Calendars {
    known: Mutex<HashMap<SchoolId, (i64, SchoolCalendar)>>,
}

impl Calendars {
    fn known(&self, school: SchoolId, version: i64) -> Option<SchoolCalendar> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let (of, calendar) = known.get(&school)?;
        (*of == version).then(|| calendar.clone())
    }

    fn keep(&self, school: SchoolId, version: i64, calendar: SchoolCalendar) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(school, (version, calendar));
    }
}

/// The school's calendar, as rules use it. Between the first and the last day
/// that the school has spoken of, a day without a row is not a school day.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn calendar(tx: &mut Tx<'_>, school: SchoolId) -> Result<SchoolCalendar, Broken> {
    let row = tx.maybe(
        "select days_version from school where id = ?1",
        &params![school],
    )?;
    let version = row.map_or(Ok(0), |row| row.int(0))?;
    if let Some(known) = tx.kept.calendars.known(school, version) {
        return Ok(known);
    }
    let days = tx.list(
        "select day, kind from school_day where school_id = ?1 order by day",
        &params![school],
        |row| Ok((row.read(0)?, row.read(1)?)),
    )?;
    let calendar = SchoolCalendar::new(days);
    if tx.work == Work::Reading {
        tx.kept.calendars.keep(school, version, calendar.clone());
    }
    Ok(calendar)
}

/// Says that a school's days have changed, in the transaction that changes them.
pub(crate) fn have_changed(tx: &mut Tx<'_>, school: SchoolId) -> Result<(), Broken> {
    tx.run(
        "update school set days_version = days_version + 1 where id = ?1",
        &params![school],
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::{
        Timestamp,
        civil::{Date, date},
    };

    use super::*;
    use crate::{
        Db,
        schools::{self, DayRow, SchoolRow},
    };

    const SCHOOL: SchoolId = SchoolId::new(uuid::Uuid::from_u128(7));
    const TUESDAY: Date = date(2026, 11, 10);

    fn opened() -> (tempfile::TempDir, Db, Db) {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite:{}", folder.path().join("days.db").display());
        let (one, other) = (Db::open(&address).unwrap(), Db::open(&address).unwrap());
        let row = SchoolRow::new(SCHOOL, "900001", "Alder Lane School", "AL");
        one.write(|tx| schools::add(tx, &row, Timestamp::UNIX_EPOCH))
            .unwrap();
        (folder, one, other)
    }

    fn put(tx: &mut Tx<'_>, kind: &str) -> Result<(), Broken> {
        let day = DayRow {
            day: TUESDAY,
            kind: kind.into(),
            note: None,
        };
        schools::put_day(tx, SCHOOL, &day)
    }

    fn is_open(db: &Db) -> bool {
        let calendar = db.read(|tx| calendar(tx, SCHOOL)).unwrap();
        calendar.is_school_day(TUESDAY)
    }

    #[test]
    fn a_calendar_in_mind_is_never_older_than_the_days_another_process_wrote() {
        let (_folder, one, other) = opened();
        assert!(!is_open(&one) && !is_open(&other));
        for kind in ["school", "training", "school"] {
            one.write(|tx| put(tx, kind)).unwrap();
            assert_eq!(is_open(&one), kind == "school");
            assert_eq!(is_open(&other), kind == "school");
        }
        one.write(|tx| schools::clear_days(tx, SCHOOL, TUESDAY, TUESDAY))
            .unwrap();
        assert!(!is_open(&one) && !is_open(&other));
    }

    #[test]
    fn days_that_were_not_kept_after_all_are_not_kept_in_mind_either() {
        let (_folder, db, _other) = opened();
        assert!(!is_open(&db));
        let taken_back: Result<(), Broken> = db.write(|tx| {
            put(tx, "school")?;
            assert!(calendar(tx, SCHOOL)?.is_school_day(TUESDAY), "as it writes");
            Err(Broken::Address)
        });
        assert!(taken_back.is_err());
        db.write(|tx| put(tx, "training")).unwrap();
        assert!(!is_open(&db), "the version is the same, the days are not");
    }

    #[test]
    fn a_calendar_in_mind_is_not_read_again() {
        let (_folder, db, _other) = opened();
        db.write(|tx| put(tx, "school")).unwrap();
        assert!(is_open(&db));
        db.watch();
        assert!(is_open(&db));
        let asked = db.watched();
        assert_eq!(asked.len(), 1, "{asked:?}");
    }
}
