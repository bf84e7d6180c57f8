//! What to print, whatever the engine: a body, the date it is printed, and
//! how large the letters are. Knows no PDF library and no page layout.

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::plan::PlanPaper;
use crate::words::long_date;

/// One document, ready to be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it says.
    pub body: Body,
    /// The day it is printed: shown in the foot, and the file's own date.
    pub printed: Date,
    /// How large the letters are.
    pub size: TextSize,
}

/// The kinds of document this crate can print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// The support plan everyone signs.
    Plan(PlanPaper),
}

/// How large the body text is. Nothing but the length changes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextSize {
    /// 10.5 point: a plan of three targets fits two sides.
    #[default]
    Compact,
    /// 14 point throughout.
    Clear,
    /// 18 point throughout: large print.
    Large,
}

impl TextSize {
    /// Points of the body text.
    pub(crate) fn points(self) -> f64 {
        match self {
            Self::Compact => 10.5,
            Self::Clear => 14.0,
            Self::Large => 18.0,
        }
    }
}

impl Document {
    /// The document's title, as a reader's window shows it.
    pub fn title(&self) -> String {
        match &self.body {
            Body::Plan(plan) => plan.title(),
        }
    }

    /// Which template sets it.
    pub(crate) fn template(&self) -> &'static str {
        match &self.body {
            Body::Plan(_) => "/plan.typ",
        }
    }

    /// A name for this document that stays the same when it is printed again.
    pub(crate) fn identity(&self) -> String {
        let body = match &self.body {
            Body::Plan(plan) => format!("plan:{}:{}", plan.reference.as_str(), plan.version),
        };
        format!("mainstay:{body}:{}:{}", self.printed, self.size.points())
    }

    /// Everything the template may know.
    pub(crate) fn data(&self) -> Value {
        let body = match &self.body {
            Body::Plan(plan) => crate::plan::data(plan),
        };
        json!({
            "title": self.title(),
            "printed": long_date(self.printed),
            "size": self.size.points(),
            "body": body,
        })
    }
}
