//! What is printed on a side: its letters, found through each font's own map
//! back to text, and the marks that tie them to the tag tree.

use std::collections::HashMap;

use hayro_cmap::{BfString, CMap};
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Array, Dict, Number, Object, Stream};
use hayro_syntax::page::Page;

use super::reading::tidy;

/// Words by the side they are on and the mark they carry there.
pub type Marked = HashMap<(usize, i64), String>;

/// Reads a side whole, and adds its marked words to `marked`.
pub fn read_side(page: &Page<'_>, side: usize, marked: &mut Marked) -> String {
    let letters = letters(page);
    let mut font = None;
    let mut within: Vec<Option<i64>> = Vec::new();
    let mut printed = String::new();
    let mut operations = page.typed_operations();
    while let Some(operation) = operations.next() {
        let shown = match operation {
            TypedInstruction::TextFont(set) => {
                font = letters.get(set.0.as_str());
                continue;
            }
            TypedInstruction::BeginMarkedContent(_) => {
                within.push(None);
                continue;
            }
            TypedInstruction::BeginMarkedContentWithProperties(mark) => {
                let number: Option<Number> =
                    mark.1.clone().into_dict().and_then(|dict| dict.get("MCID"));
                within.push(number.map(|number| number.as_i64()));
                continue;
            }
            TypedInstruction::EndMarkedContent(_) => {
                within.pop();
                continue;
            }
            TypedInstruction::EndText(_) => " ".to_owned(),
            TypedInstruction::ShowText(text) => decode(font, text.0.as_bytes()),
            TypedInstruction::ShowTexts(texts) => {
                let texts = texts.0.iter::<Object<'_>>().filter_map(Object::into_string);
                texts.map(|text| decode(font, text.as_bytes())).collect()
            }
            _ => continue,
        };
        printed.push_str(&shown);
        if let Some(mark) = within.iter().rev().find_map(|mark| *mark) {
            marked.entry((side, mark)).or_default().push_str(&shown);
        }
    }
    tidy(&printed)
}

/// For each font used on a side, whether it carries its letters with it.
pub fn embedded(page: &Page<'_>) -> Vec<bool> {
    let fonts = &page.resources().fonts;
    let carries = |font: Dict<'_>| {
        let below: Array<'_> = font.get("DescendantFonts")?;
        let below = below.iter::<Dict<'_>>().next()?;
        let described: Dict<'_> = below.get("FontDescriptor")?;
        Some(described.contains_key("FontFile2") || described.contains_key("FontFile3"))
    };
    let named = fonts
        .keys()
        .filter_map(|name| fonts.get::<Dict<'_>>(name.as_str()));
    named.map(|font| carries(font) == Some(true)).collect()
}

/// Each font's way back from codes to letters.
fn letters(page: &Page<'_>) -> HashMap<String, CMap> {
    let fonts = &page.resources().fonts;
    let map = |name: &str| {
        let font: Dict<'_> = fonts.get(name)?;
        let map: Stream<'_> = font.get("ToUnicode")?;
        CMap::parse(&map.decoded().ok()?, |_| None)
    };
    let named = fonts.keys();
    named
        .filter_map(|name| Some((name.as_str().to_owned(), map(name.as_str())?)))
        .collect()
}

fn decode(font: Option<&CMap>, codes: &[u8]) -> String {
    let Some(map) = font else {
        return String::new();
    };
    let letter = |two: &[u8]| match map.lookup_bf_string(u32::from(two[0]) << 8 | u32::from(two[1]))
    {
        Some(BfString::Char(letter)) => letter.to_string(),
        Some(BfString::String(letters)) => letters,
        None => "\u{0}".to_owned(),
    };
    codes.chunks_exact(2).map(letter).collect()
}
