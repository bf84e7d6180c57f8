//! Around every address: who is asking, may they come in, and what page a
//! failure becomes.

use std::net::{IpAddr, SocketAddr};

use app::{Actor, accounts::token::Token, action::Action, leave::About};
use axum::{
    extract::{ConnectInfo, MatchedPath, RawPathParams, Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{Visit, carry, cookie, failure_page};
use crate::{failure::Failure, site::Site};

/// The layer.
pub(crate) async fn enter(State(site): State<Site>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let jar = cookie::Jar::read(&parts.headers);
    let request_id = request_id(&site);
    let sent = jar.token();
    let actor = match who(&site, sent.clone(), &request_id).await {
        Ok(actor) => actor,
        Err(failure) => return failure.into_response(),
    };
    let fresh = sent.is_none();
    let token = match sent.map_or_else(|| site.app().new_token(), Ok) {
        Ok(token) => token,
        Err(refusal) => return Failure::from(refusal).into_response(),
    };
    let visit = Visit {
        address: address(&site, &parts.headers, parts.extensions.get()),
        path: parts.uri.path().to_owned(),
        banner: jar.banner(),
        request: request_id,
        actor,
        token,
        site: site.clone(),
    };
    parts.extensions.insert(visit.clone());
    // An address can hold a one-time secret, or words somebody typed: only its pattern is logged.
    let route = parts
        .extensions
        .get::<MatchedPath>()
        .map_or_else(|| "none".to_owned(), |path| path.as_str().to_owned());
    let safe = matches!(parts.method, Method::GET | Method::HEAD);
    if !safe && is_from_elsewhere(&parts.headers) {
        let page = failure_page::page(&visit, &Failure::StaleForm);
        return finish(&visit, page, fresh);
    }
    let kept = (!safe).then(|| parts.headers.clone());
    let (body, typed) = match kept {
        None => (body, None),
        Some(headers) => carry::keep_a_copy(&headers, body).await,
    };
    let mut response = next.run(Request::from_parts(parts, body)).await;
    if let Some(failure) = response.extensions_mut().remove::<Failure>() {
        tracing::info!(
            request.id = %visit.request, status = failure.status().as_u16(),
            route = %route, "A request was refused"
        );
        response = match (&failure, typed) {
            (Failure::StaleForm | Failure::SignedOut, Some(typed)) => {
                carry::page(&visit, &failure, &typed)
            }
            (Failure::SignedOut, None) => carry::to_sign_in(&visit),
            _ => failure_page::page(&visit, &failure),
        };
    }
    finish(&visit, response, fresh)
}

fn finish(visit: &Visit, mut response: Response, fresh: bool) -> Response {
    if response.status() == StatusCode::NOT_FOUND
        && response.headers().get(header::CONTENT_TYPE).is_none()
    {
        response = failure_page::page(visit, &Failure::NotFound);
    }
    if fresh && !response.headers().contains_key(header::SET_COOKIE) {
        // A visitor's token is only there so that the sign-in form can carry one.
        cookie::set_session(response.headers_mut(), &visit.token);
    }
    let shows_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if visit.banner.is_some() && shows_page {
        cookie::clear_banner(response.headers_mut());
    }
    response
}

async fn who(site: &Site, token: Option<Token>, request: &str) -> Result<Actor, Failure> {
    let Some(token) = token else {
        return Ok(Actor::stranger(request));
    };
    let request = request.to_owned();
    site.blocking(move |app| app.actor(Some(&token), &request))
        .await
}

/// Sixteen hex digits: enough to find a log line, nothing to guess from.
fn request_id(site: &Site) -> String {
    site.app().new_token().map_or_else(
        |_| "0".repeat(16),
        |token| token.secret().chars().take(16).collect(),
    )
}

/// A form must be sent by our own page: browsers say where a request comes from.
fn is_from_elsewhere(headers: &HeaderMap) -> bool {
    let read = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = read("sec-fetch-site") {
        return site != "same-origin";
    }
    match (read("origin"), read("host")) {
        (Some(origin), Some(host)) => origin
            .split_once("://")
            .is_none_or(|(_, place)| !place.eq_ignore_ascii_case(host)),
        _ => false,
    }
}

/// The address limits go by. A forwarded one is believed from a named proxy only.
fn address(site: &Site, headers: &HeaderMap, peer: Option<&ConnectInfo<SocketAddr>>) -> String {
    let peer: Option<IpAddr> = peer.map(|ConnectInfo(socket)| socket.ip());
    let proxied = peer.is_some_and(|ip| site.settings().proxies.contains(&ip));
    let forwarded = headers
        .get("x-forwarded-for")
        .filter(|_| proxied)
        .and_then(|value| value.to_str().ok())
        .and_then(|list| list.rsplit(',').next())
        .and_then(|ip| ip.trim().parse::<IpAddr>().ok());
    forwarded
        .or(peer)
        .map_or_else(|| "unknown".to_owned(), |ip| ip.to_string())
}

/// Around every address that is not open to anyone: a stranger goes no further.
pub(crate) async fn signed_in(request: Request, next: Next) -> Response {
    let known = request
        .extensions()
        .get::<Visit>()
        .is_some_and(|visit| visit.actor.identity().is_some());
    if known {
        next.run(request).await
    } else {
        Failure::SignedOut.into_response()
    }
}

/// Around every address that a form is sent to: whoever may not do what it
/// declares hears so before a word of the form is read.
pub(crate) async fn has_leave(
    (action, or): (Action, Option<Action>),
    on: RawPathParams,
    request: Request,
    next: Next,
) -> Response {
    let Some(visit) = request.extensions().get::<Visit>().cloned() else {
        return Failure::Ours.into_response();
    };
    let Some(about) = about(&on) else {
        return Failure::NotFound.into_response();
    };
    let actor = visit.actor.clone();
    let asked = visit
        .site
        .blocking(move |app| match (app.may(&actor, action, &about), or) {
            (Err(_), Some(other)) => app.may(&actor, other, &about),
            (answer, _) => answer,
        });
    match asked.await {
        Ok(()) => next.run(request).await,
        Err(failure) => failure.into_response(),
    }
}

/// What the changing parts of an address speak of; nothing when they cannot be
/// the id of anything.
fn about(on: &RawPathParams) -> Option<About> {
    let part = |name: &str| {
        on.iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    };
    match (part("reference"), part("ask")) {
        (_, Some(ask)) => ask.parse().ok().map(About::Ask),
        (Some(reference), None) => reference.parse().ok().map(About::Programme),
        (None, None) => Some(About::School),
    }
}
