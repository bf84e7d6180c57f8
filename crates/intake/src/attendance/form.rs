//! The three forms in which schools export their registers.

use std::collections::BTreeMap;

use crate::{
    attendance::mark::Session,
    fault::FileFault,
    field::{Field, normalised},
    reading::Source,
    table::{Columns, Contacts, Needs, with_pupil},
};

/// One row a mark.
const ONE_A_ROW: Needs = Needs {
    takes: with_pupil![
        Field::Date,
        Field::Session,
        Field::Mark,
        Field::MinutesLate,
        Field::Notes
    ],
    contacts: Contacts::Ignored,
    required: &[
        &[Field::Upn, Field::Adno],
        &[Field::Date],
        &[Field::Session],
        &[Field::Mark],
    ],
};

/// One row a pupil and week.
const WEEK_GRID: Needs = Needs {
    takes: with_pupil![Field::Week],
    contacts: Contacts::Ignored,
    required: &[&[Field::Upn, Field::Adno], &[Field::Week]],
};

/// One row a pupil, with all marks in one cell.
const MARKS_STRING: Needs = Needs {
    takes: with_pupil![Field::AttendanceStart, Field::AttendanceEnd, Field::Marks],
    contacts: Contacts::Ignored,
    required: &[
        &[Field::Upn, Field::Adno],
        &[Field::AttendanceStart],
        &[Field::Marks],
    ],
};

/// What each of the three forms takes.
pub(crate) const fn needs() -> [&'static Needs; 3] {
    [&ONE_A_ROW, &WEEK_GRID, &MARKS_STRING]
}

/// A session of a week: days after its Monday, and morning or afternoon.
pub(super) type Place = (i32, Session);

/// The columns of one file in its form.
pub(super) enum Form {
    /// One row a mark.
    OneARow(Columns),
    /// One row a pupil and week; where the marks of each session stand.
    WeekGrid(Columns, BTreeMap<Place, usize>),
    /// One row a pupil, with all marks in one cell.
    MarksString(Columns),
}

impl Form {
    /// Tells the form by the headings and finds the columns.
    ///
    /// # Errors
    /// [`FileFault::DupColumn`] or [`FileFault::MissingColumn`].
    pub(super) fn matched(source: &mut Source) -> Result<Self, FileFault> {
        let plain: Vec<String> = source.headings.iter().map(|one| normalised(one)).collect();
        let has = |field: Field| {
            let meant = field.headings();
            plain
                .iter()
                .any(|heading| meant.contains(&heading.as_str()))
        };
        let places = places(&plain, &source.headings)?;
        if has(Field::Week) && !places.is_empty() {
            let columns = columns(source, &WEEK_GRID)?;
            source
                .ignored
                .retain(|heading| place(&normalised(heading)).is_none());
            return Ok(Self::WeekGrid(columns, places));
        }
        let is_row = has(Field::Date) && has(Field::Mark);
        if has(Field::Marks) && !is_row {
            return columns(source, &MARKS_STRING).map(Self::MarksString);
        }
        columns(source, &ONE_A_ROW).map(Self::OneARow)
    }

    /// Where each field is.
    pub(super) const fn columns(&self) -> &Columns {
        match self {
            Self::OneARow(columns) | Self::WeekGrid(columns, _) | Self::MarksString(columns) => {
                columns
            }
        }
    }
}

fn columns(source: &mut Source, needs: &Needs) -> Result<Columns, FileFault> {
    let columns = Columns::matched(&source.headings, needs)?;
    source.ignored = columns.ignored().to_vec();
    columns.complete(needs)?;
    Ok(columns)
}

/// The columns of the sessions of a week.
fn places(plain: &[String], headings: &[String]) -> Result<BTreeMap<Place, usize>, FileFault> {
    let mut places = BTreeMap::new();
    for (at, heading) in plain.iter().enumerate() {
        let Some(place) = place(heading) else {
            continue;
        };
        if let Some(earlier) = places.insert(place, at) {
            let written = |at: usize| headings.get(at).cloned().unwrap_or_default();
            return Err(FileFault::DupColumn {
                means: "the marks of one session",
                headings: [written(earlier), written(at)],
            });
        }
    }
    Ok(places)
}

const DAYS: [&[&str]; 5] = [
    &["mon", "monday"],
    &["tue", "tues", "tuesday"],
    &["wed", "weds", "wednesday"],
    &["thu", "thur", "thurs", "thursday"],
    &["fri", "friday"],
];

/// The session that a heading such as `monam` or `fridaypm` means.
fn place(heading: &str) -> Option<Place> {
    let (day, session) = match heading.strip_suffix("am") {
        Some(day) => (day, Session::Morning),
        None => (heading.strip_suffix("pm")?, Session::Afternoon),
    };
    let after_monday = DAYS.iter().position(|names| names.contains(&day))?;
    Some((i32::try_from(after_monday).ok()?, session))
}

/// Whether headings are those of a week grid, for guessing what a file holds.
pub(crate) fn has_week_grid(plain: &[String]) -> bool {
    plain.iter().any(|heading| place(heading).is_some())
}
