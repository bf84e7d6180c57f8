//! Reading a time of day as people type it.

use jiff::civil::Time;

/// Reads "15:30", "3:30pm", "3.30 pm" or "9am".
pub(super) fn read_time(raw: &str) -> Option<Time> {
    let raw = raw.trim().to_lowercase().replace(['.', ' '], ":");
    let (digits, afternoon) = match (raw.strip_suffix("pm"), raw.strip_suffix("am")) {
        (Some(digits), _) => (digits, Some(true)),
        (_, Some(digits)) => (digits, Some(false)),
        _ => (raw.as_str(), None),
    };
    let digits = digits.trim_end_matches(':');
    let (hour, minute) = digits.split_once(':').unwrap_or((digits, "0"));
    let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
    let hour = match afternoon {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
    };
    Time::new(hour, minute, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::*;

    #[test]
    fn times_are_read_as_people_type_them() {
        let half_past_three = Some(time(15, 30, 0, 0));
        for typed in ["15:30", "3:30pm", "3.30 pm", " 3:30PM "] {
            assert_eq!(read_time(typed), half_past_three, "{typed}");
        }
        assert_eq!(read_time("9am"), Some(time(9, 0, 0, 0)));
        assert_eq!(read_time("12pm"), Some(time(12, 0, 0, 0)));
        assert_eq!(read_time("12am"), Some(time(0, 0, 0, 0)));
        for not_a_time in ["", "25:00", "13pm", "after school", "9:75"] {
            assert_eq!(read_time(not_a_time), None, "{not_a_time}");
        }
    }
}
