//! The cookies: one for the session (or, before signing in, for the visitor),
//! and one that carries a line of our own words to the next page.

use app::accounts::token::Token;
use axum::http::{HeaderMap, HeaderValue, header};

/// The session's cookie. The prefix makes browsers insist on Secure, Path=/
/// and this host alone.
pub const SESSION_COOKIE: &str = "__Host-mainstay";
const BANNER_COOKIE: &str = "__Host-mainstay-said";
const ATTRIBUTES: &str = "Path=/; Secure; HttpOnly; SameSite=Lax";

/// The cookies a request came with.
#[derive(Debug)]
pub struct Jar {
    pairs: Vec<(String, String)>,
}

impl Jar {
    /// Reads the headers.
    pub fn read(headers: &HeaderMap) -> Self {
        let pairs = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        Self { pairs }
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.pairs
            .iter()
            .find(|(found, _)| found == name)
            .map(|(_, value)| value.as_str())
    }

    /// The session's token, if one was sent.
    pub fn token(&self) -> Option<Token> {
        self.value(SESSION_COOKIE)
            .filter(|value| value.len() == 64)
            .map(Token::sent)
    }

    /// The line for this page.
    pub fn banner(&self) -> Option<String> {
        let raw = self.value(BANNER_COOKIE)?;
        let words = percent_encoding::percent_decode_str(raw)
            .decode_utf8()
            .ok()?;
        (!words.is_empty() && words.len() < 400).then(|| words.into_owned())
    }
}

/// Gives the browser a session.
pub fn set_session(headers: &mut HeaderMap, token: &Token) {
    append(
        headers,
        &format!("{SESSION_COOKIE}={}; {ATTRIBUTES}", token.secret()),
    );
}

/// Takes it away, with whatever else the browser kept.
pub fn clear_session(headers: &mut HeaderMap) {
    append(
        headers,
        &format!("{SESSION_COOKIE}=; {ATTRIBUTES}; Max-Age=0"),
    );
    headers.insert(
        "clear-site-data",
        HeaderValue::from_static("\"cache\", \"storage\""),
    );
}

/// Sends a line of our own words along to the next page. Never a name: the
/// words are fixed strings of ours.
pub fn set_banner(headers: &mut HeaderMap, words: &str) {
    let encoded = percent_encoding::utf8_percent_encode(words, percent_encoding::NON_ALPHANUMERIC);
    append(
        headers,
        &format!("{BANNER_COOKIE}={encoded}; {ATTRIBUTES}; Max-Age=60"),
    );
}

/// The line was shown.
pub fn clear_banner(headers: &mut HeaderMap) {
    append(
        headers,
        &format!("{BANNER_COOKIE}=; {ATTRIBUTES}; Max-Age=0"),
    );
}

fn append(headers: &mut HeaderMap, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        headers.append(header::SET_COOKIE, value);
    }
}
