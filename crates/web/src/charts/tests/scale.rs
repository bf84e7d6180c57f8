//! The scale.

use crate::charts::Scale;

fn lines(scale: Scale) -> Vec<String> {
    scale.lines().map(|(_, words)| words).collect()
}

#[test]
fn a_measure_with_a_most_ends_on_it() {
    assert_eq!(lines(Scale::out_of(5)), ["0", "1", "2", "3", "4", "5"]);
    assert_eq!(lines(Scale::out_of(10)), ["0", "2", "4", "6", "8", "10"]);
    assert_eq!(
        lines(Scale::out_of(100)),
        ["0", "20", "40", "60", "80", "100"]
    );
    assert_eq!(lines(Scale::out_of(11)), ["0", "11"]);
    assert_eq!(lines(Scale::out_of(0)), ["0", "1"]);
}

#[test]
fn a_share_is_said_in_per_cent() {
    assert_eq!(
        lines(Scale::percent()),
        ["0%", "20%", "40%", "60%", "80%", "100%"]
    );
}

#[test]
fn a_measure_without_a_most_ends_on_the_line_above_the_largest_day() {
    assert_eq!(lines(Scale::up_to(0.0)), ["0", "1"]);
    assert_eq!(lines(Scale::up_to(7.0)).last().unwrap(), "7");
    assert_eq!(lines(Scale::up_to(9.0)), ["0", "2", "4", "6", "8", "10"]);
    assert_eq!(lines(Scale::up_to(37.5)), ["0", "10", "20", "30", "40"]);
    assert!(lines(Scale::up_to(1e6)).len() <= 8);
    assert_eq!(lines(Scale::up_to(f64::NAN)), ["0", "1"]);
}
