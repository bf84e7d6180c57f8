//! The register of one pupil added up: by week, by half of the day, and what
//! has no mark at all.

use std::collections::BTreeMap;

use domain::{
    dates::{DayKind, SchoolCalendar},
    indicators::{Attendance, Mark},
    rating::HalfDay,
    school_record::{CameWith, Marked, RegisterOf, SessionMark, Shows},
};
use jiff::{ToSpan as _, civil::Date};

use super::sources;
use crate::subject::Side;

/// Attendance over some days. Sessions without a mark are in no percentage.
#[derive(Debug)]
pub struct AttendanceView {
    /// What all marks come to.
    pub all: Attendance,
    /// What those of the mornings come to.
    pub mornings: Attendance,
    /// What those of the afternoons come to.
    pub afternoons: Attendance,
    /// The first and the last day with a mark; nothing where there is none.
    pub days: Option<(Date, Date)>,
    /// Sessions of school days between those two that have no mark.
    pub unmarked: usize,
    /// Sessions with a code of an earlier year, which count as nothing.
    pub older: usize,
    /// Each code that was used, what it means, and how often; most often first.
    pub codes: Vec<(String, &'static str, usize)>,
    /// Week by week, newest first; none where only totals are shown.
    pub weeks: Vec<WeekRow>,
    /// What was written beside marks, newest first.
    pub notes: Vec<(Date, HalfDay, String)>,
    /// Whether each mark is shown.
    pub shows: Shows,
    /// The imports they came with, newest first.
    pub came: Vec<CameWith>,
}

/// One week of the register.
#[derive(Debug)]
pub struct WeekRow {
    /// Its Monday.
    pub monday: Date,
    /// Monday to Friday.
    pub days: Vec<DayCell>,
    /// What its marks come to.
    pub all: Attendance,
}

/// One day of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayCell {
    /// School did not meet, or the register begins later or ends before.
    Nothing,
    /// Its two sessions; nothing for one without a mark.
    School {
        /// The morning.
        morning: Option<Marked>,
        /// The afternoon.
        afternoon: Option<Marked>,
    },
}

impl AttendanceView {
    pub(super) fn of(register: RegisterOf, calendar: &SchoolCalendar) -> Self {
        let RegisterOf { sessions, shows } = register;
        let by: BTreeMap<(Date, HalfDay), &SessionMark> = sessions
            .iter()
            .map(|one| ((one.on, one.half), one))
            .collect();
        let days = sessions
            .first()
            .zip(sessions.last())
            .map(|(first, last)| (first.on, last.on));
        let add = |half: Option<HalfDay>| {
            let those = sessions.iter();
            let those = those.filter(|one| half.is_none_or(|half| one.half == half));
            Attendance::from_marks(those.filter_map(|one| one.mark.mark()))
        };
        let weeks = match (shows, days) {
            (Shows::Each, Some(days)) => weeks(days, &by, calendar),
            _ => Vec::new(),
        };
        let noted = sessions.iter().rev().filter_map(|one| {
            let words = one.words.clone().filter(|words| !words.trim().is_empty())?;
            Some((one.on, one.half, words))
        });
        Self {
            all: add(None),
            mornings: add(Some(HalfDay::Morning)),
            afternoons: add(Some(HalfDay::Afternoon)),
            days,
            unmarked: days.map_or(0, |days| unmarked(days, &by, calendar)),
            older: sessions
                .iter()
                .filter(|one| one.mark.mark().is_none())
                .count(),
            codes: codes(&sessions),
            weeks,
            notes: noted.collect(),
            shows,
            came: sources(sessions.iter().map(|one| &one.came)),
        }
    }

    /// Without what only staff read.
    pub(super) fn for_side(mut self, side: Side) -> Self {
        if side == Side::Home {
            self.notes.clear();
        }
        self
    }
}

fn every_day((first, last): (Date, Date)) -> impl Iterator<Item = Date> {
    first.series(1.day()).take_while(move |day| *day <= last)
}

/// Whether school meets on that half of a day.
fn meets(calendar: &SchoolCalendar, day: Date, half: HalfDay) -> bool {
    match calendar.kind_of(day) {
        Some(DayKind::MorningOnly) => half == HalfDay::Morning,
        Some(DayKind::AfternoonOnly) => half == HalfDay::Afternoon,
        _ => calendar.is_school_day(day),
    }
}

fn unmarked(
    days: (Date, Date),
    by: &BTreeMap<(Date, HalfDay), &SessionMark>,
    calendar: &SchoolCalendar,
) -> usize {
    let missing = |day: Date| {
        let halves = [HalfDay::Morning, HalfDay::Afternoon].into_iter();
        halves
            .filter(|half| meets(calendar, day, *half))
            .filter(|half| !by.contains_key(&(day, *half)))
            .count()
    };
    every_day(days)
        .filter(|day| calendar.is_school_day(*day))
        .map(missing)
        .sum()
}

fn codes(sessions: &[SessionMark]) -> Vec<(String, &'static str, usize)> {
    let mut counted: BTreeMap<&str, (&'static str, usize)> = BTreeMap::new();
    for one in sessions {
        let (code, label) = match &one.mark {
            Marked::As(mark) => (mark.code(), Mark::label(*mark)),
            Marked::Older(code) => (code.as_str(), "A code of an earlier year"),
        };
        counted.entry(code).or_insert((label, 0)).1 += 1;
    }
    let mut all: Vec<_> = counted
        .into_iter()
        .map(|(code, (label, n))| (code.to_owned(), label, n))
        .collect();
    all.sort_by(|one, other| (other.2, &one.0).cmp(&(one.2, &other.0)));
    all
}

fn weeks(
    (first, last): (Date, Date),
    by: &BTreeMap<(Date, HalfDay), &SessionMark>,
    calendar: &SchoolCalendar,
) -> Vec<WeekRow> {
    let back = i32::from(first.weekday().to_monday_zero_offset());
    let Ok(monday) = first.checked_sub(back.days()) else {
        return Vec::new();
    };
    let mondays = monday.series(7.days()).take_while(|day| *day <= last);
    let mut rows: Vec<WeekRow> = mondays
        .map(|monday| week(monday, (first, last), by, calendar))
        .collect();
    rows.retain(|row| row.days.iter().any(|day| *day != DayCell::Nothing));
    rows.reverse();
    rows
}

fn week(
    monday: Date,
    (first, last): (Date, Date),
    by: &BTreeMap<(Date, HalfDay), &SessionMark>,
    calendar: &SchoolCalendar,
) -> WeekRow {
    let mark = |day, half| by.get(&(day, half)).map(|one| one.mark.clone());
    let cell = |day: Date| {
        let (morning, afternoon) = (mark(day, HalfDay::Morning), mark(day, HalfDay::Afternoon));
        let expected = (first..=last).contains(&day) && calendar.is_school_day(day);
        if morning.is_none() && afternoon.is_none() && !expected {
            DayCell::Nothing
        } else {
            DayCell::School { morning, afternoon }
        }
    };
    let days: Vec<DayCell> = monday.series(1.day()).take(5).map(cell).collect();
    let all = Attendance::from_marks(
        days.iter()
            .flat_map(|day| match day {
                DayCell::Nothing => [None, None],
                DayCell::School { morning, afternoon } => {
                    [morning, afternoon].map(|half| half.as_ref().and_then(Marked::mark))
                }
            })
            .flatten(),
    );
    WeekRow { monday, days, all }
}
