//! `/session/stay`: somebody says that they are still here. Asking is enough:
//! the layer notes every request.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};

use crate::posted::Posted;

/// Nothing to show.
pub async fn post(_: Posted) -> Response {
    StatusCode::NO_CONTENT.into_response()
}
