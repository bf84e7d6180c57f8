//! The addresses of feeds: where records come from by themselves.

use app::action::Action;

use super::{Needs::Leave, Route, get, post};
use crate::pages::feeds::{change, index, press, show};

pub(super) fn all() -> Vec<Route> {
    let (see, set_up) = (Leave(Action::ViewFeeds), Leave(Action::SetUpFeed));
    let (new, edit) = ("/settings/feeds/new", "/settings/feeds/{feed}/change");
    vec![
        get("/settings/feeds", see, index::get),
        get(new, set_up, change::new),
        post(new, set_up, change::add),
        get("/settings/feeds/{feed}", see, show::get),
        get(edit, set_up, change::get),
        post(edit, set_up, change::post),
        post(
            "/settings/feeds/{feed}/try",
            Leave(Action::TryFeed),
            press::try_now,
        ),
        post("/settings/feeds/{feed}/pause", set_up, press::pause),
        post("/settings/feeds/{feed}/resume", set_up, press::resume),
        post("/settings/feeds/{feed}/remove", set_up, press::remove),
        post(
            "/settings/feeds/{feed}/left",
            Leave(Action::ImportFile),
            press::left,
        ),
    ]
}
