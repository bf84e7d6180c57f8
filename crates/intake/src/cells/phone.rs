//! Telephone numbers, kept as typed.

use crate::cells::{
    number::{is_figures, is_scientific},
    typed::Typed,
};

/// What a cell that should hold a telephone number says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phone {
    /// Nothing.
    Blank,
    /// A number, as typed.
    AsTyped(Typed),
    /// A number that had lost its first 0, which is back.
    Fixed(Typed),
    /// Too far gone to be dialled.
    Dropped,
}

/// Reads a telephone number.
///
/// Ten figures that begin with 1, 2 or 7 are a United Kingdom number whose 0 a
/// spreadsheet took away.
pub fn read(words: &str) -> Phone {
    if is_scientific(words) {
        return Phone::Dropped;
    }
    let solid: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    let lost_zero = solid.len() == 10 && is_figures(&solid) && solid.starts_with(['1', '2', '7']);
    if lost_zero {
        return Typed::read(&format!("0{words}")).map_or(Phone::Blank, Phone::Fixed);
    }
    Typed::read(words).map_or(Phone::Blank, Phone::AsTyped)
}
