//! Naming the headings of a file that cannot be read, or not wholly, without.

use domain::id::ImportId;
pub use intake::headings::Heading;
use intake::{
    headings::{self, Known, Named},
    limits::Limits,
};

use super::{
    Kind,
    preview::{PreviewImport, Previewed, look_at},
    run::ImportRun,
};
use crate::{Query, Refusal, action::Action, gate::Viewing};

/// The headings of a file that waits. The samples are personal data, for
/// whoever may import and only while the file is kept.
#[derive(Debug, Clone, Copy)]
pub struct FileHeadings {
    /// The run.
    pub import: ImportId,
}

/// The headings of a file, and what they may be.
#[derive(Debug)]
pub struct HeadingsView {
    /// What the file holds.
    pub kind: Kind,
    /// What it is called.
    pub file_name: String,
    /// Headings the contract does not know, and what they were said to mean.
    pub unknown: Vec<(Heading, Option<&'static str>)>,
    /// Headings it knows.
    pub known: Vec<String>,
    /// Every field, by code and by what people call it.
    pub choices: Vec<(&'static str, &'static str)>,
}

impl Query for FileHeadings {
    const ACTION: Action = Action::PreviewImport;
    type On = ImportRun;
    type Output = HeadingsView;

    fn on(&self) -> ImportId {
        self.import
    }

    fn run(self, run: ImportRun, cx: &mut Viewing<'_, '_>) -> Result<HeadingsView, Refusal> {
        let run = run.at(cx.now());
        let bytes = run.file(cx.tx())?.ok_or(Refusal::NotFound)?;
        let kind = run.kind.read_as();
        let choices = headings::choices(kind);
        if choices.is_empty() {
            return Err(Refusal::NotFound);
        }
        let all = headings::of(&bytes, kind, &Limits::default()).map_err(|_| Refusal::NotFound)?;
        let named = run.kept.headings(run.kind);
        let (known, unknown): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|one| one.known == Known::Yes);
        let unknown = unknown.into_iter().map(|one| {
            let said = named.of(&one.written).map(headings::code);
            (one, said)
        });
        Ok(HeadingsView {
            kind: run.kind,
            file_name: run.file_name,
            unknown: unknown.collect(),
            known: known.into_iter().map(|one| one.written).collect(),
            choices: choices
                .into_iter()
                .map(|field| (headings::code(field), field.label()))
                .collect(),
        })
    }
}

/// Looks at a file that waits once more, by headings as they are named now.
/// What was named before for headings of other files stays.
#[derive(Debug, Clone)]
pub struct LookAgain {
    /// The run.
    pub import: ImportId,
    /// Headings and the codes of their fields.
    pub named: Vec<(String, String)>,
}

impl Query for LookAgain {
    const ACTION: Action = Action::PreviewImport;
    type On = ImportRun;
    type Output = Previewed;

    fn on(&self) -> ImportId {
        self.import
    }

    fn run(self, run: ImportRun, cx: &mut Viewing<'_, '_>) -> Result<Previewed, Refusal> {
        let run = run.at(cx.now());
        let bytes = run.file(cx.tx())?.ok_or(Refusal::NotFound)?;
        let kind = run.kind.read_as();
        let here = headings::of(&bytes, kind, &Limits::default()).unwrap_or_default();
        let before = run.kept.headings(run.kind);
        let elsewhere = before.pairs().filter(|(heading, _)| {
            let compared = |one: &Heading| intake::field::normalised(&one.written);
            !here.iter().any(|one| compared(one) == *heading)
        });
        let now = self.named.iter();
        let now = now.map(|(heading, field)| (heading.as_str(), field.as_str()));
        let named = Named::new(kind, elsewhere.chain(now));
        let file = PreviewImport {
            kind: run.kind,
            file_name: run.file_name,
            bytes,
        };
        look_at(file, named, run.school, cx)
    }
}
