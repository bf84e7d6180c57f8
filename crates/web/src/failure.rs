//! What went wrong, as a page that says what to do next. A handler returns a
//! [`Failure`]; the session layer, which knows whose page it is, draws it.

use app::{Reason, Refusal};
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};

/// Why a page is not the one that was asked for.
#[derive(Debug, Clone)]
pub enum Failure {
    /// Not there, or not theirs to know of.
    NotFound,
    /// Sign in first.
    SignedOut,
    /// Theirs to see and not to do.
    NotAllowed {
        /// Who can.
        who_can: String,
    },
    /// Someone else saved first, and the page could not show both.
    Conflict,
    /// A rule said no, where no form shows it.
    Rejected(Vec<Reason>),
    /// Our fault. The log has it under this request's code.
    Ours,
    /// Too much to do just now.
    Busy,
    /// The form did not carry this session's token.
    StaleForm,
    /// The body could not be read as a form.
    BadForm,
    /// Larger than this address takes.
    TooLarge,
    /// An address that only takes a form, opened as a page.
    OnlyAForm,
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotFound => Self::NotFound,
            Refusal::SignedOut => Self::SignedOut,
            Refusal::NotAllowed { who_can } => Self::NotAllowed { who_can },
            Refusal::Conflict => Self::Conflict,
            Refusal::Rejected(reasons) => Self::Rejected(reasons),
            Refusal::Broken(broken) => {
                tracing::error!(error = %broken, "The store could not do what was asked");
                if broken.is_busy() {
                    Self::Busy
                } else {
                    Self::Ours
                }
            }
            Refusal::Paper(problem) => {
                tracing::error!(error = %problem, "The document could not be made");
                Self::Ours
            }
        }
    }
}

impl Failure {
    /// The status to answer with.
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::NotAllowed { .. } => StatusCode::FORBIDDEN,
            Self::Conflict => StatusCode::CONFLICT,
            Self::Rejected(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Ours => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::StaleForm | Self::BadForm => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::OnlyAForm => StatusCode::METHOD_NOT_ALLOWED,
        }
    }
}

impl IntoResponse for Failure {
    /// Bare on purpose: the session layer puts the page around it.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
