//! The programme timeline.

use super::{BAD, assert_has, assert_sound};
use crate::charts::{Caption, Column, Held, Pace, Timeline};
use jiff::civil::{Date, date};

fn week(number: usize, monday: Date, pace: Pace) -> Column {
    Column::Week {
        number,
        monday,
        pace,
    }
}

fn rowan() -> Timeline {
    let mut columns = vec![
        Column::Before {
            monday: date(2026, 9, 14),
        },
        Column::Before {
            monday: date(2026, 9, 21),
        },
    ];
    let mondays = [(9, 28), (10, 5), (10, 12), (10, 19)];
    columns.extend(
        mondays
            .iter()
            .zip(1..)
            .map(|((month, day), number)| week(number, date(2026, *month, *day), Pace::Done)),
    );
    columns.push(Column::Holiday {
        from: date(2026, 10, 26),
        label: "half term".to_owned(),
    });
    columns.push(week(5, date(2026, 11, 2), Pace::Done));
    columns.push(week(6, date(2026, 11, 9), Pace::Now));
    let mondays = [(11, 16), (11, 23), (11, 30), (12, 7), (12, 14)];
    columns.extend(
        mondays
            .iter()
            .zip(7..)
            .map(|((month, day), number)| week(number, date(2026, *month, *day), Pace::ToCome)),
    );
    columns.push(Column::Holiday {
        from: date(2026, 12, 21),
        label: "holiday".to_owned(),
    });
    columns.push(week(12, date(2027, 1, 4), Pace::ToCome));
    let caption = Caption::new("timeline", "Rowan’s programme, week 6 of 12")
        .description("Today is Tuesday 10 November.");
    Timeline::new(caption, columns)
        .meeting(date(2026, 9, 24), "Initial meeting", Held::Yes)
        .meeting(date(2026, 10, 22), "4-week review", Held::Yes)
        .meeting(date(2026, 11, 26), "8-week review", Held::NotYet)
        .meeting(date(2027, 1, 7), "Final meeting", Held::NotYet)
        .today(date(2026, 11, 10))
}

#[test]
fn weeks_stand_on_one_rail_and_holidays_are_narrower() {
    let picture = rowan().draw();
    assert_sound(&picture);
    assert_has(
        &picture,
        &[
            r#"<rect class="wk wk-base" x="6" y="60" width="66.3" height="34" rx="4"/>"#,
            r#"<rect class="wk-hol" x="427" y="60" width="41.6" height="34" rx="3"/>"#,
            r#"<rect class="wk wk-now" x="542" y="60" width="66.3" height="34" rx="4"/>"#,
            r#"<text class="t-mid t-b t-16" x="1040.8" y="82">12</text>"#,
            ">14 Sep</text>",
            ">half term</text>",
        ],
    );
}

#[test]
fn meetings_stand_on_their_day_filled_when_held_and_inside_the_board() {
    assert_has(
        &rowan().draw(),
        &[
            r#"<path class="meet meet-done" d="M123.6 38l8 8l-8 8l-8-8z"/>"#,
            r#"<text class="t-mid t-heather" x="404.9" y="14">4-week review</text>"#,
            r#"<path class="meet" d="M729.9 38l8 8l-8 8l-8-8z"/>"#,
            r#"<text class="t-end t-heather" x="1062.9" y="14">Final meeting</text>"#,
            ">Thu 7 Jan</text>",
        ],
    );
}

#[test]
fn today_has_its_flag_where_this_weeks_date_would_be() {
    let picture = rowan().draw();
    assert_has(
        &picture,
        &[
            r#"<line class="today" x1="561.1" x2="561.1" y1="54" y2="102"/>"#,
            r#"<rect class="flag" x="542" y="100" width="66.3" height="24" rx="4"/>"#,
            ">10 Nov</text>",
        ],
    );
    assert!(!picture.to_string().contains(">9 Nov<"));
}

#[test]
fn paper_has_no_today() {
    let picture = rowan().for_paper().draw().to_string();
    assert!(picture.contains(r#"viewBox="0 0 700 126""#) && !picture.contains("flag"));
}

#[test]
fn two_meetings_close_together_lean_away_from_each_other() {
    let picture = rowan()
        .meeting(date(2027, 1, 8), "Extra", Held::NotYet)
        .draw()
        .to_string();
    assert_eq!(picture.matches("t-end t-heather").count(), 2);
    let crowded = Timeline::new(
        Caption::new("t", "t"),
        (1..=12)
            .map(|number| {
                week(
                    number,
                    date(2026, 9, 7)
                        .saturating_add(jiff::Span::new().weeks(i64::try_from(number).unwrap())),
                    Pace::ToCome,
                )
            })
            .collect(),
    )
    .meeting(date(2026, 10, 1), "First", Held::Yes)
    .meeting(date(2026, 10, 2), "Second", Held::Yes);
    assert_has(
        &crowded.draw(),
        &[r#"class="t-end t-heather""#, r#"class="t-heather""#],
    );
}

#[test]
fn a_meeting_before_the_first_column_or_at_a_weekend_stays_on_the_board() {
    let picture = rowan()
        .meeting(date(2026, 8, 1), "Early", Held::Yes)
        .meeting(date(2026, 11, 15), "Sunday", Held::Yes)
        .draw();
    assert_sound(&picture);
}

#[test]
fn no_timeline_lets_markup_in() {
    let columns = vec![Column::Holiday {
        from: date(2026, 10, 26),
        label: BAD.to_owned(),
    }];
    assert_sound(
        &Timeline::new(Caption::new(BAD, BAD).description(BAD), columns)
            .meeting(date(2026, 10, 26), BAD, Held::Yes)
            .draw(),
    );
    assert_sound(
        &Timeline::new(Caption::new("t", "t"), Vec::new())
            .today(date(2026, 10, 26))
            .draw(),
    );
}
