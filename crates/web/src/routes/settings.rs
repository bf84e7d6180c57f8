//! The addresses of the school's own settings.

use app::action::Action;

use super::{
    Needs::{self, Leave},
    Route, get, post,
};
use crate::pages::settings::{school, schools, template, template_change};

pub(super) fn all() -> Vec<Route> {
    const CHANGE: Needs = Leave(Action::ChangeSettings);
    let change = "/settings/template/change";
    vec![
        get(
            "/settings/template",
            Leave(Action::ViewSettings),
            template::get,
        ),
        get(change, CHANGE, template_change::get),
        post(change, CHANGE, template_change::post),
        get(
            "/settings/schools",
            Leave(Action::ViewSettings),
            schools::get,
        ),
        get("/settings/school", CHANGE, school::get),
        post("/settings/school", CHANGE, school::post),
    ]
}
