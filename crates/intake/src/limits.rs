//! How much one file may hold. Beyond this it is refused whole, unread.

/// Bounds on one file. The defaults fit a large secondary school many times
/// over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes in the file as uploaded.
    pub bytes: usize,
    /// Bytes in a calendar: years of events fit in one megabyte.
    pub calendar_bytes: usize,
    /// Rows with text below the headings, or events, or entries.
    pub rows: usize,
    /// Cells in one row.
    pub columns: usize,
    /// Cells in the whole file. A full file of short cells would otherwise take
    /// many times its size in memory.
    pub cells: usize,
    /// Characters in one cell.
    pub cell: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 64 * 1024 * 1024,
            calendar_bytes: 8 * 1024 * 1024,
            rows: 200_000,
            columns: 500,
            cells: 5_000_000,
            cell: 100_000,
        }
    }
}
