//! What the school's own system says happened to the pupil of a programme:
//! incidents, attendance and suspensions of one school year, each reader as the
//! matrix says.

mod attendance;
#[cfg(test)]
mod tests;

use domain::{
    dates::SchoolCalendar,
    indicators::HalfDays,
    programme::ProgrammeRef,
    school_record::{CameWith, Incident, Suspension, length},
    sealed::{Reading, Shown},
};
use intake::suspensions::Cause;
use jiff::civil::Date;
use store::register;

pub use attendance::{AttendanceView, DayCell, WeekRow};

use crate::{
    Query, Refusal,
    action::Action,
    gate::Viewing,
    subject::{Case, Side},
};

/// Looks at the records of one school year.
#[derive(Debug)]
pub struct ViewRecords {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// The year in which the school year begins; nothing for this one.
    pub year: Option<i16>,
}

/// The records. What this reader may not see is not there.
#[derive(Debug)]
pub struct RecordsView {
    /// The programme.
    pub case: Case,
    /// The year in which the school year begins.
    pub year: i16,
    /// Whether that is the school year it is.
    pub is_now: Now,
    /// Incidents, newest first.
    pub incidents: Option<IncidentsView>,
    /// Attendance.
    pub attendance: Option<AttendanceView>,
    /// Suspensions and exclusions, newest first.
    pub suspensions: Option<SuspensionsView>,
    /// Whether the reader is told which file a record came with.
    pub tells_source: Source,
}

/// Whether a school year is the one it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Now {
    /// It is.
    ThisYear,
    /// It was.
    Earlier,
}

/// How much of where a record came from a reader is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The file, and when.
    File,
    /// That it is the school's own system, and when.
    School,
}

/// Incidents.
#[derive(Debug)]
pub struct IncidentsView {
    /// Each, newest first.
    pub all: Vec<Incident>,
    /// How many there were on the last 20 school days; nothing for an earlier year.
    pub lately: Option<usize>,
    /// How often each kind was, most often first.
    pub kinds: Vec<(String, usize)>,
    /// The imports they came with, newest first.
    pub came: Vec<CameWith>,
}

/// Suspensions.
#[derive(Debug)]
pub struct SuspensionsView {
    /// Each, newest first, with the reasons in words.
    pub all: Vec<(Suspension, Vec<&'static str>)>,
    /// How long they come to.
    pub length: HalfDays,
    /// Of how many nobody wrote down how long.
    pub unknown: usize,
    /// The imports they came with, newest first.
    pub came: Vec<CameWith>,
}

/// School days that count as lately.
const LATELY: u16 = 20;

impl Query for ViewRecords {
    const ACTION: Action = Action::ViewRecords;
    type On = Case;
    type Output = RecordsView;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<RecordsView, Refusal> {
        let today = cx.today();
        let (school, pupil) = (case.programme.school, case.pupil.id);
        let this = school_year(today);
        let year = self.year.filter(|year| *year < this).unwrap_or(this);
        let (from, until) = days_of(year);
        let days = (from, until.min(today));
        let lens = cx.lens();
        let reads = |code| lens.reading(code) > Reading::Own;
        let calendar = store::schools::calendar(cx.tx(), school)?;
        let is_now = if year == this {
            Now::ThisYear
        } else {
            Now::Earlier
        };
        let incidents = if reads("D07") {
            let all = register::incidents_of(cx.tx(), (school, pupil), days)?;
            let all: Vec<Incident> = opened(lens.open_all(all));
            Some(incidents(all, &calendar, (today, is_now)))
        } else {
            None
        };
        let attendance = if reads("D10") {
            let all = register::marks_of(cx.tx(), (school, pupil), days)?;
            let all = lens.open(all).map(Shown::into_inner);
            all.map(|all| AttendanceView::of(all, &calendar))
        } else {
            None
        };
        let suspensions = if reads("D12") {
            let all = register::suspensions_of(cx.tx(), (school, pupil), days)?;
            Some(suspensions(opened(lens.open_all(all)), case.side))
        } else {
            None
        };
        Ok(RecordsView {
            year,
            is_now,
            incidents,
            attendance: attendance.map(|view| view.for_side(case.side)),
            // A summary alone is for those who are told no more of it than that.
            suspensions: suspensions.filter(|_| lens.reading("D12") == Reading::Full),
            tells_source: match case.side {
                Side::School => Source::File,
                Side::Home => Source::School,
            },
            case,
        })
    }
}

fn opened<T>(all: Vec<Shown<T>>) -> Vec<T> {
    all.into_iter().map(Shown::into_inner).collect()
}

/// The year in which the school year of a day begins.
fn school_year(day: Date) -> i16 {
    day.year() - i16::from(day.month() < 9)
}

/// The first and the last day of a school year.
const fn days_of(year: i16) -> (Date, Date) {
    (Date::constant(year, 9, 1), Date::constant(year + 1, 8, 31))
}

fn incidents(
    all: Vec<Incident>,
    calendar: &SchoolCalendar,
    (today, is_now): (Date, Now),
) -> IncidentsView {
    let lately = all.iter().filter(|one| {
        let ago = calendar.school_days_between(one.on, today);
        ago.number() < LATELY
    });
    let lately = (is_now == Now::ThisYear).then(|| lately.count());
    let mut kinds: Vec<(String, usize)> = Vec::new();
    for one in &all {
        match kinds.iter_mut().find(|(kind, _)| *kind == one.kind) {
            Some((_, n)) => *n += 1,
            None => kinds.push((one.kind.clone(), 1)),
        }
    }
    kinds.sort_by(|one, other| (other.1, &one.0).cmp(&(one.1, &other.0)));
    IncidentsView {
        lately,
        kinds,
        came: sources(all.iter().map(|one| &one.came)),
        all,
    }
}

fn suspensions(mut all: Vec<Suspension>, side: Side) -> SuspensionsView {
    if side == Side::Home {
        // Other children may be named in it.
        for one in &mut all {
            one.words = None;
        }
    }
    let (length, unknown) = length(&all);
    SuspensionsView {
        length,
        unknown,
        came: sources(all.iter().map(|one| &one.came)),
        all: all
            .into_iter()
            .map(|one| (words(&one), one))
            .map(|(why, one)| (one, why))
            .collect(),
    }
}

fn words(one: &Suspension) -> Vec<&'static str> {
    let known = one.causes.iter().filter_map(|code| code.parse().ok());
    known.map(Cause::label).collect()
}

/// Every import once, newest first.
fn sources<'a>(all: impl Iterator<Item = &'a CameWith>) -> Vec<CameWith> {
    let mut each: Vec<CameWith> = all.cloned().collect();
    each.sort();
    each.dedup();
    each.reverse();
    each
}
