//! Each part draws what it should, tied together by id, and escapes every word it is given.

mod boxes;
mod fields;
mod lists;
mod places;

/// What nobody may ever smuggle into a page.
const BAD: &str = "<script>alert(\"x\")</script>&'";

/// A part given [`BAD`] everywhere shows it as words, and has no style, handler or script of its own.
fn assert_harmless(drawn: impl std::fmt::Display) {
    let drawn = drawn.to_string();
    assert!(
        drawn.contains("&#60;script&#62;"),
        "the words are shown, escaped: {drawn}"
    );
    for inline in ["<script", "alert(\"", " style=", " onclick=", "javascript:"] {
        assert!(!drawn.contains(inline), "{inline} in {drawn}");
    }
}

/// The markup holds each of these.
fn assert_has(drawn: impl std::fmt::Display, parts: &[&str]) {
    let drawn = drawn.to_string();
    for part in parts {
        assert!(drawn.contains(part), "no {part} in {drawn}");
    }
}
