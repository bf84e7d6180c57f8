//! One row about a pupil, fitted to what is stored: one line where one line is
//! kept, and nothing in it that turns the direction of a line round.

use domain::text::{Line, Prose};
use intake::{
    attendance::{Mark, MarkRow, Session},
    behaviour::IncidentRow,
    cells::typed::Typed,
    field::Field,
    roll::PupilAt,
    suspensions::{Category, Cause, SuspensionRow},
    warning::Note,
};
use jiff::civil::Date;

use crate::imports::{changes::TooLong, pupils::incoming::shorter};

/// One pupil's part in one incident.
pub(in crate::imports) struct IncidentIn {
    pub(super) pupil: PupilAt,
    pub(super) incident: Option<Line<100>>,
    pub(super) on: Date,
    pub(super) at: Option<Line<40>>,
    pub(super) kind: Line<500>,
    pub(super) points: i32,
    pub(super) location: Option<Line>,
    pub(super) action: Option<Line<500>>,
    pub(super) by: Option<Line>,
    pub(super) notes: Option<Prose<100_000>>,
}

impl IncidentIn {
    /// Fits a row; a type or number that is far too long puts it aside.
    pub(in crate::imports) fn fit(
        row: IncidentRow,
        notes: &mut Vec<Note>,
    ) -> Result<Self, TooLong> {
        let too_long = |_| TooLong::default();
        let incident = row.incident.as_ref().map(|id| Line::new(id.as_str()));
        Ok(Self {
            pupil: row.pupil.at,
            incident: incident.transpose().map_err(too_long)?,
            on: row.on,
            at: shorter(row.at.as_ref(), Field::Time, notes),
            kind: Line::new(row.kind.as_str()).map_err(too_long)?,
            points: row.points,
            location: shorter(row.location.as_ref(), Field::Location, notes),
            action: shorter(row.action.as_ref(), Field::Action, notes),
            by: shorter(row.by.as_ref(), Field::RecordedBy, notes),
            notes: row.notes.and_then(|words| Prose::new(words.as_str()).ok()),
        })
    }
}

/// One mark of one pupil for one session.
pub(in crate::imports) struct MarkIn {
    pub(super) pupil: PupilAt,
    pub(super) on: Date,
    pub(super) session: Session,
    pub(super) mark: Mark,
    pub(super) minutes_late: Option<u16>,
    pub(super) notes: Option<Line<500>>,
}

impl MarkIn {
    /// Fits a row; words that are far too long are left out and noted.
    #[expect(
        clippy::unnecessary_wraps,
        reason = "rows of every kind are fitted alike"
    )]
    pub(in crate::imports) fn fit(row: MarkRow, notes: &mut Vec<Note>) -> Result<Self, TooLong> {
        Ok(Self {
            pupil: row.pupil.at,
            on: row.on,
            session: row.session,
            mark: row.mark,
            minutes_late: row.minutes_late,
            notes: words(row.notes.as_ref(), notes),
        })
    }
}

/// One suspension or exclusion.
pub(in crate::imports) struct SuspensionIn {
    pub(super) pupil: PupilAt,
    pub(super) category: Category,
    pub(super) first: Date,
    pub(super) last: Option<Date>,
    pub(super) sessions: Option<u8>,
    pub(super) causes: Vec<Cause>,
    pub(super) notes: Option<Line<2000>>,
}

impl SuspensionIn {
    /// Fits a row; words that are far too long are left out and noted.
    #[expect(
        clippy::unnecessary_wraps,
        reason = "rows of every kind are fitted alike"
    )]
    pub(in crate::imports) fn fit(
        row: SuspensionRow,
        notes: &mut Vec<Note>,
    ) -> Result<Self, TooLong> {
        Ok(Self {
            pupil: row.pupil.at,
            category: row.category,
            first: row.first,
            last: row.last,
            sessions: row.sessions,
            causes: row.causes,
            notes: words(row.notes.as_ref(), notes),
        })
    }
}

fn words<const MAX: usize>(typed: Option<&Typed>, notes: &mut Vec<Note>) -> Option<Line<MAX>> {
    shorter(typed, Field::Notes, notes)
}
