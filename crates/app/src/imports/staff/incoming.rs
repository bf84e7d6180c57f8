//! One row of a staff list, in the shape it is stored in. The role in the
//! school's system is dropped here: it opens nothing.

use domain::{account::Email, text::Line};
use intake::{
    cells::typed::Typed,
    field::Field,
    staff::StaffRow,
    warning::{Note, Warning},
};
use jiff::civil::Date;

use crate::imports::changes::TooLong;

/// A member of staff as a file has them; nothing where a cell was empty.
pub(in crate::imports) struct StaffIn {
    /// What its source calls them, where it has ids of its own.
    pub(in crate::imports) source_id: Option<String>,
    pub(in crate::imports) id: Option<Line<60>>,
    pub(in crate::imports) code: Option<Line<20>>,
    pub(in crate::imports) name: Line<120>,
    pub(in crate::imports) post: Option<Line<80>>,
    /// What they are, if nothing better is known.
    pub(in crate::imports) at_least: Option<Line<80>>,
    pub(in crate::imports) email: Option<Email>,
    pub(in crate::imports) ends: Option<Date>,
}

impl StaffIn {
    /// Fits a row to what is stored; a name or number that is far too long
    /// puts it aside.
    pub(in crate::imports) fn fit(row: StaffRow, notes: &mut Vec<Note>) -> Result<Self, TooLong> {
        let too_long = |_| TooLong::default();
        let name = Line::new(&format!("{} {}", row.forename, row.surname)).map_err(too_long)?;
        let id = row.staff_id.as_ref().map(|id| Line::new(id.as_str()));
        let code = row.code.as_ref().map(|code| Line::new(code.as_str()));
        let post = post(&row);
        if post.is_none() && row.job_title.is_some() {
            notes.push(Note {
                warning: Warning::ValueDropped,
                field: Some(Field::JobTitle),
            });
        }
        Ok(Self {
            source_id: None,
            at_least: None,
            post,
            id: id.transpose().map_err(too_long)?,
            code: code.transpose().map_err(too_long)?,
            name,
            email: row.email.and_then(|email| email.as_str().parse().ok()),
            ends: row.ends,
        })
    }

    /// What the file knows them by.
    pub(super) fn key(&self) -> Option<&str> {
        let id = self.id.as_ref().map(Line::as_str);
        id.or_else(|| self.code.as_ref().map(Line::as_str))
    }

    /// Everything they may be known by here.
    pub(super) fn keys(&self) -> impl Iterator<Item = String> {
        let id = self.id.as_ref().map(Line::as_str);
        let code = self.code.as_ref().map(Line::as_str);
        [id, code].into_iter().flatten().map(str::to_uppercase)
    }
}

/// "Teacher, Science": the job, and what they teach unless the job says so.
fn post(row: &StaffRow) -> Option<Line<80>> {
    let job = row.job_title.as_ref().map(Typed::as_str);
    let subject = row.subject.as_ref().map(Typed::as_str);
    match (job, subject) {
        (Some(job), Some(subject)) if !job.contains(subject) => {
            let both = Line::new(&format!("{job}, {subject}"));
            both.or_else(|_| Line::new(job)).ok()
        }
        (Some(words), _) | (None, Some(words)) => Line::new(words).ok(),
        (None, None) => None,
    }
}
