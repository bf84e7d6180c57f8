//! Why a whole file is refused, and the words for it.
//!
//! Faults of single rows are in [`crate::reason`].

mod bundle;
mod xml;

pub use bundle::BundleFault;
pub use xml::XmlFault;

/// What is wrong with a file, so that none of it can be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    /// A spreadsheet, picture, PDF or other file that is not text.
    #[error("read file: not text")]
    Binary,
    /// Nothing in it but white space.
    #[error("read file: empty")]
    Empty,
    /// Bytes that belong to none of the encodings schools use.
    #[error("read file: unknown text encoding")]
    Encoding,
    /// More bytes than allowed.
    #[error("read file: more than {at_most} bytes")]
    TooLarge {
        /// Bytes allowed.
        at_most: usize,
    },
    /// More rows, columns or characters in a cell than allowed.
    #[error("read file: too much on line {line}")]
    TooMuch {
        /// Where the limit was passed.
        line: u32,
    },
    /// Text after a closing quote, or a quote never closed.
    #[error("read file: quoting fault on line {line}")]
    CsvSyntax {
        /// Where the text stands, or where the quote that is never closed was
        /// opened.
        line: u32,
    },
    /// Two headings mean the same thing.
    #[error("match headings: two columns for {means}")]
    DupColumn {
        /// What both mean, to go inside a sentence.
        means: &'static str,
        /// The headings as written.
        headings: [String; 2],
    },
    /// Something every row needs has no column.
    #[error("match headings: {} required columns missing", missing.len())]
    MissingColumn {
        /// What is missing; any one of each inner list would do.
        missing: Vec<Vec<&'static str>>,
    },
    /// A calendar file that is cut short or not one at all.
    #[error("read calendar: not a whole iCalendar file")]
    IcsSyntax,
    /// A JSON file that is cut short or not JSON.
    #[error("read calendar: JSON fault on line {line}")]
    JsonSyntax {
        /// Where the reader stopped.
        line: u32,
    },
    /// JSON, but neither term dates nor bank holidays.
    #[error("read calendar: JSON without terms or bank holidays")]
    JsonStructure,
    /// A fault of an XML file.
    #[error(transparent)]
    Xml(#[from] XmlFault),
    /// A fault of a zip or of the bundle of files inside one.
    #[error(transparent)]
    Bundle(#[from] BundleFault),
}

impl FileFault {
    /// The published code, such as `E_EMPTY`; never changes.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Binary => "E_BINARY",
            Self::Empty => "E_EMPTY",
            Self::Encoding => "E_ENCODING",
            Self::TooLarge { .. } => "E_FILE_SIZE",
            Self::TooMuch { .. } => "E_FILE_LIMIT",
            Self::CsvSyntax { .. } => "E_CSV_SYNTAX",
            Self::DupColumn { .. } => "E_DUP_COLUMN",
            Self::MissingColumn { .. } => "E_MISSING_COLUMN",
            Self::IcsSyntax => "E_ICS_SYNTAX",
            Self::JsonSyntax { .. } => "E_JSON_SYNTAX",
            Self::JsonStructure => "E_JSON_STRUCTURE",
            Self::Xml(fault) => fault.code(),
            Self::Bundle(fault) => fault.code(),
        }
    }

    /// The line of the file at fault, where there is one; the first is 1.
    pub const fn line(&self) -> Option<u32> {
        match self {
            Self::TooMuch { line } | Self::CsvSyntax { line } | Self::JsonSyntax { line } => {
                Some(*line)
            }
            Self::Xml(fault) => fault.line(),
            Self::Binary
            | Self::Empty
            | Self::Encoding
            | Self::TooLarge { .. }
            | Self::DupColumn { .. }
            | Self::MissingColumn { .. }
            | Self::IcsSyntax
            | Self::JsonStructure
            | Self::Bundle(_) => None,
        }
    }

    /// What is wrong, in words for a school office.
    pub fn what(&self) -> String {
        match self {
            Self::Binary => {
                "This file is not text. It may be a spreadsheet, a picture or a PDF".into()
            }
            Self::Empty => "The file is empty".into(),
            Self::Encoding => "Some letters in this file cannot be read".into(),
            Self::TooLarge { at_most } => {
                format!("The file is larger than {} MB", at_most / (1024 * 1024))
            }
            Self::TooMuch { line } => {
                format!("There is more in this file than can be read at once, from line {line}")
            }
            Self::CsvSyntax { line } => format!(
                "A quotation mark on line {line} is in the wrong place, so the cells after it cannot be told apart"
            ),
            Self::DupColumn {
                means,
                headings: [one, two],
            } => {
                format!("Two columns hold {means}: \u{201c}{one}\u{201d} and \u{201c}{two}\u{201d}")
            }
            Self::MissingColumn { missing } => {
                format!("The file has no column for {}", every_choice(missing))
            }
            Self::IcsSyntax => "This calendar file is damaged or cut short".into(),
            Self::JsonSyntax { line } => format!("This JSON file is damaged at line {line}"),
            Self::JsonStructure => "This JSON file holds no terms and no bank holidays".into(),
            Self::Xml(fault) => fault.what(),
            Self::Bundle(fault) => fault.what(),
        }
    }

    /// What to do about it, in words for a school office.
    pub const fn remedy(&self) -> &'static str {
        match self {
            Self::Binary => {
                "Open it in the program it came from, save it as CSV (comma separated), and choose the new file"
            }
            Self::Empty => "Run the export again and check that it has rows before you choose it",
            Self::Encoding => "Save the file as \u{201c}CSV UTF-8\u{201d} and choose it again",
            Self::TooLarge { .. } | Self::TooMuch { .. } => {
                "Split the file into smaller ones, or export fewer columns"
            }
            Self::CsvSyntax { .. } => {
                "Open the file in a spreadsheet, look at that line, save as CSV and choose it again"
            }
            Self::DupColumn { .. } => {
                "Delete or rename one of the two columns and choose the file again"
            }
            Self::MissingColumn { .. } => {
                "Add the column to the report in your school's system, export again, and keep the row of headings"
            }
            Self::IcsSyntax => "Download or export the calendar again and choose the new file",
            Self::JsonSyntax { .. } | Self::JsonStructure => {
                "Download the file again, or use the CSV of term dates instead"
            }
            Self::Xml(fault) => fault.remedy(),
            Self::Bundle(fault) => fault.remedy(),
        }
    }
}

fn every_choice(missing: &[Vec<&'static str>]) -> String {
    let each: Vec<String> = missing.iter().map(|choice| choice.join(" or ")).collect();
    each.join(", or for ")
}
