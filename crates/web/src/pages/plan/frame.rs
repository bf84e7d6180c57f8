//! What every page of the plan begins with, the people its forms choose from,
//! and saving a sheet.

use app::plans::{
    edit::EditPlan,
    view::{DraftView, PlanView},
};
use axum::response::Response;
use domain::{account::CaseRole, plan::PlanEdit, programme::ProgrammeRef};

use crate::{
    components::CaseHeader,
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::case_band::{band, root, who},
    session::{Visit, see_other},
};

/// Which tab of the programme these pages are.
pub(super) const AT: &str = "Plan and targets";

/// The frame and the band of a page: `tab` names it in the window's title,
/// `title` at its head.
pub(super) fn begun(
    visit: &Visit,
    view: &PlanView,
    (tab, title): (&str, &str),
    state: &FormState,
) -> (Frame, CaseHeader) {
    let names = (view.pupil.as_str(), view.pupil_full.as_str());
    let case = band(title, &view.reference, names, view.may, AT);
    let frame = visit
        .frame(format!("{tab}, {}", view.reference))
        .section("Programmes")
        .problems(state.summary());
    (frame, case)
}

/// What is being written, for those who may.
pub(super) fn writing(view: &PlanView) -> Result<&DraftView, Failure> {
    view.draft.as_ref().ok_or_else(|| Failure::NotAllowed {
        who_can: app::policy::who_can(app::action::Action::DraftPlan),
    })
}

/// Everyone to choose from, each with what they are here.
pub(super) fn people(writing: &DraftView) -> Vec<(String, String)> {
    choices(writing, |_| true)
}

/// The same without the pupil, who never promises to meet, ring or be there.
pub(super) fn adults(writing: &DraftView) -> Vec<(String, String)> {
    choices(writing, |role| role != CaseRole::Pupil)
}

fn choices(writing: &DraftView, which: impl Fn(CaseRole) -> bool) -> Vec<(String, String)> {
    let some = writing.people.iter().filter(|one| which(one.role));
    let choice = |one: &app::meetings::view::Someone| {
        let words = who(&one.name, one.note.as_deref(), one.role);
        (one.id.to_string(), words)
    };
    some.map(choice).collect()
}

/// Saves one sheet; what is in the way is the caller's to show.
pub(super) async fn save(
    visit: &Visit,
    reference: &ProgrammeRef,
    edit: PlanEdit,
) -> Result<Response, Failure> {
    let reference = reference.clone();
    let plan = format!("{}/plan", root(&reference));
    visit.execute(EditPlan { reference, edit }).await?;
    Ok(see_other(&plan, Some("Saved.")))
}
