//! Where one programme stands: its notice, its phases and what is to be done.

use std::cmp::Ordering;

use app::{
    action::Action,
    policy::ActionSet,
    programmes::{
        finish_task::is_said,
        show::{CaseView, NextDate},
    },
};
use domain::programme::{Stage, StageName, Task as Work};
use jiff::civil::Date;

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
        Stage::Closed { on, .. } => {
            format!(
                "{} on {}.",
                case.programme.stage.name().label(),
                words::long_date_with_year(*on)
            )
        }
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
        StageName::Draft | StageName::Referred | StageName::Gathering | StageName::Declined => 0,
        StageName::MeetingSet | StageName::Agreed => 1,
        StageName::Active | StageName::Paused => 2,
        _ => 3,
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
            format!("{}. Reports in for {in_} of {days}.", chip(case))
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
    let held = case.meetings.iter().filter(|meeting| {
        meeting.kind.is_review() && meeting.recorded.is_some() && meeting.cancelled.is_none()
    });
    let held = format!("{} of {} held.", held.count(), run.dates.reviews.len() + 1);
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
    let what_next = match case.programme.stage.name() {
        StageName::Referred => Some(("Decide on the referral", "/referral", Action::ViewReferral)),
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
        && case.programme.stage.run().is_some()
    {
        let when = words::short_date(on);
        let what = match what {
            NextDate::FirstMeeting => "first meeting".to_owned(),
            NextDate::Review(week) => format!("{week}-week review"),
            NextDate::Final => "final meeting".to_owned(),
        };
        all.push(Task::later(format!("Hold the {what}"), when));
    }
    TaskList::new(all)
}
