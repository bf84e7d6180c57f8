//! Thank you, who reads it, and what happens next.

use askama::Template;
use axum::{extract::Path, response::Response};

use super::way::{self, Hand, Way};
use crate::{
    components::Button,
    failure::Failure,
    layout::Frame,
    session::{Visit, page},
};

#[derive(Template)]
#[template(path = "pages/questions/sent.html")]
struct SentPage {
    frame: Frame,
    way: Way,
    heading: String,
    lead: Vec<String>,
    on: Button,
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(ask): Path<String>) -> Result<Response, Failure> {
    let ask = super::ask(&ask)?;
    let (sent, hand) = way::sent(&visit, ask).await?;
    let (way, names) = (Way::of(&visit), &sent.names);
    let heading = sent.form.finish.heading.with(names);
    let reference = &sent.on.case.programme.reference;
    let on = match hand {
        Hand::Own => Button::link("Done", way.home()),
        Hand::Scribe => Button::link(
            "Back to the information",
            format!("/programmes/{reference}/information"),
        ),
    };
    page(&SentPage {
        frame: way.frame(&visit, &heading, &names.pupil),
        lead: sent
            .form
            .finish
            .lead
            .iter()
            .map(|line| line.with(names))
            .collect(),
        heading,
        way,
        on,
    })
}
