//! Ticking a job off the list of one programme.

use app::programmes::finish_task::FinishTask;
use axum::{extract::Path, response::Response};

use super::{path, reference};
use crate::{
    failure::Failure,
    posted::Posted,
    session::{Visit, see_other},
};

/// Ticks it off.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(raw): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let to = path(&reference, "");
    let task = posted.value("job").parse().map_err(|_| Failure::BadForm)?;
    visit.execute(FinishTask { reference, task }).await?;
    Ok(see_other(&to, Some("Ticked off.")))
}
