//! What the tests share: the fixed day, a row of one pupil, and short ways to
//! read.

use std::collections::BTreeMap;

use intake::{
    calendar::{self, CalendarRow},
    cells::{number::Adno, upn::Upn},
    limits::Limits,
    pupils::{self, PupilRow},
    reading::{FileRefused, Reading},
    report::{Kind, Report},
    roll::{Roll, Strangers},
    staff::{self, StaffRow},
};
use jiff::civil::{Date, date};

/// Tuesday 10 November 2026.
pub const TODAY: Date = date(2026, 11, 10);

pub const UPN: &str = "A123456789012";
pub const OTHER_UPN: &str = "B801200005001";
pub const TEMPORARY_UPN: &str = "V99820011401A";

/// Headings of the shortest list of pupils.
pub const HEADINGS: &str = "UPN,Adno,Surname,Forename,DOB";

pub fn sample(path: &str) -> Vec<u8> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/data/");
    std::fs::read(format!("{root}{path}")).expect("the sample is in the repository")
}

pub fn read_pupils(bytes: impl AsRef<[u8]>) -> Result<Reading<PupilRow>, FileRefused> {
    pupils::read(bytes.as_ref(), TODAY, &Limits::default())
}

pub fn read_staff(bytes: impl AsRef<[u8]>) -> Result<Reading<StaffRow>, FileRefused> {
    staff::read(bytes.as_ref(), TODAY, &Limits::default())
}

/// The pupils of the sample list.
pub fn sample_roll() -> Roll {
    let reading = read_pupils(sample("mis/pupils_mis_extract.csv")).expect("a readable file");
    let mut roll = Roll::new(Strangers::Refused);
    for pupil in &reading.accepted {
        let number = &pupil.row.number;
        roll.add(number.upn(), number.adno());
    }
    roll
}

/// A roll of Rowan (both numbers), Elsie (UPN only) and Callum (admission
/// number only).
pub fn roll() -> Roll {
    let mut roll = Roll::new(Strangers::Refused);
    let adno = |words| Adno::read(words).expect("an admission number");
    roll.add(Some(&Upn::read(UPN).expect("a UPN")), adno("4101").as_ref());
    roll.add(Some(&Upn::read(OTHER_UPN).expect("a UPN")), None);
    roll.add(None, adno("0077").as_ref());
    roll
}

/// A reader of a table about pupils.
pub type Reader<T> = fn(&[u8], &mut Roll, Date, &Limits) -> Result<Reading<T>, FileRefused>;

/// Reads a table about the pupils of [`roll`] and gives each refused line with
/// its reason.
pub fn refusals<T>(read: Reader<T>, text: &str) -> Vec<(u32, &'static str)> {
    let read = read(text.as_bytes(), &mut roll(), TODAY, &Limits::default());
    assert!(read.is_ok(), "{:?}", read.err());
    reasons(&read)
}

pub fn read_calendar(
    bytes: impl AsRef<[u8]>,
    name: &str,
) -> Result<Reading<CalendarRow>, FileRefused> {
    calendar::read(bytes.as_ref(), name, TODAY, &Limits::default())
}

/// The report on a list of pupils.
pub fn pupils_report(bytes: impl AsRef<[u8]>) -> Report {
    Report::of(Kind::Pupils, "pupils.csv", &read_pupils(bytes))
}

/// The shortest list of pupils with these rows.
pub fn list(rows: &[&str]) -> String {
    let mut text = format!("{HEADINGS}\r\n");
    for row in rows {
        text.push_str(row);
        text.push_str("\r\n");
    }
    text
}

/// The reasons of refused rows with their lines.
pub fn reasons<T>(read: &Result<Reading<T>, FileRefused>) -> Vec<(u32, &'static str)> {
    let refused = read.iter().flat_map(|reading| &reading.refused);
    refused.map(|row| (row.line, row.reason.code())).collect()
}

/// The warnings of a report, as codes.
pub fn warnings(report: &Report) -> BTreeMap<&'static str, usize> {
    let counts = report.warnings.iter();
    counts.map(|(warning, n)| (warning.code(), *n)).collect()
}

/// The code of what is wrong with a whole file.
pub fn fault<T>(read: &Result<Reading<T>, FileRefused>) -> Option<&'static str> {
    read.as_ref().err().map(|refused| refused.fault.code())
}
