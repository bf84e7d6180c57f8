//! Walks every address as a stranger and as people who may not, from the one
//! list the router is built from. There is no list of exceptions.

use axum::http::Method;
use testkit::{Town, on_both, town::TODAY};
use web::routes::{self, Needs};

/// An address with something that was never there in its changing parts.
fn somewhere(path: &str) -> String {
    let parts = path.split('/').map(|part| match part {
        "{reference}" | "{ref}" => "kb26-999",
        part if part.starts_with('{') => "nothing-here",
        part => part,
    });
    parts.collect::<Vec<_>>().join("/")
}

#[test]
fn a_stranger_is_sent_to_sign_in_everywhere_but_where_anyone_may_come() {
    on_both(|engine| {
        let (town, _) = Town::with_school(engine, TODAY);
        for route in routes::all() {
            let mut stranger = town.browser();
            let path = somewhere(route.path);
            let page = if route.method == Method::GET {
                stranger.get_only(&path)
            } else {
                stranger.get_only("/sign-in");
                stranger.post_only(&path, &[])
            };
            assert!(page.status.as_u16() < 500, "{route:?}: {}", page.status);
            if route.needs == Needs::Nothing {
                continue;
            }
            let refused = page.status.is_redirection()
                && page
                    .headers
                    .get("location")
                    .is_some_and(|to| to.as_bytes().starts_with(b"/sign-in"))
                || page.status == 400;
            assert!(
                refused,
                "{route:?} answered a stranger with {}",
                page.status
            );
        }
    });
}

#[test]
fn someone_with_no_part_in_anything_meets_nothing_that_is_there() {
    on_both(|engine| {
        let (town, mut amina) = Town::with_school(engine, TODAY);
        let mut figures = town.joins(
            &mut amina,
            "Fig Ures",
            "figures@kestrelbridge.example",
            &["reporting"],
        );
        for route in routes::all()
            .into_iter()
            .filter(|route| route.method == Method::GET)
        {
            if route.needs == Needs::Nothing || route.needs == Needs::SignedIn {
                continue;
            }
            let page = figures.get_only(&somewhere(route.path));
            let own = route.path == "/account";
            let fine = if own {
                page.status == 200
            } else {
                matches!(page.status.as_u16(), 403 | 404)
            };
            assert!(
                fine,
                "{route:?} answered {} to someone with no part in it",
                page.status
            );
        }
    });
}

#[test]
fn every_answer_carries_the_headers_that_keep_it_safe() {
    on_both(|engine| {
        let (town, mut amina) = Town::with_school(engine, TODAY);
        let mut stranger = town.browser();
        for page in [
            stranger.get("/sign-in"),
            amina.get("/account"),
            amina.get("/nowhere"),
        ] {
            let header = |name: &str| {
                page.headers
                    .get(name)
                    .and_then(|v| v.to_str().ok())
                    .unwrap_or_default()
            };
            assert!(header("content-security-policy").starts_with("default-src 'none'"));
            assert!(!header("content-security-policy").contains("unsafe"));
            assert_eq!(header("x-content-type-options"), "nosniff");
            assert_eq!(header("cache-control"), "no-store");
            assert_eq!(header("x-frame-options"), "DENY");
            assert!(header("content-type").contains("charset=utf-8"));
            assert!(
                !page.html().contains("style=\""),
                "an inline style on {}",
                page.path
            );
            assert!(
                !page.html().contains("<script>"),
                "an inline script on {}",
                page.path
            );
        }
    });
}
