//! A page as it came back: its words, its links, and what its forms would send.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use scraper::{ElementRef, Html, Selector};

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
    ///
    /// # Panics
    /// When the page has no such button, or the form no such field.
    pub fn filled(&self, button: &str, fill: &[(&str, &str)]) -> (String, Vec<(String, String)>) {
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
