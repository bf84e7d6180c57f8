//! The addresses of files from the school's own system.

use app::action::Action;

use super::{Needs::Leave, Route, get, post};
use crate::pages::imports::{headings, index, refused, show, undo};

pub(super) fn all() -> Vec<Route> {
    let (list, one) = ("/settings/imports", "/settings/imports/{import}");
    let columns = "/settings/imports/{import}/headings";
    let (see, look) = (Leave(Action::ViewImports), Leave(Action::PreviewImport));
    let store = Leave(Action::ImportFile);
    vec![
        get(list, see, index::get),
        post(list, look, index::post).takes_a_file(),
        get(one, see, show::get),
        get("/settings/imports/{import}/refused.csv", look, refused::get),
        get(columns, look, headings::get),
        post(columns, look, headings::post),
        post("/settings/imports/{import}/confirm", store, show::confirm),
        post("/settings/imports/{import}/forget", look, undo::forget),
        post(
            "/settings/imports/{import}/undo",
            Leave(Action::UndoImport),
            undo::post,
        ),
    ]
}
