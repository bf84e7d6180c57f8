//! Taking the first job in line, and saying how far it is.

use domain::{
    coded,
    event::Event,
    feed::{Ended, MOST_TRIES, Trouble},
    id::{FeedId, JobId},
};
use jiff::{SignedDuration, Timestamp};
use store::{
    feeds,
    jobs::{self, Claim, JobRow, Step as Stored},
};

use super::look::hex;
use crate::{
    App, Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    imports::Kind,
    subject::School,
};

/// How long nobody else takes a job from whoever has it and says nothing.
const LEASE: SignedDuration = SignedDuration::from_mins(5);

coded! {
    /// What is being done.
    pub enum Step {
        /// It is being asked for.
        Asking => "asking", "Being fetched";
        /// It is being read.
        Reading => "reading", "Being read";
        /// It is being compared and stored.
        Storing => "storing", "Being stored";
    }
}

/// A job that is somebody's to do now.
#[derive(Debug, Clone)]
pub struct Claimed {
    /// The job.
    pub job: JobId,
    /// Its feed.
    pub feed: FeedId,
    /// The feed's source, by the name the settings give it.
    pub source: String,
    /// The file's name, below the folder of the feed.
    pub file_name: String,
    /// When it was written.
    pub file_at: Timestamp,
    /// The hash of what was in it.
    pub hash: String,
    /// What it holds, as far as could be told.
    pub holds: Option<Kind>,
    /// Which try this is.
    pub tries: u32,
}

/// Takes the first job of the school that is due, if there is one and nobody is
/// at work on another.
#[derive(Debug)]
pub struct ClaimJob {
    /// Who takes it: a word of chance for each worker.
    pub by: String,
}

pub(super) fn lease(now: Timestamp) -> Timestamp {
    now.checked_add(LEASE).unwrap_or(now)
}

impl Command for ClaimJob {
    const ACTION: Action = Action::RunFeeds;
    type On = School;
    type Output = Option<Claimed>;

    fn on(&self) {}

    fn run(
        self,
        school: School,
        cx: &mut Granted<'_, '_>,
    ) -> Result<Recorded<Option<Claimed>>, Refusal> {
        let (school, now) = (school.0.id, cx.now());
        for job in jobs::crashed(cx.tx(), school, (MOST_TRIES, now))? {
            let (feed, id) = (job.feed, job.id);
            let given_up = JobRow {
                ended: Some((now, Ended::Failed)),
                trouble: job.trouble.or(Some(Trouble::Stopped)),
                ..job
            };
            jobs::save(cx.tx(), &given_up)?;
            cx.also(Event::FeedFailed {
                school,
                feed,
                job: id,
            });
        }
        let claim = Claim {
            school,
            by: &self.by,
            now,
            until: lease(now),
        };
        let Some(job) = jobs::claim(cx.tx(), &claim)? else {
            return Ok(cx.unchanged(None));
        };
        let source = feeds::find(cx.tx(), school, job.feed)?.ok_or(Refusal::NotFound)?;
        let claimed = Claimed {
            job: job.id,
            feed: job.feed,
            source: source.source,
            file_name: job.file_name,
            file_at: job.file_at,
            hash: job.hash,
            holds: job.holds.and_then(|code| code.parse().ok()),
            tries: job.tries,
        };
        Ok(cx.unchanged(Some(claimed)))
    }
}

/// Says how far a job is. Answers whether it is still this worker's.
#[derive(Debug)]
pub struct NoteStep {
    /// The job.
    pub job: JobId,
    /// Who has it.
    pub by: String,
    /// What is being done.
    pub step: Step,
    /// How much of it is done.
    pub done: usize,
    /// Of how much, if that is known.
    pub total: Option<usize>,
}

impl Command for NoteStep {
    const ACTION: Action = Action::RunFeeds;
    type On = School;
    type Output = bool;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Granted<'_, '_>) -> Result<Recorded<bool>, Refusal> {
        let now = cx.now();
        let claim = Claim {
            school: school.0.id,
            by: &self.by,
            now,
            until: lease(now),
        };
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let step = Stored {
            what: self.step.code().to_owned(),
            done: small(self.done),
            total: self.total.map(small),
        };
        let still = jobs::step(cx.tx(), &claim, self.job, &step)?;
        Ok(cx.unchanged(still))
    }
}

/// Lets go of every job of the school, so that it is taken again at once: said
/// by a program that knows it is alone, when it starts.
#[derive(Debug, Clone, Copy)]
pub struct LetGo;

impl Command for LetGo {
    const ACTION: Action = Action::RunFeeds;
    type On = School;
    type Output = u64;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Granted<'_, '_>) -> Result<Recorded<u64>, Refusal> {
        let let_go = jobs::let_go(cx.tx(), school.0.id)?;
        Ok(cx.unchanged(let_go))
    }
}

impl App {
    /// A word that no other worker has.
    ///
    /// # Errors
    /// [`Refusal::Broken`] when the system gives no randomness.
    pub fn word_of_chance(&self) -> Result<String, Refusal> {
        Ok(hex(&self.random::<16>()?))
    }
}
