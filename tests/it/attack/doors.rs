//! Signing in: where it leads, which key it hands out, and what a body may be.

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use testkit::{
    Engine, Town, on_both,
    town::{PASSWORD, TODAY},
};
use web::session::SESSION_COOKIE;

use crate::knock::{Answer, encoded, knock, send, token_of};

const AMINA: &str = "amina.farrow@kestrelbridge.example";
/// A cookie that somebody planted in her browser.
const PLANTED: &str = "00000000000000000000000000000000deadbeefdeadbeefdeadbeefdeadbeef";

fn signs_in(town: &Town, next: &str) -> Answer {
    let fields = [("email", AMINA), ("password", PASSWORD), ("next", next)];
    knock(
        &town.router,
        &Method::POST,
        "/sign-in",
        Some(PLANTED),
        &fields,
    )
}

fn cookies(answer: &Answer) -> Vec<String> {
    let all = answer.headers.get_all(header::SET_COOKIE).iter();
    all.map(|one| one.to_str().unwrap().to_owned()).collect()
}

#[test]
fn signing_in_leads_to_our_own_pages_and_nowhere_else() {
    let (town, _) = Town::with_school(Engine::Sqlite, TODAY);
    for next in [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "/\r\nSet-Cookie: a=b",
        "/%0d%0aSet-Cookie: a=b",
        " //evil.example",
        "/ /evil.example",
        "///evil.example",
        "javascript:alert(1)",
        "/\u{2028}/evil.example",
        "\u{9}//evil.example",
        "today",
        "",
    ] {
        let answer = signs_in(&town, next);
        assert_eq!(answer.status, 303, "{next:?}");
        let to = answer.location();
        let second = to.chars().nth(1);
        assert!(
            to.starts_with('/') && second != Some('/') && second != Some('\\'),
            "{next:?}: {to:?}"
        );
        assert!(
            to.chars().all(|c| c.is_ascii_graphic() && c != '\\'),
            "{next:?}: {to:?}"
        );
        assert!(
            !cookies(&answer).iter().any(|one| one.starts_with("a=")),
            "{next:?}"
        );
    }
    assert_eq!(
        signs_in(&town, "/programmes/kb26-014").location(),
        "/programmes/kb26-014"
    );
}

#[test]
fn a_planted_cookie_is_never_the_one_that_is_signed_in() {
    on_both(|engine| {
        let (town, _) = Town::with_school(engine, TODAY);
        let answer = signs_in(&town, "");
        let given = cookies(&answer)
            .into_iter()
            .find(|one| one.starts_with(SESSION_COOKIE))
            .unwrap();
        assert!(!given.contains(PLANTED), "a new key for a new session");
        let planted = knock(&town.router, &Method::GET, "/account", Some(PLANTED), &[]);
        assert!(planted.asks_to_sign_in());
        let secret = given.split(['=', ';']).nth(1).unwrap().to_owned();
        let page = knock(&town.router, &Method::GET, "/account", Some(&secret), &[]);
        assert_eq!(page.status, 200);
        let out = knock(&town.router, &Method::POST, "/sign-out", Some(&secret), &[]);
        assert_eq!(out.status, 303);
        assert!(cookies(&out).iter().any(|one| one.contains("Max-Age=0")));
        let after = knock(&town.router, &Method::GET, "/account", Some(&secret), &[]);
        assert!(after.asks_to_sign_in(), "the old key opens nothing");
    });
}

#[test]
fn every_cookie_is_ours_alone_and_out_of_reach_of_scripts() {
    let (town, _) = Town::with_school(Engine::Sqlite, TODAY);
    let first = knock(&town.router, &Method::GET, "/sign-in", None, &[]);
    for answer in [first, signs_in(&town, "")] {
        let all = cookies(&answer);
        assert!(!all.is_empty());
        for cookie in all {
            assert!(cookie.starts_with("__Host-"), "{cookie}");
            for part in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
                assert!(cookie.contains(part), "{cookie}: {part}");
            }
            assert!(!cookie.to_lowercase().contains("domain="), "{cookie}");
        }
    }
}

fn post(town: &Town, body: &str, kind: &str, length: Option<usize>) -> Answer {
    let mut request = Request::post("/sign-in")
        .header(header::HOST, "school.test")
        .header("sec-fetch-site", "same-origin")
        .header(header::COOKIE, format!("{SESSION_COOKIE}={PLANTED}"))
        .header(header::CONTENT_TYPE, kind);
    if let Some(length) = length {
        request = request.header(header::CONTENT_LENGTH, length);
    }
    send(
        &town.router,
        request.body(Body::from(body.to_owned())).unwrap(),
    )
}

#[test]
fn a_body_that_is_too_large_or_is_no_form_is_refused_with_a_page() {
    let (town, _) = Town::with_school(Engine::Sqlite, TODAY);
    let form = "application/x-www-form-urlencoded";
    let csrf = format!("csrf={}&", token_of(PLANTED));
    let large = format!("{csrf}email={}", "a".repeat(3 * 1024 * 1024));
    for (body, kind, length, wanted) in [
        (large.as_str(), form, Some(large.len()), 413),
        (large.as_str(), form, None, 413),
        ("{\"email\":\"x\"}", "application/json", None, 400),
        ("email=%FF%FE", form, None, 400),
        ("email=%", form, None, 400),
        ("", form, None, 400),
        ("x", "multipart/form-data; boundary=x", None, 400),
        ("x", "text/plain", None, 400),
    ] {
        let answer = post(&town, body, kind, length);
        assert_eq!(answer.status.as_u16(), wanted, "{kind} {body:.40}");
        assert!(answer.html.contains("<h1"), "{kind} {body:.40}: a page");
    }
}

#[test]
fn a_field_sent_twice_is_read_once_and_a_thousand_fields_break_nothing() {
    let (town, _) = Town::with_school(Engine::Sqlite, TODAY);
    let csrf = format!("csrf={}&", token_of(PLANTED));
    let form = "application/x-www-form-urlencoded";
    let right = encoded(&[("email", AMINA), ("password", PASSWORD)]);
    let twice = format!("{csrf}email=nobody%40x.example&{right}");
    assert_eq!(
        post(&town, &twice, form, None).status,
        422,
        "the first counts"
    );
    let many = "&x=y".repeat(1000);
    assert_eq!(
        post(&town, &format!("{csrf}{right}{many}"), form, None).status,
        303
    );
}

#[test]
fn odd_paths_and_queries_are_not_found_and_never_a_fault() {
    on_both(|engine| {
        let (town, _) = Town::with_school(engine, TODAY);
        let answer = signs_in(&town, "");
        let given = cookies(&answer)
            .into_iter()
            .find(|one| one.starts_with(SESSION_COOKIE))
            .unwrap();
        let secret = given.split(['=', ';']).nth(1).unwrap().to_owned();
        let long_name = format!("/programmes/new?q=a{}", "%C3%A9".repeat(80));
        for path in [
            long_name.as_str(),
            "/programmes?q=%00",
            "/programmes/new?q=%00&x=%FF",
            "/programmes?q=%25%5F%27%22",
            "/programmes/%00",
            "/programmes/kb26-001%00/plan",
            "/programmes/KB26-001%2F..%2F..",
            "/settings/people/%F0%9F%A6%8A/disable",
            "/reports/2026-02-30/p1",
            "/reports/9999-12-31/p9",
            "/questions/ask_%00",
            "/assets/..%2f..%2fCargo.toml",
            "/assets/%2e%2e/Cargo.toml",
            "/sign-in?next=%00",
            "/programmes?from=-1&page=99999999999999999999",
            "/settings/imports/%ff",
        ] {
            let answer = knock(&town.router, &Method::GET, path, Some(&secret), &[]);
            assert!(
                !answer.status.is_server_error(),
                "{path}: {}",
                answer.status
            );
        }
    });
}
