//! Fields: labels bound, hints and problems described, words kept, secrets not.

use super::{BAD, assert_harmless, assert_has};
use crate::components::{Button, Hidden};
use crate::form_state::{DateBox, FormState};

fn wrong(field: &str, value: &str) -> FormState {
    let mut state = FormState::new().with(field, value);
    state.problem(field, "Say why now");
    state
}

#[test]
fn a_text_field_is_labelled_and_says_its_hint_and_problem() {
    let field = wrong("why", "Two suspensions")
        .text_input("why", "Why now?")
        .hint("A line or two")
        .small();
    assert_has(
        field,
        &[
            r#"<label class="govuk-label govuk-label--s" for="why">Why now?</label>"#,
            r#"<div id="why-hint" class="govuk-hint">A line or two</div>"#,
            r#"<p id="why-problem" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> Say why now</p>"#,
            r#"id="why" name="why" type="text" autocomplete="off" aria-describedby="why-hint why-problem" value="Two suspensions""#,
            "govuk-form-group--error",
        ],
    );
}

#[test]
fn a_field_with_nothing_to_describe_says_nothing_of_it() {
    let field = FormState::new().text_input("why", "Why now?").to_string();
    assert!(!field.contains("aria-describedby") && !field.contains("error"));
}

#[test]
fn a_number_gets_the_number_keyboard_and_its_unit() {
    let field = FormState::new()
        .text_input("step", "Step 1")
        .number()
        .wide(2)
        .after("out of 5")
        .unseen();
    assert_has(
        field,
        &[
            r#"inputmode="numeric""#,
            "govuk-input--width-2",
            r#"input__suffix">out of 5<"#,
            r#"class="govuk-visually-hidden" for="step""#,
        ],
    );
}

#[test]
fn a_code_may_come_from_the_phone() {
    let field = FormState::new()
        .text_input("code", "Your code")
        .one_time_code();
    assert_has(
        field,
        &[r#"autocomplete="one-time-code""#, r#"spellcheck="false""#],
    );
}

#[test]
fn long_words_keep_their_lines_and_are_counted() {
    let field = FormState::new()
        .with("keep", "One\n<two>")
        .textarea("keep", "What helps?")
        .at_most(500)
        .rows(3);
    assert_has(
        field,
        &[
            r#"data-maxlength="500""#,
            r#"aria-describedby="keep-info""#,
            "\nOne\n&#60;two&#62;</textarea>",
            r#"rows="3""#,
        ],
    );
}

#[test]
fn the_first_option_has_the_fields_own_id_and_the_chosen_one_is_chosen() {
    let state = wrong("ticks", "daily");
    let radios = state
        .radios("ticks", "Who ticks it?")
        .option("lesson", "Each teacher")
        .option("daily", "One adult");
    assert_has(
        radios,
        &[
            r#"aria-describedby="ticks-problem""#,
            r#"id="ticks" name="ticks" type="radio" value="lesson">"#,
            r#"id="ticks-2" name="ticks" type="radio" value="daily" checked>"#,
            r#"for="ticks-2">One adult</label>"#,
        ],
    );
}

#[test]
fn what_an_option_reveals_stands_straight_after_it_without_naming_it_expanded() {
    let state = FormState::new();
    let inner = state.text_input("other", "What?");
    let radios = state
        .radios("reward", "Reward")
        .option("art", "Art room")
        .option("else", "Something else")
        .reveal(inner);
    let drawn = radios.to_string();
    assert!(drawn.contains(r#"</div><div class="govuk-radios__conditional ms-reveal" id="reward-2-reveal"><div class="govuk-form-group">"#), "{drawn}");
    assert!(!drawn.contains("aria-controls"));
}

#[test]
fn ticked_boxes_show_what_they_reveal_and_none_stands_alone() {
    let state = FormState::new().with("plans", "sen");
    let boxes = state
        .checkboxes("plans", "What other plans does Theo have?")
        .page_heading()
        .option("behaviour", "Behaviour plan")
        .reveal(state.textarea("keep", "Keep"))
        .option("sen", "SEN support plan")
        .option_hint("Both run")
        .reveal(state.textarea("note", "Note"))
        .or_none("none", "None of these");
    assert_has(
        boxes,
        &[
            r#"<h1 class="govuk-fieldset__heading">What other plans does Theo have?</h1>"#,
            r#"govuk-checkboxes__conditional--hidden" id="plans-reveal""#,
            r#"class="govuk-checkboxes__conditional" id="plans-2-reveal""#,
            r#"aria-describedby="plans-2-item-hint""#,
            r#"<div class="govuk-checkboxes__divider">or</div>"#,
            r#"value="none" data-behaviour="exclusive""#,
        ],
    );
}

#[test]
fn a_date_marks_the_box_that_is_wrong_and_the_day_has_the_fields_id() {
    let mut state = FormState::new()
        .with("start-day", "31")
        .with("start-month", "13")
        .with("start-year", "2026");
    state.date_problem(
        "start",
        DateBox::Month,
        "The month must be between 1 and 12",
    );
    let date = state.date_input("start", "When does it start?");
    assert_has(
        date,
        &[
            r#"class="govuk-input govuk-date-input__input govuk-input--width-2" id="start" name="start-day""#,
            r#"govuk-input--error" id="start-month" name="start-month""#,
            r#"value="13""#,
            r#"<label class="govuk-label govuk-date-input__label" for="start-year">Year</label>"#,
        ],
    );
}

#[test]
fn a_password_is_never_shown_again_even_if_it_was_kept() {
    let field = FormState::new()
        .with("password", "swordfish")
        .password_input("password", "Password")
        .to_string();
    assert!(!field.contains("swordfish") && field.contains(r#"autocomplete="current-password""#));
}

#[test]
fn a_list_marks_what_was_chosen() {
    let list = FormState::new()
        .with("week", "8")
        .select("week", "By the end of")
        .options([(4, "week 4"), (8, "week 8")]);
    assert_has(
        list,
        &[
            r#"<option value="4">week 4</option>"#,
            r#"<option value="8" selected>week 8</option>"#,
        ],
    );
}

#[test]
fn a_button_says_what_it_is_about_and_a_link_changes_nothing() {
    assert_has(
        Button::send("Write").secondary().about("Sami"),
        &[
            r#"type="submit""#,
            r#"<span class="govuk-visually-hidden">: Sami</span>"#,
        ],
    );
    let link = Button::link("Open evidence", "/programmes/kb26-014/evidence").to_string();
    assert!(link.starts_with("<a ") && !link.contains("<form"));
    let post =
        Button::post("Nudge these three", "/nudges", Hidden::new("csrf", "t")).with("period", 3);
    assert_has(
        post,
        &[
            r#"<form method="post" action="/nudges">"#,
            r#"name="csrf" value="t""#,
            r#"name="period" value="3""#,
        ],
    );
}

#[test]
fn no_field_lets_markup_in() {
    let state = wrong("a", BAD);
    assert_harmless(state.text_input(BAD, BAD).hint(BAD).after(BAD).fills(BAD));
    assert_harmless(state.textarea("a", BAD).hint(BAD).fills(BAD));
    assert_harmless(
        state
            .radios("a", BAD)
            .option(BAD, BAD)
            .option_hint(BAD)
            .divider(BAD)
            .option("b", BAD),
    );
    assert_harmless(
        state
            .checkboxes("a", BAD)
            .option(BAD, BAD)
            .option_hint(BAD)
            .or_none(BAD, BAD),
    );
    assert_harmless(state.date_input("a", BAD).hint(BAD));
    assert_harmless(state.select("a", BAD).option(BAD, BAD));
    assert_harmless(state.password_input("a", BAD).hint(BAD));
    assert_harmless(state.file_upload("a", BAD).accept(BAD));
    assert_harmless(Button::send_as(BAD, BAD, BAD).about(BAD));
    assert_harmless(Button::post(BAD, BAD, Hidden::new(BAD, BAD)));
    assert_harmless(Button::link(BAD, BAD));
}
