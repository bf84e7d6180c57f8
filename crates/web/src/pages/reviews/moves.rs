//! `/programmes/{ref}/moves` and a page for each: what stops, starts, lengthens
//! or ends a programme. A page shows the form to those who may, and says to
//! others whom to ask.

mod forms;
mod which;

use std::ops::ControlFlow;

use app::{
    Fetched,
    reviews::{
        concern::RaiseConcern,
        correct::CorrectStage,
        finish::{BringFinalForward, Extend},
        leave::{Transfer, Withdraw},
        moves_view::{MovesShown, MovesView},
        pause::{Pause, Resume},
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::programme::ProgrammeRef;

use self::which::Which;
use super::{came_of, case_of, frame, reference, status};
use crate::{
    components::{Banner, Button, CaseHeader, Markup},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::{
        case_band::day,
        programmes::header::{path, titled},
    },
    posted::Posted,
    session::{Visit, page, page_with},
    words,
};

#[derive(Template)]
#[template(path = "pages/reviews/moves.html")]
struct MovesPage {
    frame: Frame,
    case: CaseHeader,
    /// What this person can do: where, its name, and what it means.
    yours: Vec<(String, &'static str, &'static str)>,
    /// What others can do, and whom to ask.
    others: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "pages/reviews/move.html")]
struct MovePage {
    frame: Frame,
    case: CaseHeader,
    clash: Option<Banner>,
    action: String,
    lead: String,
    /// What it brings with it, a line each.
    brings: Vec<String>,
    body: Markup,
    button: Button,
    back: String,
}

fn view(reference: &ProgrammeRef) -> MovesView {
    MovesView {
        reference: reference.clone(),
    }
}

/// The list of what can be done.
///
/// # Errors
/// [`Failure`].
pub async fn index(visit: Visit, Path(raw): Path<String>) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let fetched = visit.fetch(view(&reference)).await?;
    let case = case_of(&visit, &reference).await?;
    let base = format!("{}/moves", path(&reference));
    let now = || Which::ALL.iter().filter(|one| one.fits(&fetched.answer));
    let yours: Vec<_> = now()
        .filter(|one| fetched.may.has(one.action()))
        .map(|one| (format!("{base}/{}", one.slug()), one.title(), one.means()))
        .collect();
    let others = now()
        .filter(|one| !fetched.may.has(one.action()))
        .map(|one| (one.title(), app::policy::who_can(one.action())))
        .collect();
    if yours.is_empty() {
        needs_a_part(&fetched)?;
    }
    let title = "Pause, change or end";
    page(&MovesPage {
        frame: frame(&visit, title, &reference, &FormState::new()),
        case: titled(&case.answer, case.may, "Overview", title),
        yours,
        others,
    })
}

/// The list is for those who run the programme, or see to it that it is run.
fn needs_a_part(fetched: &Fetched<MovesShown>) -> Result<(), Failure> {
    if fetched.may.has(app::action::Action::ViewEvidence) {
        return Ok(());
    }
    let who_can = app::policy::who_can(app::action::Action::Pause);
    Err(Failure::NotAllowed { who_can })
}

/// The form of one.
///
/// # Errors
/// [`Failure`].
pub async fn get(
    visit: Visit,
    Path((raw, slug)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let (reference, which) = (reference(&raw)?, Which::read(&slug)?);
    draw(&visit, &reference, which, &FormState::new(), None).await
}

/// Does it.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path((raw, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let (reference, which) = (reference(&raw)?, Which::read(&slug)?);
    let mut state = posted.state(&[]);
    let led = done(&visit, &reference, which, &posted).await;
    let led = led.map(|(end, words)| (format!("{}{end}", path(&reference)), words));
    let clash = match came_of(led, &mut state)? {
        ControlFlow::Break(led) => return Ok(led),
        ControlFlow::Continue(clash) => clash,
    };
    draw(&visit, &reference, which, &state, clash).await
}

/// Where to go from there, and what to say.
async fn done(
    visit: &Visit,
    wanted: &ProgrammeRef,
    which: Which,
    form: &Posted,
) -> Result<(&'static str, String), Failure> {
    let typed = |field: &str| form.value(field).to_owned();
    let reference = wanted.clone();
    Ok(match which {
        Which::Concern => {
            let why = typed("concern-why");
            visit.execute(RaiseConcern { reference, why }).await?;
            (
                "",
                "The concern is open. Contact the family within two school days.".into(),
            )
        }
        Which::Pause => {
            let pause = Pause {
                reference,
                reason: typed("pause-reason"),
                why: typed("pause-why"),
                expected: day(form, "pause-expected"),
                other: typed("other"),
            };
            visit.execute(pause).await?;
            (
                "",
                "The clock has stopped. Days from today do not count.".into(),
            )
        }
        Which::Resume => {
            let ends = visit.execute(Resume { reference }).await?;
            let day = words::long_date_with_year(ends);
            (
                "",
                format!("The clock runs again. The planned end is {day}."),
            )
        }
        Which::Final => {
            let why = typed("final-why");
            visit.execute(BringFinalForward { reference, why }).await?;
            (
                "/meetings/final/outcome",
                "The final meeting is due. Write how it ended.".into(),
            )
        }
        Which::Extend => {
            let extend = Extend {
                reference,
                weeks: typed("weeks"),
                why: typed("extend-why"),
                family_told: day(form, "extend-told"),
            };
            let ends = visit.execute(extend).await?;
            let day = words::long_date_with_year(ends);
            (
                "",
                format!("The programme is longer. The planned end is now {day}."),
            )
        }
        Which::Transfer => {
            let transfer = Transfer {
                reference,
                reason: typed("transfer-reason"),
                to: typed("transfer-to"),
            };
            visit.execute(transfer).await?;
            ("", "The programme is closed. Hand over the record.".into())
        }
        Which::Withdraw => {
            let withdraw = Withdraw {
                reference,
                reason: typed("withdraw-reason"),
                why: typed("withdraw-why"),
            };
            visit.execute(withdraw).await?;
            (
                "",
                "The programme is stopped. Tell the family and everyone who helped.".into(),
            )
        }
        Which::Correct => {
            let correct = CorrectStage {
                reference,
                to: typed("correct-to"),
                why: typed("correct-why"),
                other: typed("other"),
            };
            let stage = visit.execute(correct).await?;
            let words = format!("Put right. The programme is back at “{}”.", stage.label());
            ("", words)
        }
    })
}

async fn draw(
    visit: &Visit,
    reference: &ProgrammeRef,
    which: Which,
    state: &FormState,
    clash: Option<Banner>,
) -> Result<Response, Failure> {
    let fetched = visit.fetch(view(reference)).await?;
    if !fetched.may.has(which.action()) || !which.fits(&fetched.answer) {
        return Err(Failure::NotAllowed {
            who_can: which.not_now(&fetched.answer),
        });
    }
    let case = case_of(visit, reference).await?;
    let base = path(reference);
    let (title, status) = (which.title(), status(state, clash.as_ref()));
    let form = forms::form(which, &fetched.answer, visit, state);
    let page = MovePage {
        frame: frame(visit, title, reference, state),
        case: titled(&case.answer, case.may, "Overview", title),
        clash,
        action: format!("{base}/moves/{}", which.slug()),
        lead: form.lead,
        brings: form.brings,
        body: form.body,
        button: form.button,
        back: base,
    };
    page_with(status, &page)
}
