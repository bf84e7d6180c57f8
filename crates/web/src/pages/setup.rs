//! `/setup/{token}`: the first page an installation shows, once.

use app::accounts::{
    make_school::MakeSchool,
    password::{Password, PasswordProblem},
    token::Token,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{
    account::{Email, SchoolRole, SchoolRoles},
    school::Urn,
    text::Line,
};

use crate::{
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    posted::Posted,
    session::{Visit, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/setup.html")]
struct SetupPage {
    frame: Frame,
    state: FormState,
    token: String,
}

/// The form, while the address stands.
///
/// # Errors
/// [`Failure::NotFound`] once it is used up.
pub async fn get(visit: Visit, Path(token): Path<String>) -> Result<Response, Failure> {
    stands(&visit, &token).await?;
    draw(&visit, StatusCode::OK, FormState::new(), token)
}

/// Makes the school.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(token): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    stands(&visit, &token).await?;
    let mut state = posted.state(&["password", "password_again"]);
    let school = Line::<120>::new(posted.value("school"));
    let urn = posted.value("urn").parse::<Urn>();
    let name = Line::<120>::new(posted.value("name"));
    let email = posted.value("email").parse::<Email>();
    let about = [posted.value("school"), posted.value("name")];
    let password = Password::chosen(
        posted.value("password"),
        posted.value("password_again"),
        &about,
    );
    if school.is_err() {
        state.problem("school", "Enter the school’s name");
    }
    if let Err(problem) = &urn {
        state.problem("urn", problem.words());
    }
    if name.is_err() {
        state.problem("name", "Enter your name");
    }
    if let Err(problem) = &email {
        state.problem("email", problem.words());
    }
    if let Err(problem) = &password {
        let field = if *problem == PasswordProblem::Differ {
            "password_again"
        } else {
            "password"
        };
        state.problem(field, problem.words());
    }
    let (Ok(school), Ok(urn), Ok(name), Ok(email), Ok(password)) =
        (school, urn, name, email, password)
    else {
        return draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, state, token);
    };
    let roles = posted
        .all("also")
        .filter_map(|code| code.parse::<SchoolRole>().ok())
        .filter(|role| {
            matches!(
                role,
                SchoolRole::Head | SchoolRole::Coordinator | SchoolRole::Dsl
            )
        })
        .collect::<SchoolRoles>();
    let password = visit
        .site()
        .blocking(move |app| app.hash(&password))
        .await?;
    let token = Token::sent(&token);
    visit
        .execute(MakeSchool {
            token,
            school,
            urn,
            name,
            email,
            password,
            roles,
        })
        .await?;
    Ok(see_other(
        "/sign-in",
        Some("Your school is ready. Sign in with the password you chose."),
    ))
}

async fn stands(visit: &Visit, token: &str) -> Result<(), Failure> {
    let token = Token::sent(token);
    let stands = visit
        .site()
        .blocking(move |app| app.setup_stands(&token))
        .await?;
    if stands {
        Ok(())
    } else {
        Err(Failure::NotFound)
    }
}

fn draw(
    visit: &Visit,
    status: StatusCode,
    state: FormState,
    token: String,
) -> Result<Response, Failure> {
    let frame = visit.frame("Set up your school").problems(state.summary());
    page_with(
        status,
        &SetupPage {
            frame,
            state,
            token,
        },
    )
}
