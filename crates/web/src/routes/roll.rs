//! The addresses of the roll, and of the records that come with it.

use app::action::Action;

use super::{Needs::Leave, Route, get, places::ROLL, post};
use crate::pages::{
    records,
    roll::{correct, index, show},
};

pub(super) fn all() -> Vec<Route> {
    let (see, put_right) = (Leave(Action::ViewRoll), Leave(Action::CorrectValue));
    let value = "/pupils/{pupil}/correct/{value}";
    vec![
        get(ROLL, see, index::get),
        get("/pupils/{pupil}", see, show::get),
        post("/pupils/{pupil}/choose", put_right, show::choose),
        get(value, put_right, correct::get),
        post(value, put_right, correct::post),
        get(
            "/programmes/{reference}/records",
            Leave(Action::ViewRecords),
            records::get,
        ),
    ]
}
