//! Days and times in words.

use super::figures;
use jiff::civil::{Date, Time, Weekday};

/// "Tuesday 10 November".
pub fn long_date(day: Date) -> String {
    format!("{} {} {}", weekday(day), day.day(), month(day))
}

/// "Thursday 7 January 2027".
pub fn long_date_with_year(day: Date) -> String {
    format!("{} {}", long_date(day), day.year())
}

/// "Thu 12 Nov".
pub fn short_date(day: Date) -> String {
    format!(
        "{} {} {}",
        short(weekday(day)),
        day.day(),
        short(month(day))
    )
}

/// "12 November".
pub fn day_month(day: Date) -> String {
    format!("{} {}", day.day(), month(day))
}

/// "12 Nov".
pub fn month_day(day: Date) -> String {
    format!("{} {}", day.day(), short(month(day)))
}

/// "26 to 30 October", "28 September to 23 October".
pub fn date_range(from: Date, to: Date) -> String {
    if same_month(from, to) {
        format!("{} to {}", from.day(), day_month(to))
    } else {
        format!("{} to {}", day_month(from), day_month(to))
    }
}

/// "Thursday 10 to Wednesday 23 September".
pub fn long_range(from: Date, to: Date) -> String {
    if same_month(from, to) {
        format!("{} {} to {}", weekday(from), from.day(), long_date(to))
    } else {
        format!("{} to {}", long_date(from), long_date(to))
    }
}

/// "1:15pm", "9:00am", "12:30pm".
pub fn time(at: Time) -> String {
    let half = if at.hour() < 12 { "am" } else { "pm" };
    let hour = match at.hour() % 12 {
        0 => 12,
        hour => hour,
    };
    format!("{hour}:{:02}{half}", at.minute())
}

/// "Good morning" before noon, "Good afternoon" before five, then "Good evening".
pub fn greeting(at: Time) -> &'static str {
    match at.hour() {
        0..12 => "Good morning",
        12..17 => "Good afternoon",
        _ => "Good evening",
    }
}

/// A day not long past or not far off: "Today", "Yesterday", "Tomorrow", "Friday" within the six days before,
/// and otherwise "12 October" with the year when it is another one.
pub fn recent_day(day: Date, today: Date) -> String {
    match days_between(day, today) {
        0 => "Today".to_owned(),
        1 => "Yesterday".to_owned(),
        -1 => "Tomorrow".to_owned(),
        2..7 => weekday(day).to_owned(),
        _ if day.year() == today.year() => day_month(day),
        _ => format!("{} {}", day_month(day), day.year()),
    }
}

/// The last time something happened: as [`recent_day`] within the week, then "7 school days ago".
/// How many school days lie between is handed in, because only a school's calendar knows.
pub fn ago(day: Date, today: Date, school_days: usize) -> String {
    match days_between(day, today) {
        0..7 => recent_day(day, today),
        _ => format!("{} ago", figures(school_days, "school day", "school days")),
    }
}

/// "1 day late".
pub fn late(days: usize) -> String {
    format!("{} late", figures(days, "day", "days"))
}

/// "today", "in 1 school day", "in 12 school days".
pub fn in_school_days(days: usize) -> String {
    if days == 0 {
        "today".to_owned()
    } else {
        format!("in {}", figures(days, "school day", "school days"))
    }
}

fn days_between(day: Date, today: Date) -> i32 {
    day.duration_until(today)
        .as_hours()
        .div_euclid(24)
        .try_into()
        .unwrap_or(i32::MAX)
}

fn same_month(from: Date, to: Date) -> bool {
    (from.year(), from.month()) == (to.year(), to.month())
}

/// The first three letters, which is how both days and months are shortened here.
fn short(name: &str) -> &str {
    name.get(..3).unwrap_or(name)
}

fn weekday(day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

fn month(day: Date) -> &'static str {
    match day.month() {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time as clock};

    const TODAY: Date = date(2026, 11, 10);

    #[test]
    fn dates_are_said_as_on_a_wall_calendar() {
        assert_eq!(long_date(TODAY), "Tuesday 10 November");
        assert_eq!(short_date(date(2026, 11, 12)), "Thu 12 Nov");
        assert_eq!(month_day(date(2026, 5, 1)), "1 May");
        assert_eq!(
            long_date_with_year(date(2027, 1, 7)),
            "Thursday 7 January 2027"
        );
    }

    #[test]
    fn a_range_says_the_month_once_when_it_can() {
        assert_eq!(
            date_range(date(2026, 10, 26), date(2026, 10, 30)),
            "26 to 30 October"
        );
        assert_eq!(
            date_range(date(2026, 9, 28), date(2026, 10, 23)),
            "28 September to 23 October"
        );
        assert_eq!(
            long_range(date(2026, 9, 10), date(2026, 9, 23)),
            "Thursday 10 to Wednesday 23 September"
        );
        assert_eq!(
            date_range(date(2026, 12, 21), date(2027, 1, 1)),
            "21 December to 1 January"
        );
    }

    #[test]
    fn times_are_twelve_hour() {
        let said: Vec<String> = [
            clock(0, 5, 0, 0),
            clock(9, 0, 0, 0),
            clock(12, 30, 0, 0),
            clock(13, 15, 0, 0),
        ]
        .into_iter()
        .map(time)
        .collect();
        assert_eq!(said, ["12:05am", "9:00am", "12:30pm", "1:15pm"]);
    }

    #[test]
    fn a_day_this_week_is_named_and_an_older_one_dated() {
        assert_eq!(recent_day(TODAY, TODAY), "Today");
        assert_eq!(recent_day(date(2026, 11, 9), TODAY), "Yesterday");
        assert_eq!(recent_day(date(2026, 11, 11), TODAY), "Tomorrow");
        assert_eq!(recent_day(date(2026, 11, 6), TODAY), "Friday");
        assert_eq!(recent_day(date(2026, 11, 3), TODAY), "3 November");
        assert_eq!(recent_day(date(2025, 11, 3), TODAY), "3 November 2025");
        assert_eq!(recent_day(date(2026, 11, 20), TODAY), "20 November");
    }

    #[test]
    fn older_contact_is_counted_in_school_days() {
        assert_eq!(ago(date(2026, 11, 6), TODAY, 2), "Friday");
        assert_eq!(ago(date(2026, 10, 23), TODAY, 7), "7 school days ago");
    }

    #[test]
    fn lateness_and_distance_agree_with_their_number() {
        assert_eq!(late(1), "1 day late");
        assert_eq!(in_school_days(1), "in 1 school day");
        assert_eq!(in_school_days(12), "in 12 school days");
        assert_eq!(in_school_days(0), "today");
    }
}
