//! What somebody hears of, though others do the work: what was decided about a
//! referral, a concern, a pupil who leaves, and what adults are late with at the end.

use app::programmes::{
    today::{TodayCase, TodayView},
    told::{News, Told},
};
use domain::{
    programme::{Stage, Task},
    timers::EndStanding,
};
use jiff::civil::Date;

use super::items::Item;
use crate::{pages::programmes::header::path, words};

/// Every item of this kind, for whoever asks.
pub(super) fn items(view: &TodayView, today: Date) -> Vec<Item> {
    let mut found: Vec<Item> = view.told.iter().map(|told| news(told, today)).collect();
    if view.is_head {
        for case in &view.cases {
            found.extend(at_the_end(case, today));
            found.extend(home_not_reached(case, view, today));
        }
    }
    found
}

/// What the coordinator is asked to say yes or no to. What it is stands in the
/// key worker's record alone.
pub(super) fn wishes(view: &TodayView, today: Date) -> Vec<Item> {
    let asked = view.wishes.iter().filter_map(|wish| {
        let mut cases = view.cases.iter();
        let case = cases.find(|case| case.line.programme.id == wish.programme)?;
        let open = case.line.programme.stage.name().is_open();
        (open && view.coordinates(case)).then(|| Item {
            due: today,
            title: format!("Answer a change {} asked for", case.line.name.full()),
            why: format!(
                "{} wrote it down on {}. Say whether it goes into the plan.",
                wish.by,
                words::long_date(wish.on)
            ),
            href: format!("{}/check-ins", path(&case.line.programme.reference)),
            button: "Answer",
        })
    });
    asked.collect()
}

fn news(told: &Told, today: Date) -> Item {
    let day = words::long_date(told.on);
    let (title, why) = match told.news {
        News::Declined(reason) => (
            format!("No programme starts for {}", told.pupil),
            match reason {
                Some(reason) => format!(
                    "Your referral was declined on {day}: {}. Read what happens instead.",
                    words::small(reason.label())
                ),
                None => format!("Your referral was declined on {day}. Read why."),
            },
        ),
        News::Asked => (
            format!("Answer a question about {}", told.pupil),
            format!("Your referral came back on {day}, before it can be decided on."),
        ),
        News::Concern => (
            format!(
                "Read the concern about {} plan",
                words::possessive(&told.pupil)
            ),
            format!("It was raised on {day}. Somebody rings home within two school days."),
        ),
        News::HomeEducation => (
            format!("{} left for home education", told.pupil),
            format!(
                "It was recorded on {day}, while a programme was open. Make sure that it is the \
                 family’s own choice, then say that you have seen it."
            ),
        ),
    };
    Item {
        due: today,
        title,
        why,
        href: match told.news {
            News::Declined(_) | News::Asked => format!("{}/referral", path(&told.reference)),
            News::Concern | News::HomeEducation => path(&told.reference),
        },
        button: "Read it",
    }
}

/// A programme that is late with its end, each day until somebody deals with it.
fn at_the_end(case: &TodayCase, today: Date) -> Option<Item> {
    let end = case.against_end?;
    let name = case.line.name.full();
    let ended = words::long_date(end.dates.planned_end);
    let (due, title, why) = match end.standing {
        EndStanding::Running | EndStanding::FinalDue => return None,
        EndStanding::EvaluationOverdue => (
            end.dates.evaluation_due,
            format!("Ask how {} plan ended", words::possessive(&name)),
            "Nobody has written it yet. The coordinator writes it with everyone.".to_owned(),
        ),
        EndStanding::OutOfTime => (
            today,
            format!("{} programme is out of time", words::possessive(&name)),
            format!(
                "The plan ended on {ended}, with no final meeting and no more time given. Ask for \
                 the meeting, or give more time."
            ),
        ),
    };
    Some(Item {
        due,
        title,
        why,
        href: path(&case.line.programme.reference),
        button: "See",
    })
}

/// A concern about a plan, where home has not been reached in time.
fn home_not_reached(case: &TodayCase, view: &TodayView, today: Date) -> Option<Item> {
    let programme = &case.line.programme;
    let Stage::Active {
        concern: Some(concern),
        ..
    } = &programme.stage
    else {
        return None;
    };
    if view.answers_for(case) {
        return None;
    }
    let late = view.tasks.iter().find(|task| {
        let this = task.programme == programme.id && task.task == Task::ContactFamily;
        this && task.due < today
    })?;
    Some(Item {
        due: late.due,
        title: format!("Home has not been rung about {}", case.line.name.full()),
        why: format!(
            "A concern was raised on {}. Ask who rings, or ring yourself.",
            words::long_date(concern.on)
        ),
        href: path(&programme.reference),
        button: "See",
    })
}
