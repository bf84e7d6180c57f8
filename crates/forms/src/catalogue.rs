//! The forms and records that come with the house: found by code and version, newest
//! for new work, and the whole reading matrix.
//!
//! Parsed once. Older versions stay, because old answers are shown with the version
//! they were given on.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

use crate::answer::Answers;
use crate::check;
use crate::fault::{Fault, FormProblem};
use crate::form::{Form, Offered};
use crate::ids::{FormCode, Version};
use crate::read::{self, Faults};
use crate::records::{self, RecordRights};
use crate::rights::Rights;
use crate::role::Band;
use crate::written::{Group, Written};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../forms");
static SHIPPED: LazyLock<Result<Catalogue, CatalogueProblem>> =
    LazyLock::new(|| Catalogue::read(files(&FILES)));

/// The file that holds the rights of records.
const RECORDS: &str = "records.toml";

/// Every form, in order of code and version, and the rights of every record.
#[derive(Debug, Clone)]
pub struct Catalogue {
    forms: Vec<Form>,
    records: Vec<RecordRights>,
}

/// The faults that keep a catalogue from being used, one to a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("read forms: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct CatalogueProblem(pub Vec<FormProblem>);

/// One line of the reading matrix: a form or a record, and its rights.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'c> {
    /// The number in the domain notes, such as `D04`.
    pub document: &'c str,
    /// What people call it.
    pub title: &'c str,
    /// Which form it is; none for a record.
    pub form: Option<(&'c FormCode, Version)>,
    /// How closely it is held.
    pub band: Band,
    /// Who fills, changes, reads, signs.
    pub rights: &'c Rights,
}

impl Catalogue {
    /// The forms that come with the house, parsed on first use.
    ///
    /// # Errors
    /// Every fault of every file; a test keeps this from happening in a release.
    pub fn shipped() -> Result<&'static Self, &'static CatalogueProblem> {
        SHIPPED.as_ref()
    }

    /// Reads forms from paths below `forms/` and their text.
    ///
    /// # Errors
    /// Every fault of every file.
    pub fn read<P, T>(files: impl IntoIterator<Item = (P, T)>) -> Result<Self, CatalogueProblem>
    where
        P: AsRef<str>,
        T: AsRef<str>,
    {
        let mut problems = Vec::new();
        let mut forms = Vec::new();
        let mut records = Vec::new();
        for (path, text) in files {
            let file = format!("forms/{}", path.as_ref());
            let mut faults = Faults::of(&file);
            if path.as_ref() == RECORDS {
                match records::read(text.as_ref()) {
                    Ok(found) => records = found,
                    Err(problem) => faults.form(Fault::Unreadable(problem.to_string())),
                }
            } else {
                forms.extend(one(path.as_ref(), text.as_ref(), &mut faults));
            }
            problems.extend(faults.all());
        }
        if problems.is_empty() {
            forms.sort_by(|a, b| (&a.code, a.version).cmp(&(&b.code, b.version)));
            Ok(Self { forms, records })
        } else {
            Err(CatalogueProblem(problems))
        }
    }

    /// Every form, all versions, tests' forms too.
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// A form by code and version: the one that old answers are shown with.
    pub fn find(&self, code: &FormCode, version: Version) -> Option<&Form> {
        let mut forms = self.forms.iter();
        forms.find(|form| form.code == *code && form.version == version)
    }

    /// The form that stored answers belong to, in the version and with the lists they
    /// were asked with.
    pub fn asked_of(&self, answers: &Answers) -> Option<Form> {
        let form = self.find(&answers.form, answers.version)?;
        Some(form.asked_with(&answers.lists))
    }

    /// The newest version of a form, for new work; never a form meant for tests.
    pub fn newest(&self, code: &FormCode) -> Option<&Form> {
        self.for_work().into_iter().find(|form| form.code == *code)
    }

    /// The newest version of every form that people may be asked to fill in.
    pub fn for_work(&self) -> Vec<&Form> {
        let mut newest: Vec<&Form> = Vec::new();
        for form in &self.forms {
            newest.retain(|older| older.code != form.code);
            newest.push(form);
        }
        newest.retain(|form| form.offered == Offered::Work);
        newest
    }

    /// The newest version of every document that somebody may begin by themselves, in
    /// the order of the groups and then of document number.
    pub fn when_needed(&self) -> Vec<(Group, &Form)> {
        let mut found: Vec<(Group, &Form)> = self
            .for_work()
            .into_iter()
            .filter_map(|form| match form.written {
                Written::WhenNeeded { group, .. } => Some((group, form)),
                Written::WhenAsked => None,
            })
            .collect();
        found.sort_by_key(|(group, form)| (*group, form.document.as_str()));
        found
    }

    /// The rights of every record.
    pub fn records(&self) -> &[RecordRights] {
        &self.records
    }

    /// The rights of one record, such as `D29`.
    pub fn record(&self, document: &str) -> Option<&RecordRights> {
        let mut records = self.records.iter();
        records.find(|record| record.document == document)
    }

    /// The whole reading matrix in order of document number: records, and every
    /// version of every form offered for work.
    pub fn reading(&self) -> Vec<Reading<'_>> {
        let forms = self
            .forms
            .iter()
            .filter(|form| form.offered == Offered::Work)
            .map(|form| Reading {
                document: &form.document,
                title: form.title.raw(),
                form: Some((&form.code, form.version)),
                band: form.band,
                rights: &form.rights,
            });
        let records = self.records.iter().map(|record| Reading {
            document: &record.document,
            title: &record.title,
            form: None,
            band: record.band,
            rights: &record.rights,
        });
        let mut all: Vec<Reading<'_>> = forms.chain(records).collect();
        all.sort_by_key(|line| (line.document, line.form));
        all
    }
}

/// Reads and checks one form.
fn one(path: &str, text: &str, faults: &mut Faults<'_>) -> Option<Form> {
    let Some((folder, version)) = read::place(path) else {
        faults.form(Fault::Misplaced);
        return None;
    };
    let form = read::form(text, version, faults)?;
    if form.code != folder {
        let (says, folder) = (form.code.to_string(), folder.to_string());
        faults.form(Fault::WrongFolder { says, folder });
    }
    check::form(&form, faults);
    Some(form)
}

/// Every file below a folder, with its path from the top.
fn files(dir: &Dir<'static>) -> Vec<(String, &'static str)> {
    let mut found: Vec<(String, &'static str)> = dir
        .files()
        .filter(|file| file.path().extension().is_some_and(|end| end == "toml"))
        .map(|file| {
            let path = file.path().to_string_lossy().replace('\\', "/");
            // A file that is not text reads as an empty one and is reported as such.
            (path, file.contents_utf8().unwrap_or_default())
        })
        .collect();
    found.extend(dir.dirs().flat_map(files));
    found
}
