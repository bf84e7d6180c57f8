//! What a transfer file says about a pupil's time at other schools.

use jiff::civil::Date;

use crate::{
    cells::{date::iso, typed::Typed},
    xml::Element,
};

/// Attendance in one school year at one school. The totals are reliable; the
/// marks are only shown, and never mixed with a school's own.
#[derive(Clone, PartialEq, Eq)]
pub struct YearTotals {
    /// The calendar year in which the school year began.
    pub year: Option<i16>,
    /// The school.
    pub school: Option<Typed>,
    /// Sessions there could have been.
    pub possible: Option<u16>,
    /// Sessions attended.
    pub attended: Option<u16>,
    /// Sessions away with leave.
    pub authorised: Option<u16>,
    /// Sessions away without leave.
    pub unauthorised: Option<u16>,
    /// The marks as sent, with their first day.
    pub marks: Option<(Date, Typed)>,
}

/// A school the pupil was at.
#[derive(Clone, PartialEq, Eq)]
pub struct PastSchool {
    /// Its name.
    pub name: Option<Typed>,
    /// Local authority and establishment number, as sent.
    pub laestab: Option<Typed>,
    /// First day there.
    pub entered: Option<Date>,
    /// Last day there; a file may leave it blank.
    pub left: Option<Date>,
    /// Why the pupil left, as sent.
    pub reason: Option<Typed>,
}

impl std::fmt::Debug for YearTotals {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("<attendance in totals>")
    }
}

impl std::fmt::Debug for PastSchool {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("<past school>")
    }
}

/// The totals of each year.
pub(super) fn attendance(pupil: &Element) -> Vec<YearTotals> {
    let years = pupil.at(&["Attendance"]);
    let years = years.into_iter().flat_map(|all| all.all("YearData"));
    years
        .map(|year| YearTotals {
            year: year.words(&["Year"]).parse().ok(),
            school: Typed::read(year.words(&["SchoolName"])),
            possible: year.words(&["SessionsPossible"]).parse().ok(),
            attended: year.words(&["SessionsAttended"]).parse().ok(),
            authorised: year.words(&["SessionsAuthorised"]).parse().ok(),
            unauthorised: year.words(&["SessionsUnauthorised"]).parse().ok(),
            marks: iso(year.words(&["AttendSessions", "AttendanceStartDate"])).zip(Typed::read(
                year.words(&["AttendSessions", "AttendanceMarks"]),
            )),
        })
        .collect()
}

/// Each school.
pub(super) fn schools(pupil: &Element) -> Vec<PastSchool> {
    let schools = pupil.at(&["SchoolHistory"]);
    let schools = schools.into_iter().flat_map(|all| all.all("School"));
    schools
        .map(|school| {
            let laestab = [school.words(&["LEA"]), school.words(&["Estab"])].concat();
            let removed = school.words(&["RemovalGrounds"]);
            let reason = match removed {
                "" => school.words(&["LeavingReason"]),
                removed => removed,
            };
            PastSchool {
                name: Typed::read(school.words(&["SchoolName"])),
                laestab: Typed::read(&laestab),
                entered: iso(school.words(&["EntryDate"])),
                left: iso(school.words(&["LeavingDate"])),
                reason: Typed::read(reason),
            }
        })
        .collect()
}
