//! How each feed is: what it brought last, what waits, and what comes next.

mod load;

use domain::{
    feed::{Ended, Rhythm, Trouble, Waits},
    id::{FeedId, ImportId, JobId, PupilId},
};
use jiff::{Timestamp, civil::Date};

pub use load::{Feeds, ViewFeed};

use super::{Holds, Offered, claim::Step};
use crate::imports::{Kind, changes::Counts};

/// Every feed of a school.
#[derive(Debug, Clone)]
pub struct FeedsView {
    /// The feeds, by name.
    pub feeds: Vec<FeedLine>,
    /// What the server offers and no feed uses yet.
    pub free: Vec<Offered>,
    /// Whether the server offers anything at all.
    pub offers: usize,
}

/// One feed with everything about it.
#[derive(Debug, Clone)]
pub struct FeedView {
    /// The feed.
    pub line: FeedLine,
    /// What it brought in the last weeks, the newest first.
    pub jobs: Vec<JobLine>,
    /// Pupils on roll who were not in its newest full list.
    pub missing: Vec<MissingPupil>,
    /// What can be chosen as its source: its own and what is free.
    pub sources: Vec<Offered>,
}

/// A pupil who may have left.
#[derive(Clone)]
pub struct MissingPupil {
    /// The pupil.
    pub id: PupilId,
    /// Their whole name.
    pub name: String,
    /// Their class.
    pub class: String,
    /// Since when they are missing.
    pub since: Date,
}

impl std::fmt::Debug for MissingPupil {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{}>", self.id)
    }
}

/// One feed.
#[derive(Debug, Clone)]
pub struct FeedLine {
    /// The feed.
    pub id: FeedId,
    /// What the school calls it.
    pub name: String,
    /// The name of its source in the server's settings.
    pub source: String,
    /// The source, while the settings still offer it.
    pub offered: Option<Offered>,
    /// What it brings.
    pub holds: Holds,
    /// How often it is expected.
    pub rhythm: Rhythm,
    /// Who confirmed that it stores by itself.
    pub alone: Option<Standing>,
    /// Who paused it, and when.
    pub paused: Option<(String, Timestamp)>,
    /// When it was last looked at.
    pub looked_at: Option<Timestamp>,
    /// What was in the way then.
    pub trouble: Option<Trouble>,
    /// When something readable last came.
    pub heard_at: Option<Timestamp>,
    /// Since when it is silent, if that is too long.
    pub quiet_since: Option<Date>,
    /// The newest job that is done.
    pub last: Option<JobLine>,
    /// What was refused or given up and has not come rightly since, the newest first.
    pub amiss: Vec<JobLine>,
    /// Jobs that are not done, first in line first.
    pub open: Vec<JobLine>,
    /// Imports that wait for somebody, the newest first.
    pub waiting: Vec<JobLine>,
    /// How many pupils were not in its newest full list.
    pub missing: usize,
    /// For changing it.
    pub version: i64,
}

/// Whose confirmation stands.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Their name.
    pub by: String,
    /// When they gave it.
    pub at: Timestamp,
    /// Whether they may still import.
    pub holds: Still,
}

/// Whether a confirmation still stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Still {
    /// It does.
    Stands,
    /// Whoever gave it may not import any more.
    Ended,
}

/// One job.
#[derive(Debug, Clone)]
pub struct JobLine {
    /// The job.
    pub id: JobId,
    /// The file's name.
    pub file_name: String,
    /// What it holds, as far as could be told.
    pub kind: Option<Kind>,
    /// When it came.
    pub made_at: Timestamp,
    /// How it stands.
    pub stands: Stands,
    /// What it changed or would change.
    pub counts: Option<Counts>,
    /// The import it became.
    pub import: Option<ImportId>,
}

/// How a job stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stands {
    /// In line, for the first time.
    InLine,
    /// Being worked on.
    AtWork {
        /// What is being done.
        step: Option<Step>,
        /// How much is done.
        done: u32,
        /// Of how much, if that is known.
        total: Option<u32>,
    },
    /// It did not work, and is tried again.
    Again {
        /// What was in the way.
        trouble: Trouble,
        /// When.
        at: Timestamp,
        /// How often it was tried.
        tries: u32,
    },
    /// It is done.
    Done {
        /// When.
        at: Timestamp,
        /// How it ended.
        ended: Ended,
        /// What it waits for.
        waits: Waits,
        /// What was in the way, if it was given up.
        trouble: Option<Trouble>,
        /// What is wrong with the file.
        said: Option<String>,
    },
}

impl JobLine {
    /// How it ended, if it has.
    pub fn ended(&self) -> Option<Ended> {
        match &self.stands {
            Stands::Done { ended, .. } => Some(*ended),
            Stands::InLine | Stands::AtWork { .. } | Stands::Again { .. } => None,
        }
    }
}
