//! `/programmes/{ref}/meetings/final/outcome`: how it ended. The coordinator
//! proposes; the head confirms or sends it back.

mod head;
mod read;

use std::ops::ControlFlow;

use app::{
    Fetched,
    action::Action,
    reviews::{
        EndingState, Progress,
        confirm::{ConfirmJudgement, ReturnJudgement},
        outcome_view::{OutcomeShown, OutcomeView},
        propose::ProposeJudgement,
    },
};
use axum::{extract::Path, response::Response};
use domain::programme::{Judgement, ProgrammeRef, StageName};

use super::{
    CAUTION, Done, both_texts, came_of, case_of, ending_form,
    ending_page::EndingPage,
    ending_parts, frame, reference, status,
    voices::{self, Writing},
};
use crate::{
    components::{Markup, SideBySide},
    failure::Failure,
    form_state::FormState,
    pages::programmes::header::{path, titled},
    posted::Posted,
    session::{Visit, page_with},
};

fn view(reference: &ProgrammeRef) -> OutcomeView {
    OutcomeView {
        reference: reference.clone(),
    }
}

fn here(reference: &ProgrammeRef) -> String {
    format!("{}/meetings/final/outcome", path(reference))
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(raw): Path<String>) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let fetched = visit.fetch(view(&reference)).await?;
    let state = ending_form::filled(&fetched.answer);
    draw(&visit, &reference, &fetched, &state, None).await
}

/// Keeps, proposes, confirms or sends back.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(raw): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let done = match posted.value("form") {
        "propose" => propose(&visit, &reference, &posted).await,
        "confirm" => confirm(&visit, &reference, &posted).await,
        "return" => send_back(&visit, &reference, &posted).await,
        _ => Err(Failure::BadForm),
    };
    let mut state = posted.state(&[]);
    let clash = match came_of(done, &mut state)? {
        ControlFlow::Break(led) => return Ok(led),
        ControlFlow::Continue(clash) => clash,
    };
    let fetched = visit.fetch(view(&reference)).await?;
    let clash = clash.map(|_| {
        let shown = &fetched.answer;
        let theirs = ending_form::filled(shown);
        let both = both_texts::of_ending(shown, &theirs, &state);
        match shown.state {
            EndingState::Proposed | EndingState::Confirmed => both.settled(),
            EndingState::Written | EndingState::Returned => both,
        }
    });
    draw(&visit, &reference, &fetched, &state, clash).await
}

async fn propose(visit: &Visit, wanted: &ProgrammeRef, form: &Posted) -> Done {
    let later = form.has("later");
    let shown = visit.fetch(view(wanted)).await?.answer;
    let propose = ProposeJudgement {
        reference: wanted.clone(),
        revision: form.value("revision").parse().unwrap_or_default(),
        typed: ending_form::typed(&shown, form),
        progress: if later {
            Progress::KeepForNow
        } else {
            Progress::Finished
        },
    };
    visit.execute(propose).await?;
    let words = if later {
        "It is saved as it is."
    } else {
        "It is with the head, who confirms it or sends it back."
    };
    Ok((here(wanted), words))
}

async fn confirm(visit: &Visit, wanted: &ProgrammeRef, form: &Posted) -> Done {
    let value = |field: &str| form.value(field).to_owned();
    let confirm = ConfirmJudgement {
        reference: wanted.clone(),
        revision: form.value("revision").parse().unwrap_or_default(),
        risk: value("risk"),
        why: value("confirm-why"),
        council_first: value("council-first"),
        both_roles: value("both-roles"),
    };
    Ok(match visit.execute(confirm).await? {
        Judgement::Successful => (
            format!("{}/aftercare", path(wanted)),
            "Confirmed: successful. Lighter support begins.",
        ),
        Judgement::Unsuccessful => (
            format!("{}/not-enough", path(wanted)),
            "Confirmed: the plan was not enough. Choose what comes next.",
        ),
    })
}

async fn send_back(visit: &Visit, wanted: &ProgrammeRef, form: &Posted) -> Done {
    let back = ReturnJudgement {
        reference: wanted.clone(),
        revision: form.value("revision").parse().unwrap_or_default(),
        why: form.value("return-why").to_owned(),
    };
    visit.execute(back).await?;
    Ok((here(wanted), "It is back with the coordinator."))
}

async fn draw(
    visit: &Visit,
    reference: &ProgrammeRef,
    fetched: &Fetched<OutcomeShown>,
    state: &FormState,
    clash: Option<SideBySide>,
) -> Result<Response, Failure> {
    let (shown, may) = (&fetched.answer, fetched.may);
    let case = case_of(visit, reference).await?;
    let due = shown.stage == StageName::FinalDue;
    let mine = visit.actor().identity().map(|me| me.account);
    let writes = due && may.has(Action::ProposeJudgement) && shown.state != EndingState::Proposed;
    let answers = may.has(Action::ConfirmJudgement) && shown.state == EndingState::Proposed;
    let status = status(state, clash.as_ref());
    let settled = matches!(shown.state, EndingState::Proposed | EndingState::Confirmed);
    let base = path(reference);
    let writing = if may.has(Action::ScribeLookBack) {
        Writing::At(&base)
    } else {
        Writing::No
    };
    let before = if writes || settled {
        Markup::default()
    } else {
        voices::part(&shown.voices, &shown.pupil, writing)
    };
    let page = EndingPage {
        before,
        frame: frame(visit, "How it ended", reference, state),
        case: titled(&case.answer, case.may, "Meetings", "How it ended"),
        clash,
        notes: read::notes(shown, &case.answer, may, due),
        heading: format!("What the {} weeks show", case.answer.length),
        stretches: read::stretches(shown),
        figures: read::figures(shown),
        facts: read::facts(shown, case.answer.reports),
        caution: CAUTION,
        action: here(reference),
        revision: shown.revision,
        settled: settled.then(|| read::settled(shown, &case.answer, may)),
        head: answers.then(|| head::form(shown, mine == shown.by_account, state)),
        form: writes.then(|| ending_parts::form(shown, &base, state)),
        beside: head::beside(shown),
    };
    page_with(status, &page)
}
