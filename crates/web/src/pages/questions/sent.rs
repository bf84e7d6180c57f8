//! Thank you, who reads it, and what happens next.

use app::gathering::share::ShareWithHome;
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{document::HomeReads, id::AskId};

use super::way::{self, Hand, Way};
use crate::{
    components::{Button, Radios},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    posted::Posted,
    session::{Visit, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/questions/sent.html")]
struct SentPage {
    frame: Frame,
    way: Way,
    heading: String,
    lead: Vec<String>,
    state: FormState,
    asks_sharing: bool,
    action: String,
    on: Button,
}

impl SentPage {
    fn sharing(&self) -> Radios {
        let (label, hint) = if self.way == Way::Pupil {
            (
                "Can the people at home read what you shared with your meeting?",
                "What you kept back stays back either way. You can change your mind here.",
            )
        } else {
            (
                "Does the pupil agree that the people at home read what was shared with the meeting?",
                "Ask the pupil. What was kept back stays back either way.",
            )
        };
        let all = HomeReads::ALL.iter();
        self.state
            .radios("says", label)
            .small()
            .hint(hint)
            .options(all.map(|one| (one.code(), one.label())))
    }
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(ask): Path<String>) -> Result<Response, Failure> {
    let ask = super::ask(&ask)?;
    draw(&visit, ask, StatusCode::OK, FormState::new()).await
}

/// Says whether home may read what was shared.
///
/// # Errors
/// [`Failure`].
pub async fn share(
    visit: Visit,
    Path(ask): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let ask = super::ask(&ask)?;
    let mut state = posted.state(&[]);
    let Ok(says) = posted.value("says").parse() else {
        state.problem("says", "Choose yes or no");
        return draw(&visit, ask, StatusCode::UNPROCESSABLE_ENTITY, state).await;
    };
    visit.execute(ShareWithHome { ask, says }).await?;
    let words = match says {
        HomeReads::Yes => "The people at home can read what was shared with the meeting.",
        HomeReads::No => "The people at home cannot read these answers.",
    };
    let back = format!("{}/sent", Way::of(&visit).base(ask));
    Ok(see_other(&back, Some(words)))
}

async fn draw(
    visit: &Visit,
    ask: AskId,
    status: StatusCode,
    mut state: FormState,
) -> Result<Response, Failure> {
    let (sent, hand) = way::sent(visit, ask).await?;
    if let (Some(Some(said)), true) = (sent.home_reads, state.is_clear()) {
        state = state.with("says", said.code());
    }
    let (way, names) = (Way::of(visit), &sent.names);
    let heading = sent.form.finish.heading.with(names);
    let reference = &sent.on.case.programme.reference;
    let on = match hand {
        Hand::Own => Button::link("Done", way.home()),
        Hand::Scribe => Button::link(
            "Back to the information",
            format!("/programmes/{reference}/information"),
        ),
    };
    let page = SentPage {
        frame: way
            .frame(visit, &heading, &names.pupil)
            .problems(state.summary()),
        asks_sharing: sent.home_reads.is_some(),
        action: format!("{}/sent", way.base(ask)),
        state,
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
    };
    page_with(status, &page)
}
