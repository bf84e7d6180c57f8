//! Scripts, controls, overrides and endless words in every field there is, as
//! everyone who meets forms; then every page, as everyone.

use domain::meeting::MeetingKind;
use testkit::{Engine, on_both};
use web::{Settings, Site};

use super::crawl::{Crawler, forms};
use crate::story::{
    ABARA, ADMIN, AMINA, At, DANA, HELEN, JOEL, MARCUS, OFFICE, ROWAN, RUTH, Story, week,
};

/// Everyone who meets forms.
const PEOPLE: [u128; 9] = [AMINA, JOEL, RUTH, HELEN, ABARA, DANA, ROWAN, ADMIN, OFFICE];

/// What a browser must never be handed as it stands.
const SCRIPT: &str = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}</textarea>";
const RAW: [&str; 3] = ["<script>alert(1)", "<img src=x", "alert(1)</script>"];

/// Fills in every form that everyone meets; answers what broke.
fn filled_in(story: &Story, words: &str, raw: &[&str]) -> Vec<String> {
    let site = web::router(Site::new(story.app.clone(), Settings::default()));
    let mut wrong = Vec::new();
    let mut sent = 0;
    for who in PEOPLE {
        let crawler = Crawler::new(story, &site, who);
        for (path, answer) in crawler.pages() {
            wrong.extend(broken(&path, who, &answer, raw));
            for form in forms(&path, &answer.html) {
                let answer = crawler.send(&form, words);
                wrong.extend(broken(&form.action, who, &answer, raw));
                sent += 1;
            }
        }
    }
    assert!(sent > 40, "only {sent} forms were met");
    for who in PEOPLE {
        let crawler = Crawler::new(story, &site, who);
        for (path, answer) in crawler.pages() {
            wrong.extend(broken(&path, who, &answer, raw));
        }
    }
    wrong.sort();
    wrong.dedup();
    wrong
}

fn broken(path: &str, who: u128, answer: &crate::knock::Answer, raw: &[&str]) -> Vec<String> {
    let mut wrong = Vec::new();
    if answer.status.is_server_error() {
        wrong.push(format!("{path} as {who}: {}", answer.status));
    }
    for one in raw {
        if let Some(at) = answer.html.find(one) {
            let from = answer.html[..at]
                .char_indices()
                .rev()
                .nth(60)
                .map_or(0, |(n, _)| n);
            wrong.push(format!(
                "{path} as {who}: {}",
                &answer.html[from..at + one.len()]
            ));
        }
    }
    for (name, value) in &answer.headers {
        if value.as_bytes().iter().any(|byte| *byte < 32) {
            wrong.push(format!("{path} as {who}: header {name}"));
        }
    }
    wrong
}

fn each_place(engine: Engine, words: &str, raw: &[&str]) {
    let places: &[At] = match engine {
        Engine::Sqlite => &[At::Gathering, At::MeetingSet, At::Reviewing, At::FinalDue],
        Engine::Postgres => &[At::MeetingSet, At::Reviewing],
    };
    for at in places.iter().copied() {
        let story = Story::at(engine, at);
        if at == At::Reviewing {
            story.book(MeetingKind::Review(week(4)), "2026-10-23");
        }
        let wrong = filled_in(&story, words, raw);
        assert!(wrong.is_empty(), "{at:?}:\n{}", wrong.join("\n"));
    }
}

#[test]
fn a_script_typed_anywhere_is_shown_as_words_everywhere() {
    each_place(Engine::Sqlite, SCRIPT, &RAW);
}

#[test]
fn control_characters_typed_anywhere_break_nothing_on_either_engine() {
    on_both(|engine| {
        each_place(
            engine,
            "a\0b\u{1b}[31m\u{7f}\u{85}c\r\nSet-Cookie: x=1",
            &[],
        );
    });
}

#[test]
fn words_that_turn_the_line_round_are_stored_without_the_turn() {
    let turned = "Rowan \u{202e}deppots\u{202c} \u{2066}x\u{2069}";
    each_place(Engine::Sqlite, turned, &[]);
    let line = domain::text::Line::<60>::new(turned).unwrap();
    assert_eq!(line.as_str(), "Rowan deppots x");
}

#[test]
fn endless_words_are_refused_with_a_reason_and_not_with_a_fault() {
    each_place(Engine::Sqlite, &"W".repeat(20_000), &[]);
}

#[test]
fn a_referral_takes_scripts_as_words_too() {
    let story = Story::at(Engine::Sqlite, At::Draft);
    let site = web::router(Site::new(story.app.clone(), Settings::default()));
    let crawler = Crawler::new(&story, &site, MARCUS);
    let steps = ["who", "why", "other-plans", "people", "dates", "check"];
    for step in steps {
        let path = format!("/programmes/{}/start/{step}", story.reference().path());
        let page = crawler.get(&path);
        for form in forms(&path, &page.html) {
            let sent = crawler.send(&form, SCRIPT);
            assert_eq!(broken(&path, MARCUS, &sent, &RAW), Vec::<String>::new());
        }
        let page = crawler.get(&path);
        assert_eq!(broken(&path, MARCUS, &page, &RAW), Vec::<String>::new());
    }
}
