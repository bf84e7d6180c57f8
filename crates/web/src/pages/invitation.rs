//! `/invitations/{token}`: choose a password, and the account exists. Opening
//! the address never uses it up: mail scanners open addresses too.

use app::accounts::{
    accept::{AcceptInvitation, Offered},
    password::{Password, PasswordProblem},
    token::Token,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::text::{Line, TextProblem};

use crate::{
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    posted::Posted,
    session::{Visit, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/invitation.html")]
struct InvitationPage {
    frame: Frame,
    state: FormState,
    token: String,
    offered: Offered,
}

/// The form, while the address stands.
///
/// # Errors
/// [`Failure::NotFound`] once it is used up.
pub async fn get(visit: Visit, Path(token): Path<String>) -> Result<Response, Failure> {
    let offered = offered(&visit, &token).await?;
    draw(&visit, StatusCode::OK, FormState::new(), token, offered)
}

/// Takes the invitation up.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(token): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let offered = offered(&visit, &token).await?;
    let mut state = posted.state(&["password", "password_again"]);
    let known_as = Line::<60>::optional(posted.value("known_as"));
    let about = [offered.school_name.as_str(), offered.name.as_str()];
    let password = Password::chosen(
        posted.value("password"),
        posted.value("password_again"),
        &about,
    );
    if let Err(TextProblem::TooLong { max, .. }) = known_as {
        state.problem("known_as", format!("Use {max} characters or fewer"));
    }
    if let Err(problem) = &password {
        let field = if *problem == PasswordProblem::Differ {
            "password_again"
        } else {
            "password"
        };
        state.problem(field, problem.words());
    }
    let (Ok(known_as), Ok(password)) = (known_as, password) else {
        return draw(
            &visit,
            StatusCode::UNPROCESSABLE_ENTITY,
            state,
            token,
            offered,
        );
    };
    let password = visit
        .site()
        .blocking(move |app| app.hash(&password))
        .await?;
    visit
        .execute(AcceptInvitation {
            token: Token::sent(&token),
            known_as,
            password,
        })
        .await?;
    Ok(see_other(
        "/sign-in",
        Some("Your account is ready. Sign in with the password you chose."),
    ))
}

async fn offered(visit: &Visit, token: &str) -> Result<Offered, Failure> {
    let token = Token::sent(token);
    visit.site().blocking(move |app| app.offered(&token)).await
}

fn draw(
    visit: &Visit,
    status: StatusCode,
    state: FormState,
    token: String,
    offered: Offered,
) -> Result<Response, Failure> {
    let mut frame = visit.frame("Make your account").problems(state.summary());
    frame.school_name.clone_from(&offered.school_name);
    page_with(
        status,
        &InvitationPage {
            frame,
            state,
            token,
            offered,
        },
    )
}
