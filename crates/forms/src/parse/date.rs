//! Reads a day from three boxes. A month may be a number or its name.

use jiff::civil::Date;

use crate::field;
use crate::form::Question;
use crate::kind::When;
use crate::parse::{Problem, Read, problem};
use crate::typed::Typed;
use crate::value::Value;

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

pub(super) fn day(question: &Question, typed: &Typed, when: When, today: Date) -> Read {
    let fields = field::date(&question.id);
    Ok(boxes(question, fields, typed, (when, today))?.map(Value::Date))
}

/// The day in three boxes, if there is anything in them.
pub(super) fn boxes(
    question: &Question,
    fields: [String; 3],
    typed: &Typed,
    (when, today): (When, Date),
) -> Result<Option<Date>, Vec<Problem>> {
    let [day, month, year] = fields.each_ref().map(|name| typed.first(name).trim());
    let [day_field, month_field, year_field] = fields.clone();
    let refuse = |field: String, words: &str| Err(vec![problem(question, field, words)]);

    match [day, month, year].map(str::is_empty) {
        [true, true, true] => return Ok(None),
        [true, _, _] => return refuse(day_field, "Add the day"),
        [_, true, _] => return refuse(month_field, "Add the month"),
        [_, _, true] => return refuse(year_field, "Add the year"),
        [false, false, false] => {}
    }
    let Some(day) = day.parse::<i8>().ok().filter(|day| (1..=31).contains(day)) else {
        return refuse(day_field, "Write the day as a number from 1 to 31");
    };
    let Some(month) = month_number(month) else {
        return refuse(
            month_field,
            "Write the month as a number from 1 to 12, or its name",
        );
    };
    let Some(year) = year
        .parse::<i16>()
        .ok()
        .filter(|y| (1900..=2200).contains(y))
    else {
        return refuse(year_field, "Write the year in full, like 2026");
    };
    let Ok(date) = Date::new(year, month, day) else {
        return refuse(
            day_field,
            "That month does not have that day. Check the date.",
        );
    };
    if when.allows(date, today) {
        return Ok(Some(date));
    }
    let words = match when {
        When::Past => "Use today or a day before today",
        When::Future => "Use today or a day after today",
        When::Any => "Check the date",
    };
    refuse(day_field, words)
}

/// 1 to 12, from a number or from at least three letters of a name.
fn month_number(text: &str) -> Option<i8> {
    if let Ok(number) = text.parse::<i8>() {
        return (1..=12).contains(&number).then_some(number);
    }
    let text = text.to_lowercase();
    let named = |name: &&str| text.len() >= 3 && name.starts_with(&text);
    (1..=12)
        .zip(MONTHS)
        .find_map(|(number, name)| named(&name).then_some(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_may_be_a_number_or_begin_its_name() {
        assert_eq!(month_number("11"), Some(11));
        assert_eq!(month_number("Nov"), Some(11));
        assert_eq!(month_number("september"), Some(9));
        assert_eq!(month_number("13"), None);
        assert_eq!(month_number("ma"), None);
        assert_eq!(month_number("noel"), None);
    }
}
