//! What a feed brings: stored at once where somebody confirmed that beforehand
//! and nothing speaks against it, else kept for somebody to look.

use domain::{
    feed::{Wait, Waits},
    id::{FeedId, ImportId, PupilId, SchoolId},
};
use store::imports;

use super::{
    Kind,
    changes::Counts,
    confirm::Ready,
    plan::Plan,
    preview::{LookedAt, PreviewImport, Previewed, forget_files, keep, look_as_named},
    run::ImportRun,
};
use crate::{
    Query, Refusal,
    action::Action,
    gate::{Granted, Viewing},
    subject::School,
};

/// Looks at what a feed brought, as [`PreviewImport`] does for a person.
#[derive(Debug)]
pub(crate) struct ReadArrival(pub(crate) PreviewImport);

impl Query for ReadArrival {
    const ACTION: Action = Action::RunFeeds;
    type On = School;
    type Output = Previewed;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Viewing<'_, '_>) -> Result<Previewed, Refusal> {
        look_as_named(self.0, school.0.id, cx)
    }
}

/// What became of what a feed brought.
pub(crate) struct Brought {
    pub(crate) import: ImportId,
    pub(crate) counts: Counts,
    /// What it waits for; stored if that is nothing.
    pub(crate) waits: Waits,
    /// Pupils on roll who are not in it, if it is a whole list that was stored.
    pub(crate) missing: Option<Vec<PupilId>>,
}

/// Keeps the file, and stores it unless it has to wait. `waits` is what speaks
/// against storing already.
pub(crate) fn bring(
    file: LookedAt,
    (school, feed): (SchoolId, FeedId),
    waits: Waits,
    cx: &mut Granted<'_, '_>,
) -> Result<Brought, Refusal> {
    let (now, kind) = (cx.now(), file.kind());
    forget_files(cx, school)?;
    let undone = imports::newest_was_undone(cx.tx(), (school, feed), kind.code())?;
    if kind.is_whole_list() {
        imports::drop_overtaken(cx.tx(), (school, feed), kind.code(), now)?;
    }
    let row = keep(file, (school, Some(feed)), cx)?;
    let run = ImportRun::read(&row, now)?;
    if run.kept.is_unread() {
        return Ok(Brought {
            import: run.id,
            counts: Counts::default(),
            waits: waits.with(Wait::Headings),
            missing: None,
        });
    }
    let ready = Ready::of(run, cx)?;
    let waits = against(
        &ready,
        if undone {
            waits.with(Wait::Undone)
        } else {
            waits
        },
    );
    let (import, counts) = (ready.run.id, ready.counts);
    if waits != Waits::NONE {
        return Ok(Brought {
            import,
            counts,
            waits,
            missing: None,
        });
    }
    let missing = match &ready.plan {
        Plan::Pupils(plan) if kind == Kind::Pupils => {
            Some(plan.missing.iter().map(|pupil| pupil.id).collect())
        }
        // One that holds changes only names those who are gone, and says nothing of others.
        Plan::Roster(plan) if !plan.missing.is_empty() => {
            Some(plan.missing.iter().map(|pupil| pupil.id).collect())
        }
        _ => None,
    };
    let imported = ready.store(cx)?;
    Ok(Brought {
        import,
        counts: imported.counts,
        waits,
        missing,
    })
}

/// What in the file itself speaks against storing it before somebody looked.
fn against(ready: &Ready, mut waits: Waits) -> Waits {
    let changes = ready.plan.changes();
    // Nothing happens to staff who are not in a list.
    if ready.run.kind != Kind::Staff && changes.many_missing() {
        waits = waits.with(Wait::ManyMissing);
    }
    if !changes.clashes.is_empty() {
        waits = waits.with(Wait::Clashes);
    }
    let kept = &ready.run.kept;
    if kept.count("rejected") * 20 > kept.count("total") {
        waits = waits.with(Wait::ManyRefused);
    }
    waits
}
