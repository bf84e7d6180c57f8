//! A sentence or two with a little weight in them: strong words, quiet words, a link. Every piece is escaped.

use askama::filters::{Escaper, Html, HtmlSafe};
use std::fmt;

/// Words for people, in pieces. Plain text turns into one by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Strong(String),
    Quiet(String),
    /// Words only for those who hear the page.
    Unseen(String),
    Link {
        href: String,
        text: String,
    },
    /// Words in another language, with its code.
    Foreign {
        code: String,
        text: String,
    },
    Break,
}

impl Phrase {
    /// Begins with plain words.
    pub fn new(text: impl fmt::Display) -> Self {
        Self::default().text(text)
    }

    /// Begins with strong words.
    pub fn bold(text: impl fmt::Display) -> Self {
        Self::default().strong(text)
    }

    /// Plain words.
    #[must_use]
    pub fn text(self, text: impl fmt::Display) -> Self {
        self.piece(Piece::Text(text.to_string()))
    }

    /// Strong words.
    #[must_use]
    pub fn strong(self, text: impl fmt::Display) -> Self {
        self.piece(Piece::Strong(text.to_string()))
    }

    /// Quieter words.
    #[must_use]
    pub fn quiet(self, text: impl fmt::Display) -> Self {
        self.piece(Piece::Quiet(text.to_string()))
    }

    /// Words only for those who hear the page.
    #[must_use]
    pub fn unseen(self, text: impl fmt::Display) -> Self {
        self.piece(Piece::Unseen(text.to_string()))
    }

    /// A link to a page of ours.
    #[must_use]
    pub fn link(self, href: impl fmt::Display, text: impl fmt::Display) -> Self {
        self.piece(Piece::Link {
            href: href.to_string(),
            text: text.to_string(),
        })
    }

    /// Words in another language.
    #[must_use]
    pub fn foreign(self, code: impl fmt::Display, text: impl fmt::Display) -> Self {
        self.piece(Piece::Foreign {
            code: code.to_string(),
            text: text.to_string(),
        })
    }

    /// A new line.
    #[must_use]
    pub fn new_line(self) -> Self {
        self.piece(Piece::Break)
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty() || self.0 == [Piece::Text(String::new())]
    }

    fn piece(mut self, piece: Piece) -> Self {
        self.0.push(piece);
        self
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => escaped(out, "", text, "")?,
                Piece::Strong(text) => escaped(out, "<strong>", text, "</strong>")?,
                Piece::Quiet(text) => escaped(out, r#"<span class="ms-quiet">"#, text, "</span>")?,
                Piece::Unseen(text) => escaped(
                    out,
                    r#"<span class="govuk-visually-hidden">"#,
                    text,
                    "</span>",
                )?,
                Piece::Link { href, text } => {
                    escaped(
                        out,
                        r#"<a class="govuk-link govuk-link--no-visited-state" href=""#,
                        href,
                        r#"">"#,
                    )?;
                    escaped(out, "", text, "</a>")?;
                }
                Piece::Foreign { code, text } => {
                    escaped(out, r#"<span lang=""#, code, r#"">"#)?;
                    escaped(out, "", text, "</span>")?;
                }
                Piece::Break => out.write_str("<br>")?,
            }
        }
        Ok(())
    }
}

impl HtmlSafe for Phrase {}

fn escaped(out: &mut fmt::Formatter<'_>, before: &str, text: &str, after: &str) -> fmt::Result {
    out.write_str(before)?;
    Html.write_escaped_str(&mut *out, text)?;
    out.write_str(after)
}

impl From<&str> for Phrase {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<&&str> for Phrase {
    fn from(text: &&str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Phrase {
    fn from(text: String) -> Self {
        Self(vec![Piece::Text(text)])
    }
}

impl From<&String> for Phrase {
    fn from(text: &String) -> Self {
        Self::new(text)
    }
}

impl From<&Self> for Phrase {
    fn from(phrase: &Self) -> Self {
        phrase.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_is_escaped() {
        let bad = "<script>\"&";
        let phrase = Phrase::new(bad)
            .strong(bad)
            .quiet(bad)
            .unseen(bad)
            .link(bad, bad)
            .foreign(bad, bad)
            .to_string();
        assert!(!phrase.contains("<script"));
        assert!(!phrase.contains("\"&\""));
    }

    #[test]
    fn plain_text_is_a_phrase() {
        assert_eq!(
            Phrase::from("Last: Friday").strong("Dana").to_string(),
            "Last: Friday<strong>Dana</strong>"
        );
    }
}
