//! Every version of the plan, and what changed, in words.

use app::plans::versions::{VersionLine, ViewVersions};
use askama::Template;
use axum::{extract::Path, response::Response};

use crate::{
    components::CaseHeader,
    failure::Failure,
    layout::Frame,
    pages::case_band::{band, reference},
    session::{Visit, page},
};

#[derive(Template)]
#[template(path = "pages/plan/versions.html")]
struct VersionsPage {
    frame: Frame,
    case: CaseHeader,
    versions: Vec<VersionLine>,
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(path): Path<String>) -> Result<Response, Failure> {
    let reference = reference(&path)?;
    let look = ViewVersions {
        reference: reference.clone(),
    };
    let view = visit.fetch(look).await?.answer;
    page(&VersionsPage {
        frame: visit
            .frame(format!("Plan versions, {reference}"))
            .section("Programmes"),
        case: band(
            "Versions of the plan",
            &reference,
            (&view.pupil, &view.pupil_full),
            "Plan and targets",
        ),
        versions: view.versions,
    })
}
