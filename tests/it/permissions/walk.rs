//! The walk itself.

use std::collections::BTreeSet;

use axum::http::Method;
use testkit::Engine;
use web::routes::{self, Needs, Route};

use super::{
    book::Book,
    expected::{Want, want},
    people::Is,
    places::{House, Ids, Mould},
};
use crate::{
    knock::{Answer, knock},
    story::At,
};

/// What every form is sent with: real ids and plain words, under the names
/// that forms here use, so that nobody is turned away for an empty field.
pub fn fields(ids: &Ids) -> Vec<(&'static str, String)> {
    let written = |id: Option<String>| id.unwrap_or_default();
    vec![
        ("target", written(ids.target.map(|id| id.to_string()))),
        ("mode", "phone".into()),
        ("number", "1".into()),
        ("task", "agenda".into()),
        // Good news has the reference in its field's name: a page can hold several.
        ("wish", "taken".into()),
        ("good-kb26-001", "Stayed for the whole of art.".into()),
    ]
}

/// The path with the real ids in it; nothing when the place has no such thing.
pub fn path(route: &Route, ids: &Ids) -> Option<String> {
    let needs_a_plan = route.path.contains("/plan/sign")
        || route.path.contains("/plan/versions")
        || route.path.ends_with("/plan/{reference}");
    if needs_a_plan && ids.target.is_none() {
        return None;
    }
    let ask = if route.path.ends_with("/sent") {
        ids.sent
    } else {
        ids.ask
    };
    let part = |part: &str| -> Option<String> {
        Some(match part {
            "{reference}" | "{ref}" => ids.reference.to_lowercase(),
            "{ask}" => ask?.to_string(),
            "{document}" => ids.document?.to_string(),
            "{meeting}" => ids.meeting?.to_string(),
            "{paper}" => ids.paper?.to_string(),
            "{person}" if route.path.contains("/signing/") || route.path.contains("/told/") => {
                ids.home?.to_string()
            }
            "{target}" => ids.target?.to_string(),
            "{promise}" => ids.promise?.to_string(),
            "{person}" if route.path.ends_with("/invite") => ids.home?.to_string(),
            "{contact}" => ids.contact?.to_string(),
            "{person}" => ids.person?.to_string(),
            "{import}" => ids.import?.to_string(),
            "{feed}" => ids.feed?.to_string(),
            "{pupil}" => ids.pupil?.to_string(),
            "{value}" => "class".into(),
            "{note}" => ids.note?.to_string(),
            "{account}" => ids.account.clone(),
            "{step}" => "who".into(),
            "{version}" => ids.version.clone(),
            "{move}" => "pause".into(),
            "{page}" => "0-1".into(),
            "{date}" => "2026-09-28".into(),
            "{period}" => "p1".into(),
            "{token}" => "0".repeat(64),
            other if other.starts_with('{') => panic!("say what {other} is, for {route:?}"),
            other => other.into(),
        })
    };
    let parts: Option<Vec<String>> = route.path.split('/').map(part).collect();
    Some(parts?.join("/"))
}

fn ask_for(house: &House, route: &Route, path: &str, who: Is, ids: &Ids) -> Answer {
    let secret = who.number().map(|number| house.story.secret(number));
    let fields = fields(ids);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    knock(&house.site, &route.method, path, secret.as_deref(), &fields)
}

fn holds(want: Want, answer: &Answer) -> bool {
    let status = answer.status.as_u16();
    match want {
        Want::Anyone => status < 500,
        Want::SignIn => answer.asks_to_sign_in(),
        Want::NotFound => status == 404,
        Want::NotAllowed => status == 403,
        Want::Inside => status < 500 && !answer.asks_to_sign_in(),
        Want::Looks => status < 500 && status != 404 && !answer.asks_to_sign_in(),
        Want::In => status < 500 && !matches!(status, 401 | 403 | 404) && !answer.asks_to_sign_in(),
    }
}

/// What a walk gives: what went wrong, which addresses somebody came in at,
/// and what everybody got.
#[derive(Default)]
struct Walked {
    wrong: Vec<String>,
    reached: BTreeSet<String>,
    book: Book,
}

/// Everybody knocks at every address of one place.
fn walked(engine: Engine, at: At) -> Walked {
    let mould = Mould::new(engine, at);
    let mut house = mould.copy();
    let mut walked = Walked::default();
    for route in routes::all() {
        let Some(path) = path(&route, &mould.ids) else {
            continue;
        };
        // What nobody finds who may come in is not there yet, or no more.
        let (mut found, mut missing) = (false, Vec::new());
        for (number, who) in Is::all().into_iter().enumerate() {
            let want = want(&route, who, mould.stage);
            let answer = ask_for(&house, &route, &path, who, &mould.ids);
            walked.book.note(&route, number, &answer);
            let said = format!(
                "{at:?}: {route:?}, {who:?}: wanted {want:?}, got {} {}",
                answer.status,
                answer.location()
            );
            let comes_in = matches!(want, Want::In | Want::Looks);
            if comes_in && answer.status == 404 {
                missing.push(said);
            } else if holds(want, &answer) {
                found |= comes_in;
            } else {
                walked.wrong.push(said);
            }
            let changed = route.method == Method::POST
                && (answer.status.is_success() || answer.status.is_redirection())
                && !answer.asks_to_sign_in();
            if changed {
                house = mould.copy();
            }
        }
        if found {
            walked.wrong.append(&mut missing);
            walked.reached.insert(format!("{route:?}"));
        }
    }
    walked
}

fn nothing(wrong: &[String]) {
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn everybody_gets_what_the_table_says_while_a_programme_runs_on_postgresql() {
    nothing(&walked(Engine::Postgres, At::Running).wrong);
}

#[test]
fn everybody_gets_what_the_table_says_at_every_place_and_every_address_opens_somewhere() {
    let (mut opened, mut book) = (BTreeSet::new(), Book::default());
    for at in [
        At::Draft,
        At::Referred,
        At::Gathering,
        At::MeetingSet,
        At::Running,
        At::Reviewing,
        At::FinalDue,
        At::Aftercare,
        At::Escalation,
    ] {
        let walked = walked(Engine::Sqlite, at);
        nothing(&walked.wrong);
        opened.extend(walked.reached);
        book.and(walked.book);
    }
    let guarded = routes::all()
        .into_iter()
        .filter(|route| !matches!(route.needs, Needs::Nothing | Needs::SignedIn));
    let shut: Vec<_> = guarded
        .map(|route| format!("{route:?}"))
        .filter(|route| !opened.contains(route))
        .collect();
    assert!(shut.is_empty(), "nobody ever comes in at {shut:?}");
    book.holds();
}
