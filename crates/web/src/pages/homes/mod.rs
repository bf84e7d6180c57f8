//! Where people's days begin who do not run programmes: the pupil, home, people
//! from outside, and staff who were asked something.

pub mod asked;
pub mod ending;
pub mod family;
pub mod me;
pub mod outside;
mod programme;
pub mod review;
mod week;

use app::{
    gathering::mine::{Asked, MyAsk},
    look_back::mine::MyLookBack,
};
use domain::document::DocumentStatus;
use jiff::civil::Date;

use crate::{
    components::{Tag, Task, TaskList},
    failure::Failure,
    pages::look_back::tasks,
    session::Visit,
    words::{figures, long_date},
};

/// Everything the visitor is asked.
async fn mine(visit: &Visit) -> Result<Asked, Failure> {
    Ok(visit.fetch(app::gathering::mine::MyAsks).await?.answer)
}

/// Everything the visitor is asked before a review.
async fn look_backs(visit: &Visit) -> Result<Vec<MyLookBack>, Failure> {
    tasks::mine(visit).await
}

/// What is asked and still out, each leading to its questions.
fn to_do((asks, backs): (&[MyAsk], &[MyLookBack]), base: &str, today: Date) -> TaskList {
    let out = asks
        .iter()
        .filter(|one| one.ask.is_out() && one.title.is_some());
    let before = tasks::tasks(backs).into_iter();
    TaskList::new(before.chain(out.map(|one| {
        let title = match base {
            "/me" => one.title.clone().unwrap_or_default(),
            _ => format!("{}: {}", one.pupil, one.title.clone().unwrap_or_default()),
        };
        let task = Task::new(title, format!("{base}/questions/{}", one.ask.id));
        let task = task.hint(hint(one));
        match (one.done, one.ask.status().seen(Some(one.ask.due), today)) {
            (_, DocumentStatus::Late) if base.is_empty() => task.tag(Tag::adult_is_late("Late")),
            (Some((done, _)), _) if done > 0 => task.tag(Tag::wants_attention("Started")),
            _ => task.tag(Tag::not_started("Not started")),
        }
    })))
}

fn hint(one: &MyAsk) -> String {
    let by = long_date(one.ask.due);
    match (one.done, one.minutes) {
        (Some((done, all)), _) if done > 0 => {
            format!(
                "{done} of {} done. By {by}",
                figures(all, "question", "questions")
            )
        }
        (_, Some(minutes)) => format!("About {minutes} minutes. By {by}"),
        (_, None) => format!("By {by}"),
    }
}

/// What was sent, each leading to one's own copy.
fn done(asks: &[MyAsk]) -> Vec<(String, String)> {
    asks.iter()
        .filter_map(|one| {
            let on = domain::clock::london_date(one.ask.sent?);
            let title = one.title.clone()?;
            Some((title, format!("Sent on {}", long_date(on))))
        })
        .collect()
}
