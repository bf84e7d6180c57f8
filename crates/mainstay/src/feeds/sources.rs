//! The sources that whoever runs the server offers, as the settings say.

use std::{path::PathBuf, time::Duration};

use app::feeds::{Offered, SourceKind};

/// A folder into which the school's own system puts files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// The school's unique reference number.
    pub school: String,
    /// What the settings call it.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// How long a file must not have changed before it is taken.
    pub settles: Duration,
}

/// How long a file must not have changed, when the settings do not say.
pub const SETTLES: Duration = Duration::from_mins(1);

/// Everything that is offered.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// Folders.
    pub folders: Vec<Folder>,
}

impl Sources {
    /// Whether nothing is offered.
    pub fn is_empty(&self) -> bool {
        self.folders.is_empty()
    }

    /// The folder that a school knows by this name.
    pub fn folder(&self, school: &str, name: &str) -> Option<&Folder> {
        let mut all = self.folders.iter();
        all.find(|folder| folder.school == school && folder.name == name)
    }

    /// The shortest time in which a file settles.
    pub fn settles_in(&self) -> Option<Duration> {
        self.folders.iter().map(|folder| folder.settles).min()
    }

    /// What the pages may offer, without anything secret.
    pub fn offered(&self) -> Vec<Offered> {
        let folders = self.folders.iter();
        folders
            .map(|folder| Offered {
                school: folder.school.clone(),
                name: folder.name.clone(),
                kind: SourceKind::Folder,
                place: folder.path.display().to_string(),
            })
            .collect()
    }
}
