//! Every address on one page, as data: method, path, what it needs, and what
//! answers. The router is built from this list and from nothing else, so the
//! tests that walk the list have walked the program.

mod check_ins;
mod feeds;
mod gathering;
mod imports;
pub mod places;
mod plans;
mod reviews;
mod roll;
mod settings;
mod starting;

use app::action::Action;
use axum::{
    Router,
    extract::DefaultBodyLimit,
    handler::Handler,
    http::Method,
    middleware,
    routing::{MethodFilter, MethodRouter, on},
};

use crate::{pages, session, site::Site};

/// What an address asks of whoever comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nothing: open to anyone, and shows nobody's data.
    Nothing,
    /// To be signed in; what more is decided inside by each verb.
    SignedIn,
    /// To be signed in and allowed to do this by the policy.
    Leave(Action),
    /// To be signed in and allowed the one or the other: to fill in a form of
    /// one's own, or to write it down for somebody.
    Either(Action, Action),
}

impl Needs {
    /// What the policy is asked about, before the form is read.
    const fn leave(self) -> Option<(Action, Option<Action>)> {
        match self {
            Self::Nothing | Self::SignedIn => None,
            Self::Leave(action) => Some((action, None)),
            Self::Either(one, other) => Some((one, Some(other))),
        }
    }
}

/// One address.
pub struct Route {
    /// Get or post.
    pub method: Method,
    /// The path, with `{names}` for its changing parts.
    pub path: &'static str,
    /// What it asks.
    pub needs: Needs,
    /// The largest body it takes, in bytes.
    pub most: usize,
    answers: MethodRouter<Site>,
}

impl std::fmt::Debug for Route {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} ({:?})", self.method, self.path, self.needs)
    }
}

/// A form's words: 2 MiB is more than anybody types.
const FORM: usize = 2 * 1024 * 1024;
/// A file from the school's own system.
const FILE: usize = crate::uploaded::LARGEST;

fn get<H: Handler<T, Site>, T: 'static>(path: &'static str, needs: Needs, handler: H) -> Route {
    Route {
        method: Method::GET,
        path,
        needs,
        most: 0,
        answers: on(MethodFilter::GET, handler),
    }
}

fn post<H: Handler<T, Site>, T: 'static>(path: &'static str, needs: Needs, handler: H) -> Route {
    Route {
        method: Method::POST,
        path,
        needs,
        most: FORM,
        answers: on(MethodFilter::POST, handler),
    }
}

impl Route {
    fn takes_a_file(mut self) -> Self {
        self.most = FILE;
        self
    }
}

/// Every address, grouped by who it is for.
pub fn all() -> Vec<Route> {
    use Needs::{Leave, Nothing, SignedIn};
    let mut all = vec![
        // Everyone
        get("/", Nothing, pages::home::get),
        get("/sign-in", Nothing, pages::sign_in::get),
        post("/sign-in", Nothing, pages::sign_in::post),
        post("/sign-out", SignedIn, pages::sign_out::post),
        post("/session/stay", SignedIn, pages::stay::post),
        get("/setup/{token}", Nothing, pages::setup::get),
        post("/setup/{token}", Nothing, pages::setup::post),
        get("/invitations/{token}", Nothing, pages::invitation::get),
        post("/invitations/{token}", Nothing, pages::invitation::post),
        get("/help", Nothing, pages::about::help),
        get("/who-sees-what", Nothing, pages::about::who_sees_what),
        get("/accessibility", Nothing, pages::about::accessibility),
        // One's own account
        get("/account", Leave(Action::ViewAccount), pages::account::get),
        post(
            "/account/password",
            Leave(Action::ChangePassword),
            pages::account::post,
        ),
        // Every day
        get(
            places::TODAY,
            Leave(Action::ViewToday),
            pages::today_page::get,
        ),
        get(
            places::REPORTS_NOW,
            Leave(Action::ViewReportsNow),
            pages::reports::lesson::now,
        ),
        get(
            "/reports/{date}/{period}",
            Leave(Action::ViewReportsNow),
            pages::reports::lesson::get,
        ),
        post(
            "/reports/{reference}/{date}/{period}/tick",
            Leave(Action::Rate),
            pages::reports::lesson::rate,
        ),
        post(
            "/reports/{reference}/{date}/{period}/away",
            Leave(Action::Rate),
            pages::reports::lesson::away,
        ),
        post(
            "/reports/{reference}/{date}/{period}/good-news",
            Leave(Action::RecordNote),
            pages::reports::lesson::good_news,
        ),
        get(
            "/programmes/{reference}",
            Leave(Action::ViewProgramme),
            pages::programmes::case_page::get,
        ),
        get(
            "/programmes/{reference}/record",
            Leave(Action::RecordNote),
            pages::programmes::record::get,
        ),
        post(
            "/programmes/{reference}/seen",
            Leave(Action::SeeMove),
            pages::programmes::seen::post,
        ),
        post(
            "/programmes/{reference}/reward",
            Leave(Action::RecordNote),
            pages::programmes::reward::post,
        ),
        post(
            "/reports/{reference}/{date}/{period}/reward",
            Leave(Action::RecordNote),
            pages::reports::lesson::reward,
        ),
        post(
            "/programmes/{reference}/done",
            Leave(Action::FinishTask),
            pages::programmes::done::post,
        ),
        post(
            "/programmes/{reference}/record",
            Leave(Action::RecordNote),
            pages::programmes::record::post,
        ),
        // The school
        get(
            places::SETTINGS,
            Leave(Action::ViewSettings),
            pages::settings::index::get,
        ),
        get(
            "/settings/terms",
            Leave(Action::ViewCalendar),
            pages::settings::terms::get,
        ),
        post(
            "/settings/terms",
            Leave(Action::ChangeSettings),
            pages::settings::terms::post,
        ),
        get(
            "/settings/people",
            Leave(Action::ViewPeople),
            pages::people::index::get,
        ),
        get(
            "/settings/people/invite",
            Leave(Action::InvitePerson),
            pages::people::invite::get,
        ),
        post(
            "/settings/people/invite",
            Leave(Action::InvitePerson),
            pages::people::invite::post,
        ),
        post(
            "/settings/people/{account}/again",
            Leave(Action::ReopenAccount),
            pages::people::again::post,
        ),
        post(
            "/settings/people/{account}/disable",
            Leave(Action::DisableAccount),
            pages::people::index::disable,
        ),
        post(
            "/settings/people/{account}/roles",
            Leave(Action::ChangeRoles),
            pages::people::index::roles,
        ),
    ];
    all.extend(plans::all());
    all.extend(check_ins::all());
    all.extend(gathering::routes());
    all.extend(starting::all());
    all.extend(imports::all());
    all.extend(feeds::all());
    all.extend(reviews::all());
    all.extend(roll::all());
    all.extend(settings::all());
    all
}

/// Builds the router from the list.
pub(crate) fn router() -> Router<Site> {
    all().into_iter().fold(Router::new(), |router, route| {
        let most = if route.most == 0 { FORM } else { route.most };
        let mut answers: MethodRouter<Site> = route.answers.layer(DefaultBodyLimit::max(most));
        if let (Some(leave), &Method::POST) = (route.needs.leave(), &route.method) {
            // Before the form is read: whoever may not send it hears nothing about it.
            answers = answers.layer(middleware::from_fn(move |on, request, next| {
                session::has_leave(leave, on, request, next)
            }));
        }
        if route.needs != Needs::Nothing {
            // Before the handler, so that a stranger learns nothing from how a path is read.
            answers = answers.layer(middleware::from_fn(session::signed_in));
        }
        router.route(route.path, answers)
    })
}
