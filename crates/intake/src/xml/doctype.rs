//! Looks for a document type before anything of a file is believed: not its
//! encoding, not that it is XML at all.

use encoding_rs::{UTF_16BE, UTF_16LE};

/// The line of the first document type, wherever in the file it stands, and
/// however damaged the file is. One inside a comment, a section of plain words
/// or an instruction is none; where such a thing is never closed, it is.
pub(super) fn line_of_doctype(bytes: &[u8]) -> Option<u32> {
    let order = match bytes {
        // A mark, or else an ASCII letter with its empty half.
        [0xFF, 0xFE, ..] | [_, 0, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] | [0, ..] => Some(UTF_16BE),
        _ => None,
    };
    match order {
        // What cannot be decoded becomes a mark of its own and hides nothing.
        Some(order) => found(order.decode_without_bom_handling(bytes).0.as_bytes()),
        // Every other encoding that is read writes these marks as ASCII does.
        None => found(bytes),
    }
}

/// What is passed over, from its opening to its close.
const PASSED_OVER: [(&[u8], &[u8]); 3] =
    [(b"<!--", b"-->"), (b"<![CDATA[", b"]]>"), (b"<?", b"?>")];

const DOCTYPE: &[u8] = b"<!DOCTYPE";

fn found(bytes: &[u8]) -> Option<u32> {
    let mut closed = [Closed::Perhaps; PASSED_OVER.len()];
    let mut at = 0;
    loop {
        let rest = bytes.get(at..)?;
        at += rest.iter().position(|byte| *byte == b'<')?;
        let rest = bytes.get(at..)?;
        let begins = rest.get(..DOCTYPE.len());
        if begins.is_some_and(|begins| begins.eq_ignore_ascii_case(DOCTYPE)) {
            let before = bytes.get(..at)?.iter().filter(|byte| **byte == b'\n');
            return u32::try_from(before.count() + 1).ok();
        }
        at += passed_over(rest, &mut closed).unwrap_or(1);
    }
}

/// Whether a close may still come; looked for once only, or a file of openings
/// would be searched to its end for each.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Closed {
    Perhaps,
    Never,
}

/// How many bytes the thing that opens here takes, if it is ever closed.
fn passed_over(rest: &[u8], closed: &mut [Closed; PASSED_OVER.len()]) -> Option<usize> {
    let mut kinds = PASSED_OVER.iter().zip(closed);
    let ((open, close), known) = kinds.find(|((open, _), _)| rest.starts_with(open))?;
    if *known == Closed::Never {
        return None;
    }
    let inside = rest.get(open.len()..)?;
    let ends = inside
        .windows(close.len())
        .position(|piece| piece == *close);
    if ends.is_none() {
        *known = Closed::Never;
    }
    Some(open.len() + ends? + close.len())
}
