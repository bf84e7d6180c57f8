//! What needs this person: every item on the page, and the rules that make one.

use std::collections::BTreeMap;

use app::{
    gathering::{Duty, mine::RaisedTask},
    look_back::mine::{MyLookBack, Said},
    programmes::today::{TodayCase, TodayView, days_since},
};
use domain::{
    dates::Place,
    id::ProgrammeId,
    meeting::MeetingKind,
    programme::{StageName, Task as Work},
};
use jiff::civil::Date;

use super::{answers, contact::ring_home, ending, referred, targets, told};
use crate::{
    pages::{look_back::tasks, programmes::header::path},
    words,
};

/// School days before a meeting from which it is prepared.
pub(super) const SOON: u16 = 3;

/// One thing to do, and the day it is due.
pub(super) struct Item {
    pub(super) due: Date,
    pub(super) title: String,
    pub(super) why: String,
    pub(super) href: String,
    pub(super) button: &'static str,
}

/// Everything that makes an item, by the rules of this page.
pub(super) fn items((view, backs): (&TodayView, &[MyLookBack]), today: Date) -> Vec<Item> {
    let names: BTreeMap<ProgrammeId, &TodayCase> = view
        .cases
        .iter()
        .map(|case| (case.line.programme.id, case))
        .collect();
    let mut items: Vec<Item> = view
        .tasks
        .iter()
        .filter_map(|task| names.get(&task.programme).map(|case| (task, case)))
        .filter(|(task, case)| match task.task {
            Work::Decide => true,
            // While the clock stands still nobody is late for a talk.
            Work::CheckIn => {
                case.line.programme.stage.name() != StageName::Paused && view.meets_the_pupil(case)
            }
            _ => view.answers_for(case),
        })
        .map(|(task, case)| {
            let base = path(&case.line.programme.reference);
            let (end, button) = where_to(task.task);
            Item {
                due: task.due,
                title: match task.task {
                    Work::CheckIn => format!("Meet {}", case.line.name.full()),
                    other => format!("{} for {}", other.label(), case.line.name.full()),
                },
                why: match task.task {
                    Work::CheckIn => format!("{} {}", how_often(case), where_they_are(case)),
                    _ => where_they_are(case),
                },
                href: format!("{base}{end}"),
                button,
            }
        })
        .collect();
    items.extend(referred::items(view, today));
    for case in view.cases.iter().filter(|case| view.answers_for(case)) {
        items.extend(from_case(case, view, today));
    }
    for case in &view.cases {
        items.extend(ending::items(case, view, today));
    }
    items.extend(told::items(view, today));
    items.extend(backs.iter().filter_map(looked_back));
    items.extend(told::wishes(view, today));
    items.sort_by(|a, b| (a.due, &a.title).cmp(&(b.due, &b.title)));
    // A child who may need somebody comes before everything else.
    let raised = view.raised.iter().map(|task| raised_item(task, today));
    raised.chain(items).collect()
}

/// What they are asked themselves before a review, until they have said it.
fn looked_back(one: &MyLookBack) -> Option<Item> {
    (one.said == Said::NotYet).then(|| Item {
        due: one.by.unwrap_or_default(),
        title: tasks::title(one),
        why: "Short, on one page. The review begins with what people said.".to_owned(),
        href: tasks::href(one),
        button: "Write it",
    })
}

/// What an answer called for, and never what was said.
fn raised_item(task: &RaisedTask, today: Date) -> Item {
    let (why, button) = match task.duty {
        Duty::Does => (
            format!(
                "{} answered something that calls for you. It does not say here what.",
                task.pupil
            ),
            "Say it is done",
        ),
        Duty::Told => (
            "Somebody else does this. You are told so that you know.".to_owned(),
            "See it",
        ),
    };
    Item {
        due: if task.duty == Duty::Does {
            task.due.min(today)
        } else {
            task.due
        },
        title: task.words.clone(),
        why,
        href: "/asked".to_owned(),
        button,
    }
}

fn from_case(case: &TodayCase, view: &TodayView, today: Date) -> Vec<Item> {
    let (programme, name) = (&case.line.programme, case.line.name.full());
    let base = path(&programme.reference);
    let mut items = Vec::new();
    let item = |due, title, why: String, end: &str, button| Item {
        due,
        title,
        why,
        href: format!("{base}{end}"),
        button,
    };
    match programme.stage.name() {
        StageName::Draft => {
            let why = "The referral is saved and not yet handed in.".to_owned();
            items.push(item(
                view.calendar.next_school_day(today).unwrap_or(today),
                format!("Finish starting {name}’s programme"),
                why,
                "/start/why",
                "Carry on",
            ));
        }
        StageName::Gathering => {
            let (sent, asked) = case.answers;
            if sent < asked {
                items.extend(answers::again(case, today));
            } else {
                let why = "Every answer is in.".to_owned();
                items.push(item(
                    today,
                    format!("Book {name}’s first meeting"),
                    why,
                    "/meetings",
                    "Book it",
                ));
            }
        }
        StageName::MeetingSet => {
            let soon = answers::before_the_meeting(case, view, today);
            items.extend(soon.or_else(|| answers::again(case, today)));
        }
        StageName::Agreed => {
            let why = "The plan is agreed and not everyone has signed.".to_owned();
            items.push(item(
                today,
                format!("Gather the signatures for {name}"),
                why,
                "/plan/sign",
                "See who",
            ));
        }
        StageName::Active => {
            items.extend(
                meetings(case, view, today)
                    .map(|(due, title, why)| item(due, title, why, "/meetings", "Open it")),
            );
            items.extend(ring_home(case, view, today).map(|(due, why)| {
                let title = format!("Ring or write to {name}’s family");
                item(due, title, why, "/record", "Write")
            }));
            items.extend(targets::items(case, view, today));
        }
        _ => {}
    }
    items
}

/// A final meeting that is near.
fn meetings(
    case: &TodayCase,
    view: &TodayView,
    today: Date,
) -> impl Iterator<Item = (Date, String, String)> {
    let name = case.line.name.full();
    let last = case.meeting.as_ref().filter(|meeting| {
        let days = days_since(&view.calendar, today, meeting.on).number();
        meeting.kind == MeetingKind::Final && days <= SOON
    });
    let ready = last.map(|meeting| {
        let reports = case.reports.map_or_else(String::new, |(in_, of)| {
            format!(" Reports are in for {in_} of {of} days.")
        });
        (
            today,
            format!("Get ready for {name}’s final meeting"),
            format!("It is on {}.{reports}", words::long_date(meeting.on)),
        )
    });
    ready.into_iter()
}

const fn where_to(task: Work) -> (&'static str, &'static str) {
    match task {
        Work::ContactFamily => ("/record", "Write it down"),
        Work::CheckIn => ("/check-ins/new", "Write it down"),
        Work::Decide => ("/referral", "Read it"),
        Work::Signatures | Work::Cards => ("/plan/sign", "See who"),
        Work::Agenda | Work::Summary | Work::Reports | Work::EarlyReview => {
            ("/meetings", "Open it")
        }
        Work::Evaluation => ("/meetings/final/outcome", "Write it"),
        Work::AftercareCheck => ("/aftercare", "Look in"),
        Work::Options | Work::CouncilMessage => ("/not-enough", "Open it"),
        Work::LeftRoll => ("/moves", "Open it"),
        Work::HandOver => ("/people", "See who"),
        Work::BehaviourPlan | Work::TransferPack => ("", "Open it"),
    }
}

/// How often the plan says that the key worker and the pupil meet.
fn how_often(case: &TodayCase) -> String {
    let plan = case.plan.as_ref();
    let monitoring = plan.and_then(|plan| plan.monitoring.as_ref());
    monitoring.map_or_else(String::new, |who| who.how_often.said())
}

fn where_they_are(case: &TodayCase) -> String {
    let length = case.length;
    match (case.line.programme.stage.name(), case.place) {
        (StageName::Active, Some(Place::Week(week))) => {
            format!("{}, week {} of {length}.", case.line.class, week.number())
        }
        (name, _) => format!("{}. {}.", case.line.class, name.label()),
    }
}
