//! Step 1: the pupil, what they are good at, and what has been looked into.

use app::programmes::save_referral::DraftView;
use domain::{
    pupil::SenStage,
    referral::{DayPart, EarlyHelp, Screen},
};

use crate::{
    components::{Markup, SummaryList},
    form_state::FormState,
};

/// What the step asks.
pub(super) fn body(state: &FormState, view: &DraftView) -> Markup {
    let called = view.pupil.name.called();
    let screens = || Screen::ALL.iter().map(|one| (one.code(), one.label()));
    let parts = DayPart::ALL.iter().map(|one| (one.code(), one.label()));
    let help = EarlyHelp::ALL.iter().map(|one| (one.code(), one.label()));
    Markup::of(facts(view))
        .and(
            state
                .textarea(
                    "strengths",
                    format!("What is {called} good at, and what do they enjoy?"),
                )
                .medium()
                .hint("Start here. The plan is built on it, and the family will read it.")
                .rows(4)
                .at_most(800),
        )
        .and(
            state
                .checkboxes("best", "Where do things go best?")
                .medium()
                .hint("There always is somewhere. Tick at least one.")
                .options(parts)
                .compact(),
        )
        .and(
            state
                .radios("sen", "Has anyone looked into special educational needs?")
                .medium()
                .hint("Reading, writing, attention, and how they get on with others")
                .options(screens()),
        )
        .and(
            state
                .date_input("sen-on", "When was that, or when is it planned?")
                .strong()
                .hint("Leave this empty if it is not needed."),
        )
        .and(
            state
                .radios("language", "And into speech, language and communication?")
                .medium()
                .options(screens()),
        )
        .and(
            state
                .radios("early_help", "Does the family have early help?")
                .medium()
                .options(help),
        )
}

fn facts(view: &DraftView) -> SummaryList {
    let pupil = &view.pupil;
    let sen = pupil.sen.map_or("Nothing recorded", SenStage::label);
    let facts = SummaryList::new()
        .row("Name", pupil.name.full())
        .row(
            "Class",
            format!("{}, {}", pupil.class(), pupil.year.label()),
        )
        .row("Special educational needs", sen);
    if pupil.looked_after() {
        return facts.row("Care", pupil.care.label()).dense();
    }
    facts.dense()
}
