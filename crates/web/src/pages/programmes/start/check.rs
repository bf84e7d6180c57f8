//! Step 6: everything once more, then sending it in.

use app::programmes::{
    referral::{Problem, ReferralDocument, Step},
    save_referral::DraftView,
    submit::SubmitReferral,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::programme::ProgrammeRef;

use super::{
    super::{read, reference},
    note, numbered, open, path, steps,
};
use crate::{
    components::{Button, Phrase, StepList, StepOf, SummaryList},
    failure::Failure,
    layout::Frame,
    posted::Posted,
    session::{Visit, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/programmes/start/check.html")]
struct CheckPage {
    frame: Frame,
    step: StepOf,
    steps: StepList,
    action: String,
    left: Vec<Phrase>,
    rows: SummaryList,
    people: SummaryList,
    note: String,
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(raw): Path<String>) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let view = open(&visit, &reference).await?;
    draw(&visit, &reference, &view, StatusCode::OK)
}

/// Sends it in, if nothing is left to sort out.
///
/// # Errors
/// [`Failure`].
pub async fn post(visit: Visit, Path(raw): Path<String>, _: Posted) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let submit = SubmitReferral {
        reference: reference.clone(),
    };
    match visit.execute(submit).await {
        Ok(()) => Ok(see_other(&path(&reference, "/start/submitted"), None)),
        Err(Failure::Rejected(_)) => {
            let view = open(&visit, &reference).await?;
            draw(&visit, &reference, &view, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(other) => Err(other),
    }
}

fn draw(
    visit: &Visit,
    reference: &ProgrammeRef,
    view: &DraftView,
    status: StatusCode,
) -> Result<Response, Failure> {
    let start = path(reference, "/start");
    let written = view.draft.read();
    let suggested = &written.suggested;
    let name = |id: Option<domain::id::StaffId>| {
        let found = view.staff.iter().find(|(one, _)| Some(*one) == id);
        found.map_or_else(|| "Left open".to_owned(), |(_, name)| name.clone())
    };
    let teachers: Vec<String> = suggested
        .teachers
        .iter()
        .map(|id| name(Some(*id)))
        .collect();
    let others = if teachers.is_empty() {
        "Nobody yet".to_owned()
    } else {
        teachers.join(", ")
    };
    let place = format!("{start}/people");
    let people = SummaryList::new()
        .row("Could run it", name(suggested.coordinator))
        .action("Change", &place, "who could run it")
        .row("Could be key worker", name(suggested.key_worker))
        .action("Change", &place, "who could be key worker")
        .row("Class teacher or tutor", name(suggested.class_teacher))
        .action("Change", &place, "class teacher or tutor")
        .row("Others to ask", others)
        .action("Change", &place, "others to ask");
    let document = ReferralDocument {
        referral: written.referral,
        keep: written.keep,
    };
    let frame = visit
        .frame("Check and start")
        .section("Programmes")
        .back(format!("{start}/dates"));
    let template = CheckPage {
        frame,
        step: numbered(Step::Check, view),
        steps: steps(Step::Check, reference, &view.draft),
        action: format!("{start}/check"),
        left: view.problems.iter().map(|one| line(&start, one)).collect(),
        rows: read::rows(&document, Some(&start)),
        people,
        note: note(view.pupil.name.called()),
    };
    page_with(status, &template)
}

/// One thing left, as a way to the place where it is sorted out.
fn line(start: &str, problem: &Problem) -> Phrase {
    let (step, field) = (problem.step.code(), &problem.field);
    Phrase::default().link(format!("{start}/{step}?sort=1#{field}"), &problem.words)
}
