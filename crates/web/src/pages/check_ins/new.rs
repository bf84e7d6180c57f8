//! `/programmes/{ref}/check-ins/new`: the key worker writes down that they met,
//! on one page that begins with what can be known already.

use app::{
    Fetched,
    monitoring::{
        check_in::RecordCheckIn,
        check_in_form::{CheckInFacts, CheckInForm},
    },
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::programme::ProgrammeRef;

use super::{form, place};
use crate::{
    components::{CaseHeader, DateInput, Hidden, Markup, Radios, TextInput},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::{
        case_band::reference,
        once,
        programmes::header::{path, titled},
    },
    posted::Posted,
    session::{Visit, page_with, see_other},
    words,
};

#[derive(Template)]
#[template(path = "pages/check_ins/new.html")]
struct NewPage {
    frame: Frame,
    case: CaseHeader,
    action: String,
    key: Hidden,
    pupil: String,
    /// "Since you met on Thursday 5 November", and what was seen.
    since: Option<(String, String)>,
    came_of: Radios,
    on: DateInput,
    minutes: TextInput,
    said: Markup,
    promises: Vec<form::PromiseNow>,
    next: Markup,
    home: Option<(Radios, Markup)>,
    level: Radios,
    next_on: DateInput,
}

/// The form.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(raw): Path<String>) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let facts = facts(&visit, &reference).await?;
    let state = form::begins(&facts, visit.today());
    draw(&visit, StatusCode::OK, &reference, (facts, state)).await
}

/// Records it.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(raw): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let facts = facts(&visit, &reference).await?;
    let record = RecordCheckIn {
        reference: reference.clone(),
        typed: form::typed(&facts, &posted),
        home: form::home(&posted),
        form: once::sent(&posted),
    };
    match visit.execute(record).await {
        Ok(()) => Ok(see_other(&path(&reference), Some("It is written down."))),
        Err(Failure::Rejected(reasons)) => {
            let mut state = posted.state(&[]);
            for reason in reasons {
                match reason.field {
                    Some(field) => state.problem(field, reason.words),
                    None => state.problem_with_the_form(reason.words),
                }
            }
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            draw(&visit, status, &reference, (facts, state)).await
        }
        Err(other) => Err(other),
    }
}

async fn facts(visit: &Visit, reference: &ProgrammeRef) -> Result<CheckInFacts, Failure> {
    let reference = reference.clone();
    let fetched: Fetched<CheckInFacts> = visit.fetch(CheckInForm { reference }).await?;
    Ok(fetched.answer)
}

async fn draw(
    visit: &Visit,
    status: StatusCode,
    reference: &ProgrammeRef,
    (facts, state): (CheckInFacts, FormState),
) -> Result<Response, Failure> {
    let (actor, wanted) = (visit.actor().clone(), reference.clone());
    let case = visit
        .site()
        .blocking(move |app| app.open_case(&actor, &wanted))
        .await?;
    let (case, may) = (case.answer, case.may);
    let pupil = case.pupil.name.called().to_owned();
    let title = format!("Meeting with {pupil}");
    let frame = visit
        .frame(format!("Meeting, {reference}"))
        .section("Programmes")
        .problems(state.summary());
    let since = facts.since.as_ref().map(|since| {
        let heading = match facts.last {
            Some(on) => format!("Since you met on {}", words::long_date(on)),
            None => "Since the plan began".to_owned(),
        };
        (heading, form::seen(since, &facts.talk))
    });
    let number = state.text_input("minutes", "For how many minutes?");
    page_with(
        status,
        &NewPage {
            frame,
            case: titled(&case, may, "Key worker", &title),
            action: format!("{}/new", place(reference)),
            key: once::field(facts.form),
            since,
            came_of: form::came_of(&pupil, &state),
            on: state.date_input("on", "On which day?").small(),
            minutes: number.small().number().wide(3),
            said: form::said(&pupil, &state),
            promises: form::promises(&facts.promises, &state),
            next: form::next(&pupil, &state),
            home: form::told_home(&facts, &state),
            level: form::level(facts.asks_why, &state),
            next_on: state
                .date_input("next-on", "When do you meet next?")
                .small(),
            pupil,
        },
    )
}
