//! A posted form: strings only, and only if it carries this session's token.
//!
//! Turning the strings into a verb is each page's own work.

use axum::{
    extract::{FromRequest, Request},
    http::header,
};

use crate::{
    failure::Failure, form_state::FormState, layout::CSRF_FIELD, session::Visit, site::Site,
};

/// The fields of a form, in the order they were sent.
#[derive(Clone)]
pub struct Posted {
    fields: Vec<(String, String)>,
}

// What people type does not belong in a log.
impl std::fmt::Debug for Posted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list()
            .entries(self.fields.iter().map(|(name, _)| name))
            .finish()
    }
}

impl Posted {
    /// Fields that were read, and their token checked, in another way.
    pub(crate) const fn from_fields(fields: Vec<(String, String)>) -> Self {
        Self { fields }
    }

    /// What was typed in a field; empty when it was not sent.
    pub fn value(&self, name: &str) -> &str {
        self.fields
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, value)| value)
    }

    /// What was typed, without white space around it.
    pub fn trimmed(&self, name: &str) -> &str {
        self.value(name).trim()
    }

    /// Everything ticked under a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        self.fields
            .iter()
            .filter(move |(field, _)| field == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether a field was sent at all.
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(field, _)| field == name)
    }

    /// Every field, for forms whose fields come from a file.
    pub fn fields(&self) -> &[(String, String)] {
        &self.fields
    }

    /// The form again with what was typed, without the secrets named.
    pub fn state(&self, secrets: &[&str]) -> FormState {
        let fields = self.fields.iter().filter(|(name, _)| name != CSRF_FIELD);
        FormState::posted(
            fields.map(|(name, value)| (name.clone(), value.clone())),
            secrets,
        )
    }
}

impl FromRequest<Site> for Posted {
    type Rejection = Failure;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Failure> {
        let visit = request
            .extensions()
            .get::<Visit>()
            .cloned()
            .ok_or(Failure::Ours)?;
        let form = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok())
            .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
        if !form {
            return Err(Failure::BadForm);
        }
        let body = axum::body::Bytes::from_request(request, site)
            .await
            .map_err(|rejection| match rejection.status().as_u16() {
                413 => Failure::TooLarge,
                _ => Failure::BadForm,
            })?;
        let fields = read_form(&body).ok_or(Failure::BadForm)?;
        let posted = Self { fields };
        if visit.token_matches(posted.value(CSRF_FIELD)) {
            Ok(posted)
        } else {
            Err(Failure::StaleForm)
        }
    }
}

/// `a=1&b=2` into pairs; nothing when it is not valid text. Characters that
/// nobody can type are left out: one of the engines cannot store them.
pub(crate) fn read_form(body: &[u8]) -> Option<Vec<(String, String)>> {
    let text = std::str::from_utf8(body).ok()?;
    if text.is_empty() {
        return Some(Vec::new());
    }
    text.split('&')
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Some((decode(name)?, decode(value)?))
        })
        .collect()
}

/// Whether a character can have come from a keyboard or a paste.
fn typed(c: char) -> bool {
    !c.is_control() || matches!(c, '\n' | '\r' | '\t')
}

fn decode(text: &str) -> Option<String> {
    let spaced = text.replace('+', " ");
    percent_encoding::percent_decode_str(&spaced)
        .decode_utf8()
        .ok()
        .map(|text| text.chars().filter(|c| typed(*c)).collect())
}

#[cfg(test)]
mod tests {
    use super::read_form;

    #[test]
    fn a_form_reads_back_spaces_signs_and_any_script() {
        let fields = read_form("a=one+two&b=%26%3D%2B&c=%D8%B1&d".as_bytes()).unwrap();
        let words: Vec<_> = fields.iter().map(|(_, value)| value.as_str()).collect();
        assert_eq!(words, ["one two", "&=+", "ر", ""]);
        assert!(read_form(b"a=%FF").is_none());
        let fields = read_form(b"a=one%00%1Btwo%0Athree").unwrap();
        assert_eq!(fields[0].1, "onetwo\nthree");
    }
}
