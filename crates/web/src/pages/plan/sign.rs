//! `/programmes/{ref}/plan/sign`: everyone’s part, and signing it.

use app::{
    Fetched,
    action::Action,
    plans::{
        sign::{After, RecordSignature, Sign},
        view::{AgreedView, PlanView},
    },
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::plan::{PlanHash, PlanVersion};

use super::{
    answer::{Answering, given},
    frame::begun,
    show,
    signing::Signing,
};
use crate::{
    components::CaseHeader,
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::{
        case_band::{reference, root},
        meetings::book::say,
    },
    posted::Posted,
    session::{Visit, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/plan/sign.html")]
struct SignPage {
    frame: Frame,
    case: CaseHeader,
    plan: String,
    action: String,
    signing: Signing,
    missing: Vec<String>,
    may_sign: bool,
    may_record: bool,
    state: FormState,
}

/// The words after a signature.
pub(super) const fn after(after: After) -> &'static str {
    match after {
        After::Kept => "Signed. Thank you.",
        After::Started => "That was the last signature it needed. The programme has started.",
    }
}

/// The version and hash a form was drawn from.
pub(super) fn shown(posted: &Posted) -> Result<(PlanVersion, PlanHash), Failure> {
    let version = posted.value("version").parse().ok();
    let version = version.and_then(PlanVersion::new).ok_or(Failure::BadForm)?;
    let hash = posted.value("hash").parse().map_err(|_| Failure::BadForm)?;
    Ok((version, hash))
}

/// The list.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(path): Path<String>) -> Result<Response, Failure> {
    let fetched = show::look(&visit, &reference(&path)?).await?;
    draw(&visit, StatusCode::OK, &fetched, FormState::new())
}

/// Signs for oneself.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(path): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&path)?;
    let sign = Sign {
        reference: reference.clone(),
        shown: shown(&posted)?,
        name: posted.trimmed("name").to_owned(),
    };
    let mut state = posted.state(&[]);
    match visit.execute(sign).await {
        Ok(done) => {
            let here = format!("{}/plan/sign", root(&reference));
            Ok(see_other(&here, Some(after(done))))
        }
        Err(Failure::Rejected(reasons)) => {
            say(&mut state, reasons);
            let fetched = show::look(&visit, &reference).await?;
            draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, &fetched, state)
        }
        Err(other) => Err(other),
    }
}

/// The form for somebody else's answer.
///
/// # Errors
/// [`Failure`].
pub async fn answer(
    visit: Visit,
    Path((path, person)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let fetched = show::look(&visit, &reference(&path)?).await?;
    draw_answer(&visit, StatusCode::OK, &fetched, &person, FormState::new())
}

/// Records somebody else's answer.
///
/// # Errors
/// [`Failure`].
pub async fn record(
    visit: Visit,
    Path((path, person)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&path)?;
    let mut state = posted.state(&[]);
    let reasons = match given(&posted) {
        Err((field, words)) => {
            state.problem(field, words);
            Vec::new()
        }
        Ok(answer) => {
            let record = RecordSignature {
                reference: reference.clone(),
                shown: shown(&posted)?,
                person: person.parse().map_err(|_| Failure::NotFound)?,
                answer,
            };
            match visit.execute(record).await {
                Ok(done) => {
                    let words = match done {
                        After::Kept => "Recorded.",
                        After::Started => after(done),
                    };
                    let here = format!("{}/plan/sign", root(&reference));
                    return Ok(see_other(&here, Some(words)));
                }
                Err(Failure::Rejected(reasons)) => reasons,
                Err(other) => return Err(other),
            }
        }
    };
    say(&mut state, reasons);
    let fetched = show::look(&visit, &reference).await?;
    draw_answer(
        &visit,
        StatusCode::UNPROCESSABLE_ENTITY,
        &fetched,
        &person,
        state,
    )
}

fn agreed(view: &PlanView) -> Result<&AgreedView, Failure> {
    let shown = view.agreed.as_ref().ok_or(Failure::NotFound)?;
    Ok(shown.get())
}

fn draw(
    visit: &Visit,
    status: StatusCode,
    fetched: &Fetched<PlanView>,
    state: FormState,
) -> Result<Response, Failure> {
    let view = &fetched.answer;
    let agreed = agreed(view)?;
    let base = root(&view.reference);
    let title = if agreed.signing.is_empty() {
        "Signatures"
    } else {
        "Read it back, then sign"
    };
    let (frame, case) = begun(visit, view, ("Sign the plan", title), &state);
    page_with(
        status,
        &SignPage {
            frame,
            case,
            plan: format!("{base}/plan"),
            action: format!("{base}/plan/sign"),
            signing: Signing::of(agreed),
            missing: agreed.missing.clone(),
            may_sign: fetched.may.has(Action::Sign),
            may_record: fetched.may.has(Action::RecordSignature),
            state,
        },
    )
}

fn draw_answer(
    visit: &Visit,
    status: StatusCode,
    fetched: &Fetched<PlanView>,
    person: &str,
    state: FormState,
) -> Result<Response, Failure> {
    let view = &fetched.answer;
    if !fetched.may.has(Action::RecordSignature) {
        let who_can = app::policy::who_can(Action::RecordSignature);
        return Err(Failure::NotAllowed { who_can });
    }
    let agreed = agreed(view)?;
    let answering = Answering {
        lines: &agreed.signing,
        person,
        action: format!("{}/plan/sign/{person}", root(&view.reference)),
        version: agreed.plan.version.number(),
        hash: agreed.hash.to_string(),
    };
    let title = answering.title()?;
    let head = begun(visit, view, ("Record an answer", &title), &state);
    answering.draw(status, head, state)
}
