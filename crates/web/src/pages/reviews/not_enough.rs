//! `/programmes/{ref}/not-enough`: when the plan may not be enough. At any week
//! it is read in order: talk to home, what was tried, what else could help, ask
//! the council. After the judgement the next step is chosen and handed over.

mod read;

use std::ops::ControlFlow;

use app::{
    Fetched,
    action::Action,
    reviews::{
        after::{ChooseOption, CloseEscalation},
        not_enough_view::{NotEnough, NotEnoughView},
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::programme::{ProgrammeRef, StageName};

use self::read::{council, full, home, talked, too_soon, tried, ways};
use super::{came_of, case_of, frame, reference, status};
use crate::{
    components::{Banner, Button, CaseHeader, DateInput, Inset, Radios, Tag, Textarea},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::{
        case_band::day,
        programmes::header::{path, titled},
    },
    posted::Posted,
    session::{Visit, page_with},
    words,
};

#[derive(Template)]
#[template(path = "pages/reviews/not_enough.html")]
struct NotEnoughPage {
    frame: Frame,
    case: CaseHeader,
    clash: Option<Banner>,
    pupil: String,
    action: String,
    home: Home,
    tried: Vec<Line>,
    too_soon: Option<Inset>,
    talked: Vec<(String, String)>,
    chosen: Vec<(String, String)>,
    choose: Option<(Radios, Textarea)>,
    council: String,
    council_done: Option<Tag>,
    close: Option<DateInput>,
    ways: Vec<Button>,
}

impl NotEnoughPage {
    /// Whether anybody said anything about the help, so that the column is not bare.
    fn has_said(&self) -> bool {
        self.tried.iter().any(|line| !line.why.is_empty())
    }
}

/// Whether somebody at home was reached.
struct Home {
    words: String,
    tag: Option<Tag>,
    button: Option<Button>,
}

/// One promise, and whether it happened.
struct Line {
    help: String,
    who: String,
    happened: String,
    short: bool,
    why: String,
}

fn view(reference: &ProgrammeRef) -> NotEnoughView {
    NotEnoughView {
        reference: reference.clone(),
    }
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(raw): Path<String>) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let fetched = visit.fetch(view(&reference)).await?;
    draw(&visit, &reference, &fetched, &FormState::new(), None).await
}

/// Chooses a next step, or hands over.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(raw): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let wanted = reference(&raw)?;
    let reference = wanted.clone();
    let here = format!("{}/not-enough", path(&wanted));
    let done = match posted.value("form") {
        "choose" => {
            let choose = ChooseOption {
                reference,
                option: posted.value("option").to_owned(),
                why: posted.value("option-why").to_owned(),
            };
            let done = visit.execute(choose).await;
            done.map(|()| (here, "It is chosen."))
        }
        "close" => {
            let handed_over = day(&posted, "handed-over");
            let close = CloseEscalation {
                reference,
                handed_over,
            };
            let done = visit.execute(close).await;
            done.map(|()| {
                (
                    path(&wanted),
                    "It is handed over. The programme can now only be read.",
                )
            })
        }
        _ => return Err(Failure::BadForm),
    };
    let mut state = posted.state(&[]);
    let clash = match came_of(done, &mut state)? {
        ControlFlow::Break(led) => return Ok(led),
        ControlFlow::Continue(clash) => clash,
    };
    let fetched = visit.fetch(view(&wanted)).await?;
    draw(&visit, &wanted, &fetched, &state, clash).await
}

async fn draw(
    visit: &Visit,
    reference: &ProgrammeRef,
    fetched: &Fetched<NotEnough>,
    state: &FormState,
    clash: Option<Banner>,
) -> Result<Response, Failure> {
    let (shown, may) = (&fetched.answer, fetched.may);
    let case = case_of(visit, reference).await?;
    let base = path(reference);
    let title = "When the plan isn’t enough";
    let status = status(state, clash.as_ref());
    let at = if shown.stage == StageName::Escalation {
        "What next"
    } else {
        "Meetings"
    };
    let choose = may.has(Action::ChooseOption).then(|| {
        let options = shown.options.iter().map(|one| (one.code(), one.label()));
        let radios = state
            .radios("option", "Choose what you will do")
            .strong()
            .compact();
        let why = state
            .textarea("option-why", "Why?")
            .strong()
            .rows(2)
            .at_most(300);
        (radios.options(options), why)
    });
    let closes = may.has(Action::CloseEscalation) && !shown.chosen.is_empty();
    let page = NotEnoughPage {
        frame: frame(visit, title, reference, state),
        case: titled(&case.answer, case.may, at, title),
        clash,
        pupil: shown.pupil.clone(),
        action: format!("{base}/not-enough"),
        home: home(shown, may.has(Action::RecordNote), &base),
        tried: tried(shown),
        too_soon: too_soon(shown),
        talked: talked(shown),
        chosen: shown
            .chosen
            .iter()
            .map(|row| {
                let on = words::long_date(row.on);
                (
                    row.option.label().to_owned(),
                    format!("{} Chosen on {on}.", full(&row.why)),
                )
            })
            .collect(),
        choose,
        council: council(shown),
        council_done: shown.council.map(|_| Tag::done("Noted")),
        close: closes.then(|| {
            let ask = "When was it handed over?";
            state
                .date_input("handed-over", ask)
                .strong()
                .hint("Such as 12 1 2027")
        }),
        ways: ways(shown, may, &base),
    };
    page_with(status, &page)
}
