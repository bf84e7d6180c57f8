//! `/settings/imports/{id}/refused.csv`: the refused rows, to put right.

use app::imports::refused::RefusedRows;
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};

use crate::{failure::Failure, session::Visit};

/// The file. It holds personal data, so nothing on the way may keep it.
///
/// # Errors
/// [`Failure::NotFound`] once the file it came from is erased.
pub async fn get(visit: Visit, Path(import): Path<String>) -> Result<Response, Failure> {
    let import = import.parse().map_err(|_| Failure::NotFound)?;
    let rows = visit.fetch(RefusedRows { import }).await?.answer;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"refused-rows.csv\"",
        ),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    Ok((headers, rows).into_response())
}
