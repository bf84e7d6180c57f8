//! How long somebody stays signed in: a line on every page, and a question two
//! minutes before the end where scripts run. What is typed is kept either way.

use askama::Template;

use crate::components::Hidden;

/// The end of a session as a page knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stays {
    /// Minutes without a request after which it ends.
    pub idle_minutes: i64,
    /// Seconds after which it ends whatever happens.
    pub at_most_seconds: i64,
}

impl askama::filters::HtmlSafe for Warning {}

/// The question; closed until it is time.
#[derive(Debug, Template)]
#[template(path = "layout/stays.html")]
pub struct Warning {
    idle_seconds: i64,
    most_seconds: i64,
    csrf: Hidden,
}

impl Stays {
    /// The line for everybody.
    pub fn words(self) -> String {
        format!(
            "You are signed out after {} minutes without opening or sending a page. What you have \
             typed is kept.",
            self.idle_minutes
        )
    }

    /// The question, which carries the session's token.
    pub fn warning(self, csrf: Hidden) -> Warning {
        Warning {
            idle_seconds: self.idle_minutes * 60,
            most_seconds: self.at_most_seconds,
            csrf,
        }
    }
}
