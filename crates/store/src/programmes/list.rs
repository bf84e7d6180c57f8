//! Many programmes in one statement each: no query per row.

use std::collections::{BTreeMap, btree_map::Entry};

use domain::{
    id::{AccountId, SchoolId},
    programme::Programme,
    pupil::PupilName,
    school::Template,
};
use jiff::civil::Date;

use super::read;
use crate::{Broken, Row, Tx, params};

/// One programme on a list, with as much of the pupil as a list shows.
#[derive(Debug, Clone)]
pub struct Line {
    /// The programme.
    pub programme: Programme,
    /// The pupil's names.
    pub name: PupilName,
    /// Their class, or their year where they have none.
    pub class: String,
    /// Their year group.
    pub year: domain::pupil::YearGroup,
    /// Their last day on roll, if it is known.
    pub left_on: Option<Date>,
}

impl Line {
    /// Whether the pupil is on roll on a day; the last day counts.
    pub fn on_roll(&self, day: Date) -> bool {
        self.left_on.is_none_or(|last| day <= last)
    }
}

fn lines(tx: &mut Tx<'_>, school: SchoolId, rows: Vec<Row>) -> Result<Vec<Line>, Broken> {
    let mut templates: BTreeMap<u32, Template> = BTreeMap::new();
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let version = row.small(4)?;
        let template = match templates.entry(version) {
            Entry::Occupied(known) => known.get().clone(),
            Entry::Vacant(new) => {
                let read = super::template_of(tx, school, version)?;
                new.insert(read).clone()
            }
        };
        let group = row.maybe_text(36)?;
        let year: domain::pupil::YearGroup = row.read(37)?;
        all.push(Line {
            name: PupilName {
                given: row.line(32)?,
                family: row.line(33)?,
                likes: row.maybe_text(34)?.map(|_| row.line(34)).transpose()?,
                preferred_family: row.maybe_text(35)?.map(|_| row.line(35)).transpose()?,
            },
            class: group.unwrap_or_else(|| year.label().to_owned()),
            year,
            left_on: row.maybe_read(38)?,
            programme: read::programme(&row, template)?,
        });
    }
    Ok(all)
}

/// The statement that reads programmes with their pupils, chosen by its last words.
macro_rules! select {
    ($which:literal) => {
        concat!(
            "select p.school_id, p.id, p.pupil_id, p.reference, p.template_version, p.author_id, p.begun_on,
                    p.after_id, p.coordinator_id, p.key_worker_id, p.revision, p.stage, p.since_on, p.reason,
                    p.meeting_id, p.meeting_on, p.plan_id, p.plan_version, p.starts_on, p.reviews, p.ends,
                    p.reviewed_week, p.extended_weeks, p.pauses, p.review_open, p.concern_on, p.expected_on,
                    p.cause, p.proposed, p.proposed_by, p.proposed_on, p.until_on,
                    u.given, u.family, u.likes, u.preferred_family, u.group_name, u.year, u.left_on
             from programme p join pupil u on u.school_id = p.school_id and u.id = p.pupil_id
             ",
            $which
        )
    };
}

/// Every programme of a school, by the pupil's name.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_school(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<Line>, Broken> {
    let rows = tx.all(
        select!("where p.school_id = ?1 order by u.family, u.given, p.id"),
        &params![school],
    )?;
    lines(tx, school, rows)
}

/// The programmes an account takes part in, or has begun, by the pupil's name.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn related(tx: &mut Tx<'_>, school: SchoolId, account: AccountId) -> Result<Vec<Line>, Broken> {
    let rows = tx.all(
        select!(
            "where p.school_id = ?1 and (p.author_id = ?2 or p.id in (
             select programme_id from person
             where school_id = ?1 and account_id = ?2 and left_on is null))
         order by u.family, u.given, p.id"
        ),
        &params![school, account],
    )?;
    lines(tx, school, rows)
}

/// The open programmes that somebody coordinates.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn caseload(
    tx: &mut Tx<'_>,
    school: SchoolId,
    account: AccountId,
) -> Result<Vec<Line>, Broken> {
    let rows = tx.all(
        select!(
            "where p.school_id = ?1 and p.open_for is not null and (p.coordinator_id = ?2
             or (p.coordinator_id is null and p.author_id = ?2))
         order by u.family, u.given, p.id"
        ),
        &params![school, account],
    )?;
    lines(tx, school, rows)
}

/// The programmes that a date can move: running ones and those in aftercare.
///
/// # Errors
/// [`Broken`] when the engine refuses or a row cannot be read.
pub fn running(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<Programme>, Broken> {
    let rows = tx.all(
        select!("where p.school_id = ?1 and p.stage in ('active', 'aftercare') order by p.id"),
        &params![school],
    )?;
    let all = lines(tx, school, rows)?;
    Ok(all.into_iter().map(|line| line.programme).collect())
}
