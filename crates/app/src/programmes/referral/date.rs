//! A date typed in three boxes.

use jiff::civil::Date;

use super::Fields;

/// What stands in the three boxes of a field: nothing, a date, or neither.
pub(super) fn read(fields: &Fields, name: &str) -> Result<Option<Date>, ()> {
    let typed = ["day", "month", "year"].map(|part| fields.value(&format!("{name}-{part}")));
    if typed.iter().all(|text| text.is_empty()) {
        return Ok(None);
    }
    let [day, month, year] = typed;
    let year: i16 = year.parse().map_err(|_| ())?;
    let (day, month) = (day.parse().map_err(|_| ())?, month.parse().map_err(|_| ())?);
    if !(1990..=2100).contains(&year) {
        return Err(());
    }
    Date::new(year, month, day).map(Some).map_err(|_| ())
}
