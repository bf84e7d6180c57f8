//! The weeks of a programme, one after another, as a timeline shows them.

use jiff::civil::Date;

use super::{
    DueProblem, GapName, Pauses, Place, Rhythm, SchoolCalendar, SchoolDays, Week, WeekNumber,
    week_of,
};

/// One week of a timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScheduleWeek {
    /// Which week it is.
    pub week: Week,
    /// The programme's own number for it, when it has one.
    pub number: Option<WeekNumber>,
    /// What happens in it.
    pub kind: WeekKind,
    /// Its school days on or after the start, paused ones among them.
    pub school_days: SchoolDays,
}

/// What happens in a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeekKind {
    /// The programme runs.
    Runs,
    /// No school.
    Holiday(GapName),
    /// Too few school days to count.
    Short,
    /// School meets, but the programme is paused all week.
    Paused,
}

/// Every week from the one that holds `start` to the one that holds `end`.
///
/// # Errors
/// [`DueProblem`] when the calendar does not cover them.
pub(super) fn weeks_between(
    rhythm: &Rhythm,
    (start, end): (Date, Date),
    pauses: &Pauses,
    calendar: &SchoolCalendar,
) -> Result<Vec<ScheduleWeek>, DueProblem> {
    Week::of(start)
        .onwards()
        .take_while(|week| *week <= Week::of(end))
        .map(|week| describe(rhythm, start, week, pauses, calendar))
        .collect()
}

fn describe(
    rhythm: &Rhythm,
    start: Date,
    week: Week,
    pauses: &Pauses,
    calendar: &SchoolCalendar,
) -> Result<ScheduleWeek, DueProblem> {
    let days = calendar.school_days_of(week, start);
    let counted = days.iter().copied().rfind(|day| !pauses.covers(*day));
    // The week is named after the last of its days that counts, set back by
    // the school days lost to pauses so far: weeks are named for what they end.
    let place = match counted {
        Some(day) => {
            let undelayed = pauses.undelayed(calendar, day)?;
            week_of(calendar, start, undelayed, rhythm.counting())?
        }
        None => week_of(calendar, start, week.monday().max(start), rhythm.counting())?,
    };
    let kind = match (days.first(), counted, place) {
        (Some(_), None, _) => WeekKind::Paused,
        (None, _, _) => holiday(calendar, week.monday().max(start)),
        (Some(_), Some(_), Place::ShortWeek { .. }) => WeekKind::Short,
        (Some(_), Some(_), _) => WeekKind::Runs,
    };
    let number = place.week().filter(|_| kind != WeekKind::Paused);
    Ok(ScheduleWeek {
        week,
        number: number.map(|number| number.min(rhythm.final_week())),
        kind,
        school_days: SchoolDays::count(days.len()),
    })
}

fn holiday(calendar: &SchoolCalendar, date: Date) -> WeekKind {
    let gap = calendar.gap_at(date);
    gap.map_or(WeekKind::Short, |gap| WeekKind::Holiday(gap.name))
}
