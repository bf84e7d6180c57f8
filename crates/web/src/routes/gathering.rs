//! The addresses of gathering: what is asked, of whom, and what came in.

use app::action::Action;

use super::{
    Needs::{self, Either, Leave, SignedIn},
    Route, get, places, post,
};
use crate::pages::{homes, information, questions};

/// The addresses of one form: its start, looking over, its end, and each page.
macro_rules! questions {
    ($home:literal) => {
        [
            concat!($home, "/questions/{ask}"),
            concat!($home, "/questions/{ask}/check"),
            concat!($home, "/questions/{ask}/sent"),
            concat!($home, "/questions/{ask}/{page}"),
        ]
    };
}

/// Somebody's own copy of what the plan came to; the lens decides what it holds.
const OWN: Needs = Leave(Action::ViewPlan);

/// Every address of gathering, and the pages where people's days begin.
pub(super) fn routes() -> Vec<Route> {
    let mut all = vec![
        get(places::ME, SignedIn, homes::me::get),
        get(places::FAMILY, SignedIn, homes::family::get),
        get("/me/review/{reference}", OWN, homes::review::get),
        get("/family/review/{reference}", OWN, homes::review::get),
        get("/me/ending/{reference}", OWN, homes::ending::get),
        get("/family/ending/{reference}", OWN, homes::ending::get),
        get(places::OUTSIDE, SignedIn, homes::outside::get),
        get(places::ASKED, SignedIn, homes::asked::get),
        post("/asked/done", SignedIn, homes::asked::settle),
        get(
            "/programmes/{reference}/information",
            Leave(Action::ViewInformation),
            information::index::get,
        ),
        get(
            "/programmes/{reference}/information/asks/new",
            Leave(Action::ViewInformation),
            information::ask::get,
        ),
        post(
            "/programmes/{reference}/information/asks/new",
            Leave(Action::Ask),
            information::ask::post,
        ),
        get(
            "/programmes/{reference}/information/asks/{ask}",
            Leave(Action::ReadAnswers),
            information::show::get,
        ),
        post(
            "/programmes/{reference}/information/asks/{ask}",
            Leave(Action::WaiveAsk),
            information::show::waive,
        ),
        post(
            "/questions/{ask}",
            Leave(Action::ScribeForm),
            questions::start::post,
        ),
    ];
    let (own, send) = (Leave(Action::FillForm), Leave(Action::SendForm));
    all.extend(form(questions!("/me"), (own, send, send)));
    all.extend(form(questions!("/family"), (own, send, send)));
    // Staff fill in their own, and write down what others say.
    all.extend(form(
        questions!(""),
        (
            Either(Action::FillForm, Action::ScribeForm),
            Either(Action::SendForm, Action::ScribeForm),
            Leave(Action::ShareWithHome),
        ),
    ));
    all
}

/// One form's pages: the start, looking over, the end, and each page.
fn form(
    [start, check, sent, page]: [&'static str; 4],
    (fill, send, share): (Needs, Needs, Needs),
) -> Vec<Route> {
    vec![
        get(start, fill, questions::start::get),
        get(check, fill, questions::check::get),
        post(check, send, questions::check::post),
        get(sent, fill, questions::sent::get),
        post(sent, share, questions::sent::share),
        get(page, fill, questions::page::get),
        post(page, fill, questions::page::post),
    ]
}
