//! `/programmes/{ref}/done`: a job that was done outside the program.

use app::programmes::finish_task::FinishTask;
use axum::{extract::Path, response::Response};
use domain::programme::{ProgrammeRef, Task};

use super::header::path;
use crate::{
    failure::Failure,
    posted::Posted,
    session::{Visit, see_other},
    words,
};

/// Marks it done, and shows what is left.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(reference): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference: ProgrammeRef = reference.parse().map_err(|_| Failure::NotFound)?;
    let task = posted.value("task");
    let task: Task = task.parse().map_err(|_| Failure::NotFound)?;
    let back = path(&reference);
    visit.execute(FinishTask { reference, task }).await?;
    let words = format!("Done: {}", words::small(task.label()));
    Ok(see_other(&back, Some(&words)))
}
