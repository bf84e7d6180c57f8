//! A file or folder as somebody chose it, and what it holds.

use std::{
    fs,
    path::{Path, PathBuf},
};

use intake::{guess, limits::Limits, reading::FileRefused, report::Kind, roster::Bundle};

use crate::{Problem, cli::Import};

/// A file or folder to read.
pub struct Chosen {
    /// What it was called on the command line.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// Whether that was said or guessed.
    pub known: Known,
    /// What is in it.
    pub held: Held,
    /// What is wanted of it.
    pub wanted: Wanted,
}

/// What is wanted of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// The report alone.
    Report,
    /// Every row as well.
    Rows,
}

/// How the kind of a file is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// It was said.
    Said,
    /// It was guessed.
    Guessed,
}

/// What a file or folder holds.
pub enum Held {
    /// The bytes of one file.
    Bytes(Vec<u8>),
    /// A folder.
    Bundle {
        /// Its files, by name.
        files: Vec<(String, Vec<u8>)>,
        /// What they are together.
        bundle: Result<Bundle, FileRefused>,
    },
}

impl Chosen {
    /// Opens a file, or a folder of a roster.
    ///
    /// # Errors
    /// [`Problem::Setting`] if it cannot be read.
    pub fn open(path: &Path, asked: &Import) -> Result<Self, Problem> {
        let limits = Limits::default();
        let said = asked.kind.kind();
        // Whoever chooses the manifest means the folder it stands in.
        let folder = match path.parent() {
            Some(parent) if path.ends_with("manifest.csv") => folder_of(parent),
            _ => path.to_owned(),
        };
        let held = if folder.is_dir() {
            let files = files(&folder)?;
            Held::Bundle {
                bundle: Bundle::of_files(files.clone(), &limits),
                files,
            }
        } else {
            Held::Bytes(fs::read(path).map_err(|source| unread(path, &source))?)
        };
        let name = path.display().to_string();
        let guessed = || match &held {
            Held::Bytes(bytes) => guess::guess(bytes, &name, &limits),
            Held::Bundle { bundle, .. } => bundle.as_ref().ok().and_then(guess::of_bundle),
        };
        let (kind, known) = match said {
            Some(kind) => (kind, Known::Said),
            // What looks like nothing at all is read as what most files are, so
            // that the answer says what is missing.
            None => (guessed().unwrap_or(fallback(&held)), Known::Guessed),
        };
        Ok(Self {
            name,
            kind,
            known,
            held,
            wanted: if asked.rows {
                Wanted::Rows
            } else {
                Wanted::Report
            },
        })
    }
}

const fn fallback(held: &Held) -> Kind {
    match held {
        Held::Bytes(_) => Kind::Pupils,
        Held::Bundle { .. } => Kind::OneRoster,
    }
}

fn folder_of(parent: &Path) -> PathBuf {
    if parent.as_os_str().is_empty() {
        PathBuf::from(".")
    } else {
        parent.to_owned()
    }
}

/// The tables of a folder; folders inside it belong to something else.
fn files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, Problem> {
    let failed = |source: std::io::Error| unread(folder, &source);
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let is_link = entry.file_type().map_err(failed)?.is_symlink();
        let path = entry.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let Some(name) =
            name.filter(|name| name.strip_suffix(".csv").is_some() && !name.starts_with('.'))
        else {
            continue;
        };
        if is_link {
            // It may lead anywhere, to files that nobody chose.
            return Err(Problem::Setting(format!(
                "In this folder '{name}' is not a file but a link to one somewhere else. Put the file itself there."
            )));
        }
        if path.is_file() {
            let bytes = fs::read(&path).map_err(|source| unread(&path, &source))?;
            files.push((name.to_owned(), bytes));
        }
    }
    files.sort();
    Ok(files)
}

fn unread(path: &Path, source: &std::io::Error) -> Problem {
    Problem::Setting(format!(
        "The file '{}' could not be read: {source}.",
        path.display()
    ))
}
