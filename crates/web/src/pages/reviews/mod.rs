//! Reviews and the end: the pages from the first review to after the programme,
//! and the moves that stop, start, lengthen or end it.

pub mod aftercare;
mod both_texts;
mod ending_form;
mod ending_page;
mod ending_parts;
mod heard;
pub(crate) mod kept;
pub mod moves;
pub mod not_enough;
pub mod outcome;
mod parts;
pub mod review;
mod review_form;
mod review_page;
mod settled;
pub(crate) mod voices;
pub mod way;

use std::ops::ControlFlow;

use app::{Fetched, Reason, programmes::show::CaseView};
use axum::{http::StatusCode, response::Response};
use domain::programme::ProgrammeRef;

use crate::{
    components::Banner,
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    session::{Visit, see_other},
};

/// A list of codes as options.
macro_rules! options {
    ($of:ty) => {
        <$of>::ALL.iter().map(|one| (one.code(), one.label()))
    };
}
use options;

/// What the numbers on these pages compare and cannot show, in fixed words.
const CAUTION: &str = "This compares records before and during the plan. It cannot show why they \
                       differ. Plans often start at a low point, and some improvement after a low \
                       point is normal.";

fn reference(raw: &str) -> Result<ProgrammeRef, Failure> {
    raw.parse().map_err(|_| Failure::NotFound)
}

/// The programme around a page, for its header.
async fn case_of(visit: &Visit, reference: &ProgrammeRef) -> Result<Fetched<CaseView>, Failure> {
    let (actor, wanted) = (visit.actor().clone(), reference.clone());
    let opened = visit
        .site()
        .blocking(move |app| app.open_case(&actor, &wanted))
        .await?;
    Ok(opened)
}

/// The frame of a page of one programme, its problems on top.
fn frame(visit: &Visit, title: &str, reference: &ProgrammeRef, state: &FormState) -> Frame {
    visit
        .frame(format!("{title}, {reference}"))
        .section("Programmes")
        .problems(state.summary())
}

fn status<T>(state: &FormState, clash: Option<&T>) -> StatusCode {
    match (clash, state.is_clear()) {
        (Some(_), _) => StatusCode::CONFLICT,
        (None, true) => StatusCode::OK,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// Where a form that went through leads, and the words said there.
type Done = Result<(String, &'static str), Failure>;

/// A form that went through leads on. One that did not is shown again, with the
/// reasons in its state, or with word of what somebody else did first.
fn came_of(
    done: Result<(String, impl AsRef<str>), Failure>,
    state: &mut FormState,
) -> Result<ControlFlow<Response, Option<Banner>>, Failure> {
    match done {
        Ok((to, words)) => Ok(ControlFlow::Break(see_other(&to, Some(words.as_ref())))),
        Err(Failure::Rejected(reasons)) => {
            say(state, reasons);
            Ok(ControlFlow::Continue(None))
        }
        Err(Failure::Conflict) => Ok(ControlFlow::Continue(Some(clash()))),
        Err(other) => Err(other),
    }
}

/// Puts what a rule said beside the fields it is about.
fn say(state: &mut FormState, reasons: Vec<Reason>) {
    for reason in reasons {
        match reason.field {
            Some(field) => state.problem(field, reason.words),
            None => state.problem_with_the_form(reason.words),
        }
    }
}

/// Somebody else saved the same page first.
fn clash() -> Banner {
    let words = "Somebody else saved this page while you were writing. Your words are below. Open \
                 the page in another tab to see theirs, then save yours.";
    Banner::to_know("Two people wrote at once", words)
}

/// Fills the three boxes of a date from 2026-11-10.
fn with_date(state: FormState, field: &str, typed: &str) -> FormState {
    crate::pages::case_band::with_day(state, field, typed.parse().ok())
}
