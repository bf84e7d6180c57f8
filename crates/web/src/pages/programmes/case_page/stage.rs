//! Where one programme stands: its notice, its phases and what is to be done.

use std::cmp::Ordering;

use app::{
    action::Action,
    policy::ActionSet,
    programmes::{finish_task::is_said, show::CaseView},
};
use domain::programme::{Stage, StageName, Task as Work};
use jiff::civil::Date;

use crate::{
    components::{Button, Hidden, Inset, PhaseState, Phases, Tag, Task, TaskList},
    pages::{
        programmes::header::path,
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
            format!("{targets}, answered for by {signed} of {of} people.")
        }
        (Some(plan), None) => words::figures(plan.targets.len(), "target", "targets") + ".",
        (None, _) => "Not agreed yet.".to_owned(),
    };
    let doing = case.reports.map_or_else(
        || "Begins when the plan does.".to_owned(),
        |(in_, of)| {
            format!(
                "Reports in for {in_} of {}.",
                words::figures(of, "day", "days")
            )
        },
    );
    let held = case
        .meetings
        .iter()
        .filter(|meeting| meeting.recorded.is_some())
        .count();
    let review = match held {
        0 => "No meeting held yet.".to_owned(),
        held => format!(
            "{} held, then back to Do.",
            words::capital(&words::count(held, "meeting", "meetings"))
        ),
    };
    Phases::new(
        (state(0), assess),
        (state(1), plan),
        (state(2), doing),
        (state(3), review),
    )
}

/// What is open, and what the stage asks for next.
pub(super) fn tasks(case: &CaseView, may: ActionSet, (today, token): (Date, &Hidden)) -> TaskList {
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
            let day = words::short_date(task.due);
            let line = match task.due.cmp(&today) {
                Ordering::Less => line.tag(Tag::adult_is_late(format!("Was due {day}"))),
                Ordering::Equal => line.tag(Tag::wants_attention("Today")),
                Ordering::Greater => line.status(format!("By {day}")),
            };
            if may.has(Action::FinishTask) && is_said(task.task) {
                line.button(tick_off(task.task, &base, token))
            } else {
                line
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
    TaskList::new(all)
}

fn tick_off(task: Work, base: &str, token: &Hidden) -> Button {
    Button::post("Done", format!("{base}/jobs"), token.clone())
        .with("job", task.code())
        .about(task.label())
        .secondary()
        .small()
        .last()
}
