//! `/look-back/{ref}`: what somebody says before a review or the end, on one
//! page of their own; and `/programmes/{ref}/look-back/{person}`, where a member
//! of staff writes it down for them.

pub(crate) mod closing;
mod form;
mod page;
pub(crate) mod tasks;
mod words;

use app::{
    Fetched,
    look_back::{
        Hand, OwnHand, ScribeHand,
        say::SayLookBack,
        view::{LookBackPage, LookBackShown, ViewLookBack},
    },
};
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{id::PersonId, look_back::Part, programme::ProgrammeRef};

use self::page::Writes;
use super::case_band::reference;
use crate::{
    failure::Failure,
    form_state::FormState,
    posted::Posted,
    session::{Visit, see_other},
};

/// One's own page.
///
/// # Errors
/// [`Failure`].
pub async fn own(visit: Visit, Path(path): Path<String>) -> Result<Response, Failure> {
    look(&visit, reference(&path)?, OwnHand, Writes::Own).await
}

/// Keeps one's own page.
///
/// # Errors
/// [`Failure`].
pub async fn say(
    visit: Visit,
    Path(path): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    keep(&visit, reference(&path)?, OwnHand, (Writes::Own, &posted)).await
}

/// The page of somebody one writes for.
///
/// # Errors
/// [`Failure`].
pub async fn theirs(
    visit: Visit,
    Path((path, person)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let (hand, writes) = scribe(&person)?;
    look(&visit, reference(&path)?, hand, writes).await
}

/// Keeps what was written down for somebody.
///
/// # Errors
/// [`Failure`].
pub async fn write_down(
    visit: Visit,
    Path((path, person)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let (hand, writes) = scribe(&person)?;
    keep(&visit, reference(&path)?, hand, (writes, &posted)).await
}

fn scribe(person: &str) -> Result<(ScribeHand, Writes), Failure> {
    let person: PersonId = person.parse().map_err(|_| Failure::NotFound)?;
    Ok((ScribeHand(person), Writes::For(person)))
}

async fn fetch<H: Hand>(
    visit: &Visit,
    reference: ProgrammeRef,
    hand: H,
) -> Result<Fetched<LookBackShown>, Failure> {
    visit.fetch(ViewLookBack { reference, hand }).await
}

async fn look<H: Hand>(
    visit: &Visit,
    reference: ProgrammeRef,
    hand: H,
    writes: Writes,
) -> Result<Response, Failure> {
    let shown = fetch(visit, reference, hand).await?.answer;
    let state = shown.page.as_ref().map(form::filled);
    page::draw(
        visit,
        StatusCode::OK,
        &shown,
        (writes, &state.unwrap_or_default()),
    )
}

async fn keep<H: Hand + Copy>(
    visit: &Visit,
    reference: ProgrammeRef,
    hand: H,
    (writes, posted): (Writes, &Posted),
) -> Result<Response, Failure> {
    let shown = fetch(visit, reference.clone(), hand).await?.answer;
    let typed = shown.page.as_ref().map(|page| form::typed(page, posted));
    let say = SayLookBack {
        reference,
        hand,
        round: posted
            .value("round")
            .parse()
            .map_err(|_| Failure::BadForm)?,
        typed: typed.unwrap_or_default(),
    };
    let mut state: FormState = posted.state(&[]);
    match visit.execute(say).await {
        Ok(()) => Ok(thanks(&shown, writes)),
        Err(Failure::Rejected(reasons)) => {
            for reason in reasons {
                match reason.field {
                    Some(field) => state.problem(field, reason.words),
                    None => state.problem_with_the_form(reason.words),
                }
            }
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            page::draw(visit, status, &shown, (writes, &state))
        }
        Err(other) => Err(other),
    }
}

/// Back to where they came from, with thanks.
fn thanks(shown: &LookBackShown, writes: Writes) -> Response {
    let thank = "Thank you. The review begins with what people said.";
    match (writes, &shown.page) {
        (Writes::For(_), _) => {
            let base = super::case_band::root(&shown.reference);
            see_other(&format!("{base}/meetings"), Some("Written down."))
        }
        (Writes::Own, page) => see_other(page.as_ref().map_or("/", home), Some(thank)),
    }
}

/// Where a part's pages begin.
fn home(page: &LookBackPage) -> &'static str {
    match page.part {
        Part::Pupil | Part::Younger => "/me",
        Part::Home => "/family",
        Part::Teacher | Part::Promise => "/",
    }
}
