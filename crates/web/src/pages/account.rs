//! `/account`: one's own account, and changing the password.

use app::accounts::{
    password::{Password, PasswordProblem},
    people::{Myself, PersonLine},
};
use askama::Template;
use axum::{http::StatusCode, response::Response};

use crate::{
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    posted::Posted,
    session::{Visit, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/account.html")]
struct AccountPage {
    frame: Frame,
    state: FormState,
    me: PersonLine,
    roles: String,
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit) -> Result<Response, Failure> {
    draw(&visit, StatusCode::OK, FormState::new()).await
}

/// Changes the password.
///
/// # Errors
/// [`Failure`].
pub async fn post(visit: Visit, posted: Posted) -> Result<Response, Failure> {
    const SECRETS: [&str; 3] = ["old_password", "password", "password_again"];
    let mut state = posted.state(&SECRETS);
    let me = visit.actor().identity().ok_or(Failure::SignedOut)?;
    let about = [me.school_name.as_str(), me.name.as_str()];
    let new = Password::chosen(
        posted.value("password"),
        posted.value("password_again"),
        &about,
    );
    let old = Password::typed(posted.value("old_password"));
    match new {
        Err(problem) => {
            let field = if problem == PasswordProblem::Differ {
                "password_again"
            } else {
                "password"
            };
            state.problem(field, problem.words());
        }
        Ok(new) => {
            let actor = visit.actor().clone();
            let done = visit
                .site()
                .blocking(move |app| app.change_password(&actor, &old, &new))
                .await;
            match done {
                Ok(()) => {
                    let words = "Your password was changed. Sign in with the new one.";
                    return Ok(see_other("/sign-in", Some(words)));
                }
                Err(Failure::Rejected(reasons)) => {
                    for reason in reasons {
                        state.problem(
                            reason.field.unwrap_or_else(|| "old_password".into()),
                            reason.words,
                        );
                    }
                }
                Err(other) => return Err(other),
            }
        }
    }
    draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, state).await
}

async fn draw(visit: &Visit, status: StatusCode, state: FormState) -> Result<Response, Failure> {
    let me = visit.fetch(Myself).await?.answer;
    let roles: Vec<&str> = me
        .roles
        .iter()
        .map(domain::account::SchoolRole::label)
        .collect();
    let roles = if roles.is_empty() {
        me.kind.label().to_owned()
    } else {
        roles.join(", ")
    };
    let frame = visit.frame("Your account").problems(state.summary());
    page_with(
        status,
        &AccountPage {
            frame,
            state,
            me,
            roles,
        },
    )
}
