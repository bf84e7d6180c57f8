//! The one file that names the PDF library. It hands the engine a small world
//! in which only our templates, our fonts and one document's data exist: no
//! disk, no network, no clock, no packages.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil::Date;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::document::Document;
use crate::fonts;
use crate::letters;

/// Why a document could not be set. Carries no words of the document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperProblem {
    /// The template did not compile, or the engine refused to write the file.
    #[error("set {template}: {reason}")]
    Refused {
        /// The template in use.
        template: &'static str,
        /// The engine's own first complaint, without quoted text.
        reason: String,
    },
    /// The document names a template that is not embedded.
    #[error("set {template}: no such template")]
    NoTemplate {
        /// The name asked for.
        template: &'static str,
    },
}

/// How many documents ago a cached part of a page may last have been used.
const KEEP_FOR: usize = 5;

/// Where a template finds its document.
const DATA: &str = "/data.json";

/// The templates, by the name they import each other under.
const TEMPLATES: [(&str, &str); 4] = [
    ("/plan.typ", include_str!("../templates/plan.typ")),
    ("/sheet.typ", include_str!("../templates/sheet.typ")),
    ("/timeline.typ", include_str!("../templates/timeline.typ")),
    ("/ladder.typ", include_str!("../templates/ladder.typ")),
];

/// What every document shares: read once, kept for good.
struct Press {
    typst: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: Vec<Source>,
    data: Option<FileId>,
}

static PRESS: LazyLock<Press> = LazyLock::new(|| {
    let fonts: Vec<Font> = fonts::FILES
        .iter()
        .flat_map(|file| Font::iter(Bytes::new(*file)))
        .collect();
    // Row headers in tables still stand behind this switch.
    let features = [Feature::A11yExtras].into_iter().collect();
    Press {
        typst: LazyHash::new(Library::builder().with_features(features).build()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        sources: TEMPLATES
            .iter()
            .filter_map(|(path, text)| Some(Source::new(file(path)?, (*text).to_owned())))
            .collect(),
        data: file(DATA),
    }
});

fn file(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl Press {
    /// Whether one font has all these letters.
    fn covers(&self, letters: &[char]) -> bool {
        let has = |font: &Font, c: &char| font.info().coverage.contains(u32::from(*c));
        self.fonts
            .iter()
            .any(|font| letters.iter().all(|c| has(font, c)))
    }
}

/// One document on the press.
struct Job {
    main: FileId,
    data: Bytes,
}

impl World for Job {
    fn library(&self) -> &LazyHash<Library> {
        &PRESS.typst
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &PRESS.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = PRESS.sources.iter().find(|source| source.id() == id);
        found.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if Some(id) == PRESS.data {
            return Ok(self.data.clone());
        }
        self.source(id)
            .map(|source| Bytes::from_string(source.text().to_owned()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        PRESS.fonts.get(index).cloned()
    }

    // A document says its own date; the day it happens to be is not its business.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Sets a document as tagged PDF.
pub(crate) fn pdf(document: &Document) -> Result<Vec<u8>, PaperProblem> {
    let template = document.template();
    let data = letters::fit_all(document.data(), &|letters| PRESS.covers(letters));
    let job = Job {
        main: file(template).ok_or(PaperProblem::NoTemplate { template })?,
        data: Bytes::from_string(data.to_string()),
    };
    let set = set(&job, document);
    // Keeps memory flat, and a child's words out of the cache before long.
    typst::comemo::evict(KEEP_FOR);
    set.map_err(|reason| PaperProblem::Refused { template, reason })
}

/// The letters no embedded font covers.
pub(crate) fn unprintable(document: &Document) -> BTreeSet<char> {
    let data = document.data();
    let letters = letters::texts(&data).into_iter().flat_map(str::chars);
    letters
        .filter(|c| !letters::unseen(*c) && !PRESS.covers(&[*c]))
        .collect()
}

fn set(job: &Job, document: &Document) -> Result<Vec<u8>, String> {
    let pages = typst::compile::<PagedDocument>(job)
        .output
        .map_err(|all| first(&all))?;
    let options = PdfOptions {
        ident: Smart::Custom(document.identity()),
        creator: Smart::Custom(Some("Mainstay".to_owned())),
        timestamp: midnight(document.printed).map(Timestamp::new_utc),
        standards: PdfStandards::new(&[PdfStandard::Ua_1])
            .map_err(|problem| problem.message().to_string())?,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&pages, &options).map_err(|all| first(&all))
}

/// The first complaint, up to where it begins to quote the document.
fn first(all: &[SourceDiagnostic]) -> String {
    let message = all
        .first()
        .map_or("no reason given", |problem| problem.message.as_str());
    message
        .split('`')
        .next()
        .unwrap_or(message)
        .trim_end()
        .to_owned()
}

fn midnight(date: Date) -> Option<Datetime> {
    let (month, day) = (
        u8::try_from(date.month()).ok()?,
        u8::try_from(date.day()).ok()?,
    );
    Datetime::from_ymd_hms(i32::from(date.year()), month, day, 0, 0, 0)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{Body, TextSize};

    #[test]
    fn the_templates_compile_without_a_warning() {
        let body = Body::Plan(crate::plan::specimen());
        let document = Document {
            body,
            printed: date(2026, 11, 10),
            size: TextSize::Large,
        };
        let data = Bytes::from_string(document.data().to_string());
        let job = Job {
            main: file(document.template()).unwrap(),
            data,
        };
        let warnings = typst::compile::<PagedDocument>(&job).warnings;
        assert!(warnings.is_empty(), "{warnings:?}");
    }

    #[test]
    fn a_template_can_read_nothing_but_its_own_folder_and_data() {
        let job = Job {
            main: file("/plan.typ").unwrap(),
            data: Bytes::from_string("{}"),
        };
        assert!(job.file(file(DATA).unwrap()).is_ok());
        for path in ["/etc/passwd", "/Cargo.toml", "/fonts/OFL.txt"] {
            assert!(job.file(file(path).unwrap()).is_err(), "{path}");
        }
        assert!(job.today(None).is_none());
    }
}
