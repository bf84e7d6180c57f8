//! Somebody who follows every link and fills in every form they are shown.

use std::collections::{BTreeSet, VecDeque};

use axum::{Router, http::Method};
use scraper::{ElementRef, Html, Selector};

use crate::{
    knock::{Answer, knock},
    story::Story,
};

/// A form with a place for words.
#[derive(Debug, Clone)]
pub struct Form {
    pub method: Method,
    pub action: String,
    pub fields: Vec<Field>,
}

/// A field of it.
#[derive(Debug, Clone)]
pub struct Field {
    pub name: String,
    /// What it would send untouched; nothing when words are to be typed.
    pub set: Option<String>,
}

fn select(what: &str) -> Selector {
    Selector::parse(what).unwrap()
}

/// Pages as one person sees them.
pub struct Crawler<'a> {
    story: &'a Story,
    site: &'a Router,
    pub who: u128,
}

impl<'a> Crawler<'a> {
    pub fn new(story: &'a Story, site: &'a Router, who: u128) -> Self {
        Self { story, site, who }
    }

    pub fn get(&self, path: &str) -> Answer {
        let secret = self.story.secret(self.who);
        knock(self.site, &Method::GET, path, Some(&secret), &[])
    }

    /// Sends a form with these words wherever words are typed.
    pub fn send(&self, form: &Form, words: &str) -> Answer {
        let secret = self.story.secret(self.who);
        let fields: Vec<(&str, &str)> = form
            .fields
            .iter()
            .map(|field| (field.name.as_str(), field.set.as_deref().unwrap_or(words)))
            .collect();
        if form.method == Method::GET {
            let asked = crate::knock::encoded(&fields);
            let path = format!("{}?{asked}", form.action);
            return knock(self.site, &Method::GET, &path, Some(&secret), &[]);
        }
        knock(
            self.site,
            &Method::POST,
            &form.action,
            Some(&secret),
            &fields,
        )
    }

    /// Every page that can be reached by links from the start, each path once.
    pub fn pages(&self) -> Vec<(String, Answer)> {
        let starts = [
            "/",
            "/account",
            "/programmes",
            "/today",
            "/settings",
            "/asked",
        ];
        let mut waiting: VecDeque<String> = starts.iter().map(|path| (*path).into()).collect();
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut pages = Vec::new();
        while let Some(path) = waiting.pop_front() {
            if !seen.insert(path.clone()) || pages.len() > 160 {
                continue;
            }
            let answer = self.get(&path);
            if answer.status.is_redirection() {
                waiting.push_back(answer.location().to_owned());
            }
            waiting.extend(
                links(&answer.html)
                    .into_iter()
                    .filter(|to| !seen.contains(to)),
            );
            pages.push((path, answer));
        }
        pages
    }
}

fn links(html: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let linked = select("a[href]");
    let all = page.select(&linked);
    all.filter_map(|link| link.value().attr("href"))
        .filter(|to| to.starts_with('/') && !to.starts_with("/assets/") && !to.starts_with("//"))
        .map(|to| to.split('#').next().unwrap_or_default().to_owned())
        .collect()
}

/// The forms of a page that have a place for words, but not the way out.
pub fn forms(path: &str, html: &str) -> Vec<Form> {
    let page = Html::parse_document(html);
    let whole = select("form");
    let all = page.select(&whole);
    all.map(|form| read(path, form))
        .filter(|form| form.action != "/sign-out")
        .filter(|form| form.fields.iter().any(|field| field.set.is_none()))
        .collect()
}

fn read(path: &str, form: ElementRef<'_>) -> Form {
    let post = form
        .value()
        .attr("method")
        .is_some_and(|m| m.eq_ignore_ascii_case("post"));
    let action = form
        .value()
        .attr("action")
        .filter(|action| !action.is_empty());
    let here = path.split('?').next().unwrap_or(path);
    let mut fields = Vec::new();
    for field in form.select(&select("input[name], textarea[name], select[name]")) {
        fields.extend(read_field(field));
    }
    Form {
        method: if post { Method::POST } else { Method::GET },
        action: action.unwrap_or(here).to_owned(),
        fields,
    }
}

fn read_field(field: ElementRef<'_>) -> Option<Field> {
    let of = |name: &str| field.value().attr(name).map(str::to_owned);
    let name = of("name")?;
    if name == "csrf" {
        return None;
    }
    let set = match (field.value().name(), of("type").as_deref()) {
        ("textarea", _) => None,
        ("select", _) => {
            let options = select("option[value]");
            let values = field
                .select(&options)
                .filter_map(|one| one.value().attr("value"));
            Some(
                values
                    .filter(|value| !value.is_empty())
                    .last()
                    .unwrap_or_default()
                    .to_owned(),
            )
        }
        (_, Some("file" | "submit" | "button")) => return None,
        (_, Some("hidden" | "radio" | "checkbox")) => Some(of("value").unwrap_or("on".into())),
        _ => None,
    };
    Some(Field { name, set })
}
