//! Why an XML file is refused whole.

/// What is wrong with an XML file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum XmlFault {
    /// A document type, which a program could be tricked with.
    #[error("read xml: document type on line {line}")]
    Dtd {
        /// Where it stands.
        line: u32,
    },
    /// Not well formed, or not in the encoding it says.
    #[error("read xml: not well formed on line {line}")]
    Syntax {
        /// Where the reader stopped.
        line: u32,
    },
    /// Nested too deeply, or too much of it.
    #[error("read xml: past a limit on line {line}")]
    Limit {
        /// Where the limit was passed.
        line: u32,
    },
    /// Not a Common Transfer File.
    #[error("read xml: another root element")]
    Root,
    /// A Common Transfer File without its header or its pupils.
    #[error("read xml: header or pupil data missing")]
    Structure,
}

impl XmlFault {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Dtd { .. } => "E_XML_DTD",
            Self::Syntax { .. } => "E_XML_SYNTAX",
            Self::Limit { .. } => "E_XML_LIMIT",
            Self::Root => "E_XML_ROOT",
            Self::Structure => "E_XML_STRUCTURE",
        }
    }

    pub(super) const fn line(self) -> Option<u32> {
        match self {
            Self::Dtd { line } | Self::Syntax { line } | Self::Limit { line } => Some(line),
            Self::Root | Self::Structure => None,
        }
    }

    pub(super) fn what(self) -> String {
        match self {
            Self::Dtd { line } => format!(
                "The file has a document type on line {line}, which no transfer file needs and which can do harm"
            ),
            Self::Syntax { line } => format!("This XML file is damaged at line {line}"),
            Self::Limit { line } => {
                format!("There is more in this file than can be read at once, from line {line}")
            }
            Self::Root => "This is not a common transfer file".into(),
            Self::Structure => {
                "This common transfer file has no header, no pupils, or another document's name"
                    .into()
            }
        }
    }

    pub(super) const fn remedy(self) -> &'static str {
        match self {
            Self::Dtd { .. } => "Ask the sending school to make the file again in its own system",
            Self::Syntax { .. } => "Download the file again. Do not open and save it on the way",
            Self::Limit { .. } => "Ask the sending school for one file for each group of pupils",
            Self::Root | Self::Structure => {
                "Choose the file whose name has CTF in the middle and ends in .xml"
            }
        }
    }
}
