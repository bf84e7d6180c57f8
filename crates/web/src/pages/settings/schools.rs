//! `/settings/schools`: another school, by name, town, postcode or number.

use std::collections::BTreeMap;

use app::settings::schools::{FindSchools, SchoolLine, Schools};
use askama::Template;
use axum::{extract::Query, response::Response};

use crate::{
    components::{Button, Tag},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    session::{Visit, page},
    words::figures,
};

#[derive(Template)]
#[template(path = "pages/settings/schools.html")]
struct SchoolsPage {
    frame: Frame,
    state: FormState,
    view: Schools,
}

impl SchoolsPage {
    fn looked(&self) -> bool {
        !self.state.value("q").trim().is_empty()
    }

    fn listed(&self) -> String {
        let n = usize::try_from(self.view.listed).unwrap_or(0);
        format!("The list has {}.", figures(n, "school", "schools"))
    }

    fn tag(one: &SchoolLine) -> Tag {
        match one.status {
            "Open" => Tag::done(one.status),
            "Closed" => Tag::not_started(one.status),
            _ => Tag::wants_attention(one.status),
        }
    }
}

/// The page, with whatever was found.
///
/// # Errors
/// [`Failure`].
pub async fn get(
    visit: Visit,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Failure> {
    let words = asked.get("q").cloned().unwrap_or_default();
    let state = FormState::new().with("q", words.clone());
    let view = visit.fetch(FindSchools { words }).await?.answer;
    page(&SchoolsPage {
        frame: visit.frame("Find another school").section("Settings"),
        state,
        view,
    })
}
