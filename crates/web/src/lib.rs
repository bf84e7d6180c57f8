//! Requests into verbs, answers into HTML. No rule and no SQL lives here.
//!
//! [`routes`] lists every address; [`session`] says who asks and turns
//! failures into pages; [`pages`] has one page a file, with its template
//! beside it; [`components`] are the parts pages are made of.

pub mod assets;
pub mod charts;
pub mod components;
pub mod failure;
pub mod form_state;
mod headers;
pub mod layout;
mod menus;
pub mod pages;
pub mod posted;
pub mod routes;
pub mod session;
pub mod site;
pub mod uploaded;
pub mod words;

use std::time::Duration;

use axum::{Router, http::StatusCode, middleware};
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer, compression::CompressionLevel,
    timeout::TimeoutLayer,
};

pub use site::{DemoPerson, Settings, Site};

/// How long one request may take, file imports included.
const PATIENCE: Duration = Duration::from_mins(1);

/// The whole site, ready to serve.
pub fn router(site: Site) -> Router {
    let pages = routes::router()
        .fallback(|| async { failure::Failure::NotFound })
        .method_not_allowed_fallback(|| async { failure::Failure::OnlyAForm })
        .layer(CatchPanicLayer::custom(|_| {
            axum::response::IntoResponse::into_response(failure::Failure::Ours)
        }))
        .layer(middleware::from_fn_with_state(site.clone(), session::enter))
        .with_state(site);
    Router::new()
        .merge(assets::router())
        .merge(pages)
        .layer(middleware::from_fn(headers::add))
        .layer(
            CompressionLayer::new()
                .gzip(true)
                .quality(CompressionLevel::Fastest),
        )
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            PATIENCE,
        ))
}
