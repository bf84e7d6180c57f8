//! `/programmes/{ref}/seen`: somebody who is told of a move says they saw it.

use app::programmes::told::SeeMove;
use axum::{extract::Path, response::Response};
use domain::programme::ProgrammeRef;

use super::header::path;
use crate::{
    failure::Failure,
    posted::Posted,
    session::{Visit, see_other},
};

/// Notes it, and shows the case again.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(reference): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference: ProgrammeRef = reference.parse().map_err(|_| Failure::NotFound)?;
    // What is not there, or was seen before, is off the list already.
    let n = posted.value("move").parse().unwrap_or_default();
    let back = path(&reference);
    visit.execute(SeeMove { reference, n }).await?;
    Ok(see_other(&back, Some("It is off your list.")))
}
