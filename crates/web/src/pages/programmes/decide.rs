//! What is posted from the referral's page: the safeguarding check, agreeing
//! the start, and deciding not to.

use app::programmes::{
    accept::AcceptReferral, ask_for_more::AskForMore, decline::DeclineReferral,
    safeguarding::CheckSafeguarding,
};
use axum::{extract::Path, response::Response};
use domain::{
    id::StaffId,
    programme::{DeclineReason, SafeguardingCheck},
    pupil::QuestionnaireVersion,
    referral::Told,
    text::Prose,
};

use super::{
    date, is_blank, path, reference,
    referral::{again, refused},
};
use crate::{
    failure::Failure,
    form_state::FormState,
    posted::Posted,
    session::{Visit, see_other},
    words,
};

/// Records the safeguarding check.
///
/// # Errors
/// [`Failure`].
pub async fn safeguarding(
    visit: Visit,
    Path(raw): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let mut state = posted.state(&[]);
    let Ok(found) = posted.value("found").parse::<SafeguardingCheck>() else {
        state.problem("found", "Choose what you found");
        return again(&visit, reference, state).await;
    };
    let to = path(&reference, "/referral");
    visit
        .execute(CheckSafeguarding { reference, found })
        .await?;
    Ok(see_other(&to, Some("Your check is recorded.")))
}

/// Agrees the start.
///
/// # Errors
/// [`Failure`].
pub async fn accept(
    visit: Visit,
    Path(raw): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let mut state = posted.state(&[]);
    let coordinator = posted.value("coordinator").parse::<StaffId>();
    let questions = posted.value("questions").parse::<QuestionnaireVersion>();
    if coordinator.is_err() {
        state.problem("coordinator", "Choose who will run the programme");
    }
    if questions.is_err() {
        state.problem("questions", "Choose which questions the pupil is asked");
    }
    let virtual_school = told(&posted, &mut state, "virtual-school", "the virtual school");
    let sen_caseworker = told(&posted, &mut state, "caseworker", "the caseworker");
    let (Ok(coordinator), Ok(questions), true) = (coordinator, questions, state.is_clear()) else {
        return again(&visit, reference, state).await;
    };
    let accept = AcceptReferral {
        reference: reference.clone(),
        coordinator,
        key_worker: posted.value("key_worker").parse().ok(),
        questions,
        told: Told {
            virtual_school,
            sen_caseworker,
        },
    };
    match visit.execute(accept).await {
        Ok(_) => Ok(see_other(
            &path(&reference, ""),
            Some("The start is agreed. Ring the family before anything is sent."),
        )),
        Err(Failure::Rejected(reasons)) => {
            refused(&visit, reference, state, reasons, "coordinator").await
        }
        Err(other) => Err(other),
    }
}

/// When someone else was told; a problem when it is not a date.
fn told(
    posted: &Posted,
    state: &mut FormState,
    field: &str,
    whom: &str,
) -> Option<jiff::civil::Date> {
    let on = date(posted, field);
    if on.is_none() && !is_blank(posted, field) {
        let words = format!("Enter the day {whom} was told, such as 10 11 2026");
        state.problem(field, words);
    }
    on
}

/// Sends it back to whoever wrote it, with a question.
///
/// # Errors
/// [`Failure`].
pub async fn ask_for_more(
    visit: Visit,
    Path(raw): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let mut state = posted.state(&[]);
    let Ok(question) = Prose::new(posted.value("question")) else {
        let words = "Say what you need to know, in 2000 characters or fewer";
        state.problem("question", words);
        return again(&visit, reference, state).await;
    };
    visit
        .execute(AskForMore {
            reference,
            question,
        })
        .await?;
    let words = "It is with whoever wrote it again, with your question. It comes back to you \
                 once they have answered.";
    Ok(see_other("/today", Some(words)))
}

/// Decides not to start.
///
/// # Errors
/// [`Failure`].
pub async fn decline(
    visit: Visit,
    Path(raw): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let mut state = posted.state(&[]);
    let reason = posted.value("reason").parse::<DeclineReason>();
    let instead = Prose::new(posted.value("instead"));
    if reason.is_err() {
        state.problem("reason", "Choose why not");
    }
    if instead.is_err() {
        let words = "Say what happens instead, in 2000 characters or fewer";
        state.problem("instead", words);
    }
    let (Ok(reason), Ok(instead)) = (reason, instead) else {
        return again(&visit, reference, state).await;
    };
    let to = path(&reference, "/referral");
    let decline = DeclineReferral {
        reference,
        reason,
        instead,
    };
    visit.execute(decline).await?;
    Ok(see_other(
        &to,
        Some("It will not start. Whoever wrote it reads why on their Today."),
    ))
}

/// "Waiting for Helen Marsh’s check. You can agree it after that."
pub(in crate::pages) fn waiting_for(lead: Option<&str>, decides: bool) -> String {
    let whose = words::possessive(lead.unwrap_or("the safeguarding lead"));
    let then = if decides {
        " You can agree it after that."
    } else {
        ""
    };
    format!("Waiting for {whose} check.{then}")
}
