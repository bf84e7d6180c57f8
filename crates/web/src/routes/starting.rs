//! Addresses of starting a programme, deciding on it, and who takes part.

use app::action::Action;

use super::{Needs::Leave, Route, get, post};
use crate::pages;

/// Every one of them.
pub(super) fn all() -> Vec<Route> {
    vec![
        get(
            "/programmes",
            Leave(Action::ListProgrammes),
            pages::programmes::index::get,
        ),
        get(
            "/programmes/new",
            Leave(Action::FindPupil),
            pages::programmes::new::get,
        ),
        post(
            "/programmes/new",
            Leave(Action::StartReferral),
            pages::programmes::new::post,
        ),
        get(
            "/programmes/{reference}/start/check",
            Leave(Action::SaveReferral),
            pages::programmes::start::check::get,
        ),
        post(
            "/programmes/{reference}/start/check",
            Leave(Action::SubmitReferral),
            pages::programmes::start::check::post,
        ),
        get(
            "/programmes/{reference}/start/submitted",
            Leave(Action::ViewReferral),
            pages::programmes::start::submitted::get,
        ),
        get(
            "/programmes/{reference}/start/{step}",
            Leave(Action::SaveReferral),
            pages::programmes::start::get,
        ),
        post(
            "/programmes/{reference}/start/{step}",
            Leave(Action::SaveReferral),
            pages::programmes::start::post,
        ),
        get(
            "/programmes/{reference}/referral",
            Leave(Action::ViewReferral),
            pages::programmes::referral::get,
        ),
        post(
            "/programmes/{reference}/safeguarding",
            Leave(Action::CheckSafeguarding),
            pages::programmes::decide::safeguarding,
        ),
        post(
            "/programmes/{reference}/accept",
            Leave(Action::AcceptReferral),
            pages::programmes::decide::accept,
        ),
        post(
            "/programmes/{reference}/decline",
            Leave(Action::DeclineReferral),
            pages::programmes::decide::decline,
        ),
        post(
            "/programmes/{reference}/family",
            Leave(Action::TellFamily),
            pages::programmes::family::post,
        ),
        get(
            "/programmes/{reference}/people",
            Leave(Action::ViewReferral),
            pages::programmes::people::get,
        ),
        post(
            "/programmes/{reference}/people",
            Leave(Action::AddPerson),
            pages::programmes::people::add,
        ),
        post(
            "/programmes/{reference}/people/hand-over",
            Leave(Action::HandOver),
            pages::programmes::people::hand_over,
        ),
        post(
            "/programmes/{reference}/people/{person}/remove",
            Leave(Action::RemovePerson),
            pages::programmes::people::remove,
        ),
    ]
}
