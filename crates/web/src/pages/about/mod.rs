//! Pages the footer leads to, open to everyone: help, who sees what, and
//! accessibility. They hold no one's data and say only what is true.

use askama::Template;
use axum::response::Response;

use crate::{
    failure::Failure,
    layout::Frame,
    session::{Visit, page},
};

#[derive(Template)]
#[template(path = "pages/about/help.html")]
struct HelpPage {
    frame: Frame,
}

#[derive(Template)]
#[template(path = "pages/about/who_sees_what.html")]
struct WhoSeesWhatPage {
    frame: Frame,
}

#[derive(Template)]
#[template(path = "pages/about/accessibility.html")]
struct AccessibilityPage {
    frame: Frame,
}

/// `/help`.
///
/// # Errors
/// [`Failure`].
pub async fn help(visit: Visit) -> Result<Response, Failure> {
    page(&HelpPage {
        frame: visit.frame("Help"),
    })
}

/// `/who-sees-what`.
///
/// # Errors
/// [`Failure`].
pub async fn who_sees_what(visit: Visit) -> Result<Response, Failure> {
    page(&WhoSeesWhatPage {
        frame: visit.frame("Privacy: who sees what"),
    })
}

/// `/accessibility`.
///
/// # Errors
/// [`Failure`].
pub async fn accessibility(visit: Visit) -> Result<Response, Failure> {
    page(&AccessibilityPage {
        frame: visit.frame("Accessibility"),
    })
}
