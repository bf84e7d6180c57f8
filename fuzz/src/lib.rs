//! What the fuzz targets share.

use intake::{
    limits::Limits,
    reading::{FileRefused, Reading},
    report::{Kind, Report},
    rows::{Shown, shown},
};
use jiff::civil::{Date, date};

/// The day of the import.
pub const TODAY: Date = date(2026, 11, 10);

/// Bounds small enough that a run is quick and reaches them.
pub fn limits() -> Limits {
    Limits {
        rows: 50,
        marks: 200,
        columns: 40,
        cell: 500,
        xml_elements: 60,
        zip_entries: 8,
        zip_bytes: 64 * 1024,
        ..Limits::default()
    }
}

/// Uses an answer for everything it can be used for.
pub fn used<T: Shown>(kind: Kind, read: &Result<Reading<T>, FileRefused>) {
    let report = Report::of(kind, "x", read);
    assert_eq!(report.total, report.accepted + report.rejected);
    assert_eq!(report.row_reasons.len(), report.rejected);
    match read {
        Ok(reading) => {
            assert_eq!(shown(reading).len(), report.accepted);
            assert!(!intake::export::refused_rows(reading).is_empty());
        }
        Err(refused) => assert!(refused.fault.code().starts_with("E_")),
    }
}
