//! One element with all that is in it, for parts of a file that are small.

use crate::{
    fault::XmlFault,
    xml::pieces::{Piece, Pieces},
};

/// An element, its words and what is inside it.
#[derive(Default)]
pub(crate) struct Element {
    name: String,
    words: String,
    inside: Vec<Element>,
}

impl Element {
    /// Every element of a name directly inside this one.
    pub(crate) fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Self> {
        self.inside.iter().filter(move |one| one.name == name)
    }

    /// The first element at the end of a path.
    pub(crate) fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |element, name| {
            element.inside.iter().find(|one| one.name == *name)
        })
    }

    /// The words at the end of a path, trimmed; blank where nothing is there.
    pub(crate) fn words(&self, path: &[&str]) -> &str {
        self.at(path).map_or("", |element| element.words.trim())
    }
}

/// Reads to the end of the element that was just opened.
///
/// # Errors
/// [`XmlFault`]; [`XmlFault::Limit`] for more than `most` elements.
pub(crate) fn collect(pieces: &mut Pieces<'_>, most: usize) -> Result<Element, XmlFault> {
    let mut open = vec![Element::default()];
    let mut count = 0;
    while let Some(piece) = pieces.next()? {
        match piece {
            Piece::Open(name) => {
                count += 1;
                if count > most {
                    return Err(XmlFault::Limit {
                        line: pieces.line(),
                    });
                }
                // Such a file is refused at its end; a tree that deep could
                // not even be dropped.
                if pieces.is_too_deep() {
                    skip(pieces)?;
                    continue;
                }
                open.push(Element {
                    name: name.into_owned(),
                    ..Element::default()
                });
            }
            Piece::Words(words) => {
                if let Some(element) = open.last_mut() {
                    element.words.push_str(&words);
                }
            }
            Piece::Close => {
                let Some(done) = open.pop() else { break };
                match open.last_mut() {
                    Some(outer) => outer.inside.push(done),
                    None => return Ok(done),
                }
            }
        }
    }
    // The pieces end only where every element is closed.
    Ok(open.pop().unwrap_or_default())
}

/// Reads past the element that was just opened.
///
/// # Errors
/// [`XmlFault`].
pub(crate) fn skip(pieces: &mut Pieces<'_>) -> Result<(), XmlFault> {
    let outside = pieces.depth().saturating_sub(1);
    while pieces.depth() > outside {
        if pieces.next()?.is_none() {
            break;
        }
    }
    Ok(())
}
