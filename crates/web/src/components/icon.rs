//! Every icon we draw, and the mark. An icon always sits beside a word, never instead of one.
//! A page draws the sprite once; after that an icon is a short reference to it.

use askama::filters::HtmlSafe;
use std::fmt;

/// A 24-unit drawing with round 2-unit strokes, made for this product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Icon {
    Tick,
    Cross,
    Arrow,
    Chev,
    Clock,
    Late,
    House,
    Book,
    Lock,
    Eye,
    Sound,
    Mic,
    Mail,
    Phone,
    Paper,
    People,
    Search,
    Star,
    Print,
    Pen,
    Speech,
    Meet,
    Shield,
    Wave,
    Hand,
    Plus,
    Up,
    Down,
    Same,
    Change,
    Globe,
    Gift,
}

impl Icon {
    /// All of them, in the order the sprite draws them.
    pub const ALL: [Self; 32] = [
        Self::Tick,
        Self::Cross,
        Self::Arrow,
        Self::Chev,
        Self::Clock,
        Self::Late,
        Self::House,
        Self::Book,
        Self::Lock,
        Self::Eye,
        Self::Sound,
        Self::Mic,
        Self::Mail,
        Self::Phone,
        Self::Paper,
        Self::People,
        Self::Search,
        Self::Star,
        Self::Print,
        Self::Pen,
        Self::Speech,
        Self::Meet,
        Self::Shield,
        Self::Wave,
        Self::Hand,
        Self::Plus,
        Self::Up,
        Self::Down,
        Self::Same,
        Self::Change,
        Self::Globe,
        Self::Gift,
    ];

    /// The name in the sprite, and what is drawn under it.
    const fn drawing(self) -> (&'static str, &'static str) {
        match self {
            Self::Tick => ("tick", r#"<path d="M4.5 12.5l5 5L19.5 7"/>"#),
            Self::Cross => ("cross", r#"<path d="M6 6l12 12M18 6L6 18"/>"#),
            Self::Arrow => ("arrow", r#"<path d="M4 12h15M13 6l6 6-6 6"/>"#),
            Self::Chev => ("chev", r#"<path d="M9 5l7 7-7 7"/>"#),
            Self::Clock => (
                "clock",
                r#"<circle cx="12" cy="12" r="9"/><path d="M12 7v5.5l3.5 2"/>"#,
            ),
            Self::Late => (
                "late",
                r#"<path d="M12 3l9.5 17h-19z"/><path d="M12 10v4.5M12 17.4v.1"/>"#,
            ),
            Self::House => ("house", r#"<path d="M4 11l8-7 8 7v9h-5.5v-6h-5v6H4z"/>"#),
            Self::Book => (
                "book",
                r#"<path d="M12 6.5C10 5 7 4.5 3.5 4.5v14c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-14C17 4.5 14 5 12 6.5zM12 6.5v14"/>"#,
            ),
            Self::Lock => (
                "lock",
                r#"<rect x="5" y="11" width="14" height="9.5" rx="2"/><path d="M8 11V8a4 4 0 018 0v3"/>"#,
            ),
            Self::Eye => (
                "eye",
                r#"<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="3"/>"#,
            ),
            Self::Sound => (
                "sound",
                r#"<path d="M4 9.5v5h3.5L12 19V5L7.5 9.5z"/><path d="M15.5 9a4.2 4.2 0 010 6M18 6.5a8 8 0 010 11"/>"#,
            ),
            Self::Mic => (
                "mic",
                r#"<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5.5 11.5a6.5 6.5 0 0013 0M12 18v3.5"/>"#,
            ),
            Self::Mail => (
                "mail",
                r#"<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M3.5 7l8.5 6 8.5-6"/>"#,
            ),
            Self::Phone => (
                "phone",
                r#"<path d="M6 3.5h3l1.5 5-2.2 1.5a12 12 0 005.7 5.7l1.5-2.2 5 1.5v3A2 2 0 0118.5 20 15.5 15.5 0 014 5.5a2 2 0 012-2z"/>"#,
            ),
            Self::Paper => (
                "paper",
                r#"<path d="M6 3h8.5L19 7.5V21H6z"/><path d="M14 3v5h5M9 12.5h7M9 16.5h7"/>"#,
            ),
            Self::People => (
                "people",
                r#"<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20a6.5 6.5 0 0113 0M16 5a3.3 3.3 0 010 6.3M18 14.5a6 6 0 013.5 5.5"/>"#,
            ),
            Self::Search => (
                "search",
                r#"<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5L21 21"/>"#,
            ),
            Self::Star => (
                "star",
                r#"<path d="M12 3.5l2.6 5.5 6 .8-4.4 4.2 1.1 6L12 17.1 6.7 20l1.1-6L3.4 9.8l6-.8z"/>"#,
            ),
            Self::Print => (
                "print",
                r#"<path d="M7 8V3.5h10V8M7 17H4V8.5h16V17h-3"/><path d="M7 14h10v6.5H7z"/>"#,
            ),
            Self::Pen => ("pen", r#"<path d="M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19z"/>"#),
            Self::Speech => ("speech", r#"<path d="M4 5h16v11h-8.5L7 20v-4H4z"/>"#),
            Self::Meet => ("meet", r#"<path d="M12 3.5l8.5 8.5-8.5 8.5L3.5 12z"/>"#),
            Self::Shield => (
                "shield",
                r#"<path d="M12 3l8 3v6c0 4.5-3.3 7.7-8 9-4.7-1.3-8-4.5-8-9V6z"/>"#,
            ),
            Self::Wave => ("wave", r#"<path d="M3 14c3-5 6-5 9 0s6 5 9 0"/>"#),
            Self::Hand => (
                "hand",
                r#"<path d="M7 12V6.5a1.5 1.5 0 013 0V11V4.5a1.5 1.5 0 013 0V11V5.5a1.5 1.5 0 013 0V12V8.5a1.5 1.5 0 013 0V15a6 6 0 01-6 6h-1.5c-2 0-3.5-1-4.5-2.5L4 14.5c-.7-1.3 1-2.7 2.2-1.6z"/>"#,
            ),
            Self::Plus => ("plus", r#"<path d="M12 5v14M5 12h14"/>"#),
            Self::Up => ("up", r#"<path d="M12 19V5M6 11l6-6 6 6"/>"#),
            Self::Down => ("down", r#"<path d="M12 5v14M6 13l6 6 6-6"/>"#),
            Self::Same => ("same", r#"<path d="M5 9.5h14M5 14.5h14"/>"#),
            Self::Change => ("change", r#"<path d="M4 8h13l-3.5-3.5M20 16H7l3.5 3.5"/>"#),
            Self::Globe => (
                "globe",
                r#"<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3z"/>"#,
            ),
            Self::Gift => (
                "gift",
                r#"<path d="M4 10h16v10.5H4zM3 6.5h18V10H3zM12 6.5v14M12 6.5C9 6.5 7 5.5 7.5 4s3.5-.5 4.5 2.5c1-3 4-4 4.5-2.5s-1.5 2.5-4.5 2.5z"/>"#,
            ),
        }
    }

    /// The same icon, turned round on right-to-left pages; for those that point somewhere.
    #[must_use]
    pub const fn pointing(self) -> Pointing {
        Pointing(self)
    }
}

impl fmt::Display for Icon {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        reference(out, "ms-i", *self)
    }
}

impl HtmlSafe for Icon {}

/// An icon with a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointing(Icon);

impl fmt::Display for Pointing {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        reference(out, "ms-i ms-i--dir", self.0)
    }
}

impl HtmlSafe for Pointing {}

fn reference(out: &mut fmt::Formatter<'_>, class: &str, icon: Icon) -> fmt::Result {
    let name = icon.drawing().0;
    write!(
        out,
        r##"<svg class="{class}" aria-hidden="true" focusable="false"><use href="#i-{name}"/></svg>"##
    )
}

/// Every icon and the holiday hatching, drawn once at the top of a page and shown nowhere itself.
#[derive(Clone, Copy, Debug)]
pub struct Sprite;

impl fmt::Display for Sprite {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(concat!(
            r#"<svg class="ms-sprite" width="0" height="0" aria-hidden="true" focusable="false"><defs>"#,
            r#"<pattern id="ms-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">"#,
            r##"<rect width="7" height="7" fill="#f0efe9"/><line x1="0" y1="0" x2="0" y2="7" stroke="#b9bdb9" stroke-width="2.5"/>"##,
            "</pattern></defs>",
        ))?;
        for icon in Icon::ALL {
            let (name, shape) = icon.drawing();
            write!(
                out,
                r#"<symbol id="i-{name}" viewBox="0 0 24 24">{shape}</symbol>"#
            )?;
        }
        out.write_str("</svg>")
    }
}

impl HtmlSafe for Sprite {}

/// The mark: three points, three lines, one warm dot at the top.
#[derive(Clone, Copy, Debug)]
pub struct Mark;

impl fmt::Display for Mark {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(concat!(
            r#"<svg class="ms-mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">"#,
            r#"<line x1="20" y1="9" x2="20" y2="33"/><path d="M20 9Q12 24 5 33"/><path d="M20 9Q28 24 35 33"/>"#,
            r#"<circle cx="5" cy="34" r="3.3"/><circle cx="20" cy="34" r="3.3"/><circle cx="35" cy="34" r="3.3"/>"#,
            r#"<circle class="mk-top" cx="20" cy="7" r="5.2"/></svg>"#,
        ))
    }
}

impl HtmlSafe for Mark {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_icon_is_hidden_from_screen_readers_and_drawn_in_the_sprite() {
        let sprite = Sprite.to_string();
        for icon in Icon::ALL {
            assert!(icon.to_string().contains(r#"aria-hidden="true""#));
            assert!(sprite.contains(&format!(r#"<symbol id="i-{}""#, icon.drawing().0)));
        }
        assert!(!sprite.contains("style="));
    }

    #[test]
    fn an_arrow_turns_on_right_to_left_pages() {
        assert!(Icon::Arrow.pointing().to_string().contains("ms-i--dir"));
    }
}
