//! What is kept, what is forgotten, and where the summary leads.

use super::*;

#[test]
fn words_typed_are_kept_and_secrets_are_not() {
    let state = FormState::posted(
        [("email", "amina@example.org"), ("password", "swordfish")],
        &["password"],
    );
    assert_eq!(state.value("email"), "amina@example.org");
    assert_eq!(state.value("password"), "");
}

#[test]
fn a_log_line_never_holds_what_was_typed() {
    let mut state = FormState::new().with("why", "Two suspensions");
    state.problem("why", "Say why now, about Theo");
    let logged = format!("{state:?}");
    assert!(logged.contains("why") && !logged.contains("suspensions") && !logged.contains("Theo"));
}

#[test]
fn the_summary_leads_to_each_field_in_the_same_words() {
    let mut state = FormState::new();
    state.problem("why", "Say why now");
    state.date_problem(
        "start",
        DateBox::Month,
        "The month must be between 1 and 12",
    );
    state.problem_with_the_form("Someone else changed this");
    let summary = state.summary().to_string();
    assert!(summary.contains(r##"<a href="#why">Say why now</a>"##));
    assert!(summary.contains(r##"<a href="#start-month">"##));
    assert!(summary.contains("<li>Someone else changed this</li>"));
    assert!(summary.contains("Three things to sort out"));
    assert_eq!(state.problem_of("why"), Some("Say why now"));
}

#[test]
fn only_the_wrong_box_of_a_date_is_marked() {
    let mut state = FormState::new();
    state.date_problem("start", DateBox::Year, "The year must have four figures");
    assert!(
        !state.is_box_wrong("start", DateBox::Day) && state.is_box_wrong("start", DateBox::Year)
    );
    state.problem("end", "Say when it ends");
    assert!(
        DateBox::ALL
            .into_iter()
            .all(|part| state.is_box_wrong("end", part))
    );
}
