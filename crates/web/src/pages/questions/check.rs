//! Looking over the answers before they are sent.

use app::gathering::fill::Sitting;
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::id::AskId;
use forms::{
    Journey, Step,
    summary::{self, Audience},
};

use super::{
    field,
    page::{REVISION, onward},
    way::{self, Hand, Way},
};
use crate::{
    components::{Hidden, Phrase, SummaryList},
    failure::Failure,
    layout::{Corner, Frame},
    posted::Posted,
    session::{Visit, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/questions/check.html")]
struct CheckPage {
    frame: Frame,
    way: Way,
    parts: Vec<(String, SummaryList)>,
    skipped: usize,
    revision: Hidden,
    later: String,
    clash: bool,
}

impl CheckPage {
    fn skipped_words(&self) -> Option<String> {
        let words = crate::words::count(self.skipped, "question", "questions");
        (self.skipped > 0).then(|| format!("You skipped {words}. That is fine."))
    }
}

/// The answers, by part.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(ask): Path<String>) -> Result<Response, Failure> {
    let ask = super::ask(&ask)?;
    let (sitting, hand) = way::view(&visit, ask).await?;
    let way = Way::of(&visit);
    if sitting.here() != Step::Check {
        return Ok(see_other(&onward(way, ask, &sitting), None));
    }
    draw(&visit, (ask, hand), &sitting, StatusCode::OK)
}

/// Sends them.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(ask): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let ask = super::ask(&ask)?;
    let (sitting, hand) = way::view(&visit, ask).await?;
    let revision = posted.value(REVISION).parse().unwrap_or_default();
    match way::send(&visit, hand, ask, revision).await {
        Ok(()) => {
            let base = Way::of(&visit).base(ask);
            Ok(see_other(&format!("{base}/sent"), None))
        }
        Err(Failure::Conflict) => draw(&visit, (ask, hand), &sitting, StatusCode::CONFLICT),
        Err(other) => Err(other),
    }
}

fn draw(
    visit: &Visit,
    (ask, hand): (AskId, Hand),
    sitting: &Sitting,
    status: StatusCode,
) -> Result<Response, Failure> {
    let (form, names, way) = (&sitting.form, &sitting.names, Way::of(visit));
    let mut parts: Vec<(String, SummaryList)> = Vec::new();
    for row in summary::rows(form, &sitting.answers, Audience::Author, names) {
        let share = row
            .share
            .and_then(|share| field::share_words(form, share, names));
        let said = super::said(&row.said);
        let said = match share {
            Some(share) => said.new_line().quiet(format!("For: {share}")),
            None => said,
        };
        let href = way.step(ask, Step::Page(row.page));
        let add = |list: SummaryList| {
            list.row(&row.asked, Phrase::from(&said))
                .action("Change", &href, &row.asked)
        };
        match parts.last_mut() {
            Some((name, list)) if *name == row.part => *list = add(std::mem::take(list)),
            _ => parts.push((row.part.clone(), add(SummaryList::new()))),
        }
    }
    let journey = Journey::walk(form, &sitting.answers);
    let back = journey.previous(Step::Check);
    let back = back.map_or_else(|| way.base(ask), |page| way.step(ask, Step::Page(page)));
    let look = way.look(hand, sitting);
    let mut frame = look.frame(visit, "Look over your answers", &names.pupil);
    frame.home = way.later(hand, sitting);
    if hand == Hand::Scribe {
        frame.corner = Corner::Empty;
    }
    let page = CheckPage {
        frame: frame.back(back),
        parts,
        skipped: journey.skipped(&sitting.answers).len(),
        revision: Hidden::new(REVISION, sitting.revision),
        later: way.later(hand, sitting),
        clash: status == StatusCode::CONFLICT,
        way: look,
    };
    page_with(status, &page)
}
