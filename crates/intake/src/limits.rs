//! How much one file may hold. Beyond this it is refused whole, unread.

/// Bounds on one file. The defaults fit a large secondary school many times
/// over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes in a table as uploaded.
    pub bytes: usize,
    /// Bytes in a calendar: years of events fit in one megabyte.
    pub calendar_bytes: usize,
    /// Bytes in the list of every school of England, which is far larger than
    /// anything one school sends.
    pub gias_bytes: usize,
    /// Bytes in an XML file.
    pub xml_bytes: usize,
    /// How deeply elements of an XML file may stand inside each other.
    pub xml_depth: usize,
    /// Elements that may describe one pupil.
    pub xml_elements: usize,
    /// Entries in a zip.
    pub zip_entries: usize,
    /// Bytes in all entries of a zip together, inflated.
    pub zip_bytes: usize,
    /// An inflated entry of up to this many bytes may be packed as tightly as
    /// it likes.
    pub zip_small: usize,
    /// How many times its packed size a larger entry may have.
    pub zip_ratio: usize,
    /// Rows with text below the headings, or events, or entries.
    pub rows: usize,
    /// Attendance marks in one file, of which a row may have many.
    pub marks: usize,
    /// Cells in one row.
    pub columns: usize,
    /// Cells in the whole file. A full file of short cells would otherwise take
    /// many times its size in memory.
    pub cells: usize,
    /// Characters in one cell.
    pub cell: usize,
}

const MB: usize = 1024 * 1024;

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 20 * MB,
            calendar_bytes: 8 * MB,
            gias_bytes: 100 * MB,
            xml_bytes: 50 * MB,
            xml_depth: 64,
            xml_elements: 20_000,
            zip_entries: 100,
            zip_bytes: 200 * MB,
            zip_small: MB,
            zip_ratio: 200,
            rows: 200_000,
            marks: 2_000_000,
            columns: 500,
            cells: 5_000_000,
            cell: 100_000,
        }
    }
}
