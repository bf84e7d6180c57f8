//! A browser of a kind: it follows redirects, keeps the session and sends the
//! form of the page it is on.

use app::App;
use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
};
use testkit::browser::runtime;
use tower::ServiceExt;
use web::{Settings, Site};

use super::world::World;

pub struct Browser {
    site: Router,
    who: u128,
    pub path: String,
    pub html: String,
    pub status: StatusCode,
}

impl Browser {
    pub fn of(app: &App, who: u128) -> Self {
        Self {
            site: web::router(Site::new(app.clone(), Settings::default())),
            who,
            path: String::new(),
            html: String::new(),
            status: StatusCode::OK,
        }
    }

    pub fn go(&mut self, path: &str) -> &mut Self {
        self.send(Request::get(path), path, Body::empty())
    }

    /// Posts these fields with the page's own token and revision.
    pub fn post(&mut self, fields: &[(&str, &str)]) -> &mut Self {
        let path = self.path.clone();
        let hidden = |name: &str| hidden(&self.html, name).unwrap_or_default();
        let mut pairs = vec![
            ("csrf".to_owned(), hidden("csrf")),
            ("revision".to_owned(), hidden("revision")),
        ];
        pairs.extend(fields.iter().map(|(k, v)| ((*k).into(), (*v).into())));
        let body: Vec<String> = pairs
            .iter()
            .map(|(name, value)| format!("{name}={}", value.replace('&', "%26").replace(' ', "+")))
            .collect();
        let request =
            Request::post(&path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, &path, Body::from(body.join("&")))
    }

    fn send(&mut self, request: axum::http::request::Builder, path: &str, body: Body) -> &mut Self {
        let cookie = World::cookie(self.who);
        let request = request.header(header::COOKIE, &cookie).body(body).unwrap();
        let mut answer = runtime()
            .block_on(self.site.clone().oneshot(request))
            .unwrap();
        path.clone_into(&mut self.path);
        while answer.status().is_redirection() {
            let to = answer.headers()[header::LOCATION]
                .to_str()
                .unwrap()
                .to_owned();
            let next = Request::get(&to).header(header::COOKIE, &cookie);
            let next = next.body(Body::empty()).unwrap();
            answer = runtime().block_on(self.site.clone().oneshot(next)).unwrap();
            self.path = to;
        }
        self.status = answer.status();
        let body = axum::body::to_bytes(answer.into_body(), 4_000_000);
        let bytes = runtime().block_on(body).unwrap();
        self.html = String::from_utf8(bytes.to_vec()).unwrap();
        self
    }

    pub fn shows(&self, words: &str) -> bool {
        self.html.contains(words)
    }
}

fn hidden(html: &str, name: &str) -> Option<String> {
    let start = html.find(&format!("name=\"{name}\" value=\""))?;
    let rest = &html[start..];
    let value = rest.split("value=\"").nth(1)?;
    Some(value.split('"').next()?.to_owned())
}
