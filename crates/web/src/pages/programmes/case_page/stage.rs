//! Where one programme stands: its notice, its phases and what is to be done.

use std::cmp::Ordering;

use app::{
    action::Action,
    policy::ActionSet,
    programmes::{
        finish_task::is_said,
        show::{CaseView, NextDate, Note, NoteKind},
    },
};
use domain::{
    meeting::MeetingKind,
    programme::{Stage, StageName, Task as Work},
};
use jiff::{ToSpan as _, civil::Date};

use super::{talk, told::closed};
use crate::{
    components::{Button, Hidden, Inset, PhaseState, Phases, Tag, Task, TaskList},
    pages::{
        programmes::header::{chip, path},
        reviews::way::{self, place_of},
    },
    words,
};

/// Why the programme is not running as usual, when it is not.
pub(super) fn inset(case: &CaseView) -> Option<Inset> {
    let words = match &case.programme.stage {
        Stage::Paused {
            from,
            expected,
            reason,
            ..
        } => format!(
            "The clock is stopped since {}: {}. Expected back {}; dates will be worked out again then.",
            words::long_date(*from),
            words::small(reason.label()),
            words::long_date(*expected)
        ),
        Stage::Closed { on, ending, .. } => closed(*on, *ending),
        Stage::Declined { on, reason } => {
            format!(
                "Not started, {}: {}.",
                words::long_date_with_year(*on),
                words::small(reason.label())
            )
        }
        Stage::Active {
            concern: Some(concern),
            ..
        } => format!(
            "Extra review asked for, {}. Somebody rings home within two school days.",
            words::long_date(concern.on)
        ),
        Stage::FinalDue { proposed, .. } => match proposed {
            None => "The plan has reached its end. How it ended is written at the final meeting."
                .to_owned(),
            Some(proposal) => format!(
                "How it ended was proposed on {}. The head confirms it, or sends it back.",
                words::long_date(proposal.on)
            ),
        },
        Stage::Aftercare { until, .. } => {
            format!(
                "Successful. Lighter support until {}.",
                words::long_date(*until)
            )
        }
        Stage::Escalation { since, .. } => format!(
            "The plan was not enough, {}. What comes next is being chosen. The council is asked \
             before any decision about exclusion.",
            words::long_date(*since)
        ),
        Stage::Archived { since, .. } => format!(
            "Archived on {}. It can only be read.",
            words::long_date_with_year(*since)
        ),
        _ => return None,
    };
    Some(Inset::new(words))
}

/// The four phases, and which one it is in.
pub(super) fn phases(case: &CaseView) -> Phases {
    use PhaseState::{Done, Next, Now};
    let name = case.programme.stage.name();
    let step = match name {
        StageName::Draft
        | StageName::Referred
        | StageName::Gathering
        | StageName::MeetingSet
        | StageName::Declined => 0,
        StageName::Agreed => 1,
        StageName::Active | StageName::Paused => 2,
        StageName::FinalDue => 3,
        // All four lie behind it.
        _ => 4,
    };
    let state = |at: i32| match at.cmp(&step) {
        Ordering::Less => Done,
        Ordering::Equal => Now,
        Ordering::Greater => Next,
    };
    let (sent, asked) = case.answers;
    let assess = if asked == 0 {
        "Nobody has been asked yet.".to_owned()
    } else {
        format!("{sent} of {asked} answers are in.")
    };
    let plan = match (&case.plan, case.signed) {
        (Some(plan), Some((signed, of))) => {
            let targets = words::figures(plan.targets.len(), "target", "targets");
            if signed == of {
                format!("{targets}, signed by all {of} people.")
            } else {
                format!("{targets}, signed by {signed} of {of} people.")
            }
        }
        (Some(plan), None) => words::figures(plan.targets.len(), "target", "targets") + ".",
        (None, _) => "Not agreed yet.".to_owned(),
    };
    let doing = case.reports.map_or_else(
        || "Begins when the plan does.".to_owned(),
        |(in_, of)| {
            let days = words::figures(of, "day", "days");
            if step > 3 {
                format!("Reports came in for {in_} of {days}.")
            } else {
                format!("{}. Reports in for {in_} of {days}.", chip(case))
            }
        },
    );
    let review = reviews(case);
    Phases::new(
        (state(0), assess),
        (state(1), plan),
        (state(2), doing),
        (state(3), review),
    )
}

/// "1 of 3 held. Next in 12 school days, then back to Do."
fn reviews(case: &CaseView) -> String {
    let Some(run) = case.programme.stage.run() else {
        return "No review held yet.".to_owned();
    };
    let done = run.dates.reviews.iter();
    let done = done.filter(|review| run.reviewed.is_some_and(|last| review.week <= last));
    let ended = case
        .meetings
        .iter()
        .any(|meeting| meeting.kind == MeetingKind::Final && meeting.recorded.is_some());
    let held = done.count() + usize::from(ended);
    if !case.programme.stage.name().is_open() {
        return words::figures(held, "review", "reviews") + " held.";
    }
    let held = format!("{held} of {} held.", run.dates.reviews.len() + 1);
    match case.next {
        Some((NextDate::Review(_), _, days)) if days.number() > 0 => format!(
            "{held} Next {}, then back to Do.",
            words::in_school_days(usize::from(days.number()))
        ),
        Some((NextDate::Final, _, days)) if days.number() > 0 => format!(
            "{held} The last is {}.",
            words::in_school_days(usize::from(days.number()))
        ),
        _ => held,
    }
}

/// What is open, and what the stage asks for next.
pub(super) fn tasks(case: &CaseView, may: ActionSet, today: Date, token: &Hidden) -> TaskList {
    let base = path(&case.programme.reference);
    let open = case.tasks.iter().filter(|task| task.done.is_none());
    let mut all: Vec<Task> = open
        .map(|task| {
            let (end, action) = place_of(task.task);
            let line = if may.has(action) {
                Task::new(task.task.label(), format!("{base}{end}"))
            } else {
                Task::later(task.task.label(), "")
            };
            let line = if may.has(Action::FinishTask) && is_said(task.task) {
                let done = Button::post("Done", format!("{base}/done"), token.clone());
                let done = done.with("task", task.task.code()).secondary().small();
                line.done(done.about(task.task.label()))
            } else {
                line
            };
            let day = words::short_date(task.due);
            match task.due.cmp(&today) {
                Ordering::Less => line.tag(Tag::adult_is_late(format!("Was due {day}"))),
                Ordering::Equal => line.tag(Tag::wants_attention("Today")),
                Ordering::Greater => line.status(format!("By {day}")),
            }
        })
        .collect();
    all.extend(talk::tasks(case, may));
    all.extend(contact(case, may, today));
    if may.has(Action::AnswerWish) && !case.wishes.is_empty() {
        let title = format!("Answer a change {} asked for", case.pupil.name.called());
        let asked = Task::new(title, format!("{base}/check-ins"));
        all.push(asked.tag(Tag::wants_attention("Asked for")));
    }
    let what_next = match case.programme.stage.name() {
        StageName::Referred => Some((
            "Check the referral for safeguarding",
            "/referral",
            Action::CheckSafeguarding,
        )),
        StageName::Draft => Some(("Finish the referral", "/start/why", Action::SaveReferral)),
        StageName::Gathering => Some(("Book the first meeting", "/meetings", Action::BookMeeting)),
        StageName::MeetingSet => {
            Some(("Write targets for the meeting", "/plan", Action::DraftPlan))
        }
        StageName::Agreed => Some(("Gather the signatures", "/plan/sign", Action::ViewPlan)),
        _ => None,
    };
    if let Some((title, end, action)) = what_next
        && may.has(action)
    {
        all.push(Task::new(title, format!("{base}{end}")));
    }
    let evaluation = |title: &str| title.starts_with("Write how it ended");
    let listed = case
        .tasks
        .iter()
        .any(|task| task.task == Work::Evaluation && task.done.is_none());
    let due = way::next(case, may, today).into_iter();
    let due = due.filter(|(title, _)| !(listed && evaluation(title)));
    all.splice(0..0, due.map(|(title, href)| Task::new(title, href)));
    if let Some((what, on, _)) = case.next
        && on >= today
        && !matches!(what, NextDate::WriteUp(_))
        && case.programme.stage.run().is_some()
    {
        let when = words::short_date(on);
        let what = match what {
            NextDate::FirstMeeting => "first meeting".to_owned(),
            NextDate::Review(week) => format!("{week}-week review"),
            NextDate::Early => "early review".to_owned(),
            NextDate::Final | NextDate::WriteUp(_) => "final meeting".to_owned(),
        };
        all.push(hold(case, may, (format!("Hold the {what}"), when, on)));
    }
    TaskList::new(all)
}

/// The next meeting: a way into it once it is booked.
fn hold(case: &CaseView, may: ActionSet, (title, when, on): (String, String, Date)) -> Task {
    let booked = case.meetings.iter().find(|meeting| {
        meeting.on == on && meeting.cancelled.is_none() && meeting.recorded.is_none()
    });
    match booked.filter(|_| may.has(Action::ViewMeetings)) {
        Some(meeting) => {
            let base = path(&case.programme.reference);
            let time = words::time(meeting.from);
            let place = meeting.room.as_deref().map(|room| format!(", {room}"));
            Task::new(title, format!("{base}/meetings/{}", meeting.id))
                .hint(format!("{time}{}", place.unwrap_or_default()))
                .status(when)
        }
        None => Task::later(title, when),
    }
}

/// Home is rung or written to as often as the plan says.
fn contact(case: &CaseView, may: ActionSet, today: Date) -> Option<Task> {
    let active = case.programme.stage.name() == StageName::Active;
    let home = case.plan.as_ref()?.home_contact.as_ref()?;
    let reached = |note: &&Note| note.kind == NoteKind::Contact;
    let last = case.lately.iter().filter(reached).map(|note| note.on).max();
    let monday = i32::from(today.weekday().to_monday_zero_offset());
    let since = today.checked_sub(monday.days()).ok()?;
    if !active || !may.has(Action::RecordNote) || last.is_some_and(|day| day >= since) {
        return None;
    }
    let often = home.how_often.label().to_lowercase();
    let hint = match last {
        Some(day) => format!(
            "The plan says {often}. Last: {}.",
            words::recent_day(day, today)
        ),
        None => format!("The plan says {often}."),
    };
    let base = path(&case.programme.reference);
    let friday = since.checked_add(4.days()).ok()?;
    let task = Task::new("Ring or write to home this week", format!("{base}/record"));
    Some(
        task.hint(hint)
            .status(format!("By {}", words::short_date(friday))),
    )
}
