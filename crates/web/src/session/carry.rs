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
/// The name of the field that says whose words are carried.
pub(crate) const WHOSE: &str = "carry_whose";
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

/// What was typed in a form, and on whose page.
pub(super) struct Typed {
    whose: String,
    fields: Vec<(String, String)>,
}

/// Reads a form's body and hands it on, keeping the fields.
pub(super) async fn keep_a_copy(headers: &HeaderMap, body: Body) -> (Body, Option<Typed>) {
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
    let typed = read_form(&bytes).map(|fields| {
        let token = fields.iter().find(|(name, _)| name == CSRF_FIELD);
        let whose = token.map_or_else(String::new, |(_, token)| token.clone());
        let secret = |name: &str| SECRETS.contains(&name);
        let kept = fields.into_iter().filter(|(name, _)| !secret(name));
        let fields = kept.collect();
        Typed { whose, fields }
    });
    (Body::from(bytes), typed)
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

/// The page that keeps what was typed. Whoever is signed in by now, and did not
/// type it, is shown nothing of it.
pub(super) fn page(visit: &Visit, failure: &Failure, typed: &Typed) -> Response {
    let signing_in = matches!(failure, Failure::SignedOut) || visit.actor.identity().is_none();
    if !signing_in && !visit.stood_on_own_page(&typed.whose) {
        return super::failure_page::page(visit, failure);
    }
    let carry = Carry {
        to: &visit.path,
        whose: &typed.whose,
        fields: &typed.fields,
    };
    resend_page(visit, &carry, signing_in, StatusCode::BAD_REQUEST)
}

/// The page after signing in again, with the words ready to send; nothing when
/// somebody else signed in than typed them.
pub(crate) fn ready_to_send(visit: &Visit, carry: &Carry<'_>) -> Option<Response> {
    let own = visit.stood_on_own_page(carry.whose);
    own.then(|| resend_page(visit, carry, false, StatusCode::OK))
}

/// Words on their way to the page they were typed for.
pub(crate) struct Carry<'a> {
    pub(crate) to: &'a str,
    pub(crate) whose: &'a str,
    pub(crate) fields: &'a [(String, String)],
}

fn resend_page(visit: &Visit, carry: &Carry<'_>, signing_in: bool, status: StatusCode) -> Response {
    let prefix = if signing_in { KEPT } else { "" };
    let mut hidden: Vec<Hidden> = carry
        .fields
        .iter()
        .filter(|(name, _)| name != CSRF_FIELD && !name.starts_with("carry"))
        .map(|(name, value)| Hidden::new(format!("{prefix}{name}"), value))
        .collect();
    if signing_in {
        hidden.push(Hidden::new(TO, carry.to));
        hidden.push(Hidden::new(WHOSE, carry.whose));
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
            carry.to.to_owned()
        },
        frame,
        hidden,
        signing_in,
    };
    page_with(status, &template).unwrap_or_else(IntoResponse::into_response)
}
