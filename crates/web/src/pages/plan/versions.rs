//! Every version of the plan, and what changed, in words.

use app::plans::versions::{VersionLine, ViewVersions};
use askama::Template;
use axum::{extract::Path, response::Response};

use crate::{
    components::CaseHeader,
    failure::Failure,
    layout::Frame,
    pages::case_band::{band, reference, root},
    session::{Visit, page},
};

#[derive(Template)]
#[template(path = "pages/plan/versions.html")]
struct VersionsPage {
    frame: Frame,
    case: CaseHeader,
    root: String,
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
    let fetched = visit.fetch(look).await?;
    let view = fetched.answer;
    page(&VersionsPage {
        frame: visit
            .frame(format!("Plan versions, {reference}"))
            .section("Programmes"),
        case: band(
            "Versions of the plan",
            &reference,
            (&view.pupil, &view.pupil_full),
            fetched.may,
            "Plan and targets",
        ),
        root: root(&reference),
        versions: view.versions,
    })
}
