//! What must hold on every page: nothing inline, one heading, every field named, every id once, every error link true.

use super::pages;
use std::collections::HashSet;

fn each(check: impl Fn(&str, &str)) {
    for (name, page) in pages().unwrap() {
        check(name, &page);
    }
}

/// The values of an attribute, in order.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    page.split(start.as_str())
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn nothing_is_styled_scripted_or_handled_in_place() {
    each(|name, page| {
        assert_eq!(
            page.matches("<script").count(),
            1,
            "{name}: only our own file"
        );
        assert!(
            page.contains(r#"<script type="module" src="/assets/mainstay-"#),
            "{name}"
        );
        for inline in [
            " style=",
            "<style",
            "javascript:",
            "http://",
            "https://",
            "data:",
        ] {
            assert!(!page.contains(inline), "{name} has {inline}");
        }
        for handler in [
            " onclick",
            " onload",
            " onsubmit",
            " onchange",
            " oninput",
            " onerror",
        ] {
            assert!(!page.contains(handler), "{name} has {handler}");
        }
    });
}

#[test]
fn there_is_one_heading_and_no_level_is_skipped() {
    each(|name, page| {
        let levels: Vec<u32> = page
            .split("<h")
            .skip(1)
            .filter_map(|rest| rest.chars().next()?.to_digit(10))
            .filter(|level| *level < 7)
            .collect();
        assert_eq!(
            levels.iter().filter(|level| **level == 1).count(),
            1,
            "{name}"
        );
        let mut deepest = 1;
        for level in levels.iter().skip_while(|level| **level != 1) {
            assert!(
                *level <= deepest + 1,
                "{name} goes from {deepest} to {level}"
            );
            deepest = *level;
        }
    });
}

#[test]
fn every_id_is_there_once_and_everything_named_is_there() {
    each(|name, page| {
        let mut ids = HashSet::new();
        for id in values(page, "id") {
            assert!(ids.insert(id), "{name} has {id} twice");
        }
        for attribute in [
            "for",
            "aria-labelledby",
            "aria-describedby",
            "aria-controls",
            "data-slot",
        ] {
            for named in values(page, attribute)
                .iter()
                .flat_map(|named| named.split_whitespace())
            {
                assert!(
                    ids.contains(named),
                    "{name}: {attribute} names {named}, which is not there"
                );
            }
        }
        for link in values(page, "href")
            .iter()
            .filter_map(|link| link.strip_prefix('#'))
        {
            assert!(
                ids.contains(link),
                "{name} leads to #{link}, which is not there"
            );
        }
    });
}

#[test]
fn every_field_has_its_label() {
    each(|name, page| {
        let labels: HashSet<&str> = values(page, "for").into_iter().collect();
        for tag in ["<input ", "<textarea ", "<select "] {
            for field in page.split(tag).skip(1) {
                let field = field.split('>').next().unwrap();
                if field.contains(r#"type="hidden""#) {
                    continue;
                }
                let field = format!(" {field}");
                let id = values(&field, "id");
                assert!(
                    id.first().is_some_and(|id| labels.contains(id)),
                    "{name}: no label for {field}"
                );
            }
        }
    });
}

#[test]
fn every_form_that_posts_carries_the_token() {
    each(|name, page| {
        for form in page.split("<form ").skip(1) {
            let (opening, rest) = form.split_once('>').unwrap();
            let body = rest.split("</form>").next().unwrap();
            assert!(
                opening.contains(r#"method="post""#) == body.contains(r#"name="csrf""#),
                "{name}: {opening}"
            );
        }
    });
}

#[test]
fn titles_name_no_child_in_full() {
    each(|name, page| {
        let title = page
            .split("<title>")
            .nth(1)
            .unwrap()
            .split("</title>")
            .next()
            .unwrap();
        for child in ["Rowan Tidewell", "Elsie Marrow", "Theo Bramwell"] {
            assert!(!title.contains(child), "{name}: {title}");
        }
        assert!(
            title.ends_with(" - Kestrel Bridge School"),
            "{name}: {title}"
        );
    });
}

/// The smallest page must stay small: a teacher opens it between lessons.
#[test]
fn the_teachers_page_is_light() {
    let pages = pages().unwrap();
    let (_, page) = pages
        .iter()
        .find(|(name, _)| *name == "11-teacher-report")
        .unwrap();
    assert!(page.len() < 24 * 1024, "{} bytes", page.len());
}

/// Every class of ours that a page uses is in the stylesheet.
#[test]
fn every_class_is_in_the_stylesheet() {
    let css = include_str!("../../assets/mainstay.css");
    each(|name, page| {
        for class in values(page, "class")
            .iter()
            .flat_map(|classes| classes.split_whitespace())
        {
            let known = css.contains(&format!(".{class}")) || class.starts_with("govuk-");
            assert!(known, "{name} uses {class}, which has no look");
        }
    });
}
