//! Someone saved this step first, perhaps the writer in another window: both
//! versions side by side, and nothing lost.

use app::programmes::{
    referral::{Fields, Step},
    save_referral::Clash,
};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use domain::programme::ProgrammeRef;

use super::{READ_AT, path};
use crate::{
    components::{Button, Hidden},
    failure::Failure,
    layout::Frame,
    session::{Visit, page_with},
};

#[derive(Template)]
#[template(path = "pages/programmes/start/clash.html")]
struct ClashPage {
    frame: Frame,
    action: String,
    hidden: Vec<Hidden>,
    rows: Vec<Row>,
}

/// One field that differs.
struct Row {
    field: String,
    saved: String,
    typed: String,
}

/// The page.
pub(super) fn page(
    visit: &Visit,
    reference: &ProgrammeRef,
    step: Step,
    clash: &Clash,
    typed: &Fields,
) -> Result<Response, Failure> {
    let mut names: Vec<&str> = Vec::new();
    let both = clash.saved.fields.pairs().iter().chain(typed.pairs());
    for (name, _) in both {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    let joined = |fields: &Fields, name: &str| fields.all(name).collect::<Vec<_>>().join(", ");
    let rows = names.into_iter().filter_map(|name| {
        let (saved, typed) = (joined(&clash.saved.fields, name), joined(typed, name));
        let field = crate::words::capital(&name.replace(['-', '_'], " "));
        (saved != typed).then_some(Row {
            field,
            saved,
            typed,
        })
    });
    let pairs = typed.pairs().iter();
    let hidden = pairs
        .map(|(name, value)| Hidden::new(name, value))
        .chain([Hidden::new(READ_AT, clash.saved.version)]);
    let action = path(reference, &format!("/start/{}", step.code()));
    let frame = visit
        .frame("This step was changed since you opened it")
        .section("Programmes");
    let template = ClashPage {
        frame,
        rows: rows.collect(),
        hidden: hidden.collect(),
        action,
    };
    page_with(StatusCode::CONFLICT, &template)
}
