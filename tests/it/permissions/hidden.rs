//! What is another's answers exactly as what was never there: the same status,
//! the same headers, the same bytes but for the tokens of one request.

use domain::account::SchoolRole;
use testkit::{Engine, on_both};
use web::routes::{self, Needs, Route};

use super::{
    people::Is,
    places::{House, Ids, Mould},
    walk::{fields, path},
};
use crate::{
    knock::{Answer, knock},
    story::{At, id},
};

/// Ids of the same shapes, of nothing at all.
fn of_nothing(ids: &Ids) -> Ids {
    Ids {
        reference: "kb26-777".into(),
        ask: ids.ask.map(|_| id(0xdead_0001)),
        sent: ids.sent.map(|_| id(0xdead_0002)),
        document: ids.document.map(|_| id(0xdead_000c)),
        meeting: ids.meeting.map(|_| id(0xdead_0003)),
        paper: ids.paper.map(|_| domain::signature::Paper::Ending(7)),
        target: ids.target.map(|_| id(0xdead_0004)),
        promise: ids.promise.map(|_| id(0xdead_0005)),
        home: ids.home.map(|_| id(0xdead_0009)),
        person: ids.person.map(|_| id(0xdead_0006)),
        contact: ids.contact.map(|_| id(0xdead_000a)),
        version: ids.version.clone(),
        import: ids.import.map(|_| id(0xdead_0007)),
        feed: ids.feed.map(|_| id(0xdead_000c)),
        pupil: ids.pupil.map(|_| id(0xdead_000d)),
        note: ids.note.map(|_| id(0xdead_000b)),
        account: id::<domain::id::AccountKind>(0xdead_0008).to_string(),
    }
}

fn words(ids: &Ids) -> Vec<String> {
    let upper = ids.reference.to_uppercase();
    let lower = ids.reference.to_lowercase();
    let some = [
        ids.ask.map(|id| id.to_string()),
        ids.sent.map(|id| id.to_string()),
        ids.document.map(|id| id.to_string()),
        ids.meeting.map(|id| id.to_string()),
        ids.paper.map(|id| id.to_string()),
        ids.target.map(|id| id.to_string()),
        ids.promise.map(|id| id.to_string()),
        ids.home.map(|id| id.to_string()),
        ids.person.map(|id| id.to_string()),
        ids.contact.map(|id| id.to_string()),
        ids.import.map(|id| id.to_string()),
        ids.feed.map(|id| id.to_string()),
        ids.pupil.map(|id| id.to_string()),
        ids.note.map(|id| id.to_string()),
    ];
    let mut all: Vec<String> = some.into_iter().flatten().collect();
    all.extend([upper, lower, ids.account.clone()]);
    all
}

fn shown(answer: &Answer, ids: &Ids) -> String {
    let words = words(ids);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut headers: Vec<String> = answer
        .headers
        .iter()
        .filter(|(name, _)| *name != "set-cookie" && *name != "content-length")
        .map(|(name, value)| format!("{name}: {value:?}"))
        .collect();
    headers.sort();
    let head = Answer {
        html: headers.join("\n"),
        ..answer.clone()
    };
    format!(
        "{}\n{}\n{}",
        answer.status,
        head.without(&words),
        answer.without(&words)
    )
}

fn ask_for(house: &House, route: &Route, who: Is, ids: &Ids) -> Option<String> {
    let path = path(route, ids)?;
    let secret = who.number().map(|number| house.story.secret(number));
    let fields = fields(ids);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let answer = knock(
        &house.site,
        &route.method,
        &path,
        secret.as_deref(),
        &fields,
    );
    Some(shown(&answer, ids))
}

fn differ(engine: Engine, who: Is, skip: &[&str]) -> Vec<String> {
    let mould = Mould::new(engine, At::Running);
    let nothing = of_nothing(&mould.ids);
    let mut house = mould.copy();
    let mut wrong = Vec::new();
    for route in routes::all() {
        let about_something = route.path.contains('{') && route.needs != Needs::Nothing;
        if !about_something || skip.iter().any(|part| route.path.contains(part)) {
            continue;
        }
        let real = ask_for(&house, &route, who, &mould.ids);
        let none = ask_for(&house, &route, who, &nothing);
        if real != none {
            wrong.push(format!("{route:?} tells {who:?}:\n{real:?}\n{none:?}"));
            house = mould.copy();
        }
    }
    wrong
}

#[test]
fn another_schools_ids_answer_exactly_as_ids_of_nothing() {
    on_both(|engine| {
        let wrong = differ(engine, Is::Elsewhere, &[]);
        assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    });
}

#[test]
fn a_programme_one_has_no_part_in_answers_exactly_as_one_that_never_was() {
    on_both(|engine| {
        // Accounts, imports, feeds and the roll belong to the school, not to a programme.
        let school = ["{account}", "{import}", "{feed}", "{pupil}"];
        for role in [
            SchoolRole::Teacher,
            SchoolRole::Administrator,
            SchoolRole::Coordinator,
        ] {
            let wrong = differ(engine, Is::InSchool(role), &school);
            assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
        }
    });
}
