//! What is pressed on a feed's page.

use app::feeds::{
    left::MarkLeft,
    press::{PauseFeed, RemoveFeed, ResumeFeed, TryNow},
};
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::id::PupilId;

use super::{PATH, path, read, show::draw};
use crate::{
    failure::Failure,
    form_state::FormState,
    pages::meetings::book::say,
    posted::Posted,
    session::{Visit, see_other},
    words::{capital, count},
};

/// Tries now what would be tried later.
///
/// # Errors
/// [`Failure`].
pub async fn try_now(
    visit: Visit,
    Path(feed): Path<String>,
    _: Posted,
) -> Result<Response, Failure> {
    let feed = read(&feed)?;
    match visit.execute(TryNow { feed }).await {
        Ok(_) => Ok(see_other(
            &path(feed),
            Some("It is being looked at. Open this page again in a minute to see what came."),
        )),
        Err(Failure::Rejected(reasons)) => {
            let mut state = FormState::new();
            say(&mut state, reasons);
            draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, feed, state).await
        }
        Err(other) => Err(other),
    }
}

/// Stops taking anything from it.
///
/// # Errors
/// [`Failure`].
pub async fn pause(visit: Visit, Path(feed): Path<String>, _: Posted) -> Result<Response, Failure> {
    let feed = read(&feed)?;
    visit.execute(PauseFeed { feed }).await?;
    Ok(see_other(
        &path(feed),
        Some("Paused. Nothing is taken until you let it go on."),
    ))
}

/// Lets it go on.
///
/// # Errors
/// [`Failure`].
pub async fn resume(
    visit: Visit,
    Path(feed): Path<String>,
    _: Posted,
) -> Result<Response, Failure> {
    let feed = read(&feed)?;
    visit.execute(ResumeFeed { feed }).await?;
    Ok(see_other(&path(feed), Some("It goes on.")))
}

/// Removes it.
///
/// # Errors
/// [`Failure`].
pub async fn remove(
    visit: Visit,
    Path(feed): Path<String>,
    _: Posted,
) -> Result<Response, Failure> {
    let feed = read(&feed)?;
    visit.execute(RemoveFeed { feed }).await?;
    Ok(see_other(PATH, Some("Removed. What it brought stays.")))
}

/// Says who has left.
///
/// # Errors
/// [`Failure`].
pub async fn left(
    visit: Visit,
    Path(feed): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let feed = read(&feed)?;
    let mut state = posted.state(&[]);
    let chosen = state.all("left").iter();
    let pupils: Vec<PupilId> = chosen.filter_map(|id| id.parse().ok()).collect();
    match visit.execute(MarkLeft { feed, pupils }).await {
        Ok(n) => {
            let words = count(n, "pupil is marked", "pupils are marked");
            let said = format!("{} as having left.", capital(&words));
            Ok(see_other(&path(feed), Some(&said)))
        }
        Err(Failure::Rejected(reasons)) => {
            say(&mut state, reasons);
            draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, feed, state).await
        }
        Err(other) => Err(other),
    }
}
