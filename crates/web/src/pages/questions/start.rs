//! Where a form begins, and where one comes back to: the notice once, then
//! straight on to the same place. A scribe says first how they write it down.

use app::gathering::{Mode, fill::Sitting, scribe::BeginScribing};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::id::AskId;

use super::{
    page::onward,
    way::{self, Way},
};
use crate::{
    components::Button,
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    posted::Posted,
    session::{Visit, page, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/questions/start.html")]
struct StartPage {
    frame: Frame,
    way: Way,
    title: String,
    minutes: u16,
    notice: Vec<String>,
    start: Button,
}

#[derive(Template)]
#[template(path = "pages/questions/scribe.html")]
struct ScribePage {
    frame: Frame,
    state: FormState,
}

/// The beginning, or on to where one left off.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(ask): Path<String>) -> Result<Response, Failure> {
    let ask = super::ask(&ask)?;
    let way = Way::of(&visit);
    match way::open(&visit, ask).await {
        Ok((sitting, _)) if sitting.answers.is_empty() => begin(&visit, way, ask, &sitting),
        Ok((sitting, _)) => Ok(see_other(&onward(way, ask, &sitting), None)),
        Err(Failure::Rejected(_)) if way::sent(&visit, ask).await.is_ok() => {
            Ok(see_other(&format!("{}/sent", way.base(ask)), None))
        }
        Err(Failure::Rejected(_)) if way == Way::Staff => {
            scribe(&visit, StatusCode::OK, FormState::new())
        }
        Err(other) => Err(other),
    }
}

/// A scribe says how, and begins.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(ask): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let ask = super::ask(&ask)?;
    let mut state = posted.state(&[]);
    let Ok(mode) = posted.value("mode").parse::<Mode>() else {
        state.problem("mode", "Choose how you are writing it down");
        return scribe(&visit, StatusCode::UNPROCESSABLE_ENTITY, state);
    };
    match visit.execute(BeginScribing { ask, mode }).await {
        Ok(()) => Ok(see_other(&Way::of(&visit).base(ask), None)),
        Err(Failure::Rejected(reasons)) => {
            for reason in reasons {
                state.problem("mode", reason.words);
            }
            scribe(&visit, StatusCode::UNPROCESSABLE_ENTITY, state)
        }
        Err(other) => Err(other),
    }
}

fn begin(visit: &Visit, way: Way, ask: AskId, sitting: &Sitting) -> Result<Response, Failure> {
    let (form, names) = (&sitting.form, &sitting.names);
    let title = form.title.with(names);
    let notice = form.notice.iter().map(|line| line.with(names)).collect();
    page(&StartPage {
        frame: way.frame(visit, &title, &names.pupil).back(way.home()),
        minutes: form.minutes,
        start: Button::link("Start", onward(way, ask, sitting)),
        title,
        notice,
        way,
    })
}

fn scribe(visit: &Visit, status: StatusCode, state: FormState) -> Result<Response, Failure> {
    let frame = visit
        .frame("Write down what somebody says")
        .problems(state.summary());
    page_with(status, &ScribePage { frame, state })
}

impl ScribePage {
    fn modes() -> Vec<(&'static str, &'static str)> {
        Mode::ALL
            .iter()
            .map(|mode| (mode.code(), mode.label()))
            .collect()
    }
}
