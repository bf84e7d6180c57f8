//! `/sign-in`: get in without a fuss, and know it is the school.

use app::accounts::{password::Password, sign_in::SignInAnswer, token::Token};
use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use serde::Deserialize;

use crate::{
    components::Hidden,
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    menus,
    posted::Posted,
    session::{
        CARRY_TO, CARRY_WHOSE, Carry, Visit, carried, page_with, ready_to_send, see_other,
        set_session,
    },
    site::DemoPerson,
};

/// What the address may carry.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// Where to land after: a path of ours, or it is not followed.
    #[serde(default)]
    next: String,
}

#[derive(Template)]
#[template(path = "pages/sign_in.html")]
struct SignInPage {
    frame: Frame,
    state: FormState,
    next: String,
    kept: Vec<Hidden>,
    demonstration: Vec<DemoPerson>,
}

/// The form.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    if let Some(me) = visit.actor().identity() {
        return Ok(see_other(menus::home(me), None));
    }
    draw(
        &visit,
        StatusCode::OK,
        FormState::new(),
        &asked.next,
        Vec::new(),
    )
}

/// Tries to sign in.
///
/// # Errors
/// [`Failure`].
pub async fn post(visit: Visit, posted: Posted) -> Result<Response, Failure> {
    let next = posted.value("next").to_owned();
    let (email, password) = (
        posted.value("email").to_owned(),
        Password::typed(posted.value("password")),
    );
    let (actor, address) = (visit.actor().clone(), visit.address().to_owned());
    let answer = visit
        .site()
        .blocking(move |app| app.sign_in(&actor, &email, &password, &address))
        .await?;
    let kept = carried(posted.fields());
    let problem = match answer {
        SignInAnswer::In(token) => {
            let to = posted.value(CARRY_TO);
            let on = if ours(&next) { &next } else { "/" };
            let mut response = see_other(on, None);
            if ours(to) && !kept.is_empty() {
                let carry = Carry {
                    to,
                    whose: posted.value(CARRY_WHOSE),
                    fields: &kept,
                };
                let visit = now_as(&visit, &token).await?;
                if let Some(ready) = ready_to_send(&visit, &carry) {
                    response = ready;
                }
            }
            set_session(response.headers_mut(), &token);
            return Ok(response);
        }
        SignInAnswer::No => "That email and password don’t match. Try again.".to_owned(),
        SignInAnswer::Wait { seconds } => {
            format!("Too many tries. Wait {seconds} seconds, then try again.")
        }
    };
    let mut state = posted.state(&["password"]);
    state.problem("email", problem);
    let mut hidden: Vec<Hidden> = kept
        .iter()
        .map(|(name, value)| Hidden::new(format!("carry.{name}"), value))
        .collect();
    for name in [CARRY_TO, CARRY_WHOSE] {
        if posted.has(name) {
            hidden.push(Hidden::new(name, posted.value(name)));
        }
    }
    draw(
        &visit,
        StatusCode::UNPROCESSABLE_ENTITY,
        state,
        &next,
        hidden,
    )
}

/// The same visit as whoever has just signed in.
async fn now_as(visit: &Visit, token: &Token) -> Result<Visit, Failure> {
    let (secret, request) = (token.clone(), visit.request.clone());
    let actor = visit
        .site()
        .blocking(move |app| app.actor(Some(&secret), &request))
        .await?;
    Ok(visit.with_token(token.clone()).with_actor(actor))
}

fn draw(
    visit: &Visit,
    status: StatusCode,
    state: FormState,
    next: &str,
    kept: Vec<Hidden>,
) -> Result<Response, Failure> {
    let frame = visit.frame("Sign in").problems(state.summary());
    let demonstration = visit.site().settings().demonstration.clone();
    page_with(
        status,
        &SignInPage {
            frame,
            state,
            next: next.to_owned(),
            kept,
            demonstration,
        },
    )
}

/// Whether a place to go after signing in is a path of this site.
///
/// Browsers drop tabs and line ends inside an address and read a backslash as
/// a slash, so none of them may be in it.
fn ours(path: &str) -> bool {
    let plain = |c: char| c.is_ascii_graphic() && c != '\\';
    path.starts_with('/') && !path.starts_with("//") && path.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::ours;

    #[test]
    fn signing_in_leads_to_our_own_pages_only() {
        assert!(ours("/programmes/kb26-014"));
        for other in [
            "",
            "https://else.example",
            "//else.example",
            "/\\else.example",
            "/\t/else.example",
            "/ /else.example",
            "today",
        ] {
            assert!(!ours(other), "{other}");
        }
    }
}
