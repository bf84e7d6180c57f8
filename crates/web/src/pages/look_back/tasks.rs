//! What somebody is asked before a review, as a line on their first page.

use app::look_back::mine::{MyLookBack, MyLookBacks, Said};
use domain::look_back::Part;

use crate::{
    components::{Tag, Task},
    failure::Failure,
    session::Visit,
    words,
};

/// Everything the visitor is asked before a review.
pub(crate) async fn mine(visit: &Visit) -> Result<Vec<MyLookBack>, Failure> {
    Ok(visit.fetch(MyLookBacks).await?.answer)
}

/// Where one page is.
pub(crate) fn href(one: &MyLookBack) -> String {
    format!("/look-back/{}", one.reference.path())
}

/// "Three minutes about Rowan, before the 8-week review".
pub(crate) fn title(one: &MyLookBack) -> String {
    let (pupil, before) = (&one.pupil, one.round.words());
    match one.part {
        Part::Pupil | Part::Younger => format!("Your side, before {before}"),
        Part::Teacher => format!("Three minutes about {pupil}, before {before}"),
        Part::Promise => format!("{pupil}: what you promised, before {before}"),
        Part::Home => format!("{pupil}: your side, before {before}"),
    }
}

/// When it is due, and that it can be changed once it is said.
pub(crate) fn hint(one: &MyLookBack) -> String {
    match (one.said, one.by) {
        (Said::Already, _) => "You can change it until the meeting.".to_owned(),
        (Said::NotYet, Some(by)) => format!("By {}", words::long_date(by)),
        (Said::NotYet, None) => "Before the meeting".to_owned(),
    }
}

/// Each as a task.
pub(crate) fn tasks(all: &[MyLookBack]) -> Vec<Task> {
    let task = |one: &MyLookBack| {
        let task = Task::new(title(one), href(one)).hint(hint(one));
        match one.said {
            Said::Already => task.tag(Tag::done("Sent")),
            Said::NotYet => task.tag(Tag::not_started("Not started")),
        }
    };
    all.iter().map(task).collect()
}
