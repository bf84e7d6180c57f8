//! The words of `mainstay import`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use intake::report::Kind;
use jiff::civil::Date;

use crate::cli::Database;

/// What to bring in, and where.
#[derive(Debug, Clone, Args)]
pub struct Import {
    /// What the files hold.
    #[arg(value_enum)]
    pub kind: ImportKind,
    /// The files. A `OneRoster` or School Data Sync bundle may be a zip or a
    /// folder; a file may be about the pupils of an earlier one.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// The school's unique reference number. Only looking at a file needs none.
    #[arg(long, value_name = "URN")]
    pub school: Option<String>,
    /// Say what would change, and store nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Import as if it were this day, written 2026-11-10: for rehearsals.
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,
    /// How to answer: in words, or as a JSON report for another program.
    #[arg(long, value_enum, default_value_t = ReportForm::Words)]
    pub report: ReportForm,
    /// Put every row that was read into the JSON report. Rows hold people's
    /// details: keep the report as safe as the file.
    #[arg(long)]
    pub rows: bool,
    #[command(flatten)]
    pub database: Database,
}

/// What a file can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ImportKind {
    /// A row for each pupil, with their contacts.
    Pupils,
    /// A row for each member of staff.
    Staff,
    /// A row for each contact of each pupil.
    Contacts,
    /// A row for each incident of behaviour or achievement.
    Behaviour,
    /// Attendance marks: one a row, a week a row, or all in one cell.
    Attendance,
    /// A row for each suspension or exclusion.
    Suspensions,
    /// A Common Transfer File from another school.
    Ctf,
    /// A `OneRoster` 1.1 or 1.2 bundle.
    #[value(name = "oneroster")]
    OneRoster,
    /// The files of Microsoft School Data Sync.
    Sds,
    /// The list of schools of England.
    Gias,
    /// Terms, half terms, INSET days and bank holidays.
    Calendar,
    /// Guess, and say so.
    Auto,
}

impl ImportKind {
    /// The kind, unless it is to be guessed.
    pub const fn kind(self) -> Option<Kind> {
        Some(match self {
            Self::Pupils => Kind::Pupils,
            Self::Staff => Kind::Staff,
            Self::Contacts => Kind::Contacts,
            Self::Behaviour => Kind::Behaviour,
            Self::Attendance => Kind::Attendance,
            Self::Suspensions => Kind::Suspensions,
            Self::Ctf => Kind::Ctf,
            Self::OneRoster => Kind::OneRoster,
            Self::Sds => Kind::Sds,
            Self::Gias => Kind::Gias,
            Self::Calendar => Kind::Calendar,
            Self::Auto => return None,
        })
    }
}

/// How the answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportForm {
    /// For people.
    Words,
    /// For programs: codes, counts and line numbers, no one's details.
    Json,
}
