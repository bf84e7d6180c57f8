//! The rules for one mark, whichever form of file it came in, and the marks
//! accepted so far.

use std::collections::HashMap;

use jiff::civil::{Date, Weekday};

use crate::{
    attendance::mark::{Mark, Session},
    cells::typed::Typed,
    reason::Reason,
    roll::{PupilAt, PupilRef},
    warning::{Notes, Warning},
};

/// One mark of one pupil for one session.
#[derive(Clone, PartialEq, Eq)]
pub struct MarkRow {
    /// Whom it is about.
    pub pupil: PupilRef,
    /// The day.
    pub on: Date,
    /// Morning or afternoon.
    pub session: Session,
    /// The code.
    pub mark: Mark,
    /// How late, where the file says.
    pub minutes_late: Option<u16>,
    /// What the school wrote beside it.
    pub notes: Option<Typed>,
}

impl std::fmt::Debug for MarkRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("<mark>")
    }
}

/// The marks accepted so far.
#[derive(Default)]
pub(super) struct Register {
    marks: HashMap<(PupilAt, Date, Session), Mark>,
}

impl Register {
    /// Takes a mark on a day that has been judged already: `E_MARK_MISSING`,
    /// `E_MARK_INVALID`, `E_WEEKEND`, `E_DUP_MARK` or `E_CONFLICT_MARK`.
    pub(super) fn take(
        &mut self,
        pupil: &PupilRef,
        (on, session): (Date, Session),
        words: &str,
        notes: &mut Notes,
    ) -> Result<MarkRow, Reason> {
        if words.is_empty() {
            return Err(Reason::MarkMissing);
        }
        let written = Mark::read(words, on).ok_or(Reason::MarkInvalid)?;
        let weekend = matches!(on.weekday(), Weekday::Saturday | Weekday::Sunday);
        if weekend && written != Mark::PlannedClosure {
            return Err(Reason::Weekend);
        }
        let mark = written.fitting(session);
        match self.marks.get(&(pupil.at, on, session)) {
            Some(earlier) if *earlier == mark => return Err(Reason::DupMark),
            Some(_) => return Err(Reason::ConflictMark),
            None => {}
        }
        if mark != written {
            notes.add(Warning::SlashSwapped, None);
        }
        self.marks.insert((pupil.at, on, session), mark);
        Ok(MarkRow {
            pupil: pupil.clone(),
            on,
            session,
            mark,
            minutes_late: None,
            notes: None,
        })
    }
}
