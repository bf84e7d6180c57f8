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

/// A side as printed.
#[derive(Debug)]
pub struct Side {
    /// Everything on it, foot included.
    pub words: String,
    /// Where each run of letters begins: points from the left and the bottom.
    pub spots: Vec<(f64, f64)>,
}

/// A way of placing: scale, turn, then move.
type Matrix = [f64; 6];

fn then(first: Matrix, next: Matrix) -> Matrix {
    let turned = |x: f64, y: f64| [x * next[0] + y * next[2], x * next[1] + y * next[3]];
    let across = turned(first[0], first[1]);
    let up = turned(first[2], first[3]);
    let at = turned(first[4], first[5]);
    [
        across[0],
        across[1],
        up[0],
        up[1],
        at[0] + next[4],
        at[1] + next[5],
    ]
}

/// What the operations so far have set.
struct Pen<'a> {
    font: Option<&'a CMap>,
    marks: Vec<Option<i64>>,
    places: Vec<Matrix>,
    place: Matrix,
    text: Matrix,
}

/// Reads a side whole, and adds its marked words to `marked`.
pub fn read_side(page: &Page<'_>, number: usize, marked: &mut Marked) -> Side {
    let letters = letters(page);
    let still = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
    let (marks, places) = (Vec::new(), Vec::new());
    let mut pen = Pen {
        font: None,
        marks,
        places,
        place: still,
        text: still,
    };
    let mut side = Side {
        words: String::new(),
        spots: Vec::new(),
    };
    let mut operations = page.typed_operations();
    while let Some(operation) = operations.next() {
        let Some(shown) = pen.follow(operation, &letters) else {
            continue;
        };
        let [.., x, y] = then(pen.text, pen.place);
        side.spots
            .extend((!shown.trim().is_empty()).then_some((x, y)));
        side.words.push_str(&shown);
        if let Some(mark) = pen.marks.iter().rev().find_map(|mark| *mark) {
            marked.entry((number, mark)).or_default().push_str(&shown);
        }
    }
    side.words = tidy(&side.words);
    side
}

impl<'a> Pen<'a> {
    /// Follows one operation; gives the letters it shows.
    fn follow(
        &mut self,
        operation: TypedInstruction<'_, '_>,
        letters: &'a HashMap<String, CMap>,
    ) -> Option<String> {
        match operation {
            TypedInstruction::SaveState(_) => self.places.push(self.place),
            TypedInstruction::RestoreState(_) => self.place = self.places.pop()?,
            TypedInstruction::Transform(m) => {
                let m = [m.0, m.1, m.2, m.3, m.4, m.5].map(|n| n.as_f64());
                self.place = then(m, self.place);
            }
            TypedInstruction::SetTextMatrix(m) => {
                self.text = [m.0, m.1, m.2, m.3, m.4, m.5].map(|n| n.as_f64());
            }
            TypedInstruction::TextFont(set) => self.font = letters.get(set.0.as_str()),
            TypedInstruction::BeginMarkedContent(_) => self.marks.push(None),
            TypedInstruction::BeginMarkedContentWithProperties(mark) => {
                let properties = mark.1.clone().into_dict();
                let number: Option<Number> = properties.and_then(|dict| dict.get("MCID"));
                self.marks.push(number.map(|number| number.as_i64()));
            }
            TypedInstruction::EndMarkedContent(_) => {
                self.marks.pop();
            }
            TypedInstruction::EndText(_) => return Some(" ".to_owned()),
            TypedInstruction::ShowText(text) => return Some(decode(self.font, text.0.as_bytes())),
            TypedInstruction::ShowTexts(texts) => {
                let texts = texts.0.iter::<Object<'_>>().filter_map(Object::into_string);
                return Some(
                    texts
                        .map(|text| decode(self.font, text.as_bytes()))
                        .collect(),
                );
            }
            _ => {}
        }
        None
    }
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
