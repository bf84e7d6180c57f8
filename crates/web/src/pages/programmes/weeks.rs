//! The programme's weeks as a picture, a strip for phones, and a list.

use app::programmes::show::CaseView;
use domain::{dates::Place, meeting::MeetingKind};
use jiff::civil::Date;

use crate::{
    charts::{Caption, Column, Held, Pace, Timeline},
    components::{ProgrammeTimeline, SummaryList, WeekBar},
    words,
};

/// The weeks, once the plan has dates.
pub fn timeline(case: &CaseView, today: Date) -> Option<ProgrammeTimeline> {
    let run = case.programme.stage.run()?;
    let length = usize::from(case.length);
    case.weeks.first()?;
    let ended = !case.programme.stage.name().is_open();
    let over = ended || today > run.dates.ends.due.on;
    let mut columns: Vec<(Date, Column)> = case
        .weeks
        .iter()
        .map(|(number, monday)| {
            let next = case
                .weeks
                .iter()
                .map(|(_, day)| *day)
                .find(|day| day > monday);
            let pace = if today < *monday {
                Pace::ToCome
            } else if next.map_or(over, |next| today >= next) && !is_this_week(*monday, today) {
                Pace::Done
            } else {
                Pace::Now
            };
            (
                *monday,
                Column::Week {
                    number: usize::from(*number),
                    monday: *monday,
                    pace,
                },
            )
        })
        .collect();
    for gap in &case.gaps {
        let label = gap.name.short_label().to_owned();
        columns.push((
            gap.first,
            Column::Holiday {
                from: gap.first,
                label,
            },
        ));
    }
    columns.sort_by_key(|(day, _)| *day);
    let name = case.pupil.name.called();
    let caption = Caption::new("timeline", format!("{name}’s programme, {length} weeks"))
        .description(format!("Today is {}.", words::long_date(today)));
    let columns = columns.into_iter().map(|(_, column)| column).collect();
    let mut picture = Timeline::new(caption, columns);
    if !over {
        picture = picture.today(today);
    }
    let mut dates: Vec<(Date, String, String)> = Vec::new();
    for meeting in case
        .meetings
        .iter()
        .filter(|meeting| meeting.cancelled.is_none())
    {
        let reviewed = match meeting.kind {
            MeetingKind::Review(week) => run.reviewed.is_some_and(|done| week <= done),
            _ => false,
        };
        let held = if reviewed || meeting.recorded.is_some() {
            Held::Yes
        } else {
            Held::NotYet
        };
        let said = if held == Held::Yes { ", held" } else { "" };
        picture = picture.meeting(meeting.on, meeting.kind.label(), held);
        let when = format!("{}{said}", words::long_date(meeting.on));
        dates.push((meeting.on, meeting.kind.label(), when));
    }
    for review in &run.dates.reviews {
        let booked = case
            .meetings
            .iter()
            .any(|m| m.cancelled.is_none() && near(m.on, review.due.on));
        // What was due before a programme ended and never booked is not to come.
        if !booked && !ended {
            let label = format!("{}-week review", review.week.number());
            picture = picture.meeting(review.due.on, &label, Held::NotYet);
            let when = format!("Due {}", words::long_date(review.due.on));
            dates.push((review.due.on, label, when));
        }
    }
    for gap in &case.gaps {
        let when = format!("{}, not counted", words::date_range(gap.first, gap.last));
        dates.push((gap.first, gap.name.label().to_owned(), when));
    }
    let end = run.dates.ends.due.on;
    let booked = |day: Date| {
        let mut all = case.meetings.iter();
        all.any(|one| one.cancelled.is_none() && near(one.on, day))
    };
    if !ended && !booked(end) {
        picture = picture.meeting(end, "Final meeting", Held::NotYet);
        let when = format!("Due {}", words::long_date_with_year(end));
        dates.push((end, "Final meeting".to_owned(), when));
    }
    let bar = match case.place {
        Some(Place::Week(week)) if !over => Some(WeekBar::new(usize::from(week.number()), length)),
        _ => None,
    };
    Some(ProgrammeTimeline {
        picture: picture.draw(),
        bar,
        dates: listed(dates),
    })
}

/// The dates in their order.
fn listed(mut dates: Vec<(Date, String, String)>) -> SummaryList {
    dates.sort();
    let list = SummaryList::new().dense().no_border();
    dates
        .into_iter()
        .fold(list, |list, (_, what, when)| list.row(what, when))
}

fn is_this_week(monday: Date, today: Date) -> bool {
    today >= monday
        && monday
            .checked_add(jiff::Span::new().days(7))
            .is_ok_and(|end| today < end)
}

/// A review held within its window stands for the date it was due.
fn near(one: Date, other: Date) -> bool {
    one.since(other)
        .is_ok_and(|span| span.get_days().abs() <= 7)
}
