//! `/programmes/{ref}/reward`: one press says that a reward was given today.

use app::monitoring::note::{NewNote, RecordNote};
use axum::{extract::Path, response::Response};
use domain::{plan::PlanVersion, programme::ProgrammeRef};

use super::header::path;
use crate::{
    failure::Failure,
    posted::Posted,
    session::{Visit, see_other},
};

/// Writes it down, and shows the case again.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(reference): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference: ProgrammeRef = reference.parse().map_err(|_| Failure::NotFound)?;
    let back = path(&reference);
    let note = pressed(&posted).ok_or(Failure::BadForm)?;
    let record = RecordNote {
        reference,
        note,
        form: None,
    };
    answer(visit.execute(record).await, &back)
}

/// Which reward the form was drawn for.
pub fn pressed(posted: &Posted) -> Option<NewNote> {
    let version = posted.value("version").parse().ok();
    Some(NewNote::Reward {
        version: version.and_then(PlanVersion::new)?,
        place: posted.value("reward").parse().ok()?,
    })
}

/// The page it was pressed on, with what became of it.
///
/// # Errors
/// [`Failure`].
pub fn answer(done: Result<(), Failure>, back: &str) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(see_other(
            back,
            Some("Written down. The pupil and home see it."),
        )),
        Err(Failure::Conflict) => {
            let words = "The plan has changed since you opened this page. Look at the reward, then \
                         press again.";
            Ok(see_other(back, Some(words)))
        }
        Err(other) => Err(other),
    }
}
