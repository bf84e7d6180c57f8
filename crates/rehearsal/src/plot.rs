//! What becomes of each programme of a school's year: twelve that are live, at
//! every stage, and eleven that are over or nearly so.

use jiff::civil::Date;

use crate::school::School;

/// How a programme goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// As it was meant to, as far as today.
    On,
    /// The clock was stopped six school days ago.
    Paused,
    /// It was not started.
    Declined,
    /// It did what it was for; after that, aftercare.
    Worked,
    /// It did not do enough; after that, choosing what next.
    NotEnough,
    /// The pupil moved in week six.
    Moved,
    /// It was stopped in week four.
    Stopped,
}

/// One programme.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plot {
    /// When its plan starts, or would start.
    pub starts: Date,
    pub way: Way,
}

/// Live ones that have not started: so many school days until they do. The
/// first is being written, the last was agreed yesterday.
const BEFORE: [i32; 6] = [24, 22, 18, 14, 7, 2];
/// Those that have started: so many school weeks ago, and how they go.
const SINCE: [(usize, Way); 17] = [
    (1, Way::On),
    (4, Way::On),
    (6, Way::On),
    (9, Way::On),
    (7, Way::Paused),
    (12, Way::On),
    (15, Way::Worked),
    (14, Way::NotEnough),
    (16, Way::Declined),
    (18, Way::Moved),
    (21, Way::Worked),
    (23, Way::Worked),
    (25, Way::NotEnough),
    (27, Way::Worked),
    (29, Way::Stopped),
    (32, Way::Worked),
    (36, Way::Worked),
];

/// The programmes of a year, as many times over as the school has them; those
/// begun first first.
pub(crate) fn of_a_year(school: &School) -> Vec<Plot> {
    let today = school.today;
    let before = BEFORE
        .iter()
        .filter_map(|days| school.days_on(today, *days).ok())
        .map(|starts| Plot {
            starts,
            way: Way::On,
        });
    let since = SINCE.iter().filter_map(|(weeks, way)| {
        let starts = school.weeks_ago(*weeks).ok()?;
        Some(Plot { starts, way: *way })
    });
    let once: Vec<Plot> = before.chain(since).collect();
    let mut all = once.repeat(school.size.programmes);
    all.sort_by_key(|plot| plot.starts);
    all
}
