//! Asking one more person.

use app::gathering::{
    ask::Ask,
    information::{Information, ViewInformation},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{account::CaseRole, id::PersonId};

use super::{band, reference};
use crate::{
    components::CaseHeader,
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    posted::Posted,
    session::{Visit, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/information/ask.html")]
struct AskPage {
    frame: Frame,
    header: CaseHeader,
    state: FormState,
    people: Vec<(PersonId, String)>,
    path: String,
}

/// The form.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(written): Path<String>) -> Result<Response, Failure> {
    let programme = reference(&written)?;
    let found = visit.fetch(ViewInformation { programme }).await?.answer;
    draw(&visit, &found, FormState::new(), StatusCode::OK).await
}

/// Asks.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(written): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let programme = reference(&written)?;
    let path = format!("/programmes/{}/information", programme.path());
    let mut state = posted.state(&[]);
    if let Ok(person) = posted.value("person").parse::<PersonId>() {
        let command = Ask {
            programme: programme.clone(),
            person,
            document: None,
        };
        match visit.execute(command).await {
            Ok(_) => return Ok(see_other(&path, Some("They have been asked."))),
            Err(Failure::Rejected(reasons)) => {
                for reason in reasons {
                    state.problem("person", reason.words);
                }
            }
            Err(other) => return Err(other),
        }
    } else {
        state.problem("person", "Choose who to ask");
    }
    let found = visit.fetch(ViewInformation { programme }).await?.answer;
    draw(&visit, &found, state, StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn draw(
    visit: &Visit,
    found: &Information,
    state: FormState,
    status: StatusCode,
) -> Result<Response, Failure> {
    let reference = &found.case.programme.reference;
    let people = found.others.iter().map(|(id, name, role)| {
        let part: CaseRole = *role;
        (*id, format!("{name}, {}", part.label().to_lowercase()))
    });
    let page = AskPage {
        frame: visit
            .frame("Ask someone else")
            .section("Programmes")
            .problems(state.summary()),
        header: band(visit, reference).await?.0,
        people: people.collect(),
        path: format!("/programmes/{}/information", reference.path()),
        state,
    };
    page_with(status, &page)
}
