//! Reads a transfer file from end to end, one pupil in memory at a time.

use std::collections::HashSet;

use jiff::civil::Date;

use crate::{
    cells::upn::Upn,
    ctf::{
        header::{MeantFor, OurSchool, judge},
        pupil::{CtfPupilRow, pupil},
    },
    fault::{FileFault, XmlFault},
    limits::Limits,
    reading::{Accepted, FileRefused, Reading, Refused, Source, Units},
    reason::Reason,
    warning::{Notes, Warning},
    xml::{Element, Piece, Pieces, collect, decode, skip},
};

/// Reads a Common Transfer File. The line of a row is the number of the pupil.
///
/// # Errors
/// [`FileRefused`] for `E_EMPTY`, `E_XML_DTD`, `E_XML_SYNTAX`, `E_XML_LIMIT`,
/// `E_XML_ROOT` or `E_XML_STRUCTURE`, in that order.
pub fn read(
    bytes: &[u8],
    today: Date,
    ours: &OurSchool,
    limits: &Limits,
) -> Result<Reading<CtfPupilRow>, FileRefused> {
    let mut source = Source {
        units: Units::Pupils,
        headings: ["UPN", "Surname", "Forename", "DOB"]
            .map(str::to_owned)
            .to_vec(),
        ..Source::default()
    };
    let read = decode(bytes, limits).and_then(|text| {
        source.encoding = Some(text.encoding);
        let mut file = File {
            today,
            limits,
            seen: HashSet::new(),
            header: None,
            reading: None,
            is_ctf: false,
        };
        file.read(&mut Pieces::of(&text.words, limits.xml_depth))?;
        let header = file.header.ok_or(XmlFault::Structure)?;
        let warnings: Vec<Warning> = judge(&header, ours)?;
        let mut reading = file.reading.ok_or(XmlFault::Structure)?;
        reading.warnings = warnings;
        Ok(reading)
    });
    match read {
        Ok(reading) => Ok(Reading { source, ..reading }),
        Err(fault) => Err(FileRefused { fault, source }),
    }
}

/// The school a transfer file was made for; nothing if it is no such file.
pub fn meant_for(bytes: &[u8], limits: &Limits) -> Option<MeantFor> {
    let text = decode(bytes, limits).ok()?;
    let mut pieces = Pieces::of(&text.words, limits.xml_depth);
    while let Some(piece) = pieces.next().ok()? {
        match (piece, pieces.depth()) {
            (Piece::Open(name), 2) if name == "Header" => {
                let header = collect(&mut pieces, limits.xml_elements).ok()?;
                return Some(MeantFor::read(&header));
            }
            (Piece::Open(_), 2) => skip(&mut pieces).ok()?,
            _ => {}
        }
    }
    None
}

/// What has been read of a file.
struct File<'l> {
    today: Date,
    limits: &'l Limits,
    seen: HashSet<Upn>,
    header: Option<Element>,
    reading: Option<Reading<CtfPupilRow>>,
    is_ctf: bool,
}

/// More pupils than one file may have.
struct TooMany;

impl File<'_> {
    fn read(&mut self, pieces: &mut Pieces<'_>) -> Result<(), FileFault> {
        while let Some(piece) = pieces.next()? {
            match (piece, pieces.depth()) {
                (Piece::Open(name), 1) => self.is_ctf = name == "CTfile",
                (Piece::Open(name), 2) if self.is_ctf && name == "Header" => {
                    let header = collect(pieces, self.limits.xml_elements)?;
                    self.header.get_or_insert(header);
                }
                (Piece::Open(name), 2) if self.is_ctf && name == "CTFpupilData" => {
                    self.reading.get_or_insert_default();
                }
                (Piece::Open(name), 3) if name == "Pupil" => {
                    let element = collect(pieces, self.limits.xml_elements)?;
                    self.take(&element).map_err(|TooMany| XmlFault::Limit {
                        line: pieces.line(),
                    })?;
                }
                (Piece::Open(_), 2 | 3) => skip(pieces)?,
                _ => {}
            }
        }
        // Only now: damage anywhere in the file comes before these.
        if let Some(line) = pieces.too_deep() {
            return Err(XmlFault::Limit { line }.into());
        }
        if !self.is_ctf {
            return Err(XmlFault::Root.into());
        }
        Ok(())
    }

    fn take(&mut self, element: &Element) -> Result<(), TooMany> {
        let reading = self.reading.get_or_insert_default();
        if reading.total() == self.limits.rows {
            return Err(TooMany);
        }
        let line = u32::try_from(reading.total() + 1).unwrap_or(u32::MAX);
        let mut notes = Notes::default();
        match pupil(element, self.today, &mut self.seen, &mut notes) {
            Ok(row) => reading.accepted.push(Accepted {
                line,
                row,
                notes: notes.into_notes(),
            }),
            Err(reason) => reading.refused.push(refused(element, line, reason)),
        }
        Ok(())
    }
}

fn refused(element: &Element, line: u32, reason: Reason) -> Refused {
    let cells = ["UPN", "Surname", "Forename", "DOB"];
    Refused {
        line,
        reason,
        cells: cells.map(|name| element.words(&[name]).to_owned()).to_vec(),
    }
}
