//! Reads everything about the feeds of a school, in a fixed number of questions.

use std::collections::HashMap;

use domain::{
    clock::london_date,
    dates::SchoolCalendar,
    feed::Ended,
    id::{AccountId, FeedId, ImportId, SchoolId},
};
use jiff::{SignedDuration, Timestamp, civil::Date};
use store::{
    accounts::{self, AccountRow},
    feeds::{self, FeedRow},
    imports,
    jobs::{self, JobRow},
    pupils, schools,
};

use super::{FeedLine, FeedView, FeedsView, JobLine, MissingPupil, Standing, Stands, Still};
use crate::{
    Query, Refusal,
    action::Action,
    feeds::{Feed, Holds, KEPT_DAYS, Offered, set_up::offered_to, standing::may_confirm},
    gate::Viewing,
    subject::School,
};

/// Every feed of the school.
#[derive(Debug, Clone, Copy)]
pub struct Feeds;

impl Query for Feeds {
    const ACTION: Action = Action::ViewFeeds;
    type On = School;
    type Output = FeedsView;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Viewing<'_, '_>) -> Result<FeedsView, Refusal> {
        let rows = feeds::of_school(cx.tx(), school.0.id)?;
        let around = Around::load(cx, school.0.id, &school.0.urn)?;
        Ok(FeedsView {
            free: around.free(&rows, None),
            offers: around.offered.len(),
            feeds: rows.into_iter().map(|row| around.line(row)).collect(),
        })
    }
}

/// One feed, with what it brought in the last weeks.
#[derive(Debug, Clone, Copy)]
pub struct ViewFeed {
    /// The feed.
    pub feed: FeedId,
}

impl Query for ViewFeed {
    const ACTION: Action = Action::ViewFeeds;
    type On = Feed;
    type Output = FeedView;

    fn on(&self) -> FeedId {
        self.feed
    }

    fn run(self, feed: Feed, cx: &mut Viewing<'_, '_>) -> Result<FeedView, Refusal> {
        let (school, row) = (feed.row.school, feed.row);
        let rows = feeds::of_school(cx.tx(), school)?;
        let around = Around::load(cx, school, &feed.urn)?;
        let missing = feeds::missing(cx.tx(), (school, row.id))?;
        let since: HashMap<_, _> = missing.into_iter().collect();
        let all = pupils::of_school(cx.tx(), school)?.into_iter();
        let missing = all.filter_map(|pupil| {
            Some(MissingPupil {
                id: pupil.id,
                since: *since.get(&pupil.id)?,
                name: pupil.name.full(),
                class: pupil.group.map(String::from).unwrap_or_default(),
            })
        });
        let jobs = around.jobs.iter().filter(|job| job.feed == row.id);
        Ok(FeedView {
            jobs: jobs.map(|job| around.job(job)).collect(),
            missing: missing.collect(),
            sources: around.free(&rows, Some(row.id)),
            line: around.line(row),
        })
    }
}

/// What every line needs.
struct Around {
    now: Timestamp,
    today: Date,
    calendar: SchoolCalendar,
    accounts: HashMap<AccountId, AccountRow>,
    jobs: Vec<JobRow>,
    waiting: Vec<ImportId>,
    missing: HashMap<FeedId, usize>,
    offered: Vec<Offered>,
}

impl Around {
    fn load(cx: &mut Viewing<'_, '_>, school: SchoolId, urn: &str) -> Result<Self, Refusal> {
        let (now, today) = (cx.now(), cx.today());
        let kept = SignedDuration::from_hours(24 * KEPT_DAYS);
        let since = now.checked_sub(kept).unwrap_or(now);
        let offered = offered_to(cx.app().sources(), urn);
        let offered = offered.into_iter().cloned().collect();
        let people = accounts::of_school(cx.tx(), school)?.into_iter();
        Ok(Self {
            now,
            today,
            calendar: schools::calendar(cx.tx(), school)?,
            accounts: people.map(|one| (one.id, one)).collect(),
            jobs: jobs::since(cx.tx(), school, since)?,
            waiting: imports::waiting_of_feeds(cx.tx(), school)?,
            missing: feeds::count_missing(cx.tx(), school)?.into_iter().collect(),
            offered,
        })
    }

    /// What no other feed uses.
    fn free(&self, rows: &[FeedRow], mine: Option<FeedId>) -> Vec<Offered> {
        let is_taken = |one: &&Offered| {
            let by = rows.iter().find(|row| row.source == one.name);
            by.is_none_or(|row| Some(row.id) == mine)
        };
        self.offered.iter().filter(is_taken).cloned().collect()
    }

    fn name(&self, account: AccountId) -> String {
        let known = self.accounts.get(&account);
        known.map_or_else(|| "Somebody".to_owned(), |one| one.name.clone())
    }

    fn line(&self, row: FeedRow) -> FeedLine {
        let mine: Vec<&JobRow> = self.jobs.iter().filter(|job| job.feed == row.id).collect();
        let done = mine.iter().filter(|job| {
            let ended = job.ended.map(|(_, ended)| ended);
            ended.is_some_and(|ended| ended != Ended::Replaced)
        });
        let last = done.max_by_key(|job| job.ended).map(|job| self.job(job));
        let mut open: Vec<&&JobRow> = mine.iter().filter(|job| job.ended.is_none()).collect();
        open.sort_by_key(|job| (job.place, job.file_at, job.file_name.clone()));
        let waiting = mine.iter().filter(|job| {
            job.import
                .is_some_and(|import| self.waiting.contains(&import))
        });
        FeedLine {
            id: row.id,
            name: row.name.to_string(),
            offered: self
                .offered
                .iter()
                .find(|one| one.name == row.source)
                .cloned(),
            holds: row.holds.parse().unwrap_or(Holds::Auto),
            rhythm: row.rhythm,
            alone: row.alone.map(|(by, at)| Standing {
                by: self.name(by),
                at,
                holds: match self.accounts.get(&by) {
                    Some(account) if may_confirm(account) => Still::Stands,
                    _ => Still::Ended,
                },
            }),
            paused: row.paused.map(|(by, at)| (self.name(by), at)),
            looked_at: row.looked_at,
            trouble: row.trouble,
            heard_at: row.heard_at,
            quiet_since: self.quiet_since(&row),
            last,
            amiss: amiss(&mine).map(|job| self.job(job)).collect(),
            open: open.into_iter().map(|job| self.job(job)).collect(),
            waiting: waiting.map(|job| self.job(job)).collect(),
            missing: self.missing.get(&row.id).copied().unwrap_or(0),
            version: row.version,
            source: row.source,
        }
    }

    fn quiet_since(&self, row: &FeedRow) -> Option<Date> {
        if row.paused.is_some() {
            return None;
        }
        let from = row.heard_at.unwrap_or(row.expected_from);
        let from = london_date(from.max(row.expected_from));
        let is_quiet = row.rhythm.is_quiet(from, self.today, &self.calendar);
        is_quiet.then_some(from)
    }

    fn job(&self, job: &JobRow) -> JobLine {
        let is_held = job
            .held
            .as_ref()
            .is_some_and(|(_, until)| *until >= self.now);
        let stands = match (job.ended, job.trouble) {
            (Some((at, ended)), trouble) => Stands::Done {
                at,
                ended,
                waits: job.waits,
                trouble,
                said: job.said.clone(),
            },
            (None, _) if is_held => {
                let step = job.step.as_ref();
                Stands::AtWork {
                    step: step.and_then(|step| step.what.parse().ok()),
                    done: step.map_or(0, |step| step.done),
                    total: step.and_then(|step| step.total),
                }
            }
            (None, Some(trouble)) => Stands::Again {
                trouble,
                at: job.due_at,
                tries: job.tries,
            },
            (None, None) => Stands::InLine,
        };
        JobLine {
            id: job.id,
            file_name: job.file_name.clone(),
            kind: job.holds.as_ref().and_then(|code| code.parse().ok()),
            made_at: job.made_at,
            stands,
            counts: job
                .counts
                .as_ref()
                .and_then(|counts| serde_json::from_str(counts).ok()),
            import: job.import,
        }
    }
}

/// Jobs that were refused or given up, where nothing of the kind, or of the
/// name, has come rightly since.
fn amiss<'j>(mine: &'j [&'j JobRow]) -> impl Iterator<Item = &'j JobRow> {
    let is_amiss = |job: &JobRow| {
        let ended = job.ended.map(|(_, ended)| ended);
        matches!(ended, Some(Ended::Refused | Ended::Failed))
    };
    let is_right = |job: &JobRow| {
        let ended = job.ended.map(|(_, ended)| ended);
        matches!(ended, Some(Ended::Stored | Ended::Same | Ended::Waits))
    };
    let is_cured = move |one: &JobRow| {
        mine.iter().any(|job| {
            let is_like =
                job.file_name == one.file_name || job.holds.is_some() && job.holds == one.holds;
            is_right(job) && is_like && job.made_at > one.made_at
        })
    };
    let all = mine.iter().copied();
    all.filter(move |job| is_amiss(job) && !is_cured(job))
}
