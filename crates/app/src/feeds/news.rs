//! What of the feeds needs somebody: silence, what was refused or given up, and
//! what waits. Pure: it is told from the lines of [`super::view`].

use domain::{
    feed::{Ended, Trouble, Waits},
    id::{FeedId, ImportId},
};
use jiff::civil::Date;

use super::view::{FeedLine, Stands, Still};

/// One thing about one feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// The feed.
    pub feed: FeedId,
    /// What the school calls it.
    pub name: String,
    /// What it is.
    pub what: What,
}

/// What needs somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Nothing has come for too long.
    Quiet {
        /// Since when.
        since: Date,
    },
    /// Its source cannot be looked at.
    Blocked(Trouble),
    /// Something that came was refused.
    Refused {
        /// The file.
        file_name: String,
    },
    /// Something that came was given up after several tries.
    GivenUp {
        /// What was in the way.
        trouble: Option<Trouble>,
    },
    /// Something waits to be checked.
    Waits {
        /// How many files do.
        files: usize,
        /// The newest.
        import: ImportId,
        /// What it waits for.
        waits: Waits,
    },
    /// Whoever said that it stores by itself may not any more.
    Unconfirmed,
    /// Pupils were not in its newest full list.
    MayHaveLeft {
        /// How many.
        pupils: usize,
    },
}

/// What needs somebody, the most pressing of each feed first.
pub fn news(lines: &[FeedLine]) -> Vec<News> {
    lines.iter().flat_map(of_one).collect()
}

fn of_one(line: &FeedLine) -> Vec<News> {
    let mut all = Vec::new();
    if line.paused.is_none() {
        if line.offered.is_none() {
            all.push(What::Blocked(Trouble::NotOffered));
        } else if let Some(trouble) = line.trouble {
            all.push(What::Blocked(trouble));
        }
        if let Some(since) = line.quiet_since {
            all.push(What::Quiet { since });
        }
        if line
            .alone
            .as_ref()
            .is_some_and(|one| one.holds == Still::Ended)
        {
            all.push(What::Unconfirmed);
        }
    }
    all.extend(of_last(line));
    if let Some((newest, import)) = line.waiting.iter().find_map(|job| Some((job, job.import?))) {
        let waits = match &newest.stands {
            Stands::Done { waits, .. } => *waits,
            Stands::InLine | Stands::AtWork { .. } | Stands::Again { .. } => Waits::NONE,
        };
        all.push(What::Waits {
            files: line.waiting.len(),
            import,
            waits,
        });
    }
    if line.missing > 0 {
        all.push(What::MayHaveLeft {
            pupils: line.missing,
        });
    }
    let news = |what| News {
        feed: line.id,
        name: line.name.clone(),
        what,
    };
    all.into_iter().map(news).collect()
}

/// What is wrong with the newest of what did not come rightly.
fn of_last(line: &FeedLine) -> Option<What> {
    let last = line.amiss.first()?;
    let Stands::Done { ended, trouble, .. } = &last.stands else {
        return None;
    };
    match ended {
        Ended::Refused => Some(What::Refused {
            file_name: last.file_name.clone(),
        }),
        Ended::Failed => Some(What::GivenUp { trouble: *trouble }),
        Ended::Stored | Ended::Same | Ended::Waits | Ended::Replaced => None,
    }
}
