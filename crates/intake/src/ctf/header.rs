//! What the head of a transfer file says: which version, and for whom.

use crate::{fault::XmlFault, warning::Warning, xml::Element};

/// What our own school is known by, to tell files made for another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OurSchool {
    /// Unique reference number.
    pub urn: Option<String>,
    /// Local authority and establishment number, seven digits.
    pub laestab: Option<String>,
}

/// The school a file was made for, as far as it says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MeantFor {
    /// Unique reference number.
    pub urn: Option<String>,
    /// Local authority and establishment number, seven digits.
    pub laestab: Option<String>,
    /// Its name, where the file has it.
    pub name: Option<String>,
}

impl MeantFor {
    pub(super) fn read(header: &Element) -> Self {
        let words = |part| header.words(&["DestSchool", part]);
        let said = |words: &str| {
            let known = !words.is_empty() && !words.chars().all(|c| matches!(c, 'X' | 'x'));
            known.then(|| words.to_owned())
        };
        let number = said(words("LEA")).zip(said(words("Estab")));
        Self {
            urn: said(words("URN")),
            laestab: number.map(|(la, estab)| format!("{la}{estab}")),
            name: said(words("SchoolName")),
        }
    }
}

/// Looks at the header.
///
/// # Errors
/// [`XmlFault::Structure`] if it is that of another document.
pub(super) fn judge(header: &Element, ours: &OurSchool) -> Result<Vec<Warning>, XmlFault> {
    if header.words(&["DocumentName"]) != "Common Transfer File" {
        return Err(XmlFault::Structure);
    }
    let mut warnings = Vec::new();
    if !is_known(header.words(&["CTFversion"])) {
        warnings.push(Warning::CtfVersion);
    }
    if is_for_another(header, ours) {
        warnings.push(Warning::CtfDestination);
    }
    Ok(warnings)
}

/// 12.0 to 26.0.
fn is_known(version: &str) -> bool {
    let (whole, part) = version.split_once('.').unwrap_or((version, "0"));
    match (whole.parse::<u8>(), part.parse::<u32>()) {
        (Ok(whole), Ok(part)) => (12..=25).contains(&whole) || (whole == 26 && part == 0),
        _ => false,
    }
}

/// Whether the file names a school that is not ours. Where the sender did not
/// know the school, it writes XXX.
fn is_for_another(header: &Element, ours: &OurSchool) -> bool {
    let la = header.words(&["DestSchool", "LEA"]);
    let estab = header.words(&["DestSchool", "Estab"]);
    let urn = header.words(&["DestSchool", "URN"]);
    let unknown = |words: &str| words.chars().all(|c| matches!(c, 'X' | 'x'));
    if unknown(la) && unknown(estab) && unknown(urn) {
        return false;
    }
    if let Some(ours) = ours.urn.as_deref().filter(|_| !unknown(urn)) {
        return ours != urn;
    }
    match &ours.laestab {
        Some(ours) if !unknown(la) && !unknown(estab) => *ours != format!("{la}{estab}"),
        _ => false,
    }
}
