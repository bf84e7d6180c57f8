//! Where a programme is and where one can go: header, phases, weeks, steps and target cards.

use super::{BAD, assert_harmless, assert_has};
use crate::charts::{Caption, Ladder, Stair};
use crate::components::{
    Button, CaseHeader, Meter, PhaseState, Phases, Phrase, StepList, StepOf, TargetCard, WeekBar,
    WeekStrip,
};

#[test]
fn the_present_phase_is_marked_as_the_step() {
    let phases = Phases::new(
        (PhaseState::Done, "11 of 11 answers."),
        (PhaseState::Done, "Signed."),
        (PhaseState::Now, "Week 6 of 12."),
        (PhaseState::Next, "Then back to Do."),
    );
    let drawn = phases.to_string();
    assert_eq!(drawn.matches(r#"aria-current="step""#).count(), 1);
    assert_has(
        &drawn,
        &[
            "Assess<span class=\"govuk-visually-hidden\">, done</span>",
            "Do<span class=\"govuk-visually-hidden\">, now</span>",
        ],
    );
}

#[test]
fn weeks_past_now_and_to_come_look_different() {
    let bar = WeekBar::new(6, 12).to_string();
    assert_eq!(
        (
            bar.matches(r#"class="d""#).count(),
            bar.matches(r#"class="n""#).count(),
            bar.matches("<span").count()
        ),
        (5, 1, 12)
    );
    assert_has(
        WeekStrip::new(12, vec![4, 8]),
        &[
            r#"<li class="is-meet"><span class="govuk-visually-hidden">Week </span>4<span class="govuk-visually-hidden">, meeting</span></li>"#,
        ],
    );
}

#[test]
fn a_bar_is_as_wide_as_its_share() {
    assert_has(Meter::of(9, 11), &["ms-meter", "ms-w-82"]);
    assert_has(Meter::progress(3, 6), &["ms-bar", "ms-w-50"]);
    assert_has(Meter::of(0, 0), &["ms-w-0"]);
    assert_has(Meter::of(12, 11), &["ms-w-100"]);
}

#[test]
fn the_case_header_has_the_one_heading_and_marks_the_place() {
    let header = CaseHeader::new("Rowan Tidewell", "Rowan Tidewell")
        .under("/programmes", "Programmes")
        .chip("Week 6 of 12")
        .fact("8K, Year 8")
        .fact("programme KB26-014")
        .next(Phrase::new("Next: ").strong("8-week review"))
        .action(Button::link("Print the plan", "/print").secondary())
        .places_of("Rowan’s programme")
        .place("Overview", "/o")
        .place("Evidence", "/e")
        .at("Evidence");
    let drawn = header.to_string();
    assert_eq!(drawn.matches("<h1").count(), 1);
    assert_has(
        &drawn,
        &[
            r#"<a href="/e" aria-current="page">Evidence</a>"#,
            r#"8K, Year 8 <span aria-hidden="true">·</span> programme KB26-014"#,
            r#"<nav aria-label="Rowan’s programme">"#,
        ],
    );
    assert_eq!(drawn.matches("aria-current").count(), 2);
}

#[test]
fn a_target_card_stands_on_its_own() {
    let card = |text: &str| TargetCard {
        number: 1,
        step: text.into(),
        name: text.to_owned(),
        href: Some("/t".to_owned()),
        says: text.to_owned(),
        ladder: Some(Ladder::to_goal(Caption::new("l", text), vec![Stair::now(text)]).draw()),
        helps: text.into(),
        reward: text.into(),
        given: crate::components::Markup::default(),
    };
    assert_has(
        card("Arriving ready"),
        &[
            "<span>Target 1</span>",
            "<dt>Who helps, and how</dt>",
            "<svg",
        ],
    );
    assert_harmless(card(BAD));
}

#[test]
fn steps_done_lead_back_and_the_present_one_is_marked() {
    let steps = StepList::new()
        .done("Who it is for", "/who")
        .fact("Theo Bramwell, 9F")
        .now("Other plans")
        .to_come("Dates");
    assert_has(
        steps,
        &[
            r#"<li class="is-done">"#,
            "<small>Theo Bramwell, 9F</small>",
            r#"<li class="is-now" aria-current="step">"#,
            "<strong>Other plans</strong>",
        ],
    );
    assert_has(StepOf::new(3, 6, "Starting"), &["Step 3 of 6", "ms-w-50"]);
}

#[test]
fn no_place_lets_markup_in() {
    assert_harmless(Phases::new(
        (PhaseState::Now, BAD),
        (PhaseState::Done, BAD),
        (PhaseState::Next, BAD),
        (PhaseState::Next, BAD),
    ));
    assert_harmless(
        StepList::new()
            .done(BAD, BAD)
            .fact(BAD)
            .now(BAD)
            .to_come(BAD),
    );
    assert_harmless(StepOf::new(1, 2, BAD));
    let header = CaseHeader::new(BAD, BAD)
        .under(BAD, BAD)
        .chip(BAD)
        .fact(BAD)
        .next(BAD)
        .places_of(BAD)
        .place(BAD, BAD);
    assert_harmless(
        header
            .action(Button::link(BAD, BAD))
            .extra(Phrase::new(BAD)),
    );
}
