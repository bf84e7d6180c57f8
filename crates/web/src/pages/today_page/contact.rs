//! When home is to hear: as often as the plan says, counted in school days.

use app::programmes::today::{TodayCase, TodayView, days_since};
use domain::{commitment::HowOften, dates::SchoolDays};
use jiff::civil::Date;

use crate::words;

/// School days within which home is to hear from school; weekly where the plan
/// does not say.
fn within(case: &TodayCase) -> SchoolDays {
    said(case).unwrap_or(HowOften::Weekly).within()
}

fn said(case: &TodayCase) -> Option<HowOften> {
    let home = case.plan.as_ref()?.home_contact.as_ref()?;
    Some(home.how_often)
}

/// The day it was due and why, once that day has come. Until somebody has been
/// reached it is counted from the first day of the plan.
pub(super) fn ring_home(case: &TodayCase, view: &TodayView, today: Date) -> Option<(Date, String)> {
    let starts = case.line.programme.stage.run()?.dates.starts;
    let since = case.contact.map_or(starts, |day| day.max(starts));
    let due = view.calendar.add_school_days(since, within(case)).ok()?;
    let often = said(case).map_or_else(
        || "Home hears from school every week.".to_owned(),
        HowOften::said,
    );
    let why = match case.contact {
        Some(day) => {
            let days = usize::from(days_since(&view.calendar, day, today).number());
            let days = words::figures(days, "school day", "school days");
            format!("{often} It has been {days}.")
        }
        None => format!("{often} Nobody has written one down yet."),
    };
    (today >= due).then_some((due, why))
}

/// Whether it is longer ago than the plan says.
pub(super) fn is_overdue(case: &TodayCase, days: SchoolDays) -> bool {
    days > within(case)
}
