//! Looking into a folder and reading a file of it. Only what is a plain file in
//! the folder itself or in a sub-folder of a kind: no link is followed out of
//! it, and what is hidden, half copied or of no kind we read is left alone.

use std::{
    fs::{self, File, Metadata},
    io::{self, ErrorKind, Read},
    path::Path,
};

use app::feeds::holds::is_a_folder_of_a_kind;
use domain::feed::Trouble;
use jiff::Timestamp;

use super::settling::Seen;

/// The largest file that is read.
pub const MOST: u64 = 64 * 1024 * 1024;
/// Names in one folder that are looked at; more is somebody's mistake.
const MOST_NAMES: usize = 5000;
/// Where files go that were taken.
pub const DONE: &str = "done";
/// Where files go that were refused.
pub const REFUSED: &str = "refused";

/// A file in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its name below the folder, such as `attendance/monday.csv`.
    pub name: String,
    /// How it is now.
    pub seen: Seen,
}

/// Every file that may be read, by name.
///
/// # Errors
/// [`Trouble`] when the folder cannot be looked into.
pub fn list(folder: &Path) -> Result<Vec<Found>, Trouble> {
    let mut found = Vec::new();
    for (name, about) in entries(folder)? {
        if about.is_file() && may_be_read(&name) {
            found.extend(seen(name, &about));
        } else if about.is_dir() && is_a_folder_of_a_kind(&name) {
            // One that cannot be looked into does not keep us from the others.
            for (inner, about) in entries(&folder.join(&name)).unwrap_or_default() {
                if about.is_file() && may_be_read(&inner) {
                    found.extend(seen(format!("{name}/{inner}"), &about));
                }
            }
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

/// What stands in a folder. Links are told as links, and never followed.
fn entries(folder: &Path) -> Result<Vec<(String, Metadata)>, Trouble> {
    let all = fs::read_dir(folder).map_err(|error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Trouble::NoFolder,
        _ => trouble(&error),
    })?;
    let named = all.take(MOST_NAMES).filter_map(|entry| {
        let entry = entry.ok()?;
        let name = entry.file_name().into_string().ok()?;
        // Of a directory's entry this asks the link and not what it leads to.
        Some((name, entry.metadata().ok()?))
    });
    Ok(named.collect())
}

fn seen(name: String, about: &Metadata) -> Option<Found> {
    let at = written_at(about)?;
    let seen = Seen {
        size: about.len(),
        at,
    };
    Some(Found { name, seen })
}

/// When a file was written, as exactly as it is kept.
pub fn written_at(about: &Metadata) -> Option<Timestamp> {
    let at = Timestamp::try_from(about.modified().ok()?).ok()?;
    Timestamp::from_microsecond(at.as_microsecond()).ok()
}

/// What systems export, by the end of its name. Excel's own files are taken, so
/// that somebody is told they cannot be read.
const ENDINGS: [&str; 11] = [
    "csv", "txt", "tsv", "xml", "zip", "ics", "json", "xls", "xlsx", "ods", "pdf",
];

fn may_be_read(name: &str) -> bool {
    let hidden = name.starts_with(['.', '~', '$']) || name.ends_with('~');
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    let known = ending.is_some_and(|ending| {
        let ending = ending.to_ascii_lowercase();
        ENDINGS.contains(&ending.as_str())
    });
    known && !hidden && !name.chars().any(char::is_control)
}

/// What a file could not be read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// It is not there, or something else is.
    Gone,
    /// Something was in the way.
    Trouble(Trouble),
}

/// All of a file, if it is still a plain one and not larger than is read.
///
/// # Errors
/// [`Unread`].
pub fn read(folder: &Path, name: &str) -> Result<Vec<u8>, Unread> {
    let path = folder.join(name);
    let failed = |error: io::Error| match error.kind() {
        ErrorKind::NotFound => Unread::Gone,
        _ => Unread::Trouble(trouble(&error)),
    };
    if let Some((inside, _)) = name.rsplit_once('/') {
        let inner = fs::symlink_metadata(folder.join(inside)).map_err(failed)?;
        if !inner.is_dir() {
            return Err(Unread::Gone);
        }
    }
    let named = fs::symlink_metadata(&path).map_err(failed)?;
    if !named.is_file() {
        return Err(Unread::Gone);
    }
    let file = File::open(&path).map_err(failed)?;
    let opened = file.metadata().map_err(failed)?;
    // Between the look and the opening somebody may have put a link there.
    if !is_same(&named, &opened) {
        return Err(Unread::Gone);
    }
    if opened.len() > MOST {
        return Err(Unread::Trouble(Trouble::TooLarge));
    }
    let mut bytes = Vec::new();
    file.take(MOST + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    if bytes.len() as u64 > MOST {
        return Err(Unread::Trouble(Trouble::TooLarge));
    }
    Ok(bytes)
}

#[cfg(unix)]
fn is_same(named: &Metadata, opened: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    named.dev() == opened.dev() && named.ino() == opened.ino() && opened.is_file()
}

#[cfg(not(unix))]
fn is_same(named: &Metadata, opened: &Metadata) -> bool {
    named.len() == opened.len() && opened.is_file()
}

fn trouble(error: &io::Error) -> Trouble {
    match error.kind() {
        ErrorKind::NotFound => Trouble::Vanished,
        ErrorKind::PermissionDenied => Trouble::NotAllowed,
        _ => Trouble::Disk,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let all = list(folder).unwrap().into_iter();
        all.map(|found| found.name).collect()
    }

    #[test]
    fn plain_files_of_kinds_we_read_are_found_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        for name in [
            "pupils.csv",
            "TERMS.ICS",
            ".hidden.csv",
            "~$pupils.csv",
            "half.csv.part",
            "export.log",
            "desktop.ini",
        ] {
            fs::write(at.join(name), "x").unwrap();
        }
        for inner in ["attendance", "done", "refused", "holiday-photos"] {
            fs::create_dir(at.join(inner)).unwrap();
            fs::write(at.join(inner).join("monday.csv"), "x").unwrap();
        }
        assert_eq!(
            names(at),
            ["TERMS.ICS", "attendance/monday.csv", "pupils.csv"]
        );
    }

    #[test]
    #[cfg(unix)]
    fn no_link_is_followed_out_of_the_folder() {
        use std::os::unix::fs::symlink;
        let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let secret = elsewhere.path().join("secret.csv");
        fs::write(&secret, "secret").unwrap();
        symlink(&secret, folder.path().join("pupils.csv")).unwrap();
        symlink(elsewhere.path(), folder.path().join("attendance")).unwrap();
        assert!(names(folder.path()).is_empty());
        // Nor when somebody puts it there after the look.
        for name in ["pupils.csv", "attendance/secret.csv"] {
            assert_eq!(read(folder.path(), name), Err(Unread::Gone), "{name}");
        }
    }

    #[test]
    fn a_folder_that_is_gone_and_a_file_that_is_too_large_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let gone = folder.path().join("gone");
        assert_eq!(list(&gone), Err(Trouble::NoFolder));
        assert_eq!(read(folder.path(), "pupils.csv"), Err(Unread::Gone));
        let large = File::create(folder.path().join("large.csv")).unwrap();
        large.set_len(MOST + 1).unwrap();
        assert_eq!(
            read(folder.path(), "large.csv"),
            Err(Unread::Trouble(Trouble::TooLarge))
        );
    }
}
