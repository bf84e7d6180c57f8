//! What must come back, from the table of permissions and from who may know
//! that a programme is there. Written apart from the program's own decision,
//! so that a slip in one shows against the other.

use app::{
    action::Action,
    policy::{Facts, Own, Place, rule},
    reading::readings,
};
use axum::http::Method;
use domain::{
    account::{CaseRole as C, CaseRoles, SchoolRole as S, SchoolRoles},
    programme::StageName as G,
    sealed::Reading,
};
use web::routes::{Needs, Route};

use super::people::Is;

/// What must come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// The page is open to anyone.
    Anyone,
    /// Sign in first.
    SignIn,
    /// There is no such thing.
    NotFound,
    /// It is there, and not for them to do.
    NotAllowed,
    /// Signed in is enough to be heard; what there is depends on what is theirs.
    Inside,
    /// Come in.
    In,
    /// Come in to look: an address of several forms asks for leave to look, and
    /// each form's own verb asks again.
    Looks,
}

fn facts(who: Is, stage: G) -> Facts {
    let (school, case, own) = match who {
        // The school's SENCO takes part from the start, for this pupil has needs.
        Is::InSchool(S::Senco) if ![G::Draft, G::Referred].contains(&stage) => {
            let part = CaseRoles::of(&[C::Senco]);
            (SchoolRoles::of(&[S::Senco]), part, Own::Others)
        }
        Is::InSchool(role) => (SchoolRoles::of(&[role]), CaseRoles::NONE, Own::Others),
        Is::InCase(role) => (SchoolRoles::NONE, CaseRoles::of(&[role]), Own::Others),
        Is::Author => (
            SchoolRoles::of(&[S::HeadOfYear]),
            CaseRoles::NONE,
            Own::Mine,
        ),
        Is::Stranger | Is::Gone | Is::Elsewhere => {
            (SchoolRoles::NONE, CaseRoles::NONE, Own::Others)
        }
    };
    Facts {
        school,
        case,
        own,
        stage: Some(stage),
    }
}

/// Who may know that the programme is there, place by place.
#[expect(
    clippy::match_same_arms,
    reason = "a table: one line for each kind of person"
)]
fn knows_of_it(who: Is, stage: G) -> bool {
    let before_home_hears = [G::Draft, G::Referred, G::Declined].contains(&stage);
    match who {
        Is::Stranger | Is::Gone | Is::Elsewhere => false,
        Is::Author => true,
        Is::InCase(C::Parent | C::Carer | C::Pupil) => !before_home_hears,
        Is::InCase(_) => true,
        Is::InSchool(S::Head | S::Dsl | S::Senco) => stage != G::Draft,
        Is::InSchool(S::Coordinator) => stage == G::Referred,
        Is::InSchool(S::Office) => !before_home_hears,
        Is::InSchool(_) => false,
    }
}

/// What the pupil's own questions are to somebody: theirs, known, or hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ask {
    Theirs,
    Known,
    Hidden,
}

#[expect(
    clippy::match_same_arms,
    reason = "a table: one line for each kind of person"
)]
fn ask_is(who: Is, stage: G) -> Ask {
    match who {
        Is::InCase(C::Pupil) => Ask::Theirs,
        Is::InCase(C::Parent | C::Carer) => Ask::Hidden,
        Is::InCase(
            C::Agency | C::LocalAuthority | C::Outreach | C::SocialWorker | C::VirtualSchool,
        ) => Ask::Hidden,
        _ => {
            let all = readings(&facts(who, stage));
            match all.get("D04") {
                Some(Reading::Full | Reading::Part(_)) => Ask::Known,
                _ => Ask::Hidden,
            }
        }
    }
}

/// What must come back for a route.
pub fn want(route: &Route, who: Is, stage: G) -> Want {
    let action = match route.needs {
        Needs::Nothing => return Want::Anyone,
        _ if matches!(who, Is::Stranger | Is::Gone) => return Want::SignIn,
        Needs::SignedIn => return Want::Inside,
        Needs::Leave(action) => action,
        Needs::Either(one, other) => {
            return match by(one, route, who, stage) {
                Want::In => Want::In,
                _ => by(other, route, who, stage),
            };
        }
    };
    by(action, route, who, stage)
}

fn by(action: Action, route: &Route, who: Is, stage: G) -> Want {
    let of_school = ["{import}", "{feed}", "{pupil}"];
    let is_one = of_school.iter().any(|part| route.path.contains(part));
    let of_another = is_one && who == Is::Elsewhere;
    if of_another && route.method == Method::GET {
        return Want::NotFound;
    }
    // The pages of the moves too: each is for whoever may make that move.
    let moves = route.path.contains("/moves");
    let looks = (moves || route.method == Method::POST) && action.code().starts_with("view_");
    let unread = shows_the_plan(route) && !reads_the_plan(route, who, stage)
        || own_copy(route).is_some_and(|document| !reads_whole(document, who, stage));
    match rule(action).place {
        Place::OwnAccount => Want::In,
        Place::School => in_school(action, who),
        // A document is there for whoever reads it, and for nobody else.
        Place::Programme if route.path.contains("{document}") => {
            if knows_of_it(who, stage) && reads_the_page(who, stage) {
                Want::In
            } else {
                Want::NotFound
            }
        }
        Place::Programme => {
            let about_an_ask = route.path.contains("{ask}");
            match in_programme(action, who, stage, about_an_ask) {
                Want::In if unread => Want::NotFound,
                Want::In if looks => Want::Looks,
                other => other,
            }
        }
        Place::Outside | Place::Clock => Want::NotFound,
    }
}

/// Pages that are the plan itself, or its history.
fn shows_the_plan(route: &Route) -> bool {
    let own = route.path.ends_with("/plan/{reference}");
    route.method == Method::GET
        && (own
            || ["/plan/sign", "/plan/versions", "/plan.pdf"]
                .iter()
                .any(|end| route.path.ends_with(end)))
}

/// The document that somebody's own copy of a review or an ending is.
fn own_copy(route: &Route) -> Option<&'static str> {
    let ends = |end: &str| route.path.ends_with(end);
    match () {
        () if ends("/review/{reference}") => Some("D33"),
        () if ends("/ending/{reference}") => Some("D34"),
        () => None,
    }
}

/// Whether somebody reads the page about the pupil that the walk has written.
/// People from outside read what was shared with them, and nothing was.
fn reads_the_page(who: Is, stage: G) -> bool {
    let facts = facts(who, stage);
    let read = readings(&facts).get("D13").copied();
    !facts.case.has_any(CaseRoles::OUTSIDE)
        && matches!(read, Some(Reading::Full | Reading::Part(_)))
}

fn reads_whole(document: &str, who: Is, stage: G) -> bool {
    readings(&facts(who, stage)).get(document) == Some(&Reading::Full)
}

/// The reading matrix: the card of a plan is no history of it.
fn reads_the_plan(route: &Route, who: Is, stage: G) -> bool {
    let all = readings(&facts(who, stage));
    match all.get("D29") {
        Some(Reading::Full) => true,
        Some(Reading::Part(_)) => !route.path.ends_with("/plan/versions"),
        _ => false,
    }
}

fn in_school(action: Action, who: Is) -> Want {
    let may = match who {
        Is::InSchool(role) => rule(action).school.has(role),
        Is::Author => rule(action).school.has(S::HeadOfYear),
        Is::Elsewhere => rule(action).school.has(S::Coordinator),
        Is::Stranger | Is::Gone | Is::InCase(_) => false,
    };
    if may { Want::In } else { Want::NotAllowed }
}

fn in_programme(action: Action, who: Is, stage: G, about_an_ask: bool) -> Want {
    if !knows_of_it(who, stage) {
        return Want::NotFound;
    }
    let mut facts = facts(who, stage);
    if about_an_ask {
        facts.own = match ask_is(who, stage) {
            Ask::Hidden => return Want::NotFound,
            Ask::Theirs => Own::Mine,
            Ask::Known => Own::Others,
        };
    }
    let rule = rule(action);
    let theirs = facts.school.has_any(rule.school)
        || facts.case.has_any(rule.case)
        || rule.own == Own::Mine && facts.own == Own::Mine;
    let in_time = rule.stages.is_empty() || rule.stages.contains(&stage);
    if theirs && in_time {
        Want::In
    } else {
        Want::NotAllowed
    }
}
