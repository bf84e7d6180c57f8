//! The pictures of the design, from the design's numbers; and nothing but words and numbers in them.

mod beside;
mod progress;
mod scale;
mod small;
mod target_days;
mod timeline;

const BAD: &str = "<script>alert(\"x\")</script>";

fn assert_has(picture: &super::Picture, parts: &[&str]) {
    let picture = picture.to_string();
    for part in parts {
        assert!(picture.contains(part), "no {part} in {picture}");
    }
}

/// Named for those who do not see it, its words escaped, and nothing painted in place.
fn assert_sound(picture: &super::Picture) {
    let drawn = picture.to_string();
    assert!(
        drawn.starts_with("<svg ")
            && drawn.contains(r#" role="img" aria-labelledby=""#)
            && drawn.contains("<title id=")
    );
    for inline in ["<script", " style=", " onload=", "NaN", "inf"] {
        assert!(!drawn.contains(inline), "{inline} in {drawn}");
    }
}
