//! One run of an import, as its pages and its verbs find it.

use domain::id::{FeedId, ImportId, SchoolId};
use jiff::{SignedDuration, Timestamp, civil::Date};
use store::{Tx, imports};

use super::{
    Kind,
    kept::Kept,
    look::{FileIn, Rows, look},
    register::Known,
};
use crate::{
    Actor, Refusal,
    policy::Facts,
    subject::{School, Subject},
};

/// Hours a file is kept for confirming.
pub(super) const HOURS: i64 = 24;

/// Hours what a feed brought is kept: over a weekend and a bank holiday, because
/// nobody stood by when it came.
pub(super) const FEED_HOURS: i64 = 7 * 24;

/// Days in which a confirmed import can be undone.
pub(super) const UNDO_DAYS: i64 = 30;

/// A run of the asker's own school.
#[derive(Debug, Clone)]
pub struct ImportRun {
    pub(super) school: SchoolId,
    pub(super) id: ImportId,
    pub(super) kind: Kind,
    pub(super) file_name: String,
    pub(super) made_by: String,
    pub(super) made_at: Timestamp,
    pub(super) feed: Option<FeedId>,
    pub(super) stage: RunStage,
    pub(super) kept: Kept,
}

/// How far a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunStage {
    /// Nothing is stored yet; somebody may confirm it until then.
    Waiting {
        /// When its file is erased.
        until: Timestamp,
    },
    /// Its headings have to be named before it can be read.
    Unread {
        /// When its file is erased.
        until: Timestamp,
    },
    /// Its rows were stored.
    Done {
        /// When.
        at: Timestamp,
    },
    /// Its rows were stored and taken back.
    Undone {
        /// When.
        at: Timestamp,
    },
    /// Its file was erased and nothing of it stored.
    Dropped,
}

impl ImportRun {
    pub(super) fn read(row: &imports::RunRow, now: Timestamp) -> Result<Self, Refusal> {
        let odd = |what: &str| store::Broken::Inconsistent(format!("{what} of {}", row.id));
        let hours = row.feed.map_or(HOURS, |_| FEED_HOURS);
        let until = row
            .made_at
            .checked_add(SignedDuration::from_hours(hours))
            .unwrap_or(row.made_at);
        let kept = Kept::read(&row.report).ok_or_else(|| odd("report"))?;
        Ok(Self {
            school: row.school,
            id: row.id,
            kind: row.kind.parse().map_err(|_| odd("kind"))?,
            file_name: row.file_name.clone(),
            made_by: row.made_by.clone(),
            made_at: row.made_at,
            feed: row.feed,
            stage: match (row.confirmed_at, row.dropped_at, row.undone_at) {
                (_, _, Some(at)) => RunStage::Undone { at },
                (Some(at), ..) => RunStage::Done { at },
                (None, None, _) if now < until && kept.is_unread() => RunStage::Unread { until },
                (None, None, _) if now < until => RunStage::Waiting { until },
                (None, ..) => RunStage::Dropped,
            },
            kept,
        })
    }

    /// The run as it stands at an instant: a file that has been kept long
    /// enough counts as erased even before it is.
    pub(super) fn at(mut self, now: Timestamp) -> Self {
        if let RunStage::Waiting { until } | RunStage::Unread { until } = self.stage
            && until <= now
        {
            self.stage = RunStage::Dropped;
        }
        self
    }

    /// Until when it can be undone, if it can.
    pub(super) fn undo_until(&self, now: Timestamp) -> Option<Timestamp> {
        let RunStage::Done { at } = self.stage else {
            return None;
        };
        let until = at
            .checked_add(SignedDuration::from_hours(24 * UNDO_DAYS))
            .ok()?;
        (now < until && !self.kept.counts.unchanged()).then_some(until)
    }

    /// The day the file was first read on: it is always read as on that day,
    /// so that what was shown is what is stored.
    fn day(&self) -> Date {
        domain::clock::london_date(self.made_at)
    }

    /// The rows of the file, while it is kept.
    pub(super) fn rows(&self, tx: &mut Tx<'_>) -> Result<Option<Rows>, Refusal> {
        let Some(bytes) = self.file(tx)? else {
            return Ok(None);
        };
        let known = Known::of(tx, self.school, self.kind)?;
        let file = FileIn {
            kind: self.kind,
            name: &self.file_name,
            bytes: &bytes,
            named: &self.kept.headings(self.kind),
        };
        Ok(look(&file, self.day(), known).rows.ok())
    }

    /// The file itself, while it is kept.
    pub(super) fn file(&self, tx: &mut Tx<'_>) -> Result<Option<Vec<u8>>, Refusal> {
        match self.stage {
            RunStage::Waiting { .. } | RunStage::Unread { .. } => {
                Ok(imports::file(tx, self.school, self.id)?)
            }
            RunStage::Done { .. } | RunStage::Undone { .. } | RunStage::Dropped => Ok(None),
        }
    }
}

/// The moment before which a confirmed import can no longer be undone.
pub(super) fn too_late_to_undo(now: Timestamp) -> Timestamp {
    now.checked_sub(SignedDuration::from_hours(24 * UNDO_DAYS))
        .unwrap_or(now)
}

/// The moments before which a file is kept no longer: one that was handed in,
/// and one that a feed brought.
pub(super) fn too_old(now: Timestamp) -> (Timestamp, Timestamp) {
    let before = |hours| {
        let kept = SignedDuration::from_hours(hours);
        now.checked_sub(kept).unwrap_or(now)
    };
    (before(HOURS), before(FEED_HOURS))
}

impl Subject for ImportRun {
    type Key = ImportId;

    fn load(
        tx: &mut Tx<'_>,
        actor: &Actor,
        key: ImportId,
        today: Date,
    ) -> Result<Option<(Self, Facts)>, Refusal> {
        let Some((school, facts)) = School::load(tx, actor, (), today)? else {
            return Ok(None);
        };
        let Some(row) = imports::find(tx, school.0.id, key)? else {
            return Ok(None);
        };
        Ok(Some((Self::read(&row, row.made_at)?, facts)))
    }
}
