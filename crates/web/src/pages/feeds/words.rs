//! Feeds in sentences.

use app::feeds::{
    SourceKind,
    view::{FeedLine, JobLine, Stands, Still},
};
use domain::{
    clock::{london, london_date},
    feed::{Ended, Trouble, Waits},
};
use jiff::{Timestamp, civil::Date};

use crate::{
    components::Tag,
    pages::imports::words::{done as did, would_do},
    words::{capital, figures, list, recent_day, time},
};

/// "today, 2:15am", or "Monday 9 November, 2:15am".
pub(super) fn when(at: Timestamp, today: Date) -> String {
    let local = at.to_zoned_datetime(london());
    let day = recent_day(london_date(at), today);
    format!("{day}, {}", time(local.time()))
}

/// How a feed is, in a few words.
pub(super) fn tag(line: &FeedLine) -> Tag {
    if line.paused.is_some() {
        return Tag::not_started("Paused");
    }
    if line.offered.is_none() || line.trouble.is_some() {
        return Tag::adult_is_late("Blocked");
    }
    if line.quiet_since.is_some() {
        return Tag::adult_is_late("Quiet");
    }
    if !line.amiss.is_empty() {
        return Tag::adult_is_late("Did not work");
    }
    if !line.waiting.is_empty() {
        return Tag::wants_attention("Waiting for you");
    }
    if line.heard_at.is_none() {
        return Tag::not_started("Nothing yet");
    }
    Tag::done("Working")
}

/// Where it comes from.
pub(super) fn source(line: &FeedLine) -> String {
    match &line.offered {
        None => format!("‘{}’, which the server no longer offers", line.source),
        Some(offered) => match offered.kind {
            SourceKind::Folder => format!("The folder {}", offered.place),
            SourceKind::Wonde => format!("Wonde, at {}", offered.place),
        },
    }
}

/// Whether it stores by itself, and who said so.
pub(super) fn stores(line: &FeedLine, today: Date) -> String {
    match &line.alone {
        None => "Waits for somebody to check each file".to_owned(),
        Some(standing) => {
            let given = format!(
                "{} confirmed it {}",
                standing.by,
                small_when(standing.at, today)
            );
            match standing.holds {
                Still::Stands => format!("Stores by itself. {given}"),
                Still::Ended => format!("Waits. {given}, and may not import any more"),
            }
        }
    }
}

fn small_when(at: Timestamp, today: Date) -> String {
    let day = london_date(at);
    if day == today {
        "today".to_owned()
    } else {
        format!("on {}", crate::words::long_date_with_year(day))
    }
}

/// When something readable last came.
pub(super) fn heard(line: &FeedLine, today: Date) -> String {
    match (line.heard_at, line.quiet_since) {
        (None, None) => "Nothing yet".to_owned(),
        (None, Some(_)) => "Nothing ever".to_owned(),
        (Some(at), _) => capital(&when(at, today)),
    }
}

/// What happens next.
pub(super) fn next(line: &FeedLine, today: Date) -> String {
    if line.paused.is_some() {
        return "Nothing, while it is paused".to_owned();
    }
    let Some(first) = line.open.first() else {
        return match line.offered.as_ref().map(|one| one.kind) {
            None => "Nothing, until the server offers it again".to_owned(),
            Some(SourceKind::Folder) => "As soon as a file is put there".to_owned(),
            Some(SourceKind::Wonde) => "In the night".to_owned(),
        };
    };
    let rest = match line.open.len() - 1 {
        0 => String::new(),
        n => format!(
            " {} after it.",
            capital(&figures(n, "more file", "more files"))
        ),
    };
    format!("{}: {}{rest}", first.file_name, stands(first, today))
}

/// How a job stands, as a sentence.
pub(super) fn stands(job: &JobLine, today: Date) -> String {
    match &job.stands {
        Stands::InLine => "In line.".to_owned(),
        Stands::AtWork { step, done, total } => {
            let what = step.map_or("Begun", app::feeds::claim::Step::label);
            match (done, total) {
                (0, Some(total)) => format!("{what}, {total} rows."),
                (done, Some(total)) => format!("{what}, {done} of {total} rows."),
                (0, None) => format!("{what}."),
                (done, None) => format!("{what}, {done} rows so far."),
            }
        }
        Stands::Again { trouble, at, tries } => format!(
            "{}. Tried {}; the next time {}.",
            trouble.label(),
            figures(usize::try_from(*tries).unwrap_or(1), "time", "times"),
            when(*at, today)
        ),
        Stands::Done {
            ended,
            waits,
            trouble,
            said,
            ..
        } => done(job, *ended, (*waits, *trouble), said.as_deref()),
    }
}

fn done(
    job: &JobLine,
    ended: Ended,
    (waits, trouble): (Waits, Option<Trouble>),
    said: Option<&str>,
) -> String {
    let counts = job.kind.zip(job.counts);
    match ended {
        Ended::Stored | Ended::Same => {
            counts.map_or_else(String::new, |(kind, counts)| did(kind, counts))
        }
        Ended::Waits => {
            let would = counts.map_or_else(String::new, |(kind, counts)| would_do(kind, counts));
            let why = because(waits);
            if waits.has(domain::feed::Wait::Headings) {
                why
            } else {
                format!("{would} {why}")
            }
        }
        Ended::Refused => with_a_stop(said.unwrap_or("It cannot be read")),
        Ended::Replaced => "A newer file came before this one was read.".to_owned(),
        Ended::Failed => match trouble {
            Some(trouble) => format!("{}. {}.", trouble.label(), trouble.remedy()),
            None => "It did not work.".to_owned(),
        },
    }
}

/// "It waits because this feed does not store by itself."
pub(super) fn because(waits: Waits) -> String {
    let all: Vec<&str> = waits.iter().map(domain::feed::Wait::label).collect();
    if all.is_empty() {
        return String::new();
    }
    format!("It waits because {}.", list(&all))
}

fn with_a_stop(words: &str) -> String {
    format!("{}.", words.trim_end_matches('.'))
}

/// How a job ended, as a tag.
pub(super) fn job_tag(job: &JobLine) -> Tag {
    match &job.stands {
        Stands::InLine => Tag::not_started("In line"),
        Stands::AtWork { .. } => Tag::not_started("At work"),
        Stands::Again { .. } => Tag::wants_attention("Tried again"),
        Stands::Done { ended, .. } => match ended {
            Ended::Stored | Ended::Same => Tag::done(ended.label()),
            Ended::Waits => Tag::wants_attention("Waiting"),
            Ended::Refused | Ended::Failed => Tag::adult_is_late(ended.label()),
            Ended::Replaced => Tag::not_started("Replaced"),
        },
    }
}
