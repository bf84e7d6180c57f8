//! What a feed brings, how that is told from a file, and in which order files
//! are taken: who is on roll before who belongs to them, and both before what
//! happened to them.

use std::str::FromStr;

use intake::{guess, limits::Limits};

use crate::imports::Kind;

/// What a feed brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Every file is of one kind.
    Only(Kind),
    /// Told file by file.
    Auto,
}

/// The code of [`Holds::Auto`].
pub const AUTO: &str = "auto";

impl Holds {
    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Only(kind) => kind.code(),
            Self::Auto => AUTO,
        }
    }

    /// The words staff use.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Only(kind) => kind.label(),
            Self::Auto => "Told from each file",
        }
    }

    /// What one file holds: by its sub-folder, by the first word of its name
    /// that says so, and else by its headings. Nothing when none of them tells.
    pub fn of_file(self, path: &str, bytes: &[u8]) -> Option<Kind> {
        if let Self::Only(kind) = self {
            return Some(kind);
        }
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        word_says(folder).or_else(|| name_says(name)).or_else(|| {
            let guessed = guess::guess(bytes, name, &Limits::default())?;
            guessed.code().parse().ok()
        })
    }
}

impl FromStr for Holds {
    type Err = domain::codes::UnknownCode;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        if code == AUTO {
            return Ok(Self::Auto);
        }
        code.parse().map(Self::Only)
    }
}

/// Whether a sub-folder of this name is looked into.
pub fn is_a_folder_of_a_kind(name: &str) -> bool {
    word_says(name).is_some()
}

fn word_says(word: &str) -> Option<Kind> {
    let word = word.to_lowercase();
    Some(match word.as_str() {
        "pupils" | "students" | "roll" => Kind::Pupils,
        "contacts" | "parents" | "guardians" => Kind::Contacts,
        "staff" | "employees" => Kind::Staff,
        "ctf" => Kind::Ctf,
        "behaviour" | "behaviours" | "incidents" | "achievements" => Kind::Behaviour,
        "attendance" | "marks" => Kind::Attendance,
        "suspensions" | "exclusions" => Kind::Suspensions,
        "calendar" | "terms" => Kind::Calendar,
        other => return other.parse().ok(),
    })
}

/// The first word of a name decides: `attendance_pupils.csv` is attendance.
fn name_says(name: &str) -> Option<Kind> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut words = stem.split(|c: char| !c.is_ascii_alphanumeric());
    words.find_map(word_says)
}

/// Where a kind stands in line; what nobody can tell comes last.
pub const fn place(kind: Option<Kind>) -> u8 {
    match kind {
        Some(Kind::Pupils | Kind::Ctf | Kind::OneRoster | Kind::Sds) => 1,
        Some(Kind::Staff) => 2,
        Some(Kind::Contacts) => 3,
        Some(Kind::Behaviour | Kind::Attendance | Kind::Suspensions) => 5,
        None => 9,
        Some(_) => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_or_a_name_says_what_a_file_holds_and_else_its_headings_do() {
        let told = |path: &str, bytes: &str| Holds::Auto.of_file(path, bytes.as_bytes());
        assert_eq!(told("attendance/monday.csv", ""), Some(Kind::Attendance));
        assert_eq!(told("Students 2026-11-10.csv", ""), Some(Kind::Pupils));
        assert_eq!(
            told("behaviour_pupils.csv", ""),
            Some(Kind::Behaviour),
            "the first word decides"
        );
        let marks = "UPN,Date,Session,Mark\nY998200218001,2/9/2026,AM,I\n";
        assert_eq!(told("export.csv", marks), Some(Kind::Attendance));
        assert_eq!(told("export.csv", "Colour,Shape\nred,round\n"), None);
        let only = Holds::Only(Kind::Staff);
        assert_eq!(only.of_file("pupils.csv", b""), Some(Kind::Staff));
    }

    #[test]
    fn who_is_on_roll_comes_before_contacts_and_contacts_before_records() {
        let mut kinds = [
            None,
            Some(Kind::Attendance),
            Some(Kind::Contacts),
            Some(Kind::Calendar),
            Some(Kind::Pupils),
        ];
        kinds.sort_by_key(|kind| place(*kind));
        assert_eq!(
            kinds,
            [
                Some(Kind::Pupils),
                Some(Kind::Contacts),
                Some(Kind::Calendar),
                Some(Kind::Attendance),
                None
            ]
        );
    }
}
