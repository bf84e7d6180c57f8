//! `/programmes/{ref}/plan/sign`: everyone’s part, and signing it.

use app::{
    Fetched,
    action::Action,
    plans::{
        sign::{After, AnswerGiven, RecordSignature, Sign},
        view::{AgreedView, PlanView},
    },
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::plan::{PlanHash, PlanVersion};

use super::{frame::begun, show, signing::Signing};
use crate::{
    components::CaseHeader,
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::{
        case_band::{day, reference, root},
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

#[derive(Template)]
#[template(path = "pages/plan/answer.html")]
struct AnswerPage {
    frame: Frame,
    case: CaseHeader,
    action: String,
    version: u32,
    hash: String,
    name: String,
    people: Vec<(String, String)>,
    state: FormState,
}

impl AnswerPage {
    fn answers() -> [(&'static str, &'static str); 6] {
        [
            ("typed", "They typed their name on this screen"),
            ("said", "They said yes, and somebody heard it"),
            ("paper", "They signed a printed copy"),
            ("refused", "They chose not to sign"),
            ("unable", "They could not sign"),
            ("no-answer", "They did not answer"),
        ]
    }
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

fn given(posted: &Posted) -> Result<AnswerGiven, (&'static str, &'static str)> {
    let words = || posted.trimmed("words").to_owned();
    match posted.value("answer") {
        "typed" => Ok(AnswerGiven::TypedHere(words())),
        "said" => posted
            .value("witness")
            .parse()
            .map(|witness| AnswerGiven::Said { witness })
            .map_err(|_| ("witness", "Choose who heard them say it")),
        "paper" => Ok(AnswerGiven::OnPaper),
        "refused" => Ok(AnswerGiven::Refused(words())),
        "unable" => Ok(AnswerGiven::Unable(words())),
        "no-answer" => {
            let by = posted.value("channel").parse();
            let by = by.map_err(|_| ("channel", "Choose how you tried"))?;
            let on = day(posted, "on").parse();
            let on = on.map_err(|_| ("on", "Enter the day you tried"))?;
            Ok(AnswerGiven::NoAnswer { by, on })
        }
        _ => Err(("answer", "Choose what they answered")),
    }
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
    let mut lines = agreed.signing.iter();
    let line = lines
        .find(|line| line.person.person.to_string() == person)
        .ok_or(Failure::NotFound)?;
    let others = agreed
        .signing
        .iter()
        .filter(|one| one.person != line.person);
    let people = others.map(|one| (one.person.person.to_string(), one.person.name.to_string()));
    let name = line.person.name.to_string();
    let title = format!("Record what {name} answered");
    let (frame, case) = begun(visit, view, ("Record an answer", &title), &state);
    page_with(
        status,
        &AnswerPage {
            frame,
            case,
            action: format!("{}/plan/sign/{person}", root(&view.reference)),
            version: agreed.plan.version.number(),
            hash: agreed.hash.to_string(),
            name,
            people: people.collect(),
            state,
        },
    )
}
