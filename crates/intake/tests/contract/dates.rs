//! Every way a date may be written, and those it may not.

use intake::cells::date::{DateProblem, Written, read};
use jiff::civil::date;

use crate::support::TODAY;

#[test]
fn every_form_of_the_contract_is_read_day_first() {
    let third_of_september = [
        "2012-09-03",
        "2012/09/03",
        "3/9/2012",
        "03/09/2012",
        "3-9-2012",
        "03-09-2012",
        "3.9.2012",
        "03.09.2012",
        "3/9/12",
        "03-09-12",
        "3.9.12",
        "3-Sep-12",
        "03-SEP-2012",
        "3-Sept-2012",
        "3 September 2012",
        "3  september  2012",
        "3 Sep 2012",
        "3rd September 2012",
        "Monday 3 September 2012",
        "Monday, 3rd September 2012",
        "Mon 03/09/2012",
        "mon. 3-Sep-12",
        "20120903",
    ];
    for words in third_of_september {
        let expected = Ok((date(2012, 9, 3), Written::AsDate));
        assert_eq!(read(words, TODAY), expected, "{words}");
    }
}

#[test]
fn a_time_may_follow_any_form() {
    let with_time = [
        "2012-09-03T00:00:00Z",
        "2012-09-03T09:15:00.123+01:00",
        "2012-09-03 09:15",
        "03/09/2012 00:00:00",
        "03/09/2012 9:15 am",
        "03/09/2012 12:00:00 AM",
        "03/09/2012, 09:15",
        "3rd September 2012 23:59",
        "20120903 09:15",
        "20120903T09:15:00",
    ];
    for words in with_time {
        let expected = Ok((date(2012, 9, 3), Written::AsDate));
        assert_eq!(read(words, TODAY), expected, "{words}");
    }
    assert_eq!(
        read("41155 09:15", TODAY),
        Ok((date(2012, 9, 3), Written::AsSerial))
    );
}

#[test]
fn day_numbers_of_a_spreadsheet_count_from_the_end_of_1899() {
    let cases = [
        ("20000", date(1954, 10, 3)),
        ("41155", date(2012, 9, 3)),
        ("41155.0", date(2012, 9, 3)),
        ("41155.75", date(2012, 9, 3)),
        ("65000", date(2077, 12, 16)),
    ];
    for (words, day) in cases {
        assert_eq!(read(words, TODAY), Ok((day, Written::AsSerial)), "{words}");
    }
    for words in ["19999", "65001", "041155", "41155.", "4115", "-41155"] {
        assert_eq!(read(words, TODAY), Err(DateProblem::Unreadable), "{words}");
    }
}

#[test]
fn two_figures_of_a_year_are_this_century_unless_after_this_year() {
    let cases = [("26", 2026), ("00", 2000), ("27", 1927), ("99", 1999)];
    for (short, year) in cases {
        let expected = Ok((date(year, 9, 3), Written::AsDate));
        assert_eq!(read(&format!("3/9/{short}"), TODAY), expected, "{short}");
        assert_eq!(read(&format!("3-Sep-{short}"), TODAY), expected, "{short}");
    }
}

#[test]
fn anything_else_is_not_a_date() {
    let wrong = [
        "",
        "tomorrow",
        "31/02/2012",
        "30.02.12",
        "29/02/2013",
        "00/09/2012",
        "2012-9-3",
        "2012-13-01",
        "2012-25-09",
        "3/9/212",
        "3/9/02012",
        "3 September 12",
        "3 Septembre 2012",
        "September 2012",
        "September 3 2012",
        "3//2012",
        "3/9-2012",
        "3/9",
        "3/9/2012/4",
        "3/9/2012 at noon",
        "3/9/2012 25:00",
        "3/9/2012 09:60",
        "3/9/2012 9",
        "٠٣/٠٩/٢٠١٢",
        "03/0９/2012",
        "+3/9/2012",
        "Moonday 3/9/2012",
        "20121303",
        "2012090",
        "Monday",
        "á/9/2012",
    ];
    for words in wrong {
        assert_eq!(read(words, TODAY), Err(DateProblem::Unreadable), "{words}");
    }
}

#[test]
fn a_date_that_only_works_month_first_is_told_apart() {
    for words in ["09/25/2012", "9-25-12", "12.31.2012", "09/25/2012 09:00"] {
        assert_eq!(read(words, TODAY), Err(DateProblem::MonthFirst), "{words}");
    }
}
