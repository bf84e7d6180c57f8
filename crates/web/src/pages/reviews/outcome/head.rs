//! The head's form on "How it ended", and the panels beside it.

use app::reviews::{EndingState, outcome_view::OutcomeShown};
use domain::{outcome::RiskNow, programme::Judgement};

use crate::{
    components::{Markup, Panel, Phrase},
    form_state::FormState,
    pages::reviews::{ending_page::HeadForm, options},
    words,
};

/// The head's two answers.
pub(super) fn form(shown: &OutcomeShown, proposed_it: bool, state: &FormState) -> HeadForm {
    let risk = state.radios("risk", "How likely is exclusion now, against the start?");
    let council = "The council will be asked before any decision about exclusion";
    let ask = state
        .checkboxes("council-first", "Before you confirm")
        .strong();
    let both = "You proposed it too. Why do you hold both roles?";
    let unsuccessful = shown.typed.judgement == Judgement::Unsuccessful.code();
    let shows_both = proposed_it || state.problem_of("both-roles").is_some();
    HeadForm {
        risk: risk.strong().compact().options(options!(RiskNow)),
        why: state
            .textarea("confirm-why", "Why?")
            .strong()
            .rows(3)
            .at_most(600),
        council: if unsuccessful {
            Markup::of(ask.compact().option("yes", council))
        } else {
            Markup::default()
        },
        both: if shows_both {
            Markup::of(state.text_input("both-roles", both).strong())
        } else {
            Markup::default()
        },
        back: state
            .textarea("return-why", "What should change first?")
            .strong()
            .rows(3)
            .at_most(600),
    }
}

/// Who decides, and what happens then; nothing once it is decided.
pub(super) fn beside(shown: &OutcomeShown) -> Markup {
    if shown.state == EndingState::Confirmed {
        return Markup::default();
    }
    let small = |words: String| Phrase::new(words);
    let decide = "Mainstay doesn’t work out the outcome. The people in the room do, from the record \
                  and from each other. Then the head confirms it. If you can’t agree, write down \
                  both views. Both are kept.";
    let adds = "How likely exclusion is now: much lower, lower, the same or higher, and why.";
    let look_in: Vec<String> = shown
        .look_in
        .iter()
        .map(|day| words::long_date(*day))
        .collect();
    let yes = if look_in.is_empty() {
        "If it was successful, lesson reports stop and lighter support begins.".to_owned()
    } else {
        let days = words::list(&look_in);
        format!(
            "If it was successful, lesson reports stop and lighter support begins. Somebody looks \
             in on {days}."
        )
    };
    let no = "If it was not, the head notes that the council is asked before any decision about \
              exclusion, and you choose what comes next.";
    let text = |words: String| Markup::of(Paragraph(small(words)));
    Markup::of(Panel::new(
        "h-d",
        "You decide, together",
        text(decide.into()),
    ))
    .and(Panel::new("h-r", "The head adds", text(adds.into())).lined())
    .and(
        Panel::new(
            "h-x",
            "When the head confirms",
            text(yes).and(text(no.into())),
        )
        .lined(),
    )
}

/// A small paragraph of a panel.
#[derive(askama::Template)]
#[template(
    source = r#"<p class="govuk-body ms-small">{{ self.0 }}</p>"#,
    ext = "html"
)]
struct Paragraph(Phrase);

impl askama::filters::HtmlSafe for Paragraph {}
