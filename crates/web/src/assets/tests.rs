//! The files are found, kept for good, typed, and name nothing outside.

use super::*;
use axum::{body::Body, http::Request};
use tower::ServiceExt;

async fn ask(path: &str) -> Response {
    let request = Request::get(path)
        .header(header::ACCEPT_ENCODING, "gzip")
        .body(Body::empty())
        .unwrap();
    router::<()>().oneshot(request).await.unwrap()
}

fn text(name: &str) -> String {
    let file = SERVED.iter().find(|file| file.name == name).unwrap();
    String::from_utf8(file.bytes.to_vec()).unwrap()
}

#[tokio::test]
async fn the_stylesheet_is_compressed_typed_and_kept_for_good() {
    let answer = ask(asset("mainstay.css")).await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(
        answer.headers()[header::CONTENT_TYPE],
        "text/css; charset=utf-8"
    );
    assert_eq!(answer.headers()[header::CONTENT_ENCODING], "gzip");
    assert_eq!(answer.headers()[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    assert!(
        answer.headers()[header::CACHE_CONTROL]
            .to_str()
            .unwrap()
            .contains("immutable")
    );
}

#[tokio::test]
async fn a_font_is_sent_as_it_is() {
    let answer = ask(asset("noto-sans-arabic-arabic-400-normal.woff2")).await;
    assert_eq!(answer.headers()[header::CONTENT_TYPE], "font/woff2");
    assert!(!answer.headers().contains_key(header::CONTENT_ENCODING));
}

#[tokio::test]
async fn an_old_or_made_up_name_is_not_found() {
    assert_eq!(
        ask("/assets/mainstay-0000000000000000.css").await.status(),
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        ask("/assets/mainstay.css").await.status(),
        StatusCode::NOT_FOUND
    );
}

#[test]
fn every_file_has_its_own_path_with_a_hash() {
    for file in SERVED.iter() {
        let hash = file
            .path
            .rsplit_once('-')
            .unwrap()
            .1
            .split('.')
            .next()
            .unwrap();
        assert_eq!(hash.len(), 16, "{}", file.path);
    }
}

#[test]
fn the_stylesheet_names_only_files_we_serve_and_fragments_of_the_page() {
    let css = text("mainstay.css");
    for part in css.split("url(").skip(1) {
        let target = part.split(')').next().unwrap().trim_matches('"');
        let served = SERVED
            .iter()
            .any(|file| file.path.ends_with(&format!("/{target}")));
        assert!(
            served || target == "#ms-hatch",
            "{target} would be fetched from somewhere else"
        );
    }
    assert!(!css.contains("@import") && !css.contains("data:"));
}

#[test]
fn our_script_imports_the_served_name_and_sets_no_markup() {
    let script = text("mainstay.js");
    assert!(script.contains(asset("govuk-frontend.js").trim_start_matches("/assets/")));
    for forbidden in [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "localStorage",
    ] {
        assert!(!script.contains(forbidden), "{forbidden}");
    }
}

/// Every `asset("...")` in a template is a file we have.
#[test]
fn every_template_asks_for_files_that_are_there() {
    let mut seen = 0;
    for template in templates(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        for part in template.split("asset(\"").skip(1) {
            let name = part.split('"').next().unwrap();
            assert!(
                FILES.iter().any(|file| file.0 == name),
                "no template may ask for {name}"
            );
            seen += 1;
        }
    }
    assert!(seen > 0, "the layout asks for the stylesheet");
}

fn templates(folder: std::path::PathBuf) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(templates(path));
        } else if path.extension().is_some_and(|ending| ending == "html") {
            found.push(std::fs::read_to_string(path).unwrap());
        }
    }
    found
}

/// The content security policy would drop it without a word, so no template may have it.
#[test]
fn no_template_has_anything_inline() {
    for template in templates(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        for inline in [
            " style=",
            "<style",
            " onclick=",
            " onload=",
            " onsubmit=",
            " onchange=",
            "javascript:",
        ] {
            assert!(!template.contains(inline), "{inline} in {template}");
        }
    }
}

#[test]
fn every_class_of_ours_that_a_template_names_has_a_look() {
    let css = text("mainstay.css");
    for template in templates(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        for classes in template.split("class=\"").skip(1) {
            let classes = classes.split('"').next().unwrap();
            // A class made up as the page is drawn is tried by the gallery instead.
            let plain = classes
                .split_whitespace()
                .filter(|class| !class.contains(['{', '}', '%', '(']));
            for class in plain.filter(|class| class.starts_with("ms-")) {
                assert!(
                    class.ends_with('-') || css.contains(&format!(".{class}")),
                    "{class} has no look"
                );
            }
        }
    }
}
