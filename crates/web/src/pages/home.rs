//! `/`: to where this person's day begins.

use axum::response::Response;

use crate::{
    failure::Failure,
    menus,
    session::{Visit, see_other},
};

/// To the right place for who they are.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit) -> Result<Response, Failure> {
    Ok(match visit.actor().identity() {
        Some(me) => see_other(menus::home(me), None),
        None => see_other("/sign-in", None),
    })
}
