//! The demonstration as a visitor finds it.

use std::sync::LazyLock;

use app::{
    Actor,
    accounts::password::Password,
    accounts::sign_in::SignInAnswer,
    programmes::{list::ListProgrammes, today::Today},
};
use store::check::Soundness;

use super::*;

/// Building it takes a while, so that every test looks at the same one.
static BUILT: LazyLock<(tempfile::TempDir, App, Vec<DemoPerson>)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let (app, people) = build(&folder.path().join("demo.db"), shift::TOLD_ON).unwrap();
    (folder, app, people)
});

fn signed_in(name: &str) -> Actor {
    let (_, app, people) = &*BUILT;
    let person = people.iter().find(|person| person.name == name).unwrap();
    let stranger = Actor::stranger("test");
    let typed = Password::typed(&person.password);
    let answer = app.sign_in(&stranger, &person.email, &typed, "203.0.113.9");
    let SignInAnswer::In(token) = answer.unwrap() else {
        panic!("{name} could not sign in");
    };
    app.actor(Some(&token), "test").unwrap()
}

#[test]
fn every_person_who_is_offered_can_sign_in() {
    let (_, _, people) = &*BUILT;
    for wanted in [
        "Amina Farrow",
        "Ruth Calloway",
        "Nell Brook",
        "Helen Marsh",
        "Joel Petrie",
        "Miss Abara",
        "Dana Tidewell",
        "Rowan Tidewell",
    ] {
        assert!(
            people.iter().any(|person| person.name == wanted),
            "{wanted}"
        );
    }
    for person in people {
        let actor = signed_in(&person.name);
        assert_eq!(actor.identity().unwrap().name, person.name);
    }
}

#[test]
fn the_school_is_full_of_programmes_at_every_stage_and_all_of_it_is_sound() {
    let (_, app, _) = &*BUILT;
    let findings = store::check::check(app.db()).unwrap();
    let sound = |found: &store::check::Finding| found.sound == Soundness::Sound;
    assert!(findings.iter().all(sound), "{findings:?}");
    let school = app.db().read(store::schools::ids).unwrap()[0];
    let lines = app
        .db()
        .read(|tx| store::programmes::of_school(tx, school))
        .unwrap();
    let stages: Vec<String> = lines
        .iter()
        .map(|line| {
            let stage = line.programme.stage.name().code();
            format!(
                "{} {} {stage}",
                line.programme.reference,
                line.name.called()
            )
        })
        .collect();
    for wanted in [
        "KB26-001 Gwen archived",
        "KB26-002 Kofi declined",
        "KB26-003 Hugo archived",
        "KB26-004 Quinn closed_withdrawn",
        "KB26-005 Milo aftercare",
        "KB26-006 Callum active",
        "KB26-008 Farid closed_transferred",
        "KB26-009 Idris active",
        "KB26-014 Rowan active",
        "KB26-015 Sami active",
        "KB26-018 Joss active",
        "KB26-019 Elsie meeting_set",
        "KB26-020 Maya meeting_set",
        "KB26-021 Theo draft",
    ] {
        assert!(
            stages.iter().any(|stage| stage == wanted),
            "{wanted} in {stages:?}"
        );
    }
}

#[test]
fn everything_that_happened_is_in_the_record_under_the_name_of_whoever_did_it() {
    let (_, app, _) = &*BUILT;
    let school = app.db().read(store::schools::ids).unwrap()[0];
    let reference = "KB26-014".parse().unwrap();
    let rowan = app
        .db()
        .read(|tx| store::programmes::by_reference(tx, school, &reference))
        .unwrap()
        .unwrap();
    let all = app
        .db()
        .read(|tx| store::events::of_programme(tx, school, rowan.id, 2000))
        .unwrap();
    let count = |kind: &str| {
        let events = all.iter().filter_map(|one| one.event.as_ref());
        events.filter(|event| event.kind() == kind).count()
    };
    assert_eq!(count("referral_started"), 1);
    assert_eq!(count("document_begun"), 2);
    assert_eq!(count("answers_sent"), 12);
    assert_eq!(count("signed"), 6);
    assert_eq!(count("review_recorded"), 1);
    assert_eq!(count("plan_amended"), 1);
    assert!(count("rated") > 300, "{} ticks", count("rated"));
    let mother = signed_in("Dana Tidewell").identity().unwrap().account;
    let hers = |kind: &str| {
        let mut all = all.iter().filter(|one| one.actor == mother.to_string());
        all.any(|one| one.event.as_ref().is_some_and(|event| event.kind() == kind))
    };
    assert!(hers("answers_sent") && hers("signed") && !hers("rated"));
}

#[test]
fn the_coordinator_finds_eight_programmes_and_something_to_do() {
    let (_, app, _) = &*BUILT;
    let amina = signed_in("Amina Farrow");
    let today = app.fetch(&amina, Today).unwrap().answer;
    let open = today
        .cases
        .iter()
        .filter(|case| case.line.programme.stage.name().is_open());
    assert_eq!(open.count(), 8);
    let rowan = today
        .cases
        .iter()
        .find(|case| case.line.name.called() == "Rowan")
        .unwrap();
    assert_eq!(rowan.reports, Some((25, 26)));
    assert_eq!(rowan.answers, (10, 10));
    let list = app.fetch(&amina, ListProgrammes::default());
    assert!(list.is_ok());
}

#[test]
fn the_story_can_be_told_for_another_day_and_an_impossible_day_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("demo.db");
    let Err(problem) = build(&file, jiff::civil::date(1066, 10, 14)) else {
        panic!("nobody can go there");
    };
    let words = problem.to_string();
    assert!(words.contains("Choose one from 2000 to 2090"), "{words}");
}

#[test]
fn the_json_holds_the_address_and_every_person() {
    let (_, _, people) = &*BUILT;
    let told = json("http://127.0.0.1:8080/", people);
    assert_eq!(told["url"], "http://127.0.0.1:8080/");
    let listed = told["people"].as_array().unwrap();
    assert_eq!(listed.len(), people.len());
    for person in listed {
        for part in ["name", "role", "email", "password"] {
            assert!(!person[part].as_str().unwrap().is_empty(), "{part}");
        }
    }
}
