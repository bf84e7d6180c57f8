//! The addresses of meetings and plans.

use app::action::Action;

use super::{
    Needs::{self, Leave},
    Route, get, post,
};
use crate::pages::{meetings, plan};

pub(super) fn all() -> Vec<Route> {
    let mut all = of_meetings();
    all.extend(of_writing());
    all.extend(of_signing());
    all
}

const DRAFT: Needs = Leave(Action::DraftPlan);
const VIEW: Needs = Leave(Action::ViewPlan);
const SIGN: Needs = Leave(Action::Sign);
const OTHERS: Needs = Leave(Action::RecordSignature);
const BOOK: Needs = Leave(Action::BookMeeting);

fn of_meetings() -> Vec<Route> {
    let (view, record) = (Leave(Action::ViewMeetings), Leave(Action::RecordMeeting));
    let cancel = Leave(Action::CancelMeeting);
    let one = "/programmes/{reference}/meetings/{meeting}";
    vec![
        get(
            "/programmes/{reference}/meetings",
            view,
            meetings::index::get,
        ),
        get(
            "/programmes/{reference}/meetings/book",
            BOOK,
            meetings::book::get,
        ),
        post(
            "/programmes/{reference}/meetings/book",
            BOOK,
            meetings::book::post,
        ),
        get(one, view, meetings::show::get),
        post(one, record, meetings::show::post),
        post(
            "/programmes/{reference}/meetings/{meeting}/cancel",
            cancel,
            meetings::show::cancel,
        ),
    ]
}

fn of_writing() -> Vec<Route> {
    let (agree, amend) = (Leave(Action::AgreePlan), Leave(Action::AmendPlan));
    let print = Leave(Action::PrintPlan);
    vec![
        get("/programmes/{reference}/plan", VIEW, plan::show::get),
        post(
            "/programmes/{reference}/plan/read",
            Leave(Action::AcknowledgeCard),
            plan::card::post,
        ),
        post(
            "/programmes/{reference}/plan/agree",
            agree,
            plan::show::agree,
        ),
        post(
            "/programmes/{reference}/plan/change",
            amend,
            plan::show::change,
        ),
        get(
            "/programmes/{reference}/plan/versions",
            VIEW,
            plan::versions::get,
        ),
        get(
            "/programmes/{reference}/plan.pdf",
            print,
            plan::print::newest,
        ),
        get(
            "/programmes/{reference}/plan/versions/{version}/plan.pdf",
            print,
            plan::print::version,
        ),
        get(
            "/programmes/{reference}/plan/targets/new",
            DRAFT,
            plan::write::new,
        ),
        get(
            "/programmes/{reference}/plan/targets/{target}",
            DRAFT,
            plan::write::get,
        ),
        post(
            "/programmes/{reference}/plan/targets",
            DRAFT,
            plan::write::post,
        ),
        get(
            "/programmes/{reference}/plan/promises/new",
            DRAFT,
            plan::promise::new,
        ),
        get(
            "/programmes/{reference}/plan/promises/{promise}",
            DRAFT,
            plan::promise::get,
        ),
        post(
            "/programmes/{reference}/plan/promises",
            DRAFT,
            plan::promise::post,
        ),
        get(
            "/programmes/{reference}/plan/arrangements",
            DRAFT,
            plan::arrangements::get,
        ),
        post(
            "/programmes/{reference}/plan/arrangements",
            DRAFT,
            plan::arrangements::post,
        ),
    ]
}

fn of_signing() -> Vec<Route> {
    let other = "/programmes/{reference}/plan/sign/{person}";
    vec![
        get("/programmes/{reference}/plan/sign", VIEW, plan::sign::get),
        post("/programmes/{reference}/plan/sign", SIGN, plan::sign::post),
        get(other, OTHERS, plan::sign::answer),
        post(other, OTHERS, plan::sign::record),
        get("/family/plan/{reference}", VIEW, plan::own::get),
        post("/family/plan/{reference}", SIGN, plan::own::post),
        get("/me/plan/{reference}", VIEW, plan::own::get),
        post("/me/plan/{reference}", SIGN, plan::own::post),
    ]
}
