//! Meetings of a programme: booked, called off or recorded.

use domain::{
    id::{MeetingId, PersonId, ProgrammeId, SchoolId},
    meeting::{MeetingKind, MinutesDraft},
};
use jiff::civil::{Date, Time};

use crate::{Broken, Row, Tx, params};

/// One meeting.
#[derive(Debug, Clone)]
pub struct MeetingRow {
    /// Its id.
    pub id: MeetingId,
    /// The programme.
    pub programme: ProgrammeId,
    /// What kind.
    pub kind: MeetingKind,
    /// The day.
    pub on: Date,
    /// From.
    pub from: Time,
    /// To.
    pub to: Time,
    /// The room, when there is one.
    pub room: Option<String>,
    /// The link, when it is by video.
    pub video: Option<String>,
    /// Who chairs.
    pub chair: PersonId,
    /// Who takes notes.
    pub note_taker: PersonId,
    /// Why it is outside school hours.
    pub out_of_hours: Option<String>,
    /// When somebody talked to home about it.
    pub home_told: Date,
    /// When it was booked.
    pub booked: Date,
    /// When it was called off, and why.
    pub cancelled: Option<(Date, String)>,
    /// When its minutes were finished.
    pub recorded: Option<Date>,
    /// What was typed of them.
    pub minutes: MinutesDraft,
    /// Grows by one with each change.
    pub revision: i64,
}

pub(crate) fn read(row: &Row) -> Result<MeetingRow, Broken> {
    let cancelled = row.maybe_read(12)?;
    let why = row.maybe_text(13)?.unwrap_or_default();
    let minutes = match row.maybe_text(15)? {
        None => MinutesDraft::default(),
        Some(text) => serde_json::from_str(&text)
            .map_err(|e| Broken::Inconsistent(format!("minutes of a meeting: {e}")))?,
    };
    Ok(MeetingRow {
        id: row.id(0)?,
        programme: row.id(1)?,
        kind: row.read(2)?,
        on: row.read(3)?,
        from: row.read(4)?,
        to: row.read(5)?,
        room: row.maybe_text(6)?,
        video: row.maybe_text(7)?,
        chair: row.id(8)?,
        note_taker: row.id(9)?,
        out_of_hours: row.maybe_text(10)?,
        home_told: row.read(11)?,
        cancelled: cancelled.map(|on| (on, why)),
        recorded: row.maybe_read(14)?,
        minutes,
        revision: row.int(16)?,
        booked: row.read(17)?,
    })
}

/// The meetings of a programme, soonest first, those called off among them.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_programme(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<MeetingRow>, Broken> {
    tx.list(
        "select id, programme_id, kind, on_day, from_time, to_time, room, video, chair_id, note_taker_id,
                out_of_hours, home_told_on, cancelled_on, cancelled_why, recorded_on, minutes, revision,
                booked_on
         from meeting where school_id = ?1 and programme_id = ?2 order by on_day, from_time, id",
        &params![school, programme],
        read,
    )
}

/// Adds a meeting.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add(tx: &mut Tx<'_>, school: SchoolId, meeting: &MeetingRow) -> Result<(), Broken> {
    tx.run(
        "insert into meeting (school_id, id, programme_id, kind, on_day, from_time, to_time, room, video,
             chair_id, note_taker_id, out_of_hours, home_told_on, booked_on, revision)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        &params![
            school, meeting.id, meeting.programme, meeting.kind.code(), meeting.on,
            meeting.from.to_string(), meeting.to.to_string(), meeting.room.as_ref(),
            meeting.video.as_ref(), meeting.chair, meeting.note_taker, meeting.out_of_hours.as_ref(),
            meeting.home_told, meeting.booked, 1_i64
        ],
    )?;
    Ok(())
}

/// Calls a meeting off that was not held; false when there is none such.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn cancel(
    tx: &mut Tx<'_>,
    school: SchoolId,
    meeting: MeetingId,
    (on, why): (Date, &str),
) -> Result<bool, Broken> {
    let changed = tx.run(
        "update meeting set cancelled_on = ?3, cancelled_why = ?4, revision = revision + 1
         where school_id = ?1 and id = ?2 and cancelled_on is null and recorded_on is null",
        &params![school, meeting, on, why],
    )?;
    Ok(changed == 1)
}

/// Notes that a meeting was held and written down on a page of its own: a
/// review, or how it ended. Its minutes stay as they are.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn written_down(
    tx: &mut Tx<'_>,
    school: SchoolId,
    meeting: MeetingId,
    today: Date,
) -> Result<u64, Broken> {
    tx.run(
        "update meeting set recorded_on = ?3
         where school_id = ?1 and id = ?2 and recorded_on is null and cancelled_on is null",
        &params![school, meeting, today],
    )
}

/// Keeps what was typed of the minutes over the revision they were read at;
/// `recorded` once they are finished. False when someone else saved first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn write_minutes(
    tx: &mut Tx<'_>,
    school: SchoolId,
    (meeting, revision): (MeetingId, i64),
    minutes: &MinutesDraft,
    recorded: Option<Date>,
) -> Result<bool, Broken> {
    let text = serde_json::to_string(minutes)
        .map_err(|e| Broken::Inconsistent(format!("minutes cannot be written: {e}")))?;
    let changed = tx.run(
        "update meeting set minutes = ?4, recorded_on = cast(?5 as text), revision = revision + 1
         where school_id = ?1 and id = ?2 and revision = ?3 and cancelled_on is null",
        &params![school, meeting, revision, text, recorded],
    )?;
    Ok(changed == 1)
}
