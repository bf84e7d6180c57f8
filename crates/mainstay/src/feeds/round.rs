//! One round: every source is looked at, then every job that is due is done.

use std::collections::{HashMap, HashSet};

use app::{
    App, Refusal,
    feeds::{
        claim::{ClaimJob, LetGo},
        look::{Arrived, NoteLook, Taken, ToWatch, Watched, hash_of},
    },
};
use domain::{
    feed::{Ended, Trouble},
    id::{FeedId, SchoolId},
};
use jiff::SignedDuration;

use super::{
    Stop,
    away::{self, Away, Which},
    folder::{self, Found, Unread},
    job,
    settling::Settling,
    sources::{Folder, Sources},
};

/// New files taken from one folder in one look; the rest come with the next.
const MOST_NEW: usize = 50;
/// How often it is written down that nothing was new.
const NOTED: SignedDuration = SignedDuration::from_mins(10);

/// Round after round, with what is remembered from one to the next.
#[derive(Debug)]
pub struct Rounds {
    pub(super) app: App,
    pub(super) sources: Sources,
    pub(super) stop: Stop,
    settling: HashMap<FeedId, Settling>,
    /// Files that could not be put away: their folder cannot be written to.
    stuck: HashSet<(FeedId, String)>,
}

/// A school at work on.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its id.
    pub school: SchoolId,
    /// Its unique reference number.
    pub urn: String,
}

impl Rounds {
    /// Nothing is remembered yet.
    pub fn new(app: App, sources: Sources, stop: Stop) -> Self {
        Self {
            app,
            sources,
            stop,
            settling: HashMap::new(),
            stuck: HashSet::new(),
        }
    }

    /// The same, with nothing remembered.
    pub fn anew(&self) -> Self {
        Self::new(self.app.clone(), self.sources.clone(), self.stop.clone())
    }

    /// Takes back the jobs of whoever was here before.
    pub fn begin(&mut self) {
        for place in self.places() {
            let system = self.app.clockwork(place.school);
            if let Err(refusal) = self.app.execute(&system, LetGo) {
                tracing::error!(school.id = %place.school, error = %refusal, "Jobs were not let go");
            }
        }
    }

    /// One round.
    pub fn go(&mut self) {
        for place in self.places() {
            if self.stop.is_asked() {
                return;
            }
            let done = self.look(&place).and_then(|()| self.work(&place));
            if let Err(refusal) = done {
                tracing::error!(school.id = %place.school, error = %refusal, "A round of feeds ended early");
            }
        }
    }

    fn places(&self) -> Vec<Place> {
        let schools = self.app.schools().unwrap_or_else(|refusal| {
            tracing::error!(error = %refusal, "The schools could not be read");
            Vec::new()
        });
        let all = schools.into_iter();
        all.map(|(school, urn)| Place { school, urn }).collect()
    }

    fn look(&mut self, place: &Place) -> Result<(), Refusal> {
        let system = self.app.clockwork(place.school);
        let watched = self.app.fetch(&system, ToWatch)?.answer;
        for feed in watched {
            let source = self.sources.folder(&place.urn, &feed.source).cloned();
            let (trouble, arrived) = match source {
                None => (Some(Trouble::NotOffered), Vec::new()),
                Some(folder) => match self.look_into(&folder, &feed) {
                    Ok(arrived) => (None, arrived),
                    Err(trouble) => (Some(trouble), Vec::new()),
                },
            };
            let now = self.app.clock().now();
            let is_news = feed
                .looked
                .is_none_or(|(at, before)| before != trouble || now.duration_since(at) >= NOTED);
            if is_news || !arrived.is_empty() {
                let note = NoteLook {
                    feed: feed.feed,
                    trouble,
                    arrived,
                };
                self.app.execute(&system, note)?;
            }
        }
        Ok(())
    }

    /// What is new in a folder and whole. What is known is put away, if it is
    /// done and that was not possible before.
    fn look_into(&mut self, source: &Folder, feed: &Watched) -> Result<Vec<Arrived>, Trouble> {
        let found = folder::list(&source.path)?;
        let mut arrived = Vec::new();
        let mut trouble = None;
        for file in &found {
            let known = feed.taken.iter().find(|one| one.file_name == file.name);
            match known.filter(|one| is_known(one, file)) {
                Some(taken) => self.put_away(source, (feed.feed, taken)),
                None if arrived.len() < MOST_NEW => match self.new_in(source, feed, file) {
                    Ok(new) => arrived.extend(new),
                    Err(in_the_way) => trouble = Some(in_the_way),
                },
                None => {}
            }
        }
        let settling = self.settling.entry(feed.feed).or_default();
        settling.keep(|name| found.iter().any(|file| file.name == name));
        match trouble {
            Some(trouble) if arrived.is_empty() => Err(trouble),
            _ => Ok(arrived),
        }
    }

    /// The file, if it is whole.
    fn new_in(
        &mut self,
        source: &Folder,
        feed: &Watched,
        file: &Found,
    ) -> Result<Option<Arrived>, Trouble> {
        let now = self.app.clock().now();
        let settling = self.settling.entry(feed.feed).or_default();
        if !settling.is_settled(&file.name, file.seen, now, source.settles) {
            return Ok(None);
        }
        let (hash, holds) = match folder::read(&source.path, &file.name) {
            Ok(bytes) => (hash_of(&bytes), feed.holds.of_file(&file.name, &bytes)),
            // In line all the same, so that somebody is told.
            Err(Unread::Trouble(Trouble::TooLarge)) => (format!("{} bytes", file.seen.size), None),
            Err(Unread::Gone) => return Ok(None),
            Err(Unread::Trouble(trouble)) => return Err(trouble),
        };
        Ok(Some(Arrived {
            file_name: file.name.clone(),
            file_at: file.seen.at,
            hash,
            holds,
        }))
    }

    fn put_away(&mut self, source: &Folder, (feed, taken): (FeedId, &Taken)) {
        let away = match taken.ended {
            Some(Ended::Stored | Ended::Same | Ended::Waits) => Away::Done,
            Some(Ended::Refused) => Away::Refused(taken.said.as_deref().unwrap_or_default()),
            Some(Ended::Replaced | Ended::Failed) | None => return,
        };
        self.away(source, (feed, &taken.file_name, taken.file_at), away);
    }

    /// Puts a file away, and remembers where that cannot be done.
    pub(super) fn away(
        &mut self,
        source: &Folder,
        (feed, name, at): (FeedId, &str, jiff::Timestamp),
        away: Away<'_>,
    ) {
        let key = (feed, name.to_owned());
        if self.stuck.contains(&key) {
            return;
        }
        let folder = &source.path;
        let put = away::put(Which { folder, name, at }, away, self.app.clock().now());
        if let Err(error) = put {
            tracing::warn!(feed.id = %feed, %error, "A file could not be put away and stays");
            self.stuck.insert(key);
        }
    }

    /// Does what is due, one job after the other.
    fn work(&mut self, place: &Place) -> Result<(), Refusal> {
        let system = self.app.clockwork(place.school);
        while !self.stop.is_asked() {
            let by = self.app.word_of_chance()?;
            let claim = ClaimJob { by: by.clone() };
            let Some(claimed) = self.app.execute(&system, claim)? else {
                return Ok(());
            };
            job::run(self, place, (&by, &claimed))?;
        }
        Ok(())
    }
}

/// Whether a file is the one that is known. What was gone and is there again is new.
fn is_known(taken: &Taken, file: &Found) -> bool {
    taken.file_at == file.seen.at && taken.ended != Some(Ended::Replaced)
}
