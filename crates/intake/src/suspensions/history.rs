//! The suspensions accepted so far, against which the next one is held.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::{
    reason::Reason,
    roll::PupilAt,
    suspensions::{Category, SuspensionRow},
};

/// Half days that a pupil may be suspended in one school year: 45 days.
const MOST: u32 = 90;

/// What earlier rows say.
#[derive(Default)]
pub(super) struct History {
    away: HashMap<PupilAt, Vec<(Date, Date)>>,
    sessions: HashMap<(PupilAt, i16), u32>,
}

impl History {
    /// Takes one more, unless it shares days with an earlier one or is too
    /// much for the year.
    pub(super) fn take(&mut self, row: &SuspensionRow) -> Result<(), Reason> {
        let pupil = row.pupil.at;
        let (first, last) = days(row);
        // A pupil sent home over lunch may be suspended the same day.
        let by_days = row.category != Category::Lunchtime;
        let earlier = self.away.get(&pupil).map_or(&[][..], Vec::as_slice);
        let shares = |(from, to): &(Date, Date)| *from <= last && first <= *to;
        if by_days && earlier.iter().any(shares) {
            return Err(Reason::Overlap);
        }
        if row.category != Category::Permanent {
            let year = (pupil, school_year(row.first));
            let so_far = self.sessions.get(&year).copied().unwrap_or_default();
            let with_this = so_far + u32::from(row.sessions.unwrap_or_default());
            if with_this > MOST {
                return Err(Reason::Over45Days);
            }
            self.sessions.insert(year, with_this);
        }
        if by_days {
            self.away.entry(pupil).or_default().push((first, last));
        }
        Ok(())
    }
}

/// First and last day; a permanent exclusion without an end runs on.
fn days(row: &SuspensionRow) -> (Date, Date) {
    let open = match row.category {
        Category::Permanent => Date::MAX,
        Category::Suspension | Category::Lunchtime => row.first,
    };
    (row.first, row.last.unwrap_or(open))
}

/// The calendar year in which the school year began: 1 September to 31 August.
fn school_year(date: Date) -> i16 {
    date.year() - i16::from(date.month() < 9)
}
