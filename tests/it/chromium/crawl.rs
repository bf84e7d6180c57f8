//! Finds the way: every page that links lead somebody to, and of those the few
//! that show each address in each of its states.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use axum::http::Method;
use testkit::Browser;
use web::routes;

/// Where it ends, if pages lead on for ever.
const MOST: usize = 400;

/// A page worth looking at.
#[derive(Debug, Clone)]
pub struct Stop {
    /// The address as the list of routes has it.
    pub route: &'static str,
    /// The address as it was found.
    pub path: String,
    /// Does it hold a form that is sent?
    pub has_form: bool,
}

/// What was met so far: for each address, the parts of pages seen there.
#[derive(Debug, Default)]
pub struct Met {
    parts: BTreeMap<&'static str, BTreeSet<String>>,
}

impl Met {
    /// Was this address met?
    pub fn has(&self, route: &str) -> bool {
        self.parts.contains_key(route)
    }

    /// Met by other means than a link.
    pub fn note(&mut self, route: &'static str) {
        self.parts.entry(route).or_default();
    }

    /// Does the page show something that no page at this address has shown?
    pub fn is_new(&mut self, route: &'static str, html: &str) -> bool {
        let first = !self.parts.contains_key(route);
        let known = self.parts.entry(route).or_default();
        let before = known.len();
        known.extend(parts(html));
        first || known.len() > before
    }
}

/// Every GET address.
pub fn addresses() -> Vec<&'static str> {
    let all = routes::all().into_iter();
    all.filter(|route| route.method == Method::GET)
        .map(|route| route.path)
        .collect()
}

/// The address in the list that a path is one of.
pub fn route_of(path: &str) -> Option<&'static str> {
    let path: Vec<&str> = path.split(['?', '#']).next()?.split('/').collect();
    let fits = |route: &&'static str| {
        let route: Vec<&str> = route.split('/').collect();
        route.len() == path.len()
            && route
                .iter()
                .zip(&path)
                .all(|(part, found)| part == found || part.starts_with('{') && !found.is_empty())
    };
    // The one with the fewest changing parts is the one that answers.
    addresses()
        .into_iter()
        .filter(fits)
        .min_by_key(|route| route.matches('{').count())
}

/// Walks along every link from where this person starts.
pub fn crawl(browser: &mut Browser, met: &mut Met) -> Vec<Stop> {
    let plain = addresses().into_iter().filter(|route| !route.contains('{'));
    let mut waiting: VecDeque<String> = plain.map(str::to_owned).collect();
    let mut known: BTreeSet<String> = waiting.iter().cloned().collect();
    let mut stops = Vec::new();
    let mut opened = 0;
    while let Some(path) = waiting.pop_front() {
        let Some(route) = route_of(&path) else {
            continue;
        };
        opened += 1;
        if opened > MOST {
            break;
        }
        let page = browser.get_only(&path);
        assert!(page.status.as_u16() < 500, "{path} answers {}", page.status);
        if page.status != 200 {
            if path == "/" {
                // The door itself only says where to go.
                met.note(route);
            }
            continue;
        }
        let html = page.html();
        let kind = page.headers.get("content-type");
        let is_page = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        if !is_page {
            met.note(route);
            continue;
        }
        if met.is_new(route, &html) {
            stops.push(Stop {
                route,
                path,
                has_form: html.matches("method=\"post\"").count() > 1,
            });
        }
        for link in page.links("") {
            let link = link.split('#').next().unwrap_or_default().to_owned();
            if link.starts_with('/') && known.insert(link.clone()) {
                waiting.push_back(link);
            }
        }
    }
    stops
}

/// What a page is made of: its tags with their classes, not its words. How far
/// a bar is filled, which is a class too, makes no new part.
fn parts(html: &str) -> impl Iterator<Item = String> + '_ {
    html.split('<').skip(1).filter_map(|tag| {
        let inside = tag.split('>').next()?;
        let name = inside.split_whitespace().next()?;
        let class = inside.split("class=\"").nth(1).unwrap_or_default();
        let class = class.split('"').next().unwrap_or_default();
        let class = class.replace(|c: char| c.is_ascii_digit(), "");
        (!name.starts_with(['/', '!'])).then(|| format!("{name}.{class}"))
    })
}
