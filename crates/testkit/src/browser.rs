//! A browser without a network: it keeps the cookie, reads pages, fills fields
//! by their labels and presses buttons by their words.

use std::{collections::BTreeMap, sync::OnceLock};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Method, Request, StatusCode, header},
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use scraper::{ElementRef, Html, Selector};
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// Async stops here: tests are plain functions. (The PostgreSQL client may not
/// be made or dropped on an async thread, and a test holds one.)
fn runtime() -> &'static Runtime {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    RUNTIME.get_or_init(|| Runtime::new().expect("a runtime"))
}

/// One person's browser.
#[derive(Debug, Clone)]
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Page {
    /// The path it was asked at, redirects followed.
    pub path: String,
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: axum::http::HeaderMap,
    /// Its body.
    pub body: Vec<u8>,
}

impl Browser {
    /// A browser that has never been here.
    pub fn new(router: Router) -> Self {
        Self {
            router,
            cookies: BTreeMap::new(),
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
            page = self.send(Method::GET, &to.to_owned(), None);
        }
        page
    }

    fn send(&mut self, method: Method, path: &str, fields: Option<&[(String, String)]>) -> Page {
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
        let request = request.body(body).expect("a request");
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
        let path = path.split('?').next().unwrap_or(path).to_owned();
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

fn select(what: &str) -> Selector {
    Selector::parse(what).unwrap_or_else(|e| panic!("selector {what}: {e:?}"))
}

fn words(element: ElementRef<'_>) -> String {
    element
        .text()
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

impl Page {
    /// The body as text.
    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The words on the page, as one line.
    pub fn text(&self) -> String {
        let html = Html::parse_document(&self.html());
        html.select(&select("main"))
            .map(words)
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The words of everything that matches a selector.
    pub fn all(&self, what: &str) -> Vec<String> {
        Html::parse_document(&self.html())
            .select(&select(what))
            .map(words)
            .collect()
    }

    /// The one main heading.
    pub fn heading(&self) -> String {
        self.all("h1").join(" | ")
    }

    /// The addresses of links whose words hold `said`.
    pub fn links(&self, said: &str) -> Vec<String> {
        Html::parse_document(&self.html())
            .select(&select("a[href]"))
            .filter(|link| words(*link).contains(said))
            .filter_map(|link| link.value().attr("href").map(str::to_owned))
            .collect()
    }

    /// Where a button's form goes and what it would send.
    fn filled(&self, button: &str, fill: &[(&str, &str)]) -> (String, Vec<(String, String)>) {
        let html = Html::parse_document(&self.html());
        let (form, pressed) = html
            .select(&select("form[method=post], form[method=POST]"))
            .find_map(|form| {
                form.select(&select("button"))
                    .find(|found| words(*found).starts_with(button))
                    .map(|found| (form, found))
            })
            .unwrap_or_else(|| panic!("no button '{button}' on {}: {}", self.path, self.text()));
        let mut fields = defaults(form);
        if let (Some(name), value) = (pressed.value().attr("name"), pressed.value().attr("value")) {
            fields.push((name.to_owned(), value.unwrap_or_default().to_owned()));
        }
        let mut set: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (label, value) in fill {
            let name = name_of(form, label, value)
                .unwrap_or_else(|| panic!("no field '{label}' on {}: {}", self.path, self.text()));
            set.entry(name).or_default().push((*value).to_owned());
        }
        fields.retain(|(name, _)| !set.contains_key(name));
        fields.extend(
            set.into_iter().flat_map(|(name, values)| {
                values.into_iter().map(move |value| (name.clone(), value))
            }),
        );
        let action = form
            .value()
            .attr("action")
            .filter(|action| !action.is_empty());
        (action.unwrap_or(&self.path).to_owned(), fields)
    }
}

/// What a form sends if nothing is touched.
fn defaults(form: ElementRef<'_>) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for input in form.select(&select("input[name]")) {
        let value = input.value();
        let ticked = matches!(value.attr("type"), Some("radio" | "checkbox"));
        if matches!(value.attr("type"), Some("submit" | "file"))
            || ticked && value.attr("checked").is_none()
        {
            continue;
        }
        let usual = if ticked { "on" } else { "" };
        if let Some(name) = value.attr("name") {
            fields.push((
                name.to_owned(),
                value.attr("value").unwrap_or(usual).to_owned(),
            ));
        }
    }
    for area in form.select(&select("textarea[name]")) {
        if let Some(name) = area.value().attr("name") {
            let text: String = area.text().collect();
            fields.push((
                name.to_owned(),
                text.strip_prefix('\n').unwrap_or(&text).to_owned(),
            ));
        }
    }
    for choice in form.select(&select("select[name]")) {
        let chosen = choice
            .select(&select("option[selected]"))
            .next()
            .or_else(|| choice.select(&select("option")).next());
        if let (Some(name), Some(option)) = (choice.value().attr("name"), chosen) {
            fields.push((
                name.to_owned(),
                option.value().attr("value").unwrap_or_default().to_owned(),
            ));
        }
    }
    fields
}

/// The name of the field with this label, or with this name.
fn name_of(form: ElementRef<'_>, said: &str, _value: &str) -> Option<String> {
    let by_label = form
        .select(&select("label[for]"))
        .find(|label| words(*label) == said)
        .and_then(|label| label.value().attr("for"))
        .and_then(|id| {
            form.select(&select("input, textarea, select"))
                .find(|field| field.value().attr("id") == Some(id))
                .and_then(|field| field.value().attr("name"))
        });
    let by_name = form
        .select(&select("input, textarea, select"))
        .filter_map(|field| field.value().attr("name"))
        .find(|name| *name == said);
    by_label.or(by_name).map(str::to_owned)
}
