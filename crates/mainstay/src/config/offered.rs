//! Where feeds may come from: only what is written here, by whoever runs the
//! server, can ever be chosen on a page.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
    time::Duration,
};

use serde::Deserialize;

use crate::{
    Problem,
    feeds::sources::{Folder, SETTLES, Sources},
};

/// A folder in the settings file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FolderSetting {
    /// The school's unique reference number.
    school: String,
    /// Where it is.
    path: PathBuf,
    /// What the pages call it; without one, the folder's own name.
    name: Option<String>,
    /// Seconds a file must not have changed before it is taken.
    settle_seconds: Option<u64>,
}

/// Everything that is offered.
///
/// # Errors
/// [`Problem::Setting`].
pub(super) fn sources(asked: &[String], written: Vec<FolderSetting>) -> Result<Sources, Problem> {
    let mut folders = Vec::new();
    for one in asked.iter().filter(|one| !one.trim().is_empty()) {
        let (school, path) = one.split_once('=').ok_or_else(|| {
            Problem::Setting(format!(
                "The setting 'folder' is '{one}'. It must be a school's URN, an equals sign and a path, such as 990001=/srv/mainstay/nightly."
            ))
        })?;
        folders.push(FolderSetting {
            school: school.trim().to_owned(),
            path: PathBuf::from(path.trim()),
            name: None,
            settle_seconds: None,
        });
    }
    // Folders on the command line take the place of those in the file.
    if folders.is_empty() {
        folders = written;
    }
    let folders = folders
        .into_iter()
        .map(folder)
        .collect::<Result<Vec<_>, _>>()?;
    let mut names = HashSet::new();
    for folder in &folders {
        if !names.insert((&folder.school, &folder.name)) {
            return Err(Problem::Setting(format!(
                "Two folders of the school {} are called '{}'. Give one of them another 'name' in the settings file.",
                folder.school, folder.name
            )));
        }
    }
    Ok(Sources { folders })
}

fn folder(setting: FolderSetting) -> Result<Folder, Problem> {
    if setting.school.len() != 6 || !setting.school.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Problem::Setting(format!(
            "The school of a folder is '{}'. It must be a URN of six digits.",
            setting.school
        )));
    }
    if !setting.path.is_absolute() {
        return Err(Problem::Setting(format!(
            "The folder '{}' must be a whole path that begins at the root of the disk.",
            setting.path.display()
        )));
    }
    let own = |path: &Path| Some(path.file_name()?.to_str()?.to_owned());
    let name = setting.name.or_else(|| own(&setting.path));
    let name = name.filter(|name| !name.trim().is_empty()).ok_or_else(|| {
        Problem::Setting(format!(
            "The folder '{}' needs a 'name' in the settings file.",
            setting.path.display()
        ))
    })?;
    Ok(Folder {
        school: setting.school,
        name,
        path: setting.path,
        settles: setting.settle_seconds.map_or(SETTLES, Duration::from_secs),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(asked: &[&str]) -> Result<Sources, Problem> {
        let asked: Vec<String> = asked.iter().map(ToString::to_string).collect();
        sources(&asked, Vec::new())
    }

    #[test]
    fn a_folder_is_a_school_and_a_whole_path_and_is_called_by_its_last_part() {
        let sources = said(&["990001=/srv/mainstay/nightly"]).unwrap();
        assert_eq!(sources.folders[0].name, "nightly");
        assert!(sources.folder("990001", "nightly").is_some());
        assert!(
            sources.folder("990002", "nightly").is_none(),
            "another school"
        );
        for wrong in [
            "/srv/nightly",
            "990001=nightly",
            "kb=/srv/nightly",
            "990001=/",
        ] {
            assert!(said(&[wrong]).is_err(), "{wrong}");
        }
        let twice = said(&["990001=/a/nightly", "990001=/b/nightly"]);
        assert!(twice.unwrap_err().to_string().contains("'nightly'"));
    }
}
