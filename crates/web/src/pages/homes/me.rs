//! `/me`: A pupil's own page: what is asked of me, in few words.

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
#[template(path = "pages/homes/me.html")]
struct HomePage {
    frame: Frame,
    hello: String,
    asked: TaskList,
    sent: Vec<(String, String)>,
    programmes: Vec<HomeProgramme>,
    sharing: Vec<String>,
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
        frame: visit.frame(hello.as_str()).look(Look::Pupil),
        asked: super::to_do((&mine.asks, &backs), "/me", visit.today()),
        sharing: mine
            .asks
            .iter()
            .filter(|one| one.ask.sent.is_some() && one.title.is_some())
            .map(|one| format!("/me/questions/{}/sent", one.ask.id))
            .collect(),
        sent: super::done(&mine.asks),
        programmes: programmes(&visit, Some("/me")).await?,
        hello,
    })
}
