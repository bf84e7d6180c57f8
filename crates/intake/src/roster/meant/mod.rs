//! What the tables of a roster mean: schools, people, groups and who is in
//! them, whichever form they came in.
//!
//! Only rows that were accepted are here. A date of birth and a sex stand
//! beside their person, roles beside whoever has them, and the parents of a
//! pupil beside the pupil. Passwords, ethnicity and grades given to work are
//! never read.

mod groups;
mod people;
mod sync_one;
mod tables;

use domain::text::Line;
use jiff::civil::Date;

use self::tables::Tables;
use super::{Change, Mode, RosterReading};
use crate::cells::{email::EmailAddress, number::Adno, upn::Upn, year::YearGroup, yes_no::Sex};

/// A roster.
#[derive(Debug, Clone, Default)]
pub struct Roster {
    /// Schools, and what they belong to.
    pub orgs: Vec<Org>,
    /// People.
    pub people: Vec<Person>,
    /// Classes.
    pub groups: Vec<Group>,
    /// Who is in which class.
    pub places: Vec<Place>,
    /// What the tables are of all there is.
    pub modes: Modes,
}

/// What the tables of a roster are of all there is; nothing for one that is
/// not there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Modes {
    /// The table of people.
    pub people: Option<Mode>,
    /// The table of classes.
    pub groups: Option<Mode>,
    /// The table of who is in which class.
    pub places: Option<Mode>,
}

/// A school, or something with schools in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Org {
    /// Its id in the roster.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Whether it is a school.
    pub kind: OrgKind,
    /// A number it is known by outside the roster.
    pub identifier: Option<String>,
    /// The id of what it belongs to.
    pub parent: Option<String>,
}

/// Whether something is a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrgKind {
    /// A school.
    School,
    /// Part of a school, or something with schools in it.
    Other,
}

/// Somebody.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// The line of their file.
    pub line: u32,
    /// Their id in the roster.
    pub key: String,
    /// Whether the row stands or is to be deleted.
    pub change: Change,
    /// What they are, and where.
    pub roles: Vec<Role>,
    /// Names as written.
    pub given: String,
    /// Family name.
    pub family: String,
    /// The given name they go by.
    pub goes_by: Option<Line>,
    /// The family name they go by.
    pub goes_by_family: Option<Line>,
    /// Unique pupil number.
    pub upn: Option<Upn>,
    /// Admission number.
    pub adno: Option<Adno>,
    /// Number on the staff list.
    pub staff_id: Option<Line<60>>,
    /// Code on the staff list.
    pub staff_code: Option<Line<20>>,
    /// Email address.
    pub email: Option<EmailAddress>,
    /// What they sign in with, where that is an address.
    pub signs_in_with: Option<EmailAddress>,
    /// Telephone number.
    pub phone: Option<Line<60>>,
    /// Year.
    pub year: Option<YearGroup>,
    /// Date of birth.
    pub born: Option<Date>,
    /// Sex.
    pub sex: Option<Sex>,
    /// People who belong to them: parents of a pupil, pupils of a parent.
    pub agents: Vec<Agent>,
}

// People's details must not reach a log through `{:?}`.
impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<person of line {}>", self.line)
    }
}

/// Somebody who belongs to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agent {
    /// Their id in the roster.
    pub key: String,
    /// What they are, where the roster says more than that they belong.
    pub said: Option<RoleKind>,
}

/// What somebody is, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// What.
    pub kind: RoleKind,
    /// The id of the school or its part; nothing where the roster has none.
    pub org: Option<String>,
    /// The last day.
    pub ends: Option<Date>,
}

domain::coded! {
    /// What somebody is at a school.
    pub enum RoleKind {
        /// A pupil.
        Pupil => "student", "Pupil";
        /// A teacher.
        Teacher => "teacher", "Teacher";
        /// Somebody who helps to teach.
        Aide => "aide", "Teaching assistant";
        /// Anyone else who works there.
        Administrator => "administrator", "Administrator";
        /// A parent.
        Parent => "parent", "Parent";
        /// A guardian.
        Guardian => "guardian", "Guardian";
        /// A relative.
        Relative => "relative", "Relative";
        /// None of these.
        Other => "other", "Other";
    }
}

impl RoleKind {
    /// Whether it is that of somebody who works at a school.
    pub const fn is_staff(self) -> bool {
        matches!(self, Self::Teacher | Self::Aide | Self::Administrator)
    }

    /// Whether it is that of somebody around a pupil.
    pub const fn is_family(self) -> bool {
        matches!(self, Self::Parent | Self::Guardian | Self::Relative)
    }

    fn read(words: &str) -> Self {
        match words.to_lowercase().as_str() {
            "student" | "pupil" => Self::Pupil,
            "teacher" | "professor" | "faculty" | "counselor" => Self::Teacher,
            "aide" | "teacherassistant" | "proctor" => Self::Aide,
            "administrator"
            | "principal"
            | "siteadministrator"
            | "systemadministrator"
            | "districtadministrator"
            | "staff" => Self::Administrator,
            "parent" => Self::Parent,
            "guardian" => Self::Guardian,
            "relative" => Self::Relative,
            _ => Self::Other,
        }
    }
}

/// A class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its id in the roster.
    pub key: String,
    /// Whether the row stands or is to be deleted.
    pub change: Change,
    /// The id of its school.
    pub org: Option<String>,
    /// What it is called.
    pub title: String,
    /// What it is called in short, such as 7A.
    pub code: Option<String>,
    /// What is taught in it.
    pub subject: Option<String>,
    /// Whether it is for registration.
    pub purpose: Purpose,
    /// First day of its terms.
    pub from: Option<Date>,
    /// Last day of its terms.
    pub until: Option<Date>,
}

/// What a class meets for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Registration.
    Homeroom,
    /// Lessons.
    Scheduled,
}

/// Somebody in a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its id in the roster, where it has one.
    pub key: Option<String>,
    /// Whether the row stands or is to be deleted.
    pub change: Change,
    /// The id of the class; blank where a deleted row does not say.
    pub group: String,
    /// The id of the person; blank where a deleted row does not say.
    pub person: String,
    /// What they are in it.
    pub kind: RoleKind,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
}

impl Roster {
    /// What the tables mean.
    pub fn of(reading: &RosterReading) -> Self {
        let tables = Tables::of(reading);
        if tables.has("School") {
            return sync_one::roster(&tables);
        }
        let groups = groups::groups(&tables);
        Self {
            orgs: groups::orgs(&tables),
            people: people::people(&tables),
            places: groups::places(&tables, &groups),
            groups,
            modes: Modes {
                people: tables.mode("users"),
                groups: tables.mode("classes"),
                places: tables.mode("enrollments"),
            },
        }
    }
}
