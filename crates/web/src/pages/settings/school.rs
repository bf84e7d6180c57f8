//! `/settings/school`: the telephone number that is printed on plans.

use app::{
    action::Action,
    settings::{ViewSettings, phone::ChangePhone},
};
use askama::Template;
use axum::{http::StatusCode, response::Response};

use crate::{
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::meetings::book::say,
    posted::Posted,
    session::{Visit, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/settings/school.html")]
struct PhonePage {
    frame: Frame,
    state: FormState,
}

/// The form.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit) -> Result<Response, Failure> {
    let fetched = visit.fetch(ViewSettings).await?;
    if !fetched.may.has(Action::ChangeSettings) {
        let who_can = app::policy::who_can(Action::ChangeSettings);
        return Err(Failure::NotAllowed { who_can });
    }
    let school = fetched.answer;
    let state = FormState::new().with("phone", school.phone.unwrap_or_default());
    draw(&visit, StatusCode::OK, state)
}

/// Saves it.
///
/// # Errors
/// [`Failure`].
pub async fn post(visit: Visit, posted: Posted) -> Result<Response, Failure> {
    let typed = posted.value("phone").to_owned();
    let mut state = posted.state(&[]);
    match visit.execute(ChangePhone { typed }).await {
        Ok(()) => Ok(see_other(
            "/settings",
            Some("Saved. Plans printed from now on say it."),
        )),
        Err(Failure::Rejected(reasons)) => {
            say(&mut state, reasons);
            draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, state)
        }
        Err(Failure::Conflict) => {
            state.problem_with_the_form("Somebody changed it meanwhile. Look, then save again.");
            draw(&visit, StatusCode::CONFLICT, state)
        }
        Err(other) => Err(other),
    }
}

fn draw(visit: &Visit, status: StatusCode, state: FormState) -> Result<Response, Failure> {
    let frame = visit
        .frame("The school’s telephone")
        .section("Settings")
        .back("/settings")
        .problems(state.summary());
    page_with(status, &PhonePage { frame, state })
}
