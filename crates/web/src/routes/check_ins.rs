//! The addresses of the key worker's meetings with the pupil.

use app::action::Action;

use super::{Needs::Leave, Route, get, post};
use crate::pages::check_ins::{index, new};

/// Every one of them.
pub(super) fn all() -> Vec<Route> {
    let (read, write) = (Action::ViewCheckIns, Action::RecordCheckIn);
    let one = "/programmes/{reference}/check-ins/new";
    let wish = "/programmes/{reference}/check-ins/{note}/wish";
    vec![
        get("/programmes/{reference}/check-ins", Leave(read), index::get),
        get(one, Leave(write), new::get),
        post(one, Leave(write), new::post),
        post(wish, Leave(Action::AnswerWish), index::answer),
    ]
}
