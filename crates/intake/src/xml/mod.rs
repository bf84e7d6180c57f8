//! XML read strictly and piece by piece: no document type, no entity but the
//! five, well formed to the letter.
//!
//! The library below is lenient by design, so what it lets through is refused
//! here. Nothing here knows what a pupil is.

mod declaration;
mod decode;
mod doctype;
mod element;
mod pieces;

pub(crate) use decode::decode;
pub(crate) use element::{Element, collect, skip};
pub(crate) use pieces::{Piece, Pieces};
