//! `/programmes/{ref}/start/...`: the six steps that begin a programme.
//!
//! Every step is shown and saved in the same way here; what each asks stands
//! in its own file. What was typed is saved first and checked afterwards, so a
//! mistake never costs anybody their words.

pub mod check;
mod clash;
mod dates;
mod other_plans;
mod people;
pub mod submitted;
mod who;
mod why;

use std::collections::BTreeMap;

use app::programmes::{
    referral::{Draft, Fields, Problem, Step},
    save_referral::{DraftView, OpenDraft, SaveReferral, Saving},
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use domain::programme::ProgrammeRef;

use super::{path, reference};
use crate::{
    components::{Button, Hidden, Markup, Phrase, StepList, StepOf},
    failure::Failure,
    form_state::FormState,
    layout::{CSRF_FIELD, Frame},
    posted::Posted,
    session::{Visit, page_with, see_other},
};

/// Says at which version a step was read.
const READ_AT: &str = "read_at";
/// Sent by the button that saves and stops.
const LATER: &str = "later";
/// Sent by the button that saves and adds a row.
const MORE: &str = "more";

#[derive(Template)]
#[template(path = "pages/programmes/start/step.html")]
struct StepPage {
    frame: Frame,
    step: StepOf,
    steps: StepList,
    action: String,
    read_at: Hidden,
    heading: Option<String>,
    body: Markup,
    note: String,
}

fn step_of(raw: &str) -> Result<Step, Failure> {
    raw.parse().map_err(|_| Failure::NotFound)
}

/// One step, with what was saved.
///
/// # Errors
/// [`Failure`].
pub async fn get(
    visit: Visit,
    Path((raw, step)): Path<(String, String)>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Failure> {
    let (reference, step) = (reference(&raw)?, step_of(&step)?);
    let view = open(&visit, &reference).await?;
    let mut state = state_of(&view, step, &visit);
    if let Some(rows) = asked.get("rows") {
        state = state.with("rows", rows);
    }
    if asked.contains_key("sort") {
        show(&mut state, &view.problems, step);
    }
    draw(&visit, &reference, step, &view, StatusCode::OK, &state)
}

/// Saves one step, then goes on or says what is left.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path((raw, step)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let (reference, step) = (reference(&raw)?, step_of(&step)?);
    let typed = typed(&posted);
    let save = SaveReferral {
        reference: reference.clone(),
        step,
        read_at: posted.value(READ_AT).parse().unwrap_or_default(),
        fields: typed.clone(),
    };
    match visit.execute(save).await? {
        Saving::Clash(clash) => clash::page(&visit, &reference, step, &clash, &typed),
        Saving::Saved(_) if posted.has(LATER) => Ok(see_other(
            "/programmes",
            Some("Your referral is saved. Only you can see it until you send it in."),
        )),
        Saving::Saved(_) if posted.has(MORE) => {
            let row = posted.value(MORE);
            let to = path(
                &reference,
                &format!("/start/why?rows={row}#tried-{row}-what"),
            );
            Ok(see_other(&to, None))
        }
        Saving::Saved(left) if left.is_empty() => {
            let next = Step::ALL.iter().find(|one| **one > step);
            let next = next.map_or("check", |next| next.code());
            Ok(see_other(
                &path(&reference, &format!("/start/{next}")),
                None,
            ))
        }
        Saving::Saved(left) => {
            let view = open(&visit, &reference).await?;
            let mut state = posted.state(&[]);
            show(&mut state, &left, step);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            draw(&visit, &reference, step, &view, status, &state)
        }
    }
}

async fn open(visit: &Visit, reference: &ProgrammeRef) -> Result<DraftView, Failure> {
    let reference = reference.clone();
    Ok(visit.fetch(OpenDraft { reference }).await?.answer)
}

/// What was typed, without the fields that steer the page.
fn typed(posted: &Posted) -> Fields {
    let steer = [CSRF_FIELD, READ_AT, LATER, MORE];
    let fields = posted.fields().iter();
    Fields::new(
        fields
            .filter(|(name, _)| !steer.contains(&name.as_str()))
            .map(|(name, value)| (name.clone(), value.clone())),
    )
}

fn state_of(view: &DraftView, step: Step, visit: &Visit) -> FormState {
    let saved = view.draft.step(step);
    let state = FormState::posted(saved.fields.pairs().to_vec(), &[]);
    if step == Step::Dates && !view.draft.has(step) {
        let today = visit.today();
        return state
            .with("on-day", today.day().to_string())
            .with("on-month", today.month().to_string())
            .with("on-year", today.year().to_string());
    }
    state
}

fn show(state: &mut FormState, problems: &[Problem], step: Step) {
    for problem in problems.iter().filter(|one| one.step == step) {
        state.problem(problem.field.clone(), problem.words.clone());
    }
}

fn draw(
    visit: &Visit,
    reference: &ProgrammeRef,
    step: Step,
    view: &DraftView,
    status: StatusCode,
    state: &FormState,
) -> Result<Response, Failure> {
    let called = view.pupil.name.called().to_owned();
    let (heading, body) = match step {
        Step::Who => (Some(format!("Who is {called}?")), who::body(state, view)),
        Step::Why => (Some("Why now?".to_owned()), why::body(state, view)),
        Step::OtherPlans => (None, other_plans::body(state, &called)),
        Step::People => (
            Some(format!("Who should be around {called}?")),
            people::body(state, view),
        ),
        Step::Dates => (Some("Dates".to_owned()), dates::body(state, &called)),
        Step::Check => return Err(Failure::NotFound),
    };
    let title = heading.clone().unwrap_or_else(|| step.label().to_owned());
    let before = Step::ALL.iter().rev().find(|one| **one < step);
    let back = before.map_or_else(
        || "/programmes".to_owned(),
        |before| path(reference, &format!("/start/{}", before.code())),
    );
    let frame = visit
        .frame(title)
        .section("Programmes")
        .back(back)
        .problems(state.summary());
    page_with(
        status,
        &StepPage {
            frame,
            step: numbered(step, view),
            steps: steps(step, reference, &view.draft),
            action: path(reference, &format!("/start/{}", step.code())),
            read_at: Hidden::new(READ_AT, view.draft.step(step).version),
            heading,
            body,
            note: note(&called),
        },
    )
}

/// "Step 3 of 6", and for whom.
fn numbered(step: Step, view: &DraftView) -> StepOf {
    let number = Step::ALL.iter().position(|one| *one == step);
    let name = format!("{}, {}", view.pupil.name.full(), view.pupil.class());
    let about = Phrase::new("Starting a programme for ").strong(name);
    StepOf::new(number.unwrap_or_default() + 1, Step::ALL.len(), about)
}

/// The steps, with those that have been saved ticked.
fn steps(here: Step, reference: &ProgrammeRef, draft: &Draft) -> StepList {
    Step::ALL.iter().fold(StepList::new(), |list, step| {
        if *step == here {
            list.now(step.label())
        } else if draft.has(*step) {
            let href = path(reference, &format!("/start/{}", step.code()));
            list.done(step.label(), href)
        } else {
            list.to_come(step.label())
        }
    })
}

fn note(called: &str) -> String {
    format!(
        "Nothing goes to {called}’s family until the headteacher has agreed the start. \
         Ring them first: you will be given words to use."
    )
}
