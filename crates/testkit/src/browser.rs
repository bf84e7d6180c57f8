//! A browser without a network: it keeps the cookie, reads pages, fills fields
//! by their labels and presses buttons by their words.

use std::{collections::BTreeMap, sync::OnceLock};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Method, Request, header},
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::runtime::Runtime;
use tower::ServiceExt;

pub use crate::page::Page;

/// Async stops here: tests are plain functions. (The PostgreSQL client may not
/// be made or dropped on an async thread, and a test holds one.)
///
/// # Panics
/// When there can be no runtime.
pub fn runtime() -> &'static Runtime {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    RUNTIME.get_or_init(|| Runtime::new().expect("a runtime"))
}

/// One person's browser.
#[derive(Debug, Clone)]
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    /// A browser that has never been here.
    pub fn new(router: Router) -> Self {
        Self {
            router,
            cookies: BTreeMap::new(),
        }
    }

    /// Comes with a cookie, `name=value`, as somebody who signed in before.
    pub fn carries(&mut self, cookie: &str) {
        if let Some((name, value)) = cookie.split_once('=') {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }

    /// Opens a path and follows redirects.
    pub fn get(&mut self, path: &str) -> Page {
        let page = self.send(Method::GET, path, None);
        self.follow(page)
    }

    /// Opens a path and shows what comes, redirect or not.
    pub fn get_only(&mut self, path: &str) -> Page {
        self.send(Method::GET, path, None)
    }

    /// Posts fields as they are, and shows what comes.
    pub fn post_only(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let fields: Vec<(String, String)> = fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        self.send(Method::POST, path, Some(&fields))
    }

    /// Presses the button with these words on a page, with its form filled in:
    /// each pair is a field's label (or name) and what goes in.
    ///
    /// # Panics
    /// When the page has no such button, or the form no such field.
    pub fn press(&mut self, page: &Page, button: &str, fill: &[(&str, &str)]) -> Page {
        let (path, fields) = page.filled(button, fill);
        let sent = self.send(Method::POST, &path, Some(&fields));
        self.follow(sent)
    }

    /// As [`Browser::press`], without following where it leads.
    pub fn press_only(&mut self, page: &Page, button: &str, fill: &[(&str, &str)]) -> Page {
        let (path, fields) = page.filled(button, fill);
        self.send(Method::POST, &path, Some(&fields))
    }

    /// Signs in.
    ///
    /// # Panics
    /// When that does not work.
    pub fn sign_in(&mut self, email: &str, password: &str) -> Page {
        let page = self.get("/sign-in");
        let page = self.press(
            &page,
            "Sign in",
            &[("email", email), ("password", password)],
        );
        assert_ne!(page.path, "/sign-in", "{email} signs in: {}", page.text());
        page
    }

    fn follow(&mut self, mut page: Page) -> Page {
        for _ in 0..5 {
            if !page.status.is_redirection() {
                return page;
            }
            let to = page
                .headers
                .get(header::LOCATION)
                .and_then(|to| to.to_str().ok())
                .unwrap_or("/");
            page = self.send(Method::GET, to, None);
        }
        page
    }

    /// A request as this browser sends it.
    ///
    /// # Panics
    /// When the path is no path.
    pub fn request(
        &self,
        method: Method,
        path: &str,
        fields: Option<&[(String, String)]>,
    ) -> Request<Body> {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "school.test");
        if !self.cookies.is_empty() {
            let cookies: Vec<String> = self
                .cookies
                .iter()
                .map(|(n, v)| format!("{n}={v}"))
                .collect();
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        let body = match fields {
            None => Body::empty(),
            Some(fields) => {
                let pairs: Vec<String> = fields
                    .iter()
                    .map(|(name, value)| {
                        format!(
                            "{}={}",
                            utf8_percent_encode(name, NON_ALPHANUMERIC),
                            utf8_percent_encode(value, NON_ALPHANUMERIC)
                        )
                    })
                    .collect();
                let text = pairs.join("&");
                request = request
                    .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                    .header(header::CONTENT_LENGTH, text.len())
                    .header("sec-fetch-site", "same-origin");
                Body::from(text)
            }
        };
        request.body(body).expect("a request")
    }

    /// Sends a request that was made by hand, and follows redirects.
    ///
    /// # Panics
    /// When there is no answer.
    pub fn sends(&mut self, request: Request<Body>) -> Page {
        let page = self.answered(request);
        self.follow(page)
    }

    fn send(&mut self, method: Method, path: &str, fields: Option<&[(String, String)]>) -> Page {
        let request = self.request(method, path, fields);
        self.answered(request)
    }

    fn answered(&mut self, request: Request<Body>) -> Page {
        let path = request.uri().path().to_owned();
        let answer = runtime()
            .block_on(self.router.clone().oneshot(request))
            .expect("an answer");
        let (parts, body) = answer.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            self.keep(cookie.to_str().unwrap_or_default());
        }
        let body = runtime()
            .block_on(to_bytes(body, usize::MAX))
            .expect("a body")
            .to_vec();
        Page {
            path,
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }

    fn keep(&mut self, cookie: &str) {
        let Some((pair, attributes)) = cookie.split_once(';') else {
            return;
        };
        let Some((name, value)) = pair.split_once('=') else {
            return;
        };
        if attributes.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}
