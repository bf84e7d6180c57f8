//! The addresses of gathering: what is asked, of whom, and what came in.

use app::action::Action;

use super::{
    Needs::{self, Either, Leave, SignedIn},
    Route, get, places, post,
};
use crate::pages::{documents, homes, information, questions, told};

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
        get(
            "/programmes/{reference}/documents/{document}",
            Leave(Action::ReadAnswers),
            documents::show::get,
        ),
        get(
            "/family/documents/{reference}/{document}",
            Leave(Action::ReadAnswers),
            documents::show::get,
        ),
        get(
            "/me/documents/{reference}/{document}",
            Leave(Action::ReadAnswers),
            documents::show::get,
        ),
        post(
            "/questions/{ask}",
            Leave(Action::ScribeForm),
            questions::start::post,
        ),
    ];
    all.extend(papers("/programmes/{reference}/documents"));
    all.extend(papers("/family/documents/{reference}"));
    all.extend(papers("/me/documents/{reference}"));
    all.extend(told());
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

/// The documents of one programme: the list, beginning one, and reading one.
fn papers(list: &'static str) -> [Route; 2] {
    [
        get(list, Leave(Action::ViewDocuments), documents::index::get),
        post(list, Leave(Action::BeginDocument), documents::index::post),
    ]
}

/// What everyone told, in each reader's copy.
fn told() -> [Route; 6] {
    let (view, note) = (Leave(Action::ViewTold), Leave(Action::NoteTold));
    [
        get("/programmes/{reference}/told", view, told::show::get),
        get("/programmes/{reference}/told/edit", note, told::edit::get),
        post("/programmes/{reference}/told/edit", note, told::edit::post),
        get(
            "/programmes/{reference}/told/{person}",
            note,
            told::show::copy,
        ),
        get("/family/told/{reference}", view, told::show::get),
        get("/me/told/{reference}", view, told::show::get),
    ]
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
