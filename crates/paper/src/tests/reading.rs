//! Reads a finished PDF back as a screen reader would: the tag tree in order,
//! each tag with its own words. Nothing here knows what the words should be.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, Name, Number, Object, Stream, String as PdfString};

use super::ink::{Marked, Side, embedded, read_side};

/// A tag as it opens.
#[derive(Debug)]
pub struct Tag {
    /// "H1", "TH", "Figure".
    kind: String,
    /// Its alternative, when it has one.
    alt: Option<String>,
    /// What a header cell heads: "Row" or "Column".
    scope: Option<String>,
}

/// A step on the way through the tag tree.
#[derive(Debug)]
enum Heard {
    Open(Tag),
    Words(String),
    Close,
}

/// A PDF read back.
#[derive(Debug)]
pub struct Reading {
    heard: Vec<Heard>,
    /// What is printed on each side.
    pub sides: Vec<Side>,
    /// The document's language.
    pub language: String,
    /// Whether a viewer shows the title rather than the file name.
    pub shows_title: bool,
    /// The XMP packet.
    pub metadata: String,
    /// For each font on the first side, whether it carries its letters.
    pub embedded: Vec<bool>,
}

impl Reading {
    /// Reads a file.
    pub fn of(bytes: &[u8]) -> Self {
        let pdf = Pdf::new(bytes.to_vec()).expect("a readable PDF");
        let catalog: Dict<'_> = pdf.xref().get(pdf.xref().root_id()).expect("a catalog");
        let mut marked = Marked::new();
        let pages = pdf.pages().iter().enumerate();
        let sides = pages
            .map(|(number, page)| read_side(page, number, &mut marked))
            .collect();
        let pages: Vec<_> = pdf.pages().iter().map(|page| page.raw().obj_id()).collect();
        let side_of = |tag: &Dict<'_>| {
            let page: Dict<'_> = tag.get("Pg")?;
            pages.iter().position(|id| *id == page.obj_id())
        };
        let root: Dict<'_> = catalog.get("StructTreeRoot").expect("a tag tree");
        let mut heard = Vec::new();
        walk(&root, None, &side_of, &marked, &mut heard);
        let viewer: Option<Dict<'_>> = catalog.get("ViewerPreferences");
        let metadata: Stream<'_> = catalog.get("Metadata").expect("an XMP packet");
        let metadata = metadata.decoded().expect("plain XMP");
        Self {
            heard,
            sides,
            language: text_of(&catalog, "Lang").unwrap_or_default(),
            shows_title: viewer
                .and_then(|viewer| viewer.get("DisplayDocTitle"))
                .unwrap_or(false),
            metadata: String::from_utf8_lossy(&metadata).into_owned(),
            embedded: pdf.pages().iter().take(1).flat_map(embedded).collect(),
        }
    }

    /// The words within every tag of a kind.
    pub fn words_of(&self, kind: &str) -> Vec<String> {
        self.within(|tag| tag.kind == kind)
    }

    /// The words within every header cell of a scope.
    pub fn headers(&self, scope: &str) -> Vec<String> {
        self.within(|tag| tag.scope.as_deref() == Some(scope))
    }

    /// The alternative of every picture; `None` for a picture without one.
    pub fn pictures(&self) -> Vec<Option<&str>> {
        let tags = self.heard.iter().filter_map(|step| match step {
            Heard::Open(tag) => Some(tag),
            _ => None,
        });
        tags.filter(|tag| tag.kind == "Figure")
            .map(|tag| tag.alt.as_deref())
            .collect()
    }

    /// Everything that is read aloud, in order: a picture's alternative stands
    /// for all that is drawn in it.
    pub fn heard(&self) -> String {
        aloud(&self.heard)
    }

    fn within(&self, wanted: impl Fn(&Tag) -> bool) -> Vec<String> {
        let steps = self.heard.iter().enumerate();
        let found = steps.filter(|(_, step)| matches!(step, Heard::Open(tag) if wanted(tag)));
        found
            .map(|(at, _)| aloud(inside(&self.heard[at..])))
            .collect()
    }
}

/// The steps up to the close of the tag that opens first.
fn inside(steps: &[Heard]) -> &[Heard] {
    let mut open = 0;
    let end = steps.iter().position(|step| {
        match step {
            Heard::Open(_) => open += 1,
            Heard::Close => open -= 1,
            Heard::Words(_) => {}
        }
        open == 0
    });
    &steps[..end.unwrap_or(steps.len())]
}

fn aloud(steps: &[Heard]) -> String {
    let mut said: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(step) = steps.get(at) {
        match step {
            Heard::Open(Tag { alt: Some(alt), .. }) => {
                said.push(alt);
                at += inside(&steps[at..]).len();
            }
            Heard::Words(words) => said.push(words),
            Heard::Open(_) | Heard::Close => {}
        }
        at += 1;
    }
    tidy(&said.join(" "))
}

/// One space between words, and no places to break within them.
pub fn tidy(text: &str) -> String {
    let whole = text.replace('\u{200B}', "");
    whole.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text_of(dict: &Dict<'_>, key: &str) -> Option<String> {
    let text: PdfString<'_> = dict.get(key)?;
    let bytes = text.as_bytes();
    let Some(wide) = bytes.strip_prefix(&[0xFE, 0xFF]) else {
        return Some(bytes.iter().map(|byte| char::from(*byte)).collect());
    };
    let units = wide
        .chunks_exact(2)
        .map(|two| u16::from_be_bytes([two[0], two[1]]));
    String::from_utf16(&units.collect::<Vec<_>>()).ok()
}

/// Goes through a tag and all below it; `side` is where its words are if it
/// does not say.
fn walk(
    tag: &Dict<'_>,
    side: Option<usize>,
    side_of: &dyn Fn(&Dict<'_>) -> Option<usize>,
    marked: &Marked,
    heard: &mut Vec<Heard>,
) {
    let kind = tag
        .get::<Name<'_>>("S")
        .map(|kind| kind.as_str().to_owned());
    let opens = kind.is_some();
    let open = |kind| {
        Heard::Open(Tag {
            kind,
            alt: text_of(tag, "Alt"),
            scope: scope(tag),
        })
    };
    heard.extend(kind.map(open));
    let side = side_of(tag).or(side);
    for kid in kids(tag) {
        let (side, mark) = match &kid {
            Object::Number(mark) => (side, Some(mark.as_i64())),
            Object::Dict(dict) => {
                let mark: Option<Number> = dict.get("MCID");
                (side_of(dict).or(side), mark.map(|mark| mark.as_i64()))
            }
            _ => continue,
        };
        match (mark, kid) {
            (Some(mark), _) => {
                let words = side.and_then(|side| marked.get(&(side, mark)));
                heard.extend(words.cloned().map(Heard::Words));
            }
            (None, Object::Dict(dict)) => walk(&dict, side, side_of, marked, heard),
            (None, _) => {}
        }
    }
    heard.extend(opens.then_some(Heard::Close));
}

fn kids<'a>(tag: &Dict<'a>) -> Vec<Object<'a>> {
    match tag.get::<Object<'a>>("K") {
        Some(Object::Array(kids)) => kids.iter::<Object<'a>>().collect(),
        Some(kid) => vec![kid],
        None => Vec::new(),
    }
}

fn scope(tag: &Dict<'_>) -> Option<String> {
    let attributes: Vec<Dict<'_>> = match tag.get::<Object<'_>>("A")? {
        Object::Dict(one) => vec![one],
        Object::Array(all) => all.iter::<Dict<'_>>().collect(),
        _ => Vec::new(),
    };
    let scope = attributes
        .iter()
        .find_map(|one| one.get::<Name<'_>>("Scope"))?;
    Some(scope.as_str().to_owned())
}
