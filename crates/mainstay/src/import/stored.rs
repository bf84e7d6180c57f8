//! Bringing a file in through the verbs of the page.

use app::{
    Refusal,
    imports::{
        Kind,
        changes::{Changes, Counts},
        confirm::{ConfirmImport, Missing},
        preview::{KeepFile, LookedAt, PreviewImport, Previewed},
    },
};
use intake::report::Kind as Held;

use crate::{
    Problem,
    cli::Import,
    import::{
        chosen::{Chosen, Held as What},
        place::{Place, School},
        read,
        told::{Stored, Told},
    },
};

/// What became of what is stored here.
pub struct Change {
    /// What the file held.
    pub kind: Kind,
    /// How many of each.
    pub counts: Counts,
    /// What to know about single rows.
    pub changes: Changes,
}

/// What a kind of file is stored as.
///
/// # Errors
/// [`Problem::Setting`] if nothing of its kind can be stored.
pub fn can_be(kind: Held) -> Result<Kind, Problem> {
    kind.code().parse().map_err(|_| {
        Problem::Setting(format!(
            "Nothing of the kind '{}' can be stored yet. Add --dry-run to look at the file.",
            kind.code()
        ))
    })
}

/// Brings a file in.
///
/// # Errors
/// [`Problem`].
pub fn import(file: &Chosen, asked: &Import, place: &mut Place) -> Result<Told, Problem> {
    let kind = can_be(file.kind)?;
    // Its rows, and the pupils that later files may be about.
    let mut told = read::only(file, place);
    let Some(school) = &place.school else {
        return Ok(told);
    };
    let bytes = match &file.held {
        What::Bytes(bytes) => bytes.clone(),
        What::Bundle { files, .. } => app::imports::bundled(files.clone()),
    };
    let preview = PreviewImport {
        kind,
        file_name: file.name.clone(),
        bytes,
    };
    let operator = school.app.operator(school.id);
    let looked = school.app.fetch(&operator, preview).map_err(refused)?;
    if let Previewed::Read {
        report,
        file: looked_at,
        changes,
        counts,
    } = looked.answer
    {
        let counts = if asked.dry_run {
            counts
        } else {
            confirm(school, looked_at)?
        };
        told.report = intake::report::Report {
            file: file.name.clone(),
            ..report
        };
        told.stored = Stored::Changed(Box::new(Change {
            kind,
            counts,
            changes,
        }));
    }
    Ok(told)
}

fn confirm(school: &School, file: Box<LookedAt>) -> Result<Counts, Problem> {
    let (app, operator) = (&school.app, school.app.operator(school.id));
    let import = app.execute(&operator, KeepFile { file }).map_err(refused)?;
    let missing = Missing::Stay;
    let done = app.execute(&operator, ConfirmImport { import, missing });
    Ok(done.map_err(refused)?.counts)
}

/// A refused verb as one sentence.
pub fn refused(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::Rejected(reasons) => {
            let words: Vec<String> = reasons.into_iter().map(|reason| reason.words).collect();
            Problem::Refused(format!("{}.", words.join(". ")))
        }
        Refusal::Broken(broken) => Problem::Database(broken),
        other => Problem::Refused(format!("The import could not be done: {other}.")),
    }
}
