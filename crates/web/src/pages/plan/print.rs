//! `/programmes/{ref}/plan.pdf`, and the same for an older version: the plan as
//! an accessible PDF to download. What is in it follows from who asks.

use app::plans::print::{PrintPlan, TextSize};
use axum::{
    extract::{Path, Query},
    http::header,
    response::{IntoResponse, Response},
};
use domain::{plan::PlanVersion, programme::ProgrammeRef};
use serde::Deserialize;

use crate::{failure::Failure, pages::case_band::reference, session::Visit};

/// How large the letters are, where somebody asked.
#[derive(Debug, Deserialize)]
pub struct Letters {
    #[serde(default)]
    letters: String,
}

impl Letters {
    fn size(&self) -> TextSize {
        match self.letters.as_str() {
            "large" => TextSize::Large,
            "clear" => TextSize::Clear,
            _ => TextSize::Compact,
        }
    }
}

/// The version in force.
///
/// # Errors
/// [`Failure`].
pub async fn newest(
    visit: Visit,
    Path(path): Path<String>,
    Query(letters): Query<Letters>,
) -> Result<Response, Failure> {
    send(&visit, reference(&path)?, None, &letters).await
}

/// The version an address names.
///
/// # Errors
/// [`Failure`].
pub async fn version(
    visit: Visit,
    Path((path, version)): Path<(String, String)>,
    Query(letters): Query<Letters>,
) -> Result<Response, Failure> {
    let number = version.parse().map_err(|_| Failure::NotFound)?;
    let version = PlanVersion::new(number).ok_or(Failure::NotFound)?;
    send(&visit, reference(&path)?, Some(version), &letters).await
}

/// The file's name says the programme and the version, never the pupil.
async fn send(
    visit: &Visit,
    reference: ProgrammeRef,
    version: Option<PlanVersion>,
    letters: &Letters,
) -> Result<Response, Failure> {
    let (actor, size) = (visit.actor().clone(), letters.size());
    let name = reference.path();
    let print = PrintPlan { reference, version };
    let printed = visit
        .site()
        .blocking(move |app| app.print_plan(&actor, print, size))
        .await?;
    let number = printed.version.number();
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"plan-{name}-v{number}.pdf\""),
        ),
    ];
    Ok((headers, printed.pdf).into_response())
}
