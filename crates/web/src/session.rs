//! From a cookie to a [`Visit`]: who is asking, and the frame of their pages.
//! Signed in by default, public by name; failures become pages here.

mod carry;
mod cookie;
mod failure_page;
mod layer;

pub(crate) use carry::{Carry, TO as CARRY_TO, WHOSE as CARRY_WHOSE, carried, ready_to_send};
pub use cookie::{Jar, SESSION_COOKIE};
pub(crate) use cookie::{clear_session, set_session};
pub(crate) use layer::{enter, has_leave, signed_in};

use app::{
    Actor, Command, Fetched, Query,
    accounts::token::{Token, whose_form},
};
use axum::{
    extract::FromRequestParts,
    http::{StatusCode, request::Parts},
    response::{Html, IntoResponse, Response},
};

use crate::{
    components::Banner,
    failure::Failure,
    layout::{Frame, Menu, PRODUCT, Stays},
    menus,
    site::Site,
};

/// One request by one person.
#[derive(Debug, Clone)]
pub struct Visit {
    pub(crate) site: Site,
    pub(crate) actor: Actor,
    pub(crate) token: Token,
    pub(crate) path: String,
    pub(crate) banner: Option<String>,
    pub(crate) request: String,
    pub(crate) address: String,
}

impl Visit {
    /// Whoever asks.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The network address the request came from.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The token of this session.
    pub(crate) fn token(&self) -> &Token {
        &self.token
    }

    /// The same visit with the token of the session that has just begun.
    pub(crate) fn with_token(&self, token: Token) -> Self {
        Self {
            token,
            ..self.clone()
        }
    }

    /// The same visit as whoever has just signed in.
    pub(crate) fn with_actor(&self, actor: Actor) -> Self {
        Self {
            actor,
            ..self.clone()
        }
    }

    /// The path asked for.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The settings of the site.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The day it is.
    pub fn today(&self) -> jiff::civil::Date {
        self.site.app().clock().today()
    }

    /// The time it is, in London.
    pub fn local_time(&self) -> jiff::civil::Time {
        domain::clock::london_time(self.site.app().clock().now())
    }

    /// Does a verb as this person.
    ///
    /// # Errors
    /// A [`Failure`] the layer turns into a page.
    pub async fn execute<C>(&self, command: C) -> Result<C::Output, Failure>
    where
        C: Command + Send + 'static,
        C::Output: Send + 'static,
    {
        self.site.execute(&self.actor, command).await
    }

    /// Looks as this person.
    ///
    /// # Errors
    /// A [`Failure`] the layer turns into a page.
    pub async fn fetch<Q>(&self, query: Q) -> Result<Fetched<Q::Output>, Failure>
    where
        Q: Query + Send + 'static,
        Q::Output: Send + 'static,
    {
        self.site.fetch(&self.actor, query).await
    }

    /// The frame of a page for this person: their school, name, menu and token.
    pub fn frame(&self, title: impl Into<String>) -> Frame {
        let Some(me) = self.actor.identity() else {
            let mut frame = Frame::new(title, PRODUCT);
            frame.product_line = "Pastoral support for schools".into();
            frame.csrf = self.form_token();
            return frame;
        };
        let mut frame = Frame::new(title, &me.school_name)
            .signed_in(&me.name, self.form_token())
            .account("/account")
            .menu(self.menu())
            .stays(self.stays())
            .banner(
                self.banner
                    .as_ref()
                    .map(|words| Banner::done("Done", words.as_str())),
            );
        if menus::finds_pupils(me) {
            frame = frame.search("/programmes");
        }
        frame
    }

    /// How long this person stays signed in if nothing happens from now on.
    fn stays(&self) -> Option<Stays> {
        let me = self.actor.identity()?;
        let left = self.actor.session_ends()?;
        let now = self.site.app().clock().now();
        Some(Stays {
            idle_minutes: me.kind.idle_minutes(),
            at_most_seconds: left.duration_since(now).as_secs().max(0),
        })
    }

    fn menu(&self) -> Menu {
        self.actor
            .identity()
            .map_or_else(Menu::default, |me| menus::for_person(me, &self.path))
    }

    /// What a form of this session carries. Masked anew each time, so that a
    /// compressed page gives nothing away.
    pub(crate) fn form_token(&self) -> String {
        let mask = self.request.get(..16).unwrap_or(&self.request);
        let owner = whose_form(self.actor.identity().map(|me| me.account), mask);
        format!("{mask}{}.{owner}", self.token.masked_form_token(mask))
    }

    /// Whether a form stood on a page of this same person, or of nobody in
    /// particular then and now: words are given back to whoever typed them alone.
    pub(crate) fn stood_on_own_page(&self, sent: &str) -> bool {
        let me = self.actor.identity().map(|me| me.account);
        let parts = sent.split_at_checked(16).zip(sent.rsplit_once('.'));
        parts.is_some_and(|((mask, _), (_, owner))| whose_form(me, mask) == owner)
    }

    /// Whether a form carries this session's token.
    pub(crate) fn token_matches(&self, sent: &str) -> bool {
        sent.split_at_checked(16).is_some_and(|(mask, rest)| {
            let rest = rest.split_once('.').map_or(rest, |(token, _)| token);
            let wanted = self.token.masked_form_token(mask);
            wanted.len() == rest.len()
                && wanted
                    .bytes()
                    .zip(rest.bytes())
                    .fold(0, |odd, (a, b)| odd | (a ^ b))
                    == 0
        })
    }
}

impl FromRequestParts<Site> for Visit {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &Site) -> Result<Self, Failure> {
        parts.extensions.get::<Self>().cloned().ok_or(Failure::Ours)
    }
}

/// A page, drawn.
///
/// # Errors
/// [`Failure::Ours`] when the template cannot be drawn.
pub fn page(template: &impl askama::Template) -> Result<Response, Failure> {
    page_with(StatusCode::OK, template)
}

/// A page with another status: 422 for a form with problems, 409 for a clash.
///
/// # Errors
/// [`Failure::Ours`] when the template cannot be drawn.
pub fn page_with(
    status: StatusCode,
    template: &impl askama::Template,
) -> Result<Response, Failure> {
    let html = template.render().map_err(|error| {
        tracing::error!(%error, "A page could not be drawn");
        Failure::Ours
    })?;
    Ok((status, Html(html)).into_response())
}

/// After a change: go and look at it (303), with a line that says what happened.
pub fn see_other(path: &str, banner: Option<&str>) -> Response {
    let mut response = axum::response::Redirect::to(path).into_response();
    if let Some(words) = banner {
        cookie::set_banner(response.headers_mut(), words);
    }
    response
}
