//! Step 2: why now, what is seen, and what has been tried.

use app::programmes::{referral::TRIED_MAX, save_referral::DraftView};
use askama::{Template, filters::HtmlSafe};
use domain::referral::{DayPart, Strategy, StrategyArea, TriedEffect, Trigger};

use super::MORE;
use crate::{
    components::{Button, Checkboxes, DateInput, Markup, Select, TextInput},
    form_state::FormState,
};

/// What the step asks.
pub(super) fn body(state: &FormState, view: &DraftView) -> Markup {
    let called = view.pupil.name.called();
    let parts = DayPart::ALL.iter().map(|one| (one.code(), one.label()));
    let concern = |n: usize, label: &str| {
        state
            .textarea(format!("concern-{n}"), label)
            .strong()
            .rows(2)
            .at_most(400)
    };
    let first = concern(1, "What do you see?")
        .hint("What anyone could see or hear, where, and how often. Not what it might mean.");
    let start = Markup::of(triggers(state))
        .and(first)
        .and(concern(2, "A second thing, if there is one"))
        .and(concern(3, "A third thing, if there is one"))
        .and(
            state
                .text_input("since", "Since when?")
                .strong()
                .hint("A date, or words such as “since Easter”"),
        )
        .and(
            state
                .checkboxes("worst", "Where do things go worst?")
                .strong()
                .options(parts)
                .compact(),
        )
        .and(Heading(format!("What has been tried to help {called}?")));
    let rows = rows(state);
    let all = (1..=rows).fold(start, |all, n| all.and(TriedRow::new(state, n)));
    if rows < TRIED_MAX {
        let more = Button::send_as("Save and add another", MORE, rows + 1);
        return all.and(more.secondary());
    }
    all
}

/// As many rows as have been filled in or asked for; at least one.
fn rows(state: &FormState) -> usize {
    let parts = ["what", "own", "by", "from-day", "note"];
    let filled = (1..=TRIED_MAX).rev().find(|n| {
        let mut parts = parts.iter();
        parts.any(|part| !state.value(&format!("tried-{n}-{part}")).is_empty())
    });
    let asked = state.value("rows").parse().unwrap_or(1);
    filled.unwrap_or(1).max(asked).clamp(1, TRIED_MAX)
}

fn triggers(state: &FormState) -> Checkboxes {
    let list = state
        .checkboxes("triggers", "What makes you think of a programme now?")
        .medium()
        .hint("Tick all that are so. None of these starts anything by itself: people decide.");
    Trigger::ALL.iter().fold(list, |list, trigger| {
        let code = trigger.code();
        let evidence = state
            .textarea(format!("evidence-{code}"), "What shows it?")
            .strong()
            .rows(2)
            .at_most(500);
        list.option(code, trigger.label()).reveal(evidence)
    })
}

#[derive(Template)]
#[template(
    source = r#"<h2 class="govuk-heading-m">{{ self.0 }}</h2><p class="govuk-body">What did not work is worth as much as what did.</p>"#,
    ext = "html"
)]
struct Heading(String);

impl HtmlSafe for Heading {}

#[derive(Template)]
#[template(path = "pages/programmes/start/tried.html")]
struct TriedRow {
    n: usize,
    what: Select,
    own: TextInput,
    from: DateInput,
    until: DateInput,
    by: TextInput,
    effect: Select,
    note: TextInput,
}

impl HtmlSafe for TriedRow {}

impl TriedRow {
    fn new(state: &FormState, n: usize) -> Self {
        let name = |part: &str| format!("tried-{n}-{part}");
        let bank = StrategyArea::ALL.iter().flat_map(|area| {
            let own = Strategy::ALL.iter().filter(move |one| one.area() == *area);
            own.map(|one| (one.code(), one.label()))
        });
        let effects = TriedEffect::ALL.iter().map(|one| (one.code(), one.label()));
        Self {
            n,
            what: state
                .select(name("what"), "What was tried?")
                .strong()
                .option("", "Choose, or use your own words below")
                .options(bank),
            own: state.text_input(name("own"), "In your own words"),
            from: state.date_input(name("from"), "From"),
            until: state
                .date_input(name("until"), "Until")
                .hint("Leave this empty if it goes on."),
            by: state.text_input(name("by"), "Who did it?").wide(20),
            effect: state
                .select(name("effect"), "What came of it?")
                .option("", "Choose")
                .options(effects),
            note: state
                .text_input(name("note"), "Anything else worth knowing")
                .hint("You can leave this empty."),
        }
    }
}
