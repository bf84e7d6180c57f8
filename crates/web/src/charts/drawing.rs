//! The pencil: shapes with a class and a place, words escaped, numbers to a tenth.

use askama::filters::{Escaper, Html, HtmlSafe};
use std::fmt::{self, Display, Write};

/// What a picture says to those who do not see it. The id must be its own on the page.
#[derive(Clone, Debug)]
pub struct Caption {
    id: String,
    title: String,
    description: String,
}

impl Caption {
    /// A title alone, for a small picture with the facts beside it.
    pub fn new(id: impl Display, title: impl Display) -> Self {
        Self {
            id: id.to_string(),
            title: title.to_string(),
            description: String::new(),
        }
    }

    /// What the picture shows, in a sentence or two.
    #[must_use]
    pub fn description(mut self, description: impl Display) -> Self {
        self.description = description.to_string();
        self
    }

    /// The same words for another size of the same picture, which needs an id of its own.
    #[must_use]
    pub fn again(&self, suffix: &str) -> Self {
        Self {
            id: format!("{}-{suffix}", self.id),
            ..self.clone()
        }
    }
}

/// A drawn picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture(String);

impl Display for Picture {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl HtmlSafe for Picture {}

/// A picture being drawn. Writing to a string cannot fail, so nothing here does.
pub(super) struct Drawing {
    svg: String,
}

/// Where words stand about their point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Start => "",
            Self::Middle => "t-mid ",
            Self::End => "t-end ",
        }
    }
}

impl Drawing {
    /// A picture as wide as its place, drawn on a board of this size.
    pub(super) fn fluid(width: f64, height: f64, caption: &Caption) -> Self {
        Self::open("ch", width, height, "", caption)
    }

    /// A picture of exactly this size.
    pub(super) fn fixed(width: f64, height: f64, caption: &Caption) -> Self {
        let size = format!(r#" width="{}" height="{}""#, tenth(width), tenth(height));
        Self::open("ch ch--fixed", width, height, &size, caption)
    }

    /// A mark that stands beside its own word, hidden from those who hear the page.
    pub(super) fn ornament(width: f64, height: f64) -> Self {
        let (width, height) = (tenth(width), tenth(height));
        let svg = format!(
            r#"<svg class="ch ch--fixed" viewBox="0 0 {width} {height}" width="{width}" height="{height}" aria-hidden="true" focusable="false">"#
        );
        Self { svg }
    }

    fn open(class: &str, width: f64, height: f64, size: &str, caption: &Caption) -> Self {
        let (id, title, description) = (
            escaped(&caption.id),
            escaped(&caption.title),
            escaped(&caption.description),
        );
        let (width, height) = (tenth(width), tenth(height));
        let described = if description.is_empty() {
            String::new()
        } else {
            format!(" {id}-d")
        };
        let mut svg = format!(
            r#"<svg class="{class}" viewBox="0 0 {width} {height}"{size} role="img" aria-labelledby="{id}-t{described}"><title id="{id}-t">{title}</title>"#
        );
        if !description.is_empty() {
            let _ = write!(svg, r#"<desc id="{id}-d">{description}</desc>"#);
        }
        Self { svg }
    }

    pub(super) fn line(&mut self, class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
        let _ = write!(
            self.svg,
            r#"<line class="{class}" x1="{}" x2="{}" y1="{}" y2="{}"/>"#,
            tenth(x1),
            tenth(x2),
            tenth(y1),
            tenth(y2)
        );
    }

    pub(super) fn rect(
        &mut self,
        class: &str,
        (x, y): (f64, f64),
        (width, height): (f64, f64),
        round: f64,
    ) {
        let _ = write!(
            self.svg,
            r#"<rect class="{class}" x="{}" y="{}" width="{}" height="{}""#,
            tenth(x),
            tenth(y),
            tenth(width.max(0.0)),
            tenth(height.max(0.0))
        );
        let _ = if round > 0.0 {
            write!(self.svg, r#" rx="{}"/>"#, tenth(round))
        } else {
            write!(self.svg, "/>")
        };
    }

    pub(super) fn circle(&mut self, class: &str, (x, y): (f64, f64), radius: f64) {
        let _ = write!(
            self.svg,
            r#"<circle class="{class}" cx="{}" cy="{}" r="{}"/>"#,
            tenth(x),
            tenth(y),
            tenth(radius)
        );
    }

    /// A path in SVG's own letters, made of numbers only.
    pub(super) fn path(&mut self, class: &str, d: &str) {
        let _ = write!(self.svg, r#"<path class="{class}" d="{d}"/>"#);
    }

    pub(super) fn text(&mut self, class: &str, (x, y): (f64, f64), words: &str) {
        let _ = write!(
            self.svg,
            r#"<text class="{class}" x="{}" y="{}">{}</text>"#,
            tenth(x),
            tenth(y),
            escaped(words)
        );
    }

    pub(super) fn done(mut self) -> Picture {
        self.svg.push_str("</svg>");
        Picture(self.svg)
    }
}

/// A number to a tenth, without an empty decimal: `21`, `19.8`.
pub(super) fn tenth(number: f64) -> String {
    let rounded = (number * 10.0).round() / 10.0;
    // Adding nought turns a negative nought into a plain one.
    format!("{}", rounded + 0.0)
}

/// A count as a number to draw with.
pub(super) fn times(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A line through points, lifting the pencil where a point is missing or where `breaks` says so.
pub(super) fn broken_line(points: &[Option<(f64, f64)>], breaks: &[usize]) -> String {
    let mut d = String::new();
    let mut down = false;
    for (place, point) in points.iter().enumerate() {
        if breaks.contains(&place) {
            down = false;
        }
        if let Some((x, y)) = point {
            let _ = write!(
                d,
                "{}{} {}",
                if down { 'L' } else { 'M' },
                tenth(*x),
                tenth(*y)
            );
        }
        down = point.is_some();
    }
    d
}

fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let _ = Html.write_escaped_str(&mut out, words);
    out
}
