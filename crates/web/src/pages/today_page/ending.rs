//! What needs this person of reviews, the end, and what comes after.

use app::programmes::{
    show::Meeting as MeetingRow,
    today::{TodayCase, TodayView},
};
use domain::{
    dates::SchoolDays,
    meeting::MeetingKind,
    programme::{Judgement, Stage, Task},
};
use jiff::civil::Date;

use super::items::Item;
use crate::{pages::programmes::header::path, words};

/// School days after a meeting by which everyone has what was agreed.
const WRITTEN_UP: u16 = 3;

/// The items of one programme, by its stage. Who may do what is asked again at
/// the page; nobody is sent to a page that is not theirs.
pub(super) fn items(case: &TodayCase, view: &TodayView, today: Date) -> Vec<Item> {
    let name = case.line.name.full();
    let base = path(&case.line.programme.reference);
    let mut found = Vec::new();
    let id = case.line.programme.id;
    let listed = |work| {
        view.tasks
            .iter()
            .any(|task| task.programme == id && task.task == work)
    };
    let mut add = |due, title: String, why: String, (end, button): (String, &'static str)| {
        found.push(Item {
            due,
            title,
            why,
            href: format!("{base}{end}"),
            button,
        });
    };
    match &case.line.programme.stage {
        Stage::Active {
            review,
            run,
            concern,
        } => {
            if !view.answers_for(case) {
                return found;
            }
            if let Some(meeting) = unwritten(case) {
                let title = format!(
                    "Write up {} {}",
                    words::possessive(&name),
                    meeting.kind.label()
                );
                let why = format!(
                    "It was on {}. Everyone is waiting to see what was agreed.",
                    words::long_date(meeting.on)
                );
                let to = (format!("/meetings/{}/review", meeting.id), "Write it up");
                add(owed(meeting, view), title, why, to);
            } else if let Some(review) = review {
                let label = format!("{}-week review", review.week.number());
                let day = words::long_date(review.due.on);
                let (due, to) = place(case, MeetingKind::Review(review.week), review.due.on, today);
                add(
                    due,
                    format!("Hold {} {label}", words::possessive(&name)),
                    format!("Due {day}."),
                    to,
                );
            }
            if let Some(concern) = concern
                && !listed(Task::EarlyReview)
                && unwritten(case).is_none()
            {
                let (due, to) = place(case, MeetingKind::EarlyReview, today, today);
                let why = format!("A concern was raised on {}.", words::long_date(concern.on));
                add(due, format!("Hold an early review for {name}"), why, to);
            }
            if today >= run.dates.ends.due.on {
                let why = "Today is the last day of the plan.".to_owned();
                let to = ("/moves/final".to_owned(), "Begin");
                add(
                    today,
                    format!("Hold {} final meeting", words::possessive(&name)),
                    why,
                    to,
                );
            }
        }
        Stage::FinalDue { proposed: None, .. }
            if view.coordinates(case) && !listed(Task::Evaluation) =>
        {
            let why = "The planned end is reached. Write how it ended with everyone.".to_owned();
            let to = ("/meetings/final/outcome".to_owned(), "Write it");
            add(
                today,
                format!("Say how {} plan ended", words::possessive(&name)),
                why,
                to,
            );
        }
        Stage::FinalDue {
            proposed: Some(proposal),
            ..
        } if view.is_head => {
            let judged = match proposal.judgement {
                Judgement::Successful => "successful",
                Judgement::Unsuccessful => "not successful",
            };
            let day = words::long_date(proposal.on);
            let why = format!("Proposed on {day}: {judged}. Confirm it, or send it back.");
            let to = ("/meetings/final/outcome".to_owned(), "Read it");
            add(
                today,
                format!("Confirm how {} plan ended", words::possessive(&name)),
                why,
                to,
            );
        }
        Stage::Paused { expected, .. } if today >= *expected && view.coordinates(case) => {
            let day = words::long_date(*expected);
            let why = format!("It was expected to go on from {day}.");
            let to = ("/moves/resume".to_owned(), "See");
            let title = format!("Start {} clock again", words::possessive(&name));
            add(*expected, title, why, to);
        }
        _ => {}
    }
    found
}

/// The review whose day has passed and that nobody has written up.
pub(super) fn unwritten(case: &TodayCase) -> Option<&MeetingRow> {
    let meeting = case.unwritten.as_ref()?;
    let stage = &case.line.programme.stage;
    let wanted = match stage {
        Stage::Active {
            review, concern, ..
        } => {
            let due = review.as_ref().map(|one| MeetingKind::Review(one.week));
            due == Some(meeting.kind)
                || concern.is_some() && meeting.kind == MeetingKind::EarlyReview
        }
        _ => false,
    };
    wanted.then_some(meeting)
}

/// The last day for what a meeting agreed to reach everyone.
pub(super) fn owed(meeting: &MeetingRow, view: &TodayView) -> Date {
    let days = SchoolDays::new(WRITTEN_UP);
    view.calendar
        .add_school_days(meeting.on, days)
        .unwrap_or(meeting.on)
}

/// Where a review is done, and when: its meeting when that is today, else the
/// meetings, to book it or to record the one that was held.
fn place(
    case: &TodayCase,
    kind: MeetingKind,
    due: Date,
    today: Date,
) -> (Date, (String, &'static str)) {
    match case.meeting.as_ref().filter(|meeting| meeting.kind == kind) {
        Some(meeting) if meeting.on > today => (
            meeting.on,
            (format!("/meetings/{}/review", meeting.id), "Prepare"),
        ),
        Some(meeting) => (
            today,
            (format!("/meetings/{}/review", meeting.id), "Open it"),
        ),
        None => (due, ("/meetings".to_owned(), "Open it")),
    }
}
