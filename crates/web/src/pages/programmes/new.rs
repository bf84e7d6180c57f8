//! `/programmes/new`: find the pupil, then begin the draft.

use std::collections::BTreeMap;

use app::programmes::{
    find_pupil::{FindPupil, Found, Open},
    start_referral::StartReferral,
};
use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use domain::id::PupilId;

use crate::{
    components::Button,
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    posted::Posted,
    session::{Visit, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/programmes/new.html")]
struct NewPage {
    frame: Frame,
    state: FormState,
    found: Vec<Found>,
}

impl NewPage {
    fn looked(&self) -> bool {
        !self.state.value("q").trim().is_empty()
    }
}

/// The page, with whoever was found.
///
/// # Errors
/// [`Failure`].
pub async fn get(
    visit: Visit,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Failure> {
    let looked_for = asked.get("q").cloned().unwrap_or_default();
    draw(
        &visit,
        StatusCode::OK,
        FormState::new().with("q", looked_for),
    )
    .await
}

/// Begins the draft.
///
/// # Errors
/// [`Failure`].
pub async fn post(visit: Visit, posted: Posted) -> Result<Response, Failure> {
    let mut state = posted.state(&[]);
    let Ok(pupil) = posted.value("pupil").parse::<PupilId>() else {
        state.problem("q", "Find the pupil first");
        return draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, state).await;
    };
    match visit.execute(StartReferral { pupil }).await {
        Ok(reference) => Ok(see_other(&super::path(&reference, "/start/who"), None)),
        Err(Failure::Rejected(reasons)) => {
            for reason in reasons {
                state.problem("q", reason.words);
            }
            draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, state).await
        }
        Err(other) => Err(other),
    }
}

async fn draw(visit: &Visit, status: StatusCode, state: FormState) -> Result<Response, Failure> {
    let looked_for = state.value("q").to_owned();
    let found = visit.fetch(FindPupil { looked_for }).await?.answer;
    let frame = visit
        .frame("Start a programme")
        .section("Programmes")
        .back("/programmes")
        .problems(state.summary());
    page_with(
        status,
        &NewPage {
            frame,
            state,
            found,
        },
    )
}
