//! What the pages of the town share: the school, who is signed in, and the day.

use jiff::civil::{Date, date};
use web::layout::{Frame, Menu};

/// The day it always is.
pub const TODAY: Date = date(2026, 11, 10);

/// A page of the coordinator's.
pub fn coordinator(title: &str, path: &str) -> Frame {
    Frame::new(title, "Kestrel Bridge School")
        .signed_in("Amina Farrow", "gallery-token")
        .account("/account")
        .menu(Menu::of(
            &[("Today", "/today"), ("Programmes", "/programmes")],
            path,
        ))
        .search("/programmes")
}

/// The places under a programme.
pub const PLACES: [(&str, &str); 7] = [
    ("Overview", "/programmes/kb26-014"),
    ("Information", "/programmes/kb26-014/information"),
    ("Plan and targets", "/programmes/kb26-014/plan"),
    ("Evidence", "/programmes/kb26-014/evidence"),
    ("Meetings", "/programmes/kb26-014/meetings"),
    ("Messages", "/programmes/kb26-014/messages"),
    ("History", "/programmes/kb26-014/history"),
];

/// A programme's header with its places.
pub fn case(title: &str, pupil: &str, at: &str) -> web::components::CaseHeader {
    let header = web::components::CaseHeader::new(title, pupil)
        .under("/programmes", "Programmes")
        .places_of(format!("{pupil}’s programme"));
    PLACES
        .iter()
        .fold(header, |header, (text, href)| header.place(text, href))
        .at(at)
}

/// Lessons a day as a chart takes them; below nought is a day without a report.
pub fn days(lessons: &[i8]) -> Vec<Option<f64>> {
    lessons
        .iter()
        .map(|lessons| (*lessons >= 0).then(|| f64::from(*lessons)))
        .collect()
}
