//! One request at a door, with somebody's cookie and the token their own form
//! would carry; and what came back, with everything that differs from one
//! request to the next taken out.

use app::accounts::token::Token;
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use testkit::browser::runtime;
use tower::ServiceExt;
use web::session::SESSION_COOKIE;

/// What came back.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub html: String,
}

/// Sixteen characters that stand before every masked token.
const MASK: &str = "0123456789abcdef";

/// The token a form of this session carries.
pub fn token_of(secret: &str) -> String {
    format!("{MASK}{}", Token::sent(secret).masked_form_token(MASK))
}

/// Pairs as a form sends them.
pub fn encoded(fields: &[(&str, &str)]) -> String {
    let pairs = fields.iter().map(|(name, value)| {
        let value: String = value
            .bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => {
                    char::from(byte).to_string()
                }
                other => format!("%{other:02X}"),
            })
            .collect();
        format!("{name}={value}")
    });
    pairs.collect::<Vec<_>>().join("&")
}

/// Knocks. With a secret it is somebody; a post carries their token.
pub fn knock(
    site: &Router,
    method: &Method,
    path: &str,
    secret: Option<&str>,
    fields: &[(&str, &str)],
) -> Answer {
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, "school.test")
        .header("sec-fetch-site", "same-origin");
    let mut body = String::new();
    if let Some(secret) = secret {
        request = request.header(header::COOKIE, format!("{SESSION_COOKIE}={secret}"));
    }
    if method == Method::POST {
        body = encoded(fields);
        if let Some(secret) = secret {
            body = format!("csrf={}&{body}", token_of(secret));
        }
        request = request
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::CONTENT_LENGTH, body.len());
    }
    send(site, request.body(Body::from(body)).unwrap())
}

/// Sends what was made by hand.
pub fn send(site: &Router, request: Request<Body>) -> Answer {
    let answer = runtime().block_on(site.clone().oneshot(request)).unwrap();
    let (parts, body) = answer.into_parts();
    let bytes = runtime().block_on(to_bytes(body, usize::MAX)).unwrap();
    Answer {
        status: parts.status,
        headers: parts.headers,
        html: String::from_utf8_lossy(&bytes).into_owned(),
    }
}

impl Answer {
    /// Where it leads.
    pub fn location(&self) -> &str {
        let to = self.headers.get(header::LOCATION);
        to.and_then(|to| to.to_str().ok()).unwrap_or_default()
    }

    /// Whether it says: sign in first.
    pub fn asks_to_sign_in(&self) -> bool {
        self.location().starts_with("/sign-in?next=") && self.status.is_redirection()
            || self.status == 400 && self.html.contains("Sign in")
    }

    /// Everything but the tokens and codes of one request, and these words.
    pub fn without(&self, words: &[&str]) -> String {
        let mut out = String::new();
        let mut hex = String::new();
        for c in self.html.chars().chain(['\n']) {
            if c.is_ascii_hexdigit() && !c.is_ascii_uppercase() {
                hex.push(c);
                continue;
            }
            // A run of sixteen or more is a token or the code of a request.
            if hex.len() < 16 {
                out.push_str(&hex);
            }
            hex.clear();
            out.push(c);
        }
        for word in words {
            out = out.replace(word, "…");
        }
        out
    }
}
