//! What was said when a key worker met a pupil, beside the note that says that
//! they met. Who reads how much of it is in `parts`.

mod parts;
mod wishes;

use std::collections::BTreeMap;

use domain::{
    id::{CommitmentId, FormId, NoteId, PersonId, ProgrammeId, SchoolId},
    note::{CameOf, Concern, Happening, Missed, Mood},
    programme::AskChannel,
    sealed::Sealed,
};
use jiff::{Timestamp, civil::Date};

pub use wishes::{OpenWish, Wish, answer_wish, open_wishes, wishes_of};

use crate::{
    Broken, Row, Tx,
    notes::{self, MONITORING, NoteRow},
    params,
};

/// One check-in as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckInRow {
    /// Who, when, how long, and what went well.
    pub note: NoteRow,
    /// Whether they met.
    pub came_of: CameOf,
    /// Why they did not.
    pub missed: Option<Missed>,
    /// How the pupil felt.
    pub mood: Option<Mood>,
    /// How sure the pupil was, of ten.
    pub confidence: Option<u8>,
    /// A hard moment, and what helped.
    pub hard_moment: Option<String>,
    /// A small change that was asked for.
    pub wish: Option<Wish>,
    /// What happens next, and by when.
    pub next: Option<(String, Date)>,
    /// How home heard of it, if it did.
    pub told_home: Option<AskChannel>,
    /// How the plan is going.
    pub level: Option<Concern>,
    /// What in it is not working.
    pub level_why: Option<String>,
    /// When they meet next.
    pub next_on: Date,
    /// The promises they went through, in the order of the page.
    pub promises: Vec<PromiseRow>,
}

/// What was said of one promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseRow {
    /// Which.
    pub promise: CommitmentId,
    /// Who made it.
    pub owner: PersonId,
    /// Their name then.
    pub who: String,
    /// What, as it was worded then.
    pub text: String,
    /// Whether it is happening.
    pub happening: Happening,
    /// In a few words.
    pub remark: Option<String>,
}

/// Adds a check-in with its note; false when just this was sent from the form before.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add(
    tx: &mut Tx<'_>,
    school: SchoolId,
    row: &CheckInRow,
    (form, now): (Option<FormId>, Timestamp),
) -> Result<bool, Broken> {
    let programme = row.note.programme;
    let kept = notes::kept_from(tx, school, programme, form)?;
    let form = form.filter(|_| kept.is_none());
    if let Some(kept) = kept {
        let all = rows(tx, school, programme)?;
        let mut same = all.into_iter().filter(|(_, one)| one.note.id == kept.id);
        if same.any(|(_, one)| with_id(one, row.note.id) == *row) {
            return Ok(false);
        }
    }
    notes::add(tx, school, &row.note, (form, now))?;
    add_many(tx, school, std::slice::from_ref(row))?;
    Ok(true)
}

fn with_id(mut row: CheckInRow, id: NoteId) -> CheckInRow {
    row.note.id = id;
    row
}

/// Adds many, whose notes are there already.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add_many(tx: &mut Tx<'_>, school: SchoolId, all: &[CheckInRow]) -> Result<(), Broken> {
    let rows: Vec<_> = all.iter().map(|row| values(school, row)).collect();
    tx.run_many(
        "insert into check_in (school_id, note_id, programme_id, came_of, missed, mood, confidence,
             hard_moment, small_change, next_step, next_by, told_home, level, level_why, next_on)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        &rows,
    )?;
    let mut promises = Vec::new();
    for row in all {
        for (place, one) in (1_i64..).zip(&row.promises) {
            promises.push(
                params![
                    school,
                    row.note.id,
                    place,
                    one.promise,
                    one.owner,
                    &one.who,
                    &one.text,
                    one.happening.code(),
                    one.remark.as_ref()
                ]
                .to_vec(),
            );
        }
    }
    tx.run_many(
        "insert into check_in_promise (school_id, note_id, place, commitment_id, owner_id, owner_name,
             promise, happening, remark)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        &promises,
    )
}

fn values(school: SchoolId, row: &CheckInRow) -> Vec<crate::Value> {
    params![
        school,
        row.note.id,
        row.note.programme,
        row.came_of.code(),
        row.missed.map(Missed::code),
        row.mood.map(Mood::code),
        row.confidence.map(i64::from),
        row.hard_moment.as_ref(),
        row.wish.as_ref().map(|wish| &wish.text),
        row.next.as_ref().map(|(text, _)| text),
        row.next.as_ref().map(|(_, by)| *by),
        row.told_home.map(AskChannel::code),
        row.level.map(Concern::code),
        row.level_why.as_ref(),
        row.next_on
    ]
    .to_vec()
}

/// Every check-in of a programme, newest first, sealed.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_programme(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<Sealed<CheckInRow>>, Broken> {
    let all = rows(tx, school, programme)?;
    let sealed = |(account, row)| Sealed::new(MONITORING, account, row);
    Ok(all.into_iter().map(sealed).collect())
}

/// The rows with the account of whoever wrote each.
fn rows(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<(Option<domain::id::AccountId>, CheckInRow)>, Broken> {
    let mut promises: BTreeMap<NoteId, Vec<PromiseRow>> = BTreeMap::new();
    for (note, promise) in tx.list(
        "select p.note_id, p.commitment_id, p.owner_id, p.owner_name, p.promise, p.happening, p.remark
         from check_in_promise p
         join check_in c on c.school_id = p.school_id and c.note_id = p.note_id
         where p.school_id = ?1 and c.programme_id = ?2 order by p.note_id, p.place",
        &params![school, programme],
        promise,
    )? {
        promises.entry(note).or_default().push(promise);
    }
    let rows = tx.list(
        "select n.id, n.programme_id, n.kind, n.on_day, n.person_id, n.name, n.contact_id, n.with_name,
                n.channel, n.words, n.minutes, c.came_of, c.missed, c.mood, c.confidence, c.hard_moment,
                c.small_change, c.wish_answer, c.wish_why, c.next_step, c.next_by, c.told_home, c.level,
                c.level_why, c.next_on, p.account_id
         from check_in c
         join note n on n.school_id = c.school_id and n.id = c.note_id
         left join person p on p.school_id = n.school_id and p.id = n.person_id
         where c.school_id = ?1 and c.programme_id = ?2 order by n.on_day desc, n.id desc",
        &params![school, programme],
        |row| Ok((row.maybe_id(25)?, check_in(row)?)),
    )?;
    let with = |(account, row): (_, CheckInRow)| {
        let promises = promises.remove(&row.note.id).unwrap_or_default();
        (account, CheckInRow { promises, ..row })
    };
    Ok(rows.into_iter().map(with).collect())
}

fn promise(row: &Row) -> Result<(NoteId, PromiseRow), Broken> {
    let promise = PromiseRow {
        promise: row.id(1)?,
        owner: row.id(2)?,
        who: row.text(3)?,
        text: row.text(4)?,
        happening: row.read(5)?,
        remark: row.maybe_text(6)?,
    };
    Ok((row.id(0)?, promise))
}

fn check_in(row: &Row) -> Result<CheckInRow, Broken> {
    let answer = row.maybe_read(17)?;
    let why = row.maybe_text(18)?;
    let wish = row.maybe_text(16)?.map(|text| Wish { text, answer, why });
    Ok(CheckInRow {
        note: notes::read(row)?,
        came_of: row.read(11)?,
        missed: row.maybe_read(12)?,
        mood: row.maybe_read(13)?,
        confidence: row.maybe_small(14)?,
        hard_moment: row.maybe_text(15)?,
        wish,
        next: row.maybe_text(19)?.zip(row.maybe_read(20)?),
        told_home: row.maybe_read(21)?,
        level: row.maybe_read(22)?,
        level_why: row.maybe_text(23)?,
        next_on: row.read(24)?,
        promises: Vec::new(),
    })
}

/// The last time they met in a programme, and for how many minutes.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn last(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Option<(Date, Option<u16>)>, Broken> {
    let row = tx.maybe(
        "select on_day, minutes from note
         where school_id = ?1 and programme_id = ?2 and kind = 'check_in' order by on_day desc, id desc limit 1",
        &params![school, programme],
    )?;
    row.map(|row| Ok((row.read(0)?, row.maybe_small(1)?)))
        .transpose()
}

/// The programmes of a school that run with no day for the next meeting, and
/// when they met last.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn without_a_day(
    tx: &mut Tx<'_>,
    school: SchoolId,
) -> Result<BTreeMap<ProgrammeId, Option<Date>>, Broken> {
    let rows = tx.list(
        "select p.id, (select max(n.on_day) from note n
                       where n.school_id = p.school_id and n.programme_id = p.id and n.kind = 'check_in')
         from programme p
         where p.school_id = ?1 and p.stage = 'active' and not exists (
             select 1 from programme_task t where t.school_id = p.school_id and t.programme_id = p.id
                 and t.task = 'check_in' and t.done_on is null)",
        &params![school],
        |row| Ok((row.id(0)?, row.maybe_read(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}
