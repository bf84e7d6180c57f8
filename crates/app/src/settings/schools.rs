//! Looking schools up in the national list, as this school last brought it in.

use store::known_schools::{self, KnownSchool};

use crate::{
    Query, Refusal, action::Action, gate::Viewing, imports::schools::written, subject::School,
};

/// Schools on one page; a better word finds the others.
const MOST: u32 = 30;

/// Looks for schools by name, town, postcode or number.
#[derive(Debug, Clone)]
pub struct FindSchools {
    /// What somebody typed; nothing finds nothing.
    pub words: String,
}

/// What was found.
#[derive(Debug)]
pub struct Schools {
    /// How many schools the list has; none before it was imported.
    pub listed: i64,
    /// Those that were found, at most thirty.
    pub found: Vec<SchoolLine>,
}

/// One school of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolLine {
    /// Its name.
    pub name: String,
    /// Its unique reference number.
    pub urn: String,
    /// Authority and establishment, as 998/4001.
    pub number: Option<String>,
    /// Phase and type.
    pub kind: String,
    /// Where it is.
    pub address: String,
    /// Its telephone number.
    pub phone: Option<String>,
    /// Whether it is open.
    pub status: &'static str,
}

impl SchoolLine {
    pub(super) fn of(row: KnownSchool) -> Self {
        let parts = |all: [Option<String>; 2]| {
            let some: Vec<String> = all.into_iter().flatten().collect();
            some.join(", ")
        };
        Self {
            name: row.name.to_string(),
            urn: row.urn,
            number: row.laestab.as_deref().map(written),
            kind: parts([row.phase, row.kind]),
            address: parts([row.address, row.postcode]),
            phone: row.phone,
            status: row.status.label(),
        }
    }
}

impl Query for FindSchools {
    const ACTION: Action = Action::ViewSettings;
    type On = School;
    type Output = Schools;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Viewing<'_, '_>) -> Result<Schools, Refusal> {
        let id = school.0.id;
        let found = if self.words.trim().is_empty() {
            Vec::new()
        } else {
            known_schools::search(cx.tx(), id, &self.words, MOST)?
        };
        Ok(Schools {
            listed: known_schools::count(cx.tx(), id)?,
            found: found.into_iter().map(SchoolLine::of).collect(),
        })
    }
}
