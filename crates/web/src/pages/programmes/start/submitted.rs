//! After sending it in: words for ringing the family, before any letter does.

use app::programmes::view_referral::{ReferralView, ViewReferral};
use askama::Template;
use axum::{extract::Path, response::Response};

use super::{super::family::told_form, path, reference};
use crate::{
    components::{Button, Markup},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    session::{Visit, page},
};

#[derive(Template)]
#[template(path = "pages/programmes/start/submitted.html")]
struct SubmittedPage {
    frame: Frame,
    view: ReferralView,
    referral: String,
    action: String,
    told: Option<Markup>,
}

impl SubmittedPage {
    fn called(&self) -> &str {
        self.view.case.pupil.name.called()
    }

    fn school(&self) -> &str {
        &self.frame.school_name
    }
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(raw): Path<String>) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let view = ViewReferral {
        reference: reference.clone(),
    };
    let view = visit.fetch(view).await?.answer;
    let today = visit.today();
    let state = FormState::new()
        .with("told-on-day", today.day().to_string())
        .with("told-on-month", today.month().to_string())
        .with("told-on-year", today.year().to_string());
    page(&SubmittedPage {
        frame: visit.frame("Sent in").section("Programmes"),
        referral: path(&reference, "/referral"),
        action: path(&reference, "/family"),
        told: told_form(&state, &view.contacts),
        view,
    })
}
