//! The end of a job: stored, kept for somebody, refused, or tried again later.

use domain::{
    event::Event,
    feed::{Ended, Trouble, Waits, wait_after},
    id::{JobId, SchoolId},
};
use store::{
    feeds::{self, FeedRow},
    jobs::{self, JobRow},
};

use super::{
    claim::{NoteStep, Step},
    standing,
};
use crate::{
    App, Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    imports::{
        Kind,
        bring::{ReadArrival, bring},
        preview::{LookedAt, PreviewImport, Previewed},
    },
    subject::School,
};

/// How it went.
#[derive(Debug)]
pub enum How {
    /// It could be read.
    Read(Box<LookedAt>),
    /// It cannot be read; what is wrong and what to do, for people.
    Refused(String),
    /// It is not there any more as it was noticed.
    Replaced,
    /// Something was in the way.
    Failed(Trouble),
}

/// Ends a job, or has it tried again later. Everything it does is in one
/// transaction with the job's own end: it happens once, or not at all.
#[derive(Debug)]
pub struct SettleJob {
    /// The job.
    pub job: JobId,
    /// Who has it.
    pub by: String,
    /// How it went.
    pub how: How,
}

/// What became of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// How it ended; nothing if it is tried again.
    pub ended: Option<Ended>,
    /// What is wrong with the file, for whoever finds it.
    pub said: Option<String>,
}

impl Command for SettleJob {
    const ACTION: Action = Action::RunFeeds;
    type On = School;
    type Output = Settled;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Granted<'_, '_>) -> Result<Recorded<Settled>, Refusal> {
        let school = school.0.id;
        let found = jobs::find(cx.tx(), school, self.job)?;
        let mut job = found.ok_or(Refusal::NotFound)?;
        let is_theirs = job.held.as_ref().is_some_and(|(by, _)| *by == self.by);
        if !is_theirs || job.ended.is_some() {
            // Somebody else took it over; what they do counts.
            return Err(Refusal::Conflict);
        }
        let Some(feed) = feeds::find(cx.tx(), school, job.feed)? else {
            return Err(Refusal::NotFound);
        };
        match self.how {
            How::Read(file) => brought(cx, &feed, &mut job, *file)?,
            How::Refused(said) => {
                job.said = Some(said);
                job.trouble = None;
                ends(cx, school, &mut job, Ended::Refused);
            }
            How::Replaced => ends(cx, school, &mut job, Ended::Replaced),
            How::Failed(trouble) => failed(cx, school, &mut job, trouble),
        }
        jobs::save(cx.tx(), &job)?;
        let settled = Settled {
            ended: job.ended.map(|(_, ended)| ended),
            said: job.said,
        };
        Ok(cx.unchanged(settled))
    }
}

fn brought(
    cx: &mut Granted<'_, '_>,
    feed: &FeedRow,
    job: &mut JobRow,
    file: LookedAt,
) -> Result<(), Refusal> {
    let (school, now, today) = (feed.school, cx.now(), cx.today());
    let waits = standing::against(cx.tx(), feed)?;
    let brought = bring(file, (school, feed.id), waits, cx)?;
    job.import = Some(brought.import);
    job.counts = serde_json::to_string(&brought.counts).ok();
    job.waits = brought.waits;
    job.trouble = None;
    job.ended = Some((
        now,
        match brought.waits {
            waits if waits != Waits::NONE => Ended::Waits,
            _ if brought.counts.unchanged() => Ended::Same,
            _ => Ended::Stored,
        },
    ));
    feeds::heard(cx.tx(), (school, feed.id), now)?;
    if let Some(missing) = brought.missing {
        feeds::put_missing(cx.tx(), (school, feed.id), &missing, today)?;
    }
    Ok(())
}

fn ends(cx: &mut Granted<'_, '_>, school: SchoolId, job: &mut JobRow, ended: Ended) {
    job.ended = Some((cx.now(), ended));
    if matches!(ended, Ended::Refused | Ended::Failed) {
        cx.also(Event::FeedFailed {
            school,
            feed: job.feed,
            job: job.id,
        });
    }
}

fn failed(cx: &mut Granted<'_, '_>, school: SchoolId, job: &mut JobRow, trouble: Trouble) {
    job.trouble = Some(trouble);
    let now = cx.now();
    match wait_after(job.tries).and_then(|wait| now.checked_add(wait).ok()) {
        Some(again) => job.due_at = again,
        None => ends(cx, school, job, Ended::Failed),
    }
}

/// What came of a job, by school, job and worker.
#[derive(Debug, Clone, Copy)]
pub struct AtWork<'w> {
    /// The school.
    pub school: SchoolId,
    /// The job.
    pub job: JobId,
    /// Who has it.
    pub by: &'w str,
}

/// One file, whole.
pub struct FileOf {
    /// What it holds.
    pub kind: Option<Kind>,
    /// What it is called.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for FileOf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<a file of {} bytes>", self.bytes.len())
    }
}

const UNTOLD: &str = "It cannot be told what this file holds. Begin its name with a word such as pupils, contacts, staff, attendance, behaviour, suspensions or calendar, or put it into a sub-folder of that name";

impl App {
    /// Reads what came, and stores it or keeps it for somebody. Each step goes
    /// through the gate as the system's own.
    ///
    /// # Errors
    /// A [`Refusal`]; the job is then still this worker's.
    pub fn bring_in(&self, at: AtWork<'_>, file: FileOf) -> Result<Settled, Refusal> {
        let Some(kind) = file.kind else {
            return self.settle(at, How::Refused(UNTOLD.to_owned()));
        };
        self.note(at, Step::Reading, (0, None))?;
        let preview = PreviewImport {
            kind,
            file_name: file.name,
            bytes: file.bytes,
        };
        let system = self.clockwork(at.school);
        let looked = self.fetch(&system, ReadArrival(preview))?.answer;
        let file = match looked {
            Previewed::Read { file, .. }
            | Previewed::Refused {
                file: Some(file), ..
            } => file,
            Previewed::Refused { fault, .. } => {
                let said = format!("{}. {}", fault.what(), fault.remedy());
                return self.settle(at, How::Refused(said));
            }
        };
        self.note(at, Step::Storing, (0, Some(file.rows())))?;
        self.settle(at, How::Read(file))
    }

    /// Ends a job, or has it tried again.
    ///
    /// # Errors
    /// A [`Refusal`]; [`Refusal::Conflict`] when it was taken over.
    pub fn settle(&self, at: AtWork<'_>, how: How) -> Result<Settled, Refusal> {
        let settle = SettleJob {
            job: at.job,
            by: at.by.to_owned(),
            how,
        };
        self.execute(&self.clockwork(at.school), settle)
    }

    /// Says how far a job is.
    ///
    /// # Errors
    /// A [`Refusal`]; [`Refusal::Conflict`] when it was taken over.
    pub fn note(
        &self,
        at: AtWork<'_>,
        step: Step,
        (done, total): (usize, Option<usize>),
    ) -> Result<(), Refusal> {
        let note = NoteStep {
            job: at.job,
            by: at.by.to_owned(),
            step,
            done,
            total,
        };
        if self.execute(&self.clockwork(at.school), note)? {
            Ok(())
        } else {
            Err(Refusal::Conflict)
        }
    }
}
