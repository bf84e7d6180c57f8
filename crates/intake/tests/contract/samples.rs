//! The sample files of one made-up school, whole.

use std::collections::BTreeMap;

use intake::{
    calendar::{CalendarRow, DayKind, SchoolDates},
    cells::typed::Typed,
    reading::Reading,
    report::{Kind, Report},
};
use jiff::civil::date;

use crate::support::{pupils_report, read_calendar, read_pupils, read_staff, sample, warnings};

fn calendar(name: &str) -> Reading<CalendarRow> {
    read_calendar(sample(&format!("term-dates/{name}")), name).expect("a readable file")
}

fn dates(name: &str) -> SchoolDates {
    SchoolDates::of(&calendar(name).accepted)
}

#[test]
fn all_300_pupils_are_taken_and_one_upn_is_temporary() {
    let bytes = sample("mis/pupils_mis_extract.csv");
    let report = pupils_report(&bytes);
    assert_eq!((report.accepted, report.rejected), (300, 0));
    assert_eq!(report.outcome.code(), "imported");
    assert_eq!(warnings(&report), BTreeMap::from([("W_TEMP_UPN", 1)]));
    assert_eq!(
        report.ignored_columns,
        [
            "Date of Admission",
            "Enrolment Status",
            "Pupil Premium",
            "Ethnicity",
            "Service Child"
        ]
    );
    let reading = read_pupils(bytes).expect("a readable file");
    let rows = || reading.accepted.iter().map(|row| &row.row);
    assert_eq!(rows().map(|row| row.contacts.len()).sum::<usize>(), 446);
    assert_eq!(rows().filter(|row| row.uln.is_some()).count(), 180);
    assert!(rows().all(|row| row.year.is_some() && row.support.sen.is_some()));
    assert!(rows().all(|row| row.address.is_some() && row.sex.is_some()));
}

#[test]
fn all_30_members_of_staff_are_taken() {
    let read = read_staff(sample("mis/staff_mis_extract.csv"));
    let report = Report::of(Kind::Staff, "staff.csv", &read);
    assert_eq!((report.accepted, report.rejected), (30, 0));
    assert!(report.warnings.is_empty() && report.ignored_columns.is_empty());
    let first = &read.expect("a readable file").accepted[0].row;
    assert_eq!(
        first.job_title.as_ref().map(Typed::as_str),
        Some("Headteacher")
    );
    assert_eq!(first.starts, Some(date(2024, 9, 1)));
}

#[test]
fn json_and_icalendar_give_190_pupil_days_and_5_inset_days_a_year() {
    for (name, units, total) in [
        ("synthshire_term_dates.json", "entries", 32),
        ("synthshire_term_dates.ics", "events", 38),
    ] {
        let read = Ok(calendar(name));
        let report = Report::of(Kind::Calendar, name, &read);
        assert_eq!((report.units, report.total), (units, total), "{name}");
        assert_eq!((report.accepted, report.delimiter), (total, None), "{name}");
        assert!(report.warnings.is_empty(), "{name}");
        let dates = dates(name);
        for year in [2025, 2026] {
            assert_eq!(dates.count(DayKind::School, year), 190, "{name} {year}");
            assert_eq!(dates.count(DayKind::Inset, year), 5, "{name} {year}");
        }
    }
}

#[test]
fn all_three_forms_agree_on_terms_and_half_terms() {
    let csv = dates("synthshire_term_dates.csv");
    let json = dates("synthshire_term_dates.json");
    let ics = dates("synthshire_term_dates.ics");
    assert_eq!(csv.terms.len(), 6);
    assert_eq!(csv.terms, json.terms);
    assert_eq!(csv.terms, ics.terms);
    assert_eq!(csv.half_terms, json.half_terms);
    assert_eq!(csv.half_terms, ics.half_terms);
    assert_eq!(json.days(), ics.days());
}

#[test]
fn term_dates_without_inset_days_work_and_bank_holidays_can_be_put_beside_them() {
    let mut dates = dates("synthshire_term_dates.csv");
    assert!(dates.inset.is_empty());
    dates.merge(self::dates("bank_holidays_govuk_shape.json"));
    for year in [2025, 2026] {
        assert_eq!(dates.count(DayKind::School, year), 195, "{year}");
    }
    let known = self::dates("synthshire_term_dates.json");
    dates.inset = known.inset.clone();
    assert_eq!(dates.days(), known.days());
}

#[test]
fn a_file_of_bank_holidays_alone_is_a_calendar_too() {
    let holidays = dates("bank_holidays_govuk_shape.json");
    assert_eq!(holidays.bank_holidays.len(), 16);
    assert_eq!(holidays.days().len(), 16);
}
