//! Looking at a file before anything of it is stored.

use domain::{
    id::{FeedId, ImportId, SchoolId},
    text::Line,
};
use intake::{
    fault::FileFault,
    headings::{Named, choices},
    limits::Limits,
    report::Report,
};
use store::imports::{self, RunRow, before, headings};

use super::{
    Kind,
    changes::{Changes, Counts},
    kept::Kept,
    look::{FileIn, look},
    plan::{Ids, Plan},
    register::Known,
    run::{too_late_to_undo, too_old},
};
use crate::{
    Actor, App, Command, Query, Refusal,
    action::Action,
    gate::{Granted, Recorded, Viewing},
    subject::School,
};

/// Reads a file and says what it would change; nothing is stored. A large file
/// takes a while, and as a view it keeps nobody from saving meanwhile.
pub struct PreviewImport {
    /// What the file holds.
    pub kind: Kind,
    /// What it is called.
    pub file_name: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for PreviewImport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{} bytes of {}>", self.bytes.len(), self.kind.code())
    }
}

impl PreviewImport {
    /// Without passwords, which no roster needs to hand over.
    fn for_keeping(self) -> Self {
        if !self.kind.is_roster() {
            return self;
        }
        Self {
            bytes: intake::roster::for_keeping(self.bytes, &Limits::default()),
            ..self
        }
    }
}

/// What came of looking at a file.
#[derive(Debug)]
pub enum Previewed {
    /// It cannot be read at all.
    Refused {
        /// The published report.
        report: Report,
        /// What is wrong, and what to do.
        fault: FileFault,
        /// The file, if it may be read once its headings are named.
        file: Option<Box<LookedAt>>,
    },
    /// It can be read.
    Read {
        /// The published report.
        report: Report,
        /// The file, to be kept for confirming.
        file: Box<LookedAt>,
        /// What it would change.
        changes: Changes,
        /// How many of each.
        counts: Counts,
    },
}

/// A file that was looked at; only looking at one makes it.
pub struct LookedAt {
    kind: Kind,
    file_name: String,
    bytes: Vec<u8>,
    kept: Kept,
    named: Named,
}

impl LookedAt {
    /// How many rows it has.
    pub(crate) fn rows(&self) -> usize {
        self.kept.count("total")
    }

    /// What it holds.
    pub(super) const fn kind(&self) -> Kind {
        self.kind
    }
}

impl std::fmt::Debug for LookedAt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{} bytes of {}>", self.bytes.len(), self.kind.code())
    }
}

impl Query for PreviewImport {
    const ACTION: Action = Action::PreviewImport;
    type On = School;
    type Output = Previewed;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Viewing<'_, '_>) -> Result<Previewed, Refusal> {
        look_as_named(self, school.0.id, cx)
    }
}

/// Looks at a file by the headings as they were named for earlier ones.
pub(super) fn look_as_named(
    file: PreviewImport,
    school: SchoolId,
    cx: &mut Viewing<'_, '_>,
) -> Result<Previewed, Refusal> {
    let known = headings::named(cx.tx(), school, file.kind.code())?;
    let pairs = known.iter();
    let named = Named::new(
        file.kind.read_as(),
        pairs.map(|(heading, field)| (heading.as_str(), field.as_str())),
    );
    look_at(file, named, school, cx)
}

/// Looks at a file by the headings as named.
pub(super) fn look_at(
    file: PreviewImport,
    named: Named,
    school: SchoolId,
    cx: &mut Viewing<'_, '_>,
) -> Result<Previewed, Refusal> {
    let today = cx.today();
    let file = file.for_keeping();
    let known = Known::of(cx.tx(), school, file.kind)?;
    let file_name = file_name(&file.file_name);
    let looked = look(
        &FileIn {
            kind: file.kind,
            name: &file_name,
            bytes: &file.bytes,
            named: &named,
        },
        today,
        known,
    );
    let report = looked.report;
    let kept = |kept: Kept| {
        Box::new(LookedAt {
            kind: file.kind,
            file_name,
            kept: kept.fingerprinted(&file.bytes).named(&named),
            bytes: file.bytes,
            named,
        })
    };
    let rows = match looked.rows {
        Ok(rows) => rows,
        Err(fault) => {
            let can_be_named = matches!(fault, FileFault::MissingColumn { .. })
                && !choices(file.kind.read_as()).is_empty();
            let file = can_be_named.then(|| kept(Kept::unread(&report)));
            return Ok(Previewed::Refused {
                report,
                fault,
                file,
            });
        }
    };
    let plan = Plan::of(cx.tx(), school, &rows, today, &Ids::Nobodys)?;
    let counts = plan.counts();
    let file = kept(Kept::of(&report, &rows, plan.changes(), counts));
    Ok(Previewed::Read {
        report,
        file,
        changes: plan.into_changes(),
        counts,
    })
}

/// Erases files that nobody confirmed within a day, and how things were before
/// imports that can be undone no longer.
pub(crate) fn forget_files(cx: &mut Granted<'_, '_>, school: SchoolId) -> Result<(), Refusal> {
    let now = cx.now();
    imports::drop_older(cx.tx(), school, too_old(now), now)?;
    before::forget(cx.tx(), school, too_late_to_undo(now))?;
    Ok(())
}

/// Keeps a file that was looked at for a day, so that it can be confirmed.
#[derive(Debug)]
pub struct KeepFile {
    /// The file.
    pub file: Box<LookedAt>,
}

impl Command for KeepFile {
    const ACTION: Action = Action::PreviewImport;
    type On = School;
    type Output = ImportId;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Granted<'_, '_>) -> Result<Recorded<ImportId>, Refusal> {
        let school = school.0.id;
        forget_files(cx, school)?;
        let run = keep(*self.file, (school, None), cx)?;
        // Nothing of the school's has changed, so there is no event: the run
        // itself says who looked at which file, and when.
        Ok(cx.unchanged(run.id))
    }
}

/// Keeps a file as a run, handed in by whoever asks or brought by a feed.
pub(super) fn keep(
    file: LookedAt,
    (school, feed): (SchoolId, Option<FeedId>),
    cx: &mut Granted<'_, '_>,
) -> Result<RunRow, Refusal> {
    let run = RunRow {
        school,
        id: cx.new_id()?,
        kind: file.kind.code().to_owned(),
        file_name: file.file_name,
        made_by: cx.written(),
        made_at: cx.now(),
        confirmed_at: None,
        dropped_at: None,
        undone_at: None,
        report: file.kept.written(),
        feed,
    };
    imports::add(cx.tx(), &run, file.bytes)?;
    headings::name(cx.tx(), school, &run.kind, file.named.pairs())?;
    Ok(run)
}

/// Looks at a file and keeps it, both through the gate; nothing if it cannot be
/// read.
///
/// # Errors
/// A [`Refusal`] of either.
pub fn look_and_keep(
    app: &App,
    actor: &Actor,
    look: PreviewImport,
) -> Result<Option<ImportId>, Refusal> {
    match app.fetch(actor, look)?.answer {
        Previewed::Read { file, .. } => app.execute(actor, KeepFile { file }).map(Some),
        Previewed::Refused { .. } => Ok(None),
    }
}

/// Only the name, without the folders some browsers send, and not too long.
fn file_name(sent: &str) -> String {
    let name = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let short: String = name.chars().filter(|c| !c.is_control()).take(120).collect();
    Line::<120>::new(&short).map_or_else(|_| "file".to_owned(), String::from)
}
