//! `/outside`: The page of somebody from outside the school.

use askama::Template;
use axum::response::Response;

use super::programme::{HomeProgramme, programmes};
use crate::{
    components::TaskList,
    failure::Failure,
    layout::{Frame, Look},
    session::{Visit, page},
};

#[derive(Template)]
#[template(path = "pages/homes/outside.html")]
struct HomePage {
    frame: Frame,
    hello: String,
    asked: TaskList,
    sent: Vec<(String, String)>,
    programmes: Vec<HomeProgramme>,
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit) -> Result<Response, Failure> {
    let mine = super::mine(&visit).await?;
    let backs = super::look_backs(&visit).await?;
    let me = visit.actor().identity().ok_or(Failure::SignedOut)?;
    let hello = format!("Hello {}", me.known_as);
    page(&HomePage {
        frame: visit.frame(hello.as_str()).look(Look::Phone),
        asked: super::to_do((&mine.asks, &backs), "", visit.today()),
        sent: super::done(&mine.asks),
        programmes: programmes(&visit, None).await?,
        hello,
    })
}
