//! Doing one job: reading the file again, and handing it in.

use app::{
    App, Refusal,
    feeds::{
        claim::Claimed,
        look::hash_of,
        settle::{AtWork, FileOf, How, Settled},
    },
};
use domain::feed::{Ended, Trouble};

use super::{
    away::Away,
    folder::{self, Unread},
    round::{Place, Rounds},
};

/// Does a job and puts its file away.
///
/// # Errors
/// [`Refusal`] when not even its failing could be written down.
pub fn run(
    rounds: &mut Rounds,
    place: &Place,
    (by, claimed): (&str, &Claimed),
) -> Result<(), Refusal> {
    let at = AtWork {
        school: place.school,
        job: claimed.job,
        by,
    };
    let source = rounds.sources.folder(&place.urn, &claimed.source).cloned();
    let Some(source) = source else {
        return fails(&rounds.app, at, Trouble::NotOffered);
    };
    let bytes = match folder::read(&source.path, &claimed.file_name) {
        Ok(bytes) if hash_of(&bytes) == claimed.hash => bytes,
        Ok(_) | Err(Unread::Gone) => return ends(&rounds.app, at, How::Replaced).map(drop),
        Err(Unread::Trouble(Trouble::TooLarge)) => {
            let (what, remedy) = (Trouble::TooLarge.label(), Trouble::TooLarge.remedy());
            let said = format!("{what}. {remedy}");
            let settled = ends(&rounds.app, at, How::Refused(said))?;
            put_away(rounds, &source, claimed, settled);
            return Ok(());
        }
        Err(Unread::Trouble(trouble)) => return fails(&rounds.app, at, trouble),
    };
    let name = claimed.file_name.rsplit('/').next();
    let file = FileOf {
        kind: claimed.holds,
        name: name.unwrap_or_default().to_owned(),
        bytes,
    };
    match rounds.app.bring_in(at, file) {
        Ok(settled) => {
            put_away(rounds, &source, claimed, Some(settled));
            Ok(())
        }
        // Somebody else has it now.
        Err(Refusal::Conflict) => Ok(()),
        Err(refusal) => {
            tracing::error!(job.id = %claimed.job, job.attempt = claimed.tries, error = %refusal, "A job did not work");
            fails(&rounds.app, at, Trouble::Database)
        }
    }
}

fn put_away(
    rounds: &mut Rounds,
    source: &super::sources::Folder,
    claimed: &Claimed,
    settled: Option<Settled>,
) {
    let Some(settled) = settled else {
        return;
    };
    let said = settled.said.unwrap_or_default();
    let away = match settled.ended {
        Some(Ended::Stored | Ended::Same | Ended::Waits) => Away::Done,
        Some(Ended::Refused) => Away::Refused(&said),
        Some(Ended::Replaced | Ended::Failed) | None => return,
    };
    let which = (claimed.feed, claimed.file_name.as_str(), claimed.file_at);
    rounds.away(source, which, away);
}

fn fails(app: &App, at: AtWork<'_>, trouble: Trouble) -> Result<(), Refusal> {
    ends(app, at, How::Failed(trouble)).map(drop)
}

/// What came of it; nothing if somebody else has it now.
fn ends(app: &App, at: AtWork<'_>, how: How) -> Result<Option<Settled>, Refusal> {
    match app.settle(at, how) {
        Ok(settled) => Ok(Some(settled)),
        Err(Refusal::Conflict) => Ok(None),
        Err(refusal) => Err(refusal),
    }
}
