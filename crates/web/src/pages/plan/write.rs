//! `/programmes/{ref}/plan/targets/…`: coordinator and pupil write a target
//! together. The preview is drawn by the server; a script only spares the wait.

use app::plans::view::{DraftView, PlanView};
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{
    commitment::Owner,
    id::TargetId,
    plan::{PlanEdit, TargetSheet},
    target::{Frame as Around, StepDraft, TargetDraft},
};

use super::{
    frame::{begun, save, writing},
    preview, show, write_fields as fields,
    write_page::WritePage,
};
use crate::{
    components::SideBySide,
    failure::Failure,
    form_state::FormState,
    pages::{
        both::both,
        case_band::{reference, root},
        meetings::book::say,
    },
    posted::Posted,
    session::{Visit, page_with},
    words,
};

/// One sheet on its page.
struct Sheet {
    view: PlanView,
    id: TargetId,
    seen: String,
    state: FormState,
    draft: TargetDraft,
    theirs: Option<SideBySide>,
}

/// A new target.
///
/// # Errors
/// [`Failure`].
pub async fn new(visit: Visit, Path(path): Path<String>) -> Result<Response, Failure> {
    let view = show::look(&visit, &reference(&path)?).await?.answer;
    writing(&view)?;
    let id = visit.site().blocking(app::App::new_sheet).await?;
    let row = StepDraft::default;
    let draft = TargetDraft {
        steps: vec![row(), row(), row()],
        ..TargetDraft::default()
    };
    let state = fields::state(&draft, None, None);
    let seen = String::new();
    draw(
        &visit,
        StatusCode::OK,
        Sheet {
            view,
            id,
            seen,
            state,
            draft,
            theirs: None,
        },
    )
}

/// A target that was written before.
///
/// # Errors
/// [`Failure`].
pub async fn get(
    visit: Visit,
    Path((path, target)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let view = show::look(&visit, &reference(&path)?).await?.answer;
    let id: TargetId = target.parse().map_err(|_| Failure::NotFound)?;
    let typed = &writing(&view)?.typed;
    let sheet = typed.target(id).ok_or(Failure::NotFound)?;
    let draft = sheet.draft.clone();
    let state = fields::state(&draft, typed.reward_of(id), typed.consequence_of(id));
    let seen = sheet.saved.to_string();
    draw(
        &visit,
        StatusCode::OK,
        Sheet {
            view,
            id,
            seen,
            state,
            draft,
            theirs: None,
        },
    )
}

/// Saves it, shows the preview, adds a step or takes it out.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(path): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&path)?;
    let view = show::look(&visit, &reference).await?.answer;
    let id: TargetId = posted.value("id").parse().map_err(|_| Failure::BadForm)?;
    let typed = &writing(&view)?.typed;
    let before = typed.target(id);
    let mut draft = fields::target(&posted, before);
    let reward = fields::reward(&posted, typed.reward_of(id));
    let consequence = fields::consequence(&posted, typed.consequence_of(id));
    let seen = posted.value("seen").to_owned();
    if posted.has("preview") || posted.has("add") {
        if posted.has("add") && draft.steps.len() < 4 {
            draft.steps.insert(0, StepDraft::default());
        }
        let state = fields::state(&draft, Some(&reward), Some(&consequence));
        let sheet = Sheet {
            view,
            id,
            seen,
            state,
            draft,
            theirs: None,
        };
        return draw(&visit, StatusCode::OK, sheet);
    }
    let edit = if posted.has("drop") {
        let seen = seen.parse().map_err(|_| Failure::BadForm)?;
        PlanEdit::DropTarget { id, seen }
    } else {
        PlanEdit::Target {
            id,
            seen: seen.parse().ok(),
            draft: Box::new(draft.clone()),
            reward: Box::new(reward),
            consequence: Box::new(consequence),
        }
    };
    let mut state = posted.state(&[]);
    match save(&visit, &reference, edit).await {
        Err(Failure::Rejected(reasons)) => {
            say(&mut state, reasons);
            let sheet = Sheet {
                view,
                id,
                seen,
                state,
                draft,
                theirs: None,
            };
            draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, sheet)
        }
        Err(Failure::Conflict) => {
            // The words typed stay in the form; the count moves on, so that
            // saving again is a choice made with both in sight. Theirs is read
            // now: it may have been saved since this form was looked at.
            let view = show::look(&visit, &reference).await?.answer;
            let writing = writing(&view)?;
            let before = writing.typed.target(id);
            let theirs = Some(theirs(writing, before, &state));
            let seen = before.map_or_else(String::new, |sheet| sheet.saved.to_string());
            let sheet = Sheet {
                view,
                id,
                seen,
                state,
                draft,
                theirs,
            };
            draw(&visit, StatusCode::CONFLICT, sheet)
        }
        other => other,
    }
}

/// What somebody else saved beside what was typed here.
fn theirs(writing: &DraftView, before: Option<&TargetSheet>, yours: &FormState) -> SideBySide {
    let Some(sheet) = before else {
        return SideBySide::taken_out();
    };
    let (reward, otherwise) = (
        writing.typed.reward_of(sheet.id),
        writing.typed.consequence_of(sheet.id),
    );
    let theirs = fields::state(&sheet.draft, reward, otherwise);
    both(
        &fields::names(yours),
        &theirs,
        yours,
        |field, value| match field {
            "decided-by" | "ticking-adult" => writing.called(value),
            _ => fields::read_out(field, value),
        },
    )
}

fn draw(visit: &Visit, status: StatusCode, sheet: Sheet) -> Result<Response, Failure> {
    let Sheet {
        view,
        id,
        seen,
        mut state,
        draft,
        theirs,
    } = sheet;
    let writing = writing(&view)?;
    let around = &writing.around;
    let people: Vec<Owner> = around.people.iter().map(|(who, _)| who.clone()).collect();
    let reading = draft.read(&Around {
        pupil: &around.pupil,
        people: &people,
        reviews: &around.reviews,
        adults_helping: writing.typed.adults_helping(id, &around.people),
    });
    if !draft.statement.is_empty() && state.is_clear() {
        for problem in reading.problems() {
            let field = problem.field().id();
            if state.problem_of(&field).is_none() && field != "helpers" {
                state.problem(field, problem.words(&around.pupil));
            }
        }
    }
    let base = root(&view.reference);
    let title = format!("Write a target with {}", view.pupil);
    let place = writing.typed.targets.iter().position(|one| one.id == id);
    let number = place.unwrap_or(writing.typed.targets.len()) + 1;
    let scale = preview::scale(&draft);
    let last = around
        .reviews
        .last()
        .map_or(12, |review| review.week.number());
    let (frame, case) = begun(visit, &view, ("Write a target", &title), &state);
    let page = WritePage {
        case: case
            .chip("Plan")
            .fact(format!("Target {number}"))
            .fact("three at most is best"),
        frame,
        theirs,
        action: format!("{base}/plan/targets"),
        id: id.to_string(),
        seen,
        rows: draft.steps.len().clamp(2, 4),
        pupil: view.pupil.clone(),
        people: writing
            .people
            .iter()
            .map(|one| (one.id.to_string(), one.name.clone()))
            .collect(),
        weeks: (1..=last)
            .map(|week| (week.to_string(), format!("week {week}")))
            .collect(),
        promises: preview::promises(writing, id, &base),
        unit: words::capital(&format!("{} {}", scale.unit.label(), scale.per.label())),
        out_of: scale
            .out_of
            .map_or_else(String::new, |most| format!("out of {most}")),
        now: preview::now(&draft, &view.pupil, scale),
        sentence: preview::sentence(&reading, &view.pupil),
        ladder: preview::ladder(&draft, scale),
        smart: preview::smart(&reading),
        nudges: reading
            .nudges()
            .iter()
            .map(|one| one.words(&view.pupil))
            .collect(),
        state,
    };
    page_with(status, &page)
}
