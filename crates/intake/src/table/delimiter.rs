//! Which character parts the cells of a file.

use std::{iter::Peekable, str::Chars};

use serde::{Serialize, Serializer};

/// The character between cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Delimiter {
    /// `,`
    #[default]
    Comma,
    /// `;`, which spreadsheets write where the comma is a decimal sign.
    Semicolon,
    /// TAB, as in "Unicode text".
    Tab,
    /// `|`
    Pipe,
}

impl Delimiter {
    /// All, the likeliest first: a tie goes to the earlier.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Pipe];

    /// The character itself.
    pub const fn character(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
            Self::Pipe => '|',
        }
    }

    /// The most frequent of the four outside quotes in the first line that has
    /// text; comma where there is none.
    pub fn of(text: &str) -> Self {
        let mut counts = [0_usize; 4];
        let mut has_text = false;
        let mut cell_opens = true;
        let mut characters = text.chars().peekable();
        while let Some(c) = characters.next() {
            if c == '"' && cell_opens {
                has_text |= skip_quoted(&mut characters);
                cell_opens = false;
                continue;
            }
            let which = Self::ALL.iter().position(|one| one.character() == c);
            let line_ends = matches!(c, '\r' | '\n');
            if line_ends && has_text {
                break;
            }
            if line_ends {
                counts = [0; 4];
            } else if let Some(count) = which.and_then(|at| counts.get_mut(at)) {
                *count += 1;
            } else {
                has_text |= !c.is_whitespace();
            }
            cell_opens = line_ends || which.is_some();
        }
        most_frequent(counts)
    }
}

impl Serialize for Delimiter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_char(self.character())
    }
}

/// Passes over the rest of a quoted cell and says whether it held text.
fn skip_quoted(characters: &mut Peekable<Chars<'_>>) -> bool {
    let mut has_text = false;
    while let Some(c) = characters.next() {
        if c == '"' && characters.next_if_eq(&'"').is_none() {
            break;
        }
        has_text |= !c.is_whitespace();
    }
    has_text
}

fn most_frequent(counts: [usize; 4]) -> Delimiter {
    let most = counts.iter().copied().max().unwrap_or_default();
    let first = Delimiter::ALL
        .into_iter()
        .zip(counts)
        .find(|(_, count)| *count == most);
    first.map_or(Delimiter::Comma, |(delimiter, _)| delimiter)
}
