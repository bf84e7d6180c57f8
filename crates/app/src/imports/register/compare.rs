//! Rows of a file against those stored: new, different, the same.

use std::collections::HashMap;

use domain::id::{PupilId, SchoolId};
use intake::{reading::Reading, roll::PupilAt};
use jiff::civil::Date;
use store::{Broken, Tx, register};

use super::{
    RecordRows, Records, RegisterPlan, Writes,
    stored::{Record, incident, mark, suspension},
};
use crate::imports::{changes::Changes, plan::day};

/// Compares with what is stored of the days the file is about.
pub(in crate::imports) fn compare(
    tx: &mut Tx<'_>,
    school: SchoolId,
    records: &Records,
) -> Result<RegisterPlan, Broken> {
    match &records.rows {
        RecordRows::Behaviour(reading) => {
            let rows = rows(records, reading, |row| row.pupil, incident);
            let stored = between(&rows, |days| register::incidents(tx, school, days))?;
            Ok(sorted(rows, stored, Writes::Behaviour))
        }
        RecordRows::Attendance(reading) => {
            let rows = rows(records, reading, |row| row.pupil, mark);
            let stored = between(&rows, |days| register::marks(tx, school, days))?;
            Ok(sorted(rows, stored, Writes::Attendance))
        }
        RecordRows::Suspensions(reading) => {
            let rows = rows(records, reading, |row| row.pupil, suspension);
            let stored = between(&rows, |days| register::suspensions(tx, school, days))?;
            Ok(sorted(rows, stored, Writes::Suspensions))
        }
    }
}

fn rows<T, S>(
    records: &Records,
    reading: &Reading<T>,
    pupil: impl Fn(&T) -> PupilAt,
    stored: impl Fn(PupilId, &T) -> S,
) -> Vec<S> {
    let accepted = reading.accepted.iter();
    accepted
        .filter_map(|row| {
            // Whoever is on the roll is known.
            let id = records.pupils.get(&pupil(&row.row))?;
            Some(stored(*id, &row.row))
        })
        .collect()
}

fn days<S: Record>(rows: &[S]) -> Option<(Date, Date)> {
    let days = || rows.iter().map(Record::day);
    days().min().zip(days().max())
}

fn between<S: Record>(
    rows: &[S],
    load: impl FnOnce((Date, Date)) -> Result<Vec<S>, Broken>,
) -> Result<Vec<S>, Broken> {
    days(rows).map_or(Ok(Vec::new()), load)
}

fn sorted<S: Record>(
    rows: Vec<S>,
    stored: Vec<S>,
    writes: impl FnOnce(Vec<S>) -> Writes,
) -> RegisterPlan {
    let notes = days(&rows).map(|(first, last)| {
        let mut pupils: Vec<PupilId> = rows.iter().map(|row| row.key().0).collect();
        pupils.sort_unstable();
        pupils.dedup();
        let pupils = match pupils.len() {
            1 => "1 pupil".to_owned(),
            n => format!("{n} pupils"),
        };
        format!(
            "The file is about {pupils}, from {} to {}.",
            day(first),
            day(last)
        )
    });
    let mut known: HashMap<(PupilId, String), S> =
        stored.into_iter().map(|row| (row.key(), row)).collect();
    let (mut added, mut changed, mut same) = (0, 0, 0);
    let (mut write, mut replaces) = (Vec::new(), Vec::new());
    for row in rows {
        let key = row.key();
        let row = match known.get(&key) {
            Some(was) => row.over(was),
            None => row,
        };
        match known.insert(key, row.clone()) {
            Some(was) if was == row => {
                same += 1;
                continue;
            }
            Some(_) => {
                changed += 1;
                replaces.push((S::TABLE, row.row_key()));
            }
            None => added += 1,
        }
        write.push(row);
    }
    RegisterPlan {
        changes: Changes {
            same,
            notes: notes.into_iter().collect(),
            ..Changes::default()
        },
        added,
        changed,
        replaces,
        writes: writes(write),
    }
}
