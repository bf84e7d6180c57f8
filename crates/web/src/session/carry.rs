//! Nothing typed is lost: when a form comes in after the session ended or with
//! an old token, its words are put into a page from which they can be sent again.

use askama::Template;
use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{Visit, page_with};
use crate::{
    components::Hidden,
    failure::Failure,
    layout::{CSRF_FIELD, Frame},
    posted::read_form,
};

/// The name of the field that carries a form's own address through signing in.
pub(crate) const TO: &str = "carry_to";
/// What the carried fields' names begin with.
const KEPT: &str = "carry.";
/// The most that is carried: more than anybody types, less than a file.
const MOST: usize = 2 * 1024 * 1024;
/// Fields that are never put back into a page.
const SECRETS: [&str; 5] = [
    CSRF_FIELD,
    "password",
    "password_again",
    "old_password",
    "new_password",
];

/// Reads a form's body and hands it on, keeping the fields.
pub(super) async fn keep_a_copy(
    headers: &HeaderMap,
    body: Body,
) -> (Body, Option<Vec<(String, String)>>) {
    let read = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let form = read(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
    let small = read(header::CONTENT_LENGTH)
        .and_then(|length| length.parse::<usize>().ok())
        .is_some_and(|length| length <= MOST);
    if !form || !small {
        return (body, None);
    }
    let bytes: Bytes = axum::body::to_bytes(body, MOST).await.unwrap_or_default();
    let fields = read_form(&bytes).map(|fields| {
        fields
            .into_iter()
            .filter(|(name, _)| !SECRETS.contains(&name.as_str()))
            .collect()
    });
    (Body::from(bytes), fields)
}

/// The fields that a sign-in form carried, under their own names.
pub(crate) fn carried(fields: &[(String, String)]) -> Vec<(String, String)> {
    fields
        .iter()
        .filter_map(|(name, value)| {
            name.strip_prefix(KEPT)
                .map(|own| (own.to_owned(), value.clone()))
        })
        .collect()
}

/// To the sign-in page, and back here after.
pub(super) fn to_sign_in(visit: &Visit) -> Response {
    let to = percent_encoding::utf8_percent_encode(&visit.path, percent_encoding::NON_ALPHANUMERIC);
    axum::response::Redirect::to(&format!("/sign-in?next={to}")).into_response()
}

#[derive(Template)]
#[template(path = "session/carry.html")]
struct CarryPage {
    frame: Frame,
    heading: &'static str,
    words: &'static str,
    button: &'static str,
    action: String,
    hidden: Vec<Hidden>,
    signing_in: bool,
}

/// The page that keeps what was typed.
pub(super) fn page(visit: &Visit, failure: &Failure, typed: &[(String, String)]) -> Response {
    let signing_in = matches!(failure, Failure::SignedOut) || visit.actor.identity().is_none();
    resend_page(
        visit,
        &visit.path,
        typed,
        signing_in,
        StatusCode::BAD_REQUEST,
    )
}

/// The page after signing in again, with the words ready to send.
pub(crate) fn ready_to_send(visit: &Visit, to: &str, typed: &[(String, String)]) -> Response {
    resend_page(visit, to, typed, false, StatusCode::OK)
}

fn resend_page(
    visit: &Visit,
    to: &str,
    typed: &[(String, String)],
    signing_in: bool,
    status: StatusCode,
) -> Response {
    let prefix = if signing_in { KEPT } else { "" };
    let mut hidden: Vec<Hidden> = typed
        .iter()
        .filter(|(name, _)| name != CSRF_FIELD && !name.starts_with("carry"))
        .map(|(name, value)| Hidden::new(format!("{prefix}{name}"), value))
        .collect();
    if signing_in {
        hidden.push(Hidden::new(TO, to));
    }
    let frame = visit.frame(if signing_in {
        "Sign in to go on"
    } else {
        "Send it again"
    });
    let template = CarryPage {
        heading: if signing_in {
            "Sign in to go on"
        } else {
            "Your words are here"
        },
        words: if signing_in {
            "You were signed out, because nothing happened for a while. What you typed is kept on this page. Sign in and it will be there to send."
        } else {
            "The page you sent was from an earlier visit, so it was not saved yet. What you typed is kept on this page."
        },
        button: if signing_in { "Sign in" } else { "Send it now" },
        action: if signing_in {
            "/sign-in".to_owned()
        } else {
            to.to_owned()
        },
        frame,
        hidden,
        signing_in,
    };
    page_with(status, &template).unwrap_or_else(IntoResponse::into_response)
}
