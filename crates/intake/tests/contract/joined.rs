//! Rows about pupils whom nobody knows beforehand: two numbers that stand
//! together in a row are one pupil's.

use intake::{
    attendance,
    limits::Limits,
    roll::{Roll, Strangers},
    suspensions,
};

use crate::support::{Reader, TODAY, UPN, reasons};

fn refused<T>(read: Reader<T>, text: &str) -> Vec<(u32, &'static str)> {
    let mut roll = Roll::new(Strangers::Welcome);
    reasons(&read(text.as_bytes(), &mut roll, TODAY, &Limits::default()))
}

const MARKS: &str = "UPN,Adno,Date,Session,Mark\n";

#[test]
fn a_number_that_joins_another_later_is_known_from_there_on() {
    for (rows, expected) in [
        (
            [
                format!("{UPN},,2/9/2024,AM,/"),
                format!("{UPN},9,3/9/2024,AM,/"),
                ",9,3/9/2024,AM,/".into(),
            ],
            vec![(4, "E_DUP_MARK")],
        ),
        (
            [
                format!("{UPN},,2/9/2024,AM,/"),
                format!("{UPN},9,3/9/2024,AM,/"),
                ",09,3/9/2024,AM,I".into(),
            ],
            vec![(4, "E_CONFLICT_MARK")],
        ),
        // The admission number first.
        (
            [
                ",9,2/9/2024,AM,/".into(),
                format!("{UPN},9,2/9/2024,AM,/"),
                format!("{UPN},,2/9/2024,AM,/"),
            ],
            vec![(3, "E_DUP_MARK"), (4, "E_DUP_MARK")],
        ),
        // Each alone, and then together.
        (
            [
                format!("{UPN},,2/9/2024,AM,/"),
                ",9,3/9/2024,AM,/".into(),
                format!("{UPN},9,2/9/2024,AM,/"),
            ],
            vec![(4, "E_DUP_MARK")],
        ),
    ] {
        let text = format!("{MARKS}{}\n", rows.join("\n"));
        assert_eq!(refused(attendance::read, &text), expected, "{text}");
    }
    let text = format!(
        "UPN,Adno,Category,Start,Sessions,Reason1\n{UPN},,SUSP,2/9/2024,2,PP\n{UPN},9,SUSP,3/9/2024,2,PP\n,9,SUSP,3/9/2024,2,PP\n"
    );
    assert_eq!(refused(suspensions::read, &text), [(4, "E_OVERLAP")]);
}

#[test]
fn two_upns_with_one_admission_number_stay_two_pupils() {
    let text =
        format!("{MARKS}{UPN},9,2/9/2024,AM,/\nB801200005001,9,2/9/2024,AM,/\n,9,2/9/2024,AM,/\n");
    assert_eq!(refused(attendance::read, &text), [(4, "E_DUP_MARK")]);
}
