//! Dates as schools write them: the day always before the month.
//!
//! A file that puts the month first is never guessed at, because half its
//! dates would pass unnoticed; it is only pointed out
//! ([`DateProblem::MonthFirst`]).

use jiff::{ToSpan, civil::Date};

use crate::cells::{number::is_figures, time::without_time};

/// How a date that could be read was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// In figures or words.
    AsDate,
    /// As the number a spreadsheet counts days by.
    AsSerial,
}

/// Why words are not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateProblem {
    /// Not a date with the day first, but one with the month first.
    #[error("read date: only a date if the month comes first")]
    MonthFirst,
    /// Not a date.
    #[error("read date: not a date")]
    Unreadable,
}

/// Bytes of the longest words that may be a date and a time.
const LONGEST: usize = 100;

/// Reads a date, which a time may follow.
///
/// Two figures of a year mean 20.. unless that is after this year, and 19..
/// otherwise; `today` says which year this is.
///
/// ```
/// use intake::cells::date::read;
/// use jiff::civil::date;
/// let (day, _) = read("Thursday 3rd September 2026", date(2026, 11, 10)).expect("a date");
/// assert_eq!(day, date(2026, 9, 3));
/// ```
///
/// # Errors
/// [`DateProblem`].
pub fn read(words: &str, today: Date) -> Result<(Date, Written), DateProblem> {
    // The longest form, a long weekday, month and zone, is far shorter; looking
    // for a time in a cell of a hundred thousand characters takes minutes.
    if words.len() > LONGEST {
        return Err(DateProblem::Unreadable);
    }
    let words = without_time(without_weekday(words.trim()));
    if let Some(serial) = serial(words) {
        return Ok((serial, Written::AsSerial));
    }
    let date = match compact(words) {
        Some(date) => date,
        None => parted(words, today)?,
    };
    Ok((date, Written::AsDate))
}

/// Reads `yyyy-mm-dd` and nothing else.
pub fn iso(words: &str) -> Option<Date> {
    let (year, rest) = words.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    year_first(year, month, day)
}

/// Reads `yyyymmdd` and nothing else.
pub(crate) fn compact(words: &str) -> Option<Date> {
    if words.len() != 8 || !is_figures(words) {
        return None;
    }
    let (year, rest) = words.split_at(4);
    let (month, day) = rest.split_at(2);
    year_first(year, month, day)
}

/// The day number of a spreadsheet, counted from 30 December 1899; a fraction
/// is the time of day.
fn serial(words: &str) -> Option<Date> {
    let (days, fraction) = words.split_once('.').unwrap_or((words, "0"));
    if days.len() != 5 || !is_figures(days) || !is_figures(fraction) {
        return None;
    }
    let days: i32 = days.parse().ok()?;
    let first = Date::new(1899, 12, 30).ok()?;
    (20_000..=65_000)
        .contains(&days)
        .then(|| first.checked_add(days.days()).ok())
        .flatten()
}

/// A date in three parts.
fn parted(words: &str, today: Date) -> Result<Date, DateProblem> {
    let unreadable = DateProblem::Unreadable;
    let mark = words.chars().find(|c| matches!(c, '/' | '-' | '.'));
    let parts: Vec<&str> = match mark {
        Some(mark) => words.split(mark).collect(),
        None => words.split_whitespace().collect(),
    };
    let [first, second, third] = parts.try_into().map_err(|_| unreadable)?;
    match mark {
        Some('/' | '-') if first.len() == 4 => year_first(first, second, third).ok_or(unreadable),
        Some('-') if second.starts_with(|c: char| c.is_ascii_alphabetic()) => {
            let year = year_of(third, today).ok_or(unreadable)?;
            day_month(first, second, year).ok_or(unreadable)
        }
        Some(_) => day_first(first, second, third, today),
        None => {
            let year = four_figures(third).ok_or(unreadable)?;
            day_month(without_ordinal(first), second, year).ok_or(unreadable)
        }
    }
}

fn day_first(day: &str, month: &str, year: &str, today: Date) -> Result<Date, DateProblem> {
    let unreadable = DateProblem::Unreadable;
    let year = year_of(year, today).ok_or(unreadable)?;
    let day = small(day).ok_or(unreadable)?;
    let month = small(month).ok_or(unreadable)?;
    Date::new(year, month, day).map_err(|_| match Date::new(year, day, month) {
        Ok(_) => DateProblem::MonthFirst,
        Err(_) => unreadable,
    })
}

fn year_first(year: &str, month: &str, day: &str) -> Option<Date> {
    if month.len() != 2 || day.len() != 2 {
        return None;
    }
    Date::new(four_figures(year)?, small(month)?, small(day)?).ok()
}

fn day_month(day: &str, month: &str, year: i16) -> Option<Date> {
    Date::new(year, month_named(month)?, small(day)?).ok()
}

/// One or two figures.
fn small(words: &str) -> Option<i8> {
    let sound = is_figures(words) && words.len() <= 2;
    sound.then(|| words.parse().ok()).flatten()
}

fn four_figures(words: &str) -> Option<i16> {
    let sound = is_figures(words) && words.len() == 4;
    sound.then(|| words.parse().ok()).flatten()
}

/// Four figures, or two by the rule of [`read`].
fn year_of(words: &str, today: Date) -> Option<i16> {
    if words.len() != 2 {
        return four_figures(words);
    }
    let this_century = 2000 + i16::from(small(words)?);
    Some(if this_century <= today.year() {
        this_century
    } else {
        this_century - 100
    })
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A month by its name or its first three letters; "Sept" is how British
/// spreadsheets shorten September.
fn month_named(words: &str) -> Option<i8> {
    let lower = words.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| {
        *month == lower
            || month.get(..3) == Some(&lower)
            || (*month == "september" && lower == "sept")
    })?;
    i8::try_from(at + 1).ok()
}

fn without_ordinal(day: &str) -> &str {
    let lower_end = day.len().saturating_sub(2);
    match day.get(lower_end..).map(str::to_ascii_lowercase).as_deref() {
        Some("st" | "nd" | "rd" | "th") => day.get(..lower_end).unwrap_or(day),
        _ => day,
    }
}

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Takes off a weekday in front, whole or shortened to three letters or more.
/// It is not held against the date: a slip there harms nobody.
fn without_weekday(words: &str) -> &str {
    let end = words
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(words.len());
    let (word, rest) = words.split_at(end);
    let lower = word.to_ascii_lowercase();
    let is_weekday = lower.len() >= 3
        && WEEKDAYS
            .iter()
            .any(|day| day.starts_with(&lower) || lower == "weds");
    if is_weekday {
        rest.trim_start_matches(['.', ',']).trim_start()
    } else {
        words
    }
}
