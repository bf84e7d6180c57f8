//! `/family/plan/{ref}` and `/me/plan/{ref}`: the family's and the pupil's own
//! copy of the plan, to read and to sign. It never says how to reach anybody.

use app::{
    Fetched,
    action::Action,
    plans::{sign::Sign, view::PlanView},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{account::AccountKind, programme::ProgrammeRef};

use super::{sheet::AgreedSheet, show, sign, signing::Signing};
use crate::{
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::{
        case_band::{reference, root},
        meetings::book::say,
    },
    posted::Posted,
    session::{Visit, page_with, see_other},
    words,
};

#[derive(Template)]
#[template(path = "pages/plan/own.html")]
struct OwnPage {
    frame: Frame,
    title: String,
    pdf: String,
    pupil: String,
    agreed: AgreedSheet,
    signing: Signing,
    action: String,
    may_sign: bool,
    may_record: bool,
    state: FormState,
}

/// The copy.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(path): Path<String>) -> Result<Response, Failure> {
    let fetched = show::look(&visit, &reference(&path)?).await?;
    draw(&visit, StatusCode::OK, &fetched, FormState::new())
}

/// Signs it.
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
        shown: sign::shown(&posted)?,
        name: posted.trimmed("name").to_owned(),
    };
    let mut state = posted.state(&[]);
    match visit.execute(sign).await {
        Ok(done) => Ok(see_other(
            &here(&visit, &reference),
            Some(sign::after(done)),
        )),
        Err(Failure::Rejected(reasons)) => {
            say(&mut state, reasons);
            let fetched = show::look(&visit, &reference).await?;
            draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, &fetched, state)
        }
        Err(other) => Err(other),
    }
}

fn here(visit: &Visit, reference: &ProgrammeRef) -> String {
    let me = visit.actor().identity();
    let pupil = me.is_some_and(|me| me.kind == AccountKind::Pupil);
    let place = if pupil { "me" } else { "family" };
    format!("/{place}/plan/{}", reference.path())
}

fn draw(
    visit: &Visit,
    status: StatusCode,
    fetched: &Fetched<PlanView>,
    state: FormState,
) -> Result<Response, Failure> {
    let view = &fetched.answer;
    let agreed = view.agreed.as_ref().ok_or(Failure::NotFound)?.get();
    page_with(
        status,
        &OwnPage {
            frame: visit
                .frame(format!("Plan, {}", view.reference))
                .problems(state.summary()),
            title: format!("{} support plan", words::possessive(&view.pupil)),
            pdf: format!("{}/plan.pdf", root(&view.reference)),
            pupil: view.pupil.clone(),
            agreed: AgreedSheet::of(agreed, &view.pupil),
            signing: Signing::of(agreed),
            action: here(visit, &view.reference),
            may_sign: fetched.may.has(Action::Sign),
            may_record: false,
            state,
        },
    )
}
