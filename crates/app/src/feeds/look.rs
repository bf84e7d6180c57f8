//! Looking at the sources: what there is to watch, and what was found.

use domain::{
    feed::{Ended, Rhythm, Trouble},
    id::{FeedId, JobId, SchoolId},
};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use store::{
    feeds,
    jobs::{self, JobRow},
};

use super::holds::{Holds, place};
use crate::{
    App, Command, Query, Refusal,
    action::Action,
    gate::{Granted, Recorded, Viewing},
    imports::Kind,
    subject::School,
};

/// A feed that is not paused, and what was taken of it already.
#[derive(Debug, Clone)]
pub struct Watched {
    /// The feed.
    pub feed: FeedId,
    /// Its source, by the name the settings give it.
    pub source: String,
    /// What it brings.
    pub holds: Holds,
    /// How often it is expected.
    pub rhythm: Rhythm,
    /// When it was last looked at, and what was in the way.
    pub looked: Option<(Timestamp, Option<Trouble>)>,
    /// The newest job of each of its files.
    pub taken: Vec<Taken>,
}

/// What is known of one file.
#[derive(Debug, Clone)]
pub struct Taken {
    /// Its newest job.
    pub job: JobId,
    /// Its name, below the folder of the feed.
    pub file_name: String,
    /// When it was written.
    pub file_at: Timestamp,
    /// The hash of what was in it.
    pub hash: String,
    /// How that ended, if it has.
    pub ended: Option<Ended>,
    /// What is wrong with it, in words.
    pub said: Option<String>,
    /// When the job was made.
    pub made_at: Timestamp,
}

/// Every feed of the school to watch. The system's own view.
#[derive(Debug, Clone, Copy)]
pub struct ToWatch;

impl Query for ToWatch {
    const ACTION: Action = Action::RunFeeds;
    type On = School;
    type Output = Vec<Watched>;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Viewing<'_, '_>) -> Result<Vec<Watched>, Refusal> {
        let school = school.0.id;
        let feeds = feeds::of_school(cx.tx(), school)?;
        if feeds.is_empty() {
            return Ok(Vec::new());
        }
        let jobs = jobs::newest_of_each_file(cx.tx(), school)?;
        let watched = feeds.into_iter().filter(|feed| feed.paused.is_none());
        Ok(watched
            .map(|feed| Watched {
                feed: feed.id,
                source: feed.source,
                holds: feed.holds.parse().unwrap_or(Holds::Auto),
                rhythm: feed.rhythm,
                looked: feed.looked_at.map(|at| (at, feed.trouble)),
                taken: jobs
                    .iter()
                    .filter(|job| job.feed == feed.id)
                    .map(taken)
                    .collect(),
            })
            .collect())
    }
}

fn taken(job: &JobRow) -> Taken {
    Taken {
        job: job.id,
        file_name: job.file_name.clone(),
        file_at: job.file_at,
        hash: job.hash.clone(),
        ended: job.ended.map(|(_, ended)| ended),
        said: job.said.clone(),
        made_at: job.made_at,
    }
}

/// What tells what is in one file from what is in another.
pub fn hash_of(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let digits = [byte >> 4, byte & 15].map(|four| char::from_digit(four.into(), 16));
        text.extend(digits.into_iter().flatten());
        text
    })
}

/// Something that has come.
#[derive(Debug, Clone)]
pub struct Arrived {
    /// Its name, below the folder of the feed.
    pub file_name: String,
    /// When it was written.
    pub file_at: Timestamp,
    /// The hash of what is in it.
    pub hash: String,
    /// What it holds, as far as can be told.
    pub holds: Option<Kind>,
}

/// Notes that a feed was looked at, and puts what has come in line. The same
/// file as before is one job, not two.
#[derive(Debug)]
pub struct NoteLook {
    /// The feed.
    pub feed: FeedId,
    /// What was in the way.
    pub trouble: Option<Trouble>,
    /// What has come.
    pub arrived: Vec<Arrived>,
}

impl Command for NoteLook {
    const ACTION: Action = Action::RunFeeds;
    type On = School;
    /// How many jobs there are more.
    type Output = usize;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Granted<'_, '_>) -> Result<Recorded<usize>, Refusal> {
        let (school, now) = (school.0.id, cx.now());
        let Some(feed) = feeds::find(cx.tx(), school, self.feed)? else {
            return Ok(cx.unchanged(0));
        };
        feeds::looked(cx.tx(), (school, feed.id), now, self.trouble)?;
        let known = jobs::newest_of_each_file(cx.tx(), school)?;
        let mut added = 0;
        for arrived in self.arrived {
            let before = known
                .iter()
                .find(|job| job.feed == feed.id && job.file_name == arrived.file_name);
            added += usize::from(put_in_line(cx, (school, feed.id), before, arrived)?);
        }
        Ok(cx.unchanged(added))
    }
}

/// Answers whether there is a job more.
fn put_in_line(
    cx: &mut Granted<'_, '_>,
    (school, feed): (SchoolId, FeedId),
    before: Option<&JobRow>,
    arrived: Arrived,
) -> Result<bool, Refusal> {
    let now = cx.now();
    if let Some(job) = before {
        let same = job.hash == arrived.hash;
        let is_open = job.ended.is_none();
        // What was gone when its turn came, and is there again, is new.
        let was_gone = job.ended.is_some_and(|(_, ended)| ended == Ended::Replaced);
        let is_at_work = job.held.as_ref().is_some_and(|(_, until)| *until >= now);
        let is_known = is_open || job.file_at == arrived.file_at && !was_gone;
        if same && is_known || is_open && is_at_work {
            return Ok(false);
        }
        if is_open {
            let replaced = JobRow {
                ended: Some((now, Ended::Replaced)),
                ..job.clone()
            };
            jobs::save(cx.tx(), &replaced)?;
        }
    }
    let job = JobRow {
        school,
        id: cx.new_id()?,
        feed,
        place: place(arrived.holds),
        holds: arrived.holds.map(|kind| kind.code().to_owned()),
        file_name: arrived.file_name,
        file_at: arrived.file_at,
        hash: arrived.hash,
        made_at: now,
        due_at: now,
        tries: 0,
        held: None,
        step: None,
        trouble: None,
        ended: None,
        waits: domain::feed::Waits::NONE,
        said: None,
        counts: None,
        import: None,
    };
    jobs::add(cx.tx(), &job)?;
    Ok(true)
}

impl App {
    /// Every school with its unique reference number, for the program's own work.
    ///
    /// # Errors
    /// [`Refusal::Broken`].
    pub fn schools(&self) -> Result<Vec<(SchoolId, String)>, Refusal> {
        self.db().read(|tx| {
            let ids = store::schools::ids(tx)?;
            let mut all = Vec::with_capacity(ids.len());
            for id in ids {
                if let Some(school) = store::schools::find(tx, id)? {
                    all.push((id, school.urn));
                }
            }
            Ok(all)
        })
    }
}
