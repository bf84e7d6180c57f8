//! Boxes, choices, faces, promises, sentences and ratings.

use super::{BAD, assert_harmless, assert_has};
use crate::components::{
    Banner, Button, Details, Empty, ErrorSummary, Hidden, Honest, Icon, Inset, Listen, Markup,
    Panel, Phrase, Problem, Rate, Rating, SeenLine, Sentence, SmartCheck, Stands, ThenBox,
};
use crate::form_state::FormState;

#[test]
fn an_empty_place_says_what_will_be_here_and_how_to_begin() {
    let empty = Empty::nothing_yet("No programmes yet", "It takes about 15 minutes.")
        .button(Button::link("Start a programme", "/programmes/new"));
    assert_has(empty, &["No programmes yet", "ms-mb0", "/programmes/new"]);
    assert_has(
        Empty::all_done("That’s everything", "Next: Thursday").link("/week", "Look at the week"),
        &["ms-empty--done", "Look at the week"],
    );
}

#[test]
fn a_panel_is_named_by_its_heading() {
    assert_has(
        Panel::new("h-oth", "Other plans", Phrase::new("None")).lined(),
        &[
            r#"class="ms-panel ms-panel--line" aria-labelledby="h-oth""#,
            r#"id="h-oth">Other plans</h2>"#,
        ],
    );
}

#[test]
fn who_can_read_this_has_an_eye_and_who_cannot_a_lock() {
    assert_has(
        SeenLine::readers("Dana sees it today"),
        &["#i-eye", "Dana sees it today"],
    );
    assert_has(SeenLine::kept_from("She never sees yours"), &["#i-lock"]);
}

#[test]
fn a_row_of_answers_keeps_the_first_ones_own_id_and_starts_where_told() {
    let fresh = FormState::new()
        .choice_row("t1", "Target 1, what next")
        .answer("keep", "Keep")
        .icon(Icon::Same)
        .answer("up", "Step up")
        .starts_at("up");
    assert_has(
        fresh,
        &[
            r#"id="t1" name="t1" value="keep">"#,
            r#"id="t1-2" name="t1" value="up" checked>"#,
            "#i-same",
            r#"<legend class="govuk-visually-hidden">"#,
        ],
    );
    let posted = FormState::new()
        .with("t1", "keep")
        .choice_row("t1", "x")
        .answer("keep", "Keep")
        .answer("up", "Step up")
        .starts_at("up");
    assert_has(posted, &[r#"value="keep" checked>"#]);
}

#[test]
fn a_row_with_nothing_chosen_says_so_in_the_summarys_words() {
    let mut state = FormState::new();
    state.problem("t1", "Choose what happens to target 1");
    assert_has(
        state.choice_row("t1", "x").answer("a", "A"),
        &[
            r#"aria-describedby="t1-problem""#,
            "Choose what happens to target 1",
        ],
    );
    assert_has(
        state.promise_row(
            "t1",
            ("Joel Petrie", Stands::Staff),
            "Check the bag",
            "Joel",
        ),
        &["ms-promise--error"],
    );
}

#[test]
fn a_scale_runs_from_one_to_five() {
    let words = ["Never", "Not often", "Sometimes", "Often", "Always"];
    let scale =
        FormState::new()
            .with("q1", "4")
            .scale_question("q1", "I feel safe at school", words);
    assert_has(
        scale,
        &[
            "ms-scaleq__row",
            r#"id="q1-4" name="q1" value="4" checked>"#,
            r#"<label for="q1-5">Always</label>"#,
        ],
    );
}

#[test]
fn faces_have_words_and_ways_not_to_answer() {
    let words = ["Very sad", "Sad", "In the middle", "Happy", "Very happy"];
    let faces = FormState::new()
        .with("feel", "skip")
        .five_faces("feel", "How do you feel?", words)
        .or("not-sure", "I’m not sure")
        .or("skip", "I don’t want to say");
    assert_has(
        faces,
        &[
            "ms-faces--5",
            r#"<label for="feel"><svg"#,
            "<span>Very happy</span>",
            r#"value="skip" checked>"#,
            r#"<h1 class="ms-ask" id="feel-ask">"#,
        ],
    );
    let three = FormState::new().three_faces(
        "week",
        "How was this week?",
        [("hard", "Hard"), ("ok", "In the middle"), ("good", "Good")],
    );
    assert_has(three, &[r#"value="hard""#, "ms-ask--s"]);
}

#[test]
fn a_promise_shows_their_own_answer_first() {
    let row = FormState::new()
        .promise_row(
            "p1",
            ("Joel Petrie", Stands::Staff),
            "Check Rowan’s bag",
            "Joel Petrie, mentor",
        )
        .said("partly")
        .why("Four out of six");
    assert_has(
        row,
        &[
            "“Four out of six”",
            r#"value="partly" checked>"#,
            r#"<legend class="govuk-visually-hidden">Check Rowan’s bag</legend>"#,
            ">JP<",
        ],
    );
}

#[test]
fn a_sentence_leaves_a_blank_for_what_is_missing() {
    let sentence = Sentence::new("How it reads to Elsie")
        .words("I will ")
        .from_field("p-do", "stay")
        .words(", ")
        .from_field("p-when", "")
        .words(".");
    assert_has(
        sentence,
        &[r#"I will <mark id="p-do">stay</mark>, <mark id="p-when">…</mark>."#],
    );
}

#[test]
fn the_smart_check_says_what_is_missing_in_words() {
    let check = SmartCheck::new()
        .met("Measurable", "Ticked once a lesson.")
        .missing("Specific", "Say where and when");
    assert_has(
        check,
        &[
            "Measurable<span class=\"govuk-visually-hidden\">: yes</span>",
            "ms-smart__t--no",
            "Specific<span class=\"govuk-visually-hidden\">: not yet</span></b> Say where and when",
        ],
    );
}

#[test]
fn a_rating_offers_three_answers_and_not_having_seen_and_starts_with_none() {
    let fresh = Rating::new("In his seat", "/reports/1", Hidden::new("csrf", "t")).to_string();
    assert_eq!(fresh.matches(r#"aria-pressed="false""#).count(), 3);
    assert!(!fresh.contains(r#"aria-pressed="true""#) && fresh.contains("Didn’t see"));
    let saved = Rating::new("In his seat", "/reports/1", Hidden::new("csrf", "t"))
        .saved(Rate::Yes, "Saved 11:48");
    assert_has(
        saved,
        &[
            r#"value="yes" aria-pressed="true""#,
            r#"<span data-saved role="status"><span class="ms-saved">"#,
            "Saved 11:48",
            "<span>Undo</span><span class=\"govuk-visually-hidden\">: In his seat</span>",
            r#"name="r" value="undo""#,
        ],
    );
}

#[test]
fn a_summary_with_nothing_in_it_draws_nothing() {
    assert!(ErrorSummary::default().to_string().trim().is_empty());
}

#[test]
fn no_box_lets_markup_in() {
    let words = || Phrase::new(BAD);
    let mut state = FormState::new();
    state.problem("a", BAD);
    assert_harmless(Banner::done(BAD, BAD).more(BAD));
    assert_harmless(ErrorSummary::new(
        BAD,
        vec![Problem {
            field: Some(BAD.to_owned()),
            words: BAD.to_owned(),
        }],
    ));
    assert_harmless(Panel::new(BAD, BAD, words()));
    assert_harmless(Inset::new(BAD));
    assert_harmless(Details::new(BAD, Markup::of(words())));
    assert_harmless(ThenBox::new(Icon::Same, BAD).line(BAD).small());
    assert_harmless(Honest::new(BAD).line(BAD));
    assert_harmless(SeenLine::readers(BAD));
    assert_harmless(Empty::nothing_yet(BAD, BAD).link(BAD, BAD));
    assert_harmless(state.choice_row("a", BAD).answer(BAD, BAD));
    assert_harmless(state.five_faces("a", BAD, [BAD; 5]).or(BAD, BAD));
    assert_harmless(
        state
            .promise_row("a", (BAD, Stands::Home), BAD, BAD)
            .why(BAD),
    );
    assert_harmless(
        Sentence::new(BAD)
            .words(BAD)
            .from_field(BAD, BAD)
            .marked(BAD),
    );
    assert_harmless(SmartCheck::new().met(BAD, BAD).missing(BAD, BAD));
    assert_harmless(
        Rating::new(BAD, BAD, Hidden::new(BAD, BAD))
            .help(BAD)
            .saved(Rate::Nearly, BAD),
    );
    assert_harmless(Listen::new(BAD, &[BAD]).small());
}
