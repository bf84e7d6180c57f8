//! The pages that are timed.

use axum::{
    body::Body,
    http::{HeaderValue, Method, Request, header},
};
use testkit::Browser;

use crate::setting::Town;

/// One page as one person asks for it.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub name: &'static str,
    browser: Browser,
    method: Method,
    path: String,
    fields: Option<Vec<(String, String)>>,
}

impl Page {
    /// The request, as a browser sends it.
    pub fn request(&self) -> Request<Body> {
        let fields = self.fields.as_deref();
        let mut request = self
            .browser
            .request(self.method.clone(), &self.path, fields);
        let gzip = HeaderValue::from_static("gzip");
        request.headers_mut().insert(header::ACCEPT_ENCODING, gzip);
        request
    }
}

/// All of them: pages, a form, and one change.
pub(crate) fn all(town: &Town) -> Vec<Page> {
    let get = |name, browser: &Browser, path: String| Page {
        name,
        browser: browser.clone(),
        method: Method::GET,
        path,
        fields: None,
    };
    let case = format!("/programmes/{}", town.reference);
    let lesson = "/reports/2026-11-10/p2".to_owned();
    let stranger = Browser::new(town.router.clone());
    let coordinator = &town.coordinator;
    vec![
        get("Sign-in page", &stranger, "/sign-in".into()),
        get("Today", coordinator, "/today".into()),
        get("Programmes", coordinator, "/programmes".into()),
        get("Case page", coordinator, case.clone()),
        get("Plan", coordinator, format!("{case}/plan")),
        get("Note form", coordinator, format!("{case}/record")),
        get("Lesson reports", &town.teacher, lesson.clone()),
        rating(town, &lesson),
    ]
}

/// One tap of a teacher, for a lesson of this morning.
fn rating(town: &Town, lesson: &str) -> Page {
    let mut browser = town.teacher.clone();
    let shown = browser.get(lesson);
    let (path, fields) = shown.filled("Yes", &[]);
    Page {
        name: "Rating, posted",
        browser,
        method: Method::POST,
        path,
        fields: Some(fields),
    }
}
