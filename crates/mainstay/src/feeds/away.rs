//! Putting a file away once it is done: into `done`, or into `refused` with a
//! note that says why. Where the folder cannot be written to files stay where
//! they are, and what was taken is remembered.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

use domain::clock::london;
use jiff::Timestamp;

use super::folder::{DONE, REFUSED, written_at};

/// What became of it.
#[derive(Debug, Clone, Copy)]
pub enum Away<'w> {
    /// It was taken.
    Done,
    /// It was refused, for this.
    Refused(&'w str),
}

/// A file and the moment it was written, so that a newer one of the same name
/// is not put away unread.
#[derive(Debug, Clone, Copy)]
pub struct Which<'w> {
    /// The feed's folder.
    pub folder: &'w Path,
    /// The file's name below it.
    pub name: &'w str,
    /// When it was written.
    pub at: Timestamp,
}

/// Puts a file away.
///
/// # Errors
/// What the system says; the file is then where it was.
pub fn put(which: Which<'_>, away: Away<'_>, now: Timestamp) -> io::Result<()> {
    let from = which.folder.join(which.name);
    let is_still = |path: &Path| {
        let about = fs::symlink_metadata(path)?;
        Ok::<_, io::Error>(about.is_file() && written_at(&about) == Some(which.at))
    };
    if !is_still(&from)? {
        return Ok(());
    }
    let into = match away {
        Away::Done => DONE,
        Away::Refused(_) => REFUSED,
    };
    let into = folder(&which.folder.join(into))?;
    let to = free(&into, which.name, now)?;
    fs::rename(&from, &to)?;
    if !is_still(&to)? {
        // A newer one came in the very moment between.
        return fs::rename(&to, &from);
    }
    if let Away::Refused(why) = away {
        let mut note = to.into_os_string();
        note.push(".txt");
        let mut note = OpenOptions::new().write(true).create_new(true).open(note)?;
        note.write_all(words(why, now).as_bytes())?;
    }
    Ok(())
}

fn words(why: &str, now: Timestamp) -> String {
    let local = now.to_zoned_datetime(london());
    format!(
        "Mainstay did not import this file on {}.\r\n\r\n{}.\r\n\r\nPut it right, or export it again, and put it back into the folder.\r\n",
        local.strftime("%-d %B %Y at %H:%M"),
        why.trim_end_matches('.')
    )
}

/// The folder, made if it is not there; never one that is only a link.
fn folder(path: &Path) -> io::Result<PathBuf> {
    match fs::symlink_metadata(path) {
        Ok(about) if about.is_dir() => {}
        Ok(_) => return Err(io::ErrorKind::NotADirectory.into()),
        Err(_) => fs::create_dir(path)?,
    }
    Ok(path.to_owned())
}

/// A name that nothing has there yet.
fn free(into: &Path, name: &str, now: Timestamp) -> io::Result<PathBuf> {
    let name = name.rsplit('/').next().unwrap_or(name);
    let local = now.to_zoned_datetime(london());
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "csv"));
    let stamp = local.strftime("%Y%m%d-%H%M%S").to_string();
    let numbered = (2..100).map(|n| format!("{stem}-{stamp}-{n}.{ending}"));
    [name.to_owned(), format!("{stem}-{stamp}.{ending}")]
        .into_iter()
        .chain(numbered)
        .map(|name| into.join(name))
        .find(|path| fs::symlink_metadata(path).is_err())
        .ok_or_else(|| io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        "2026-11-10T02:15:00Z".parse().unwrap()
    }

    fn written(path: &Path) -> Timestamp {
        written_at(&fs::metadata(path).unwrap()).unwrap()
    }

    #[test]
    fn a_refused_file_has_a_note_beside_it_and_nothing_is_ever_written_over() {
        let home = tempfile::tempdir().unwrap();
        let (folder, name) = (home.path(), "pupils.csv");
        for _ in 0..3 {
            fs::write(folder.join(name), "odd").unwrap();
            let at = written(&folder.join(name));
            let which = Which { folder, name, at };
            put(which, Away::Refused("It has no headings."), now()).unwrap();
        }
        let mut there: Vec<String> = fs::read_dir(folder.join(REFUSED))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        there.sort();
        assert_eq!(
            there,
            [
                "pupils-20261110-021500-2.csv",
                "pupils-20261110-021500-2.csv.txt",
                "pupils-20261110-021500.csv",
                "pupils-20261110-021500.csv.txt",
                "pupils.csv",
                "pupils.csv.txt",
            ]
        );
        let note = fs::read_to_string(folder.join(REFUSED).join("pupils.csv.txt")).unwrap();
        assert!(note.contains("It has no headings.\r\n"), "{note}");
        assert!(note.contains("10 November 2026 at 02:15"), "{note}");
    }

    #[test]
    fn a_newer_file_of_the_same_name_stays() {
        let home = tempfile::tempdir().unwrap();
        let (folder, name) = (home.path(), "pupils.csv");
        fs::write(folder.join(name), "newer").unwrap();
        let at = now();
        put(Which { folder, name, at }, Away::Done, now()).unwrap();
        assert!(folder.join(name).exists() && !folder.join(DONE).exists());
    }
}
