//! `/asked`: what a member of staff is asked to answer, and what somebody's
//! answer has raised for them. It never says what was answered.

use app::gathering::{
    Duty,
    mine::{MyAsk, RaisedTask},
    safety::SettleRaised,
};
use askama::Template;
use axum::response::Response;

use crate::{
    components::TaskList,
    failure::Failure,
    layout::Frame,
    posted::Posted,
    session::{Visit, page, see_other},
    words::long_date,
};

#[derive(Template)]
#[template(path = "pages/homes/asked.html")]
struct AskedPage {
    frame: Frame,
    tasks: Vec<RaisedTask>,
    asked: TaskList,
    sent: Vec<(String, String)>,
}

impl AskedPage {
    fn by(task: &RaisedTask) -> String {
        long_date(task.due)
    }
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit) -> Result<Response, Failure> {
    let mine = super::mine(&visit).await?;
    let backs = super::look_backs(&visit).await?;
    page(&AskedPage {
        frame: visit.frame("Questions for you"),
        asked: super::to_do((&mine.asks, &backs), "", visit.today()),
        sent: sent(&mine.asks),
        tasks: mine.tasks,
    })
}

/// Marks a raised task done.
///
/// # Errors
/// [`Failure`].
pub async fn settle(visit: Visit, posted: Posted) -> Result<Response, Failure> {
    let ask = posted.value("ask").parse().map_err(|_| Failure::NotFound)?;
    let task = posted.value("task").to_owned();
    visit.execute(SettleRaised { ask, task }).await?;
    Ok(see_other("/asked", Some("Marked as done. Thank you.")))
}

/// "Rowan: How it goes with you", newest first.
fn sent(asks: &[MyAsk]) -> Vec<(String, String)> {
    let mut sent: Vec<_> = asks
        .iter()
        .filter_map(|one| {
            let on = domain::clock::london_date(one.ask.sent?);
            Some((on, format!("{}: {}", one.pupil, one.title.clone()?)))
        })
        .collect();
    sent.sort_by_key(|(on, _)| std::cmp::Reverse(*on));
    let line = |(on, title)| (title, long_date(on));
    sent.into_iter().map(line).collect()
}
