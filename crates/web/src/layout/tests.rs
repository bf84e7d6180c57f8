//! The frame every page shares.

use super::*;
use crate::components::Banner;
use crate::form_state::FormState;
use askama::Template;

#[derive(Template)]
#[template(
    source = r#"{% extends "layout.html" %}{% block content %}<h1>{{ frame.title }}</h1>{% endblock %}"#,
    ext = "html"
)]
struct Bare {
    frame: Frame,
}

fn page(frame: Frame) -> String {
    Bare { frame }.render().unwrap()
}

fn staff() -> Frame {
    Frame::new("Today", "Kestrel Bridge School").signed_in("Amina Farrow", "token-1")
}

#[test]
fn the_title_says_thing_section_and_school() {
    let frame = staff().section("Programmes");
    assert_eq!(
        frame.page_title(),
        "Today - Programmes - Kestrel Bridge School"
    );
    assert_eq!(
        staff().section("Today").page_title(),
        "Today - Kestrel Bridge School"
    );
}

#[test]
fn a_page_with_something_to_sort_out_says_so_first_in_its_title() {
    let mut state = FormState::new();
    state.problem("why", "Say why now");
    let page = page(staff().problems(state.summary()));
    assert!(page.contains("<title>Error: Today - Kestrel Bridge School</title>"));
    assert!(page.find("One thing to sort out") < page.find("<h1>"));
}

#[test]
fn signing_out_posts_the_token() {
    let page = page(staff());
    assert!(page.contains(r#"<form class="ms-as-link" method="post" action="/sign-out">"#));
    assert!(page.contains(r#"<input type="hidden" name="csrf" value="token-1">"#));
}

#[test]
fn a_signed_out_page_has_no_corner_menu_or_search() {
    let page = page(Frame::new("Sign in", "Kestrel Bridge School"));
    for part in ["ms-masthead__user", "<nav", "ms-find", "ms-langs"] {
        assert!(!page.contains(part), "{part}");
    }
}

#[test]
fn a_banner_is_announced() {
    let page = page(staff().banner(Some(Banner::done(
        "Sent",
        "Two people have been asked again",
    ))));
    assert!(page.contains(r#"role="alert" aria-labelledby="banner-title""#));
}

#[test]
fn an_arabic_page_runs_from_right_to_left_and_offers_other_languages() {
    let mut frame = Frame::new("الأسبوع", "Kestrel Bridge School").look(Look::Family);
    frame.language = Language::named("ar");
    frame.languages = vec![
        LanguageChoice {
            language: Language::ENGLISH,
            name: "English".to_owned(),
            href: Some("/family?in=en".to_owned()),
        },
        LanguageChoice {
            language: Language::named("ar"),
            name: "العربية".to_owned(),
            href: None,
        },
    ];
    let page = page(frame);
    assert!(page.contains(r#"<html lang="ar" dir="rtl""#));
    assert!(page.contains(r#"rel="alternate" lang="en" hreflang="en">English</a>"#));
    assert!(page.contains(r#"lang="ar" aria-current="true">العربية</span>"#));
    assert!(page.contains(r#"class="govuk-template__body ms-phone ms-family""#));
}

#[test]
fn the_frame_escapes_every_word_and_has_nothing_inline() {
    let bad = "<script>alert(1)</script>";
    let mut frame = Frame::new(bad, bad)
        .signed_in(bad, bad)
        .account(bad)
        .search(bad)
        .section(bad)
        .back(bad);
    frame.product_line = bad.to_owned();
    frame.menu = Menu::of(&[("Today", "/today")], "/today");
    let page = page(frame);
    assert_eq!(page.matches("<script").count(), 1, "only our own file");
    for inline in [" style=", " onclick=", " onload=", "javascript:"] {
        assert!(!page.contains(inline), "{inline}");
    }
}
