//! The parts of the coordinator's form of an ending.

use app::reviews::outcome_view::OutcomeShown;
use domain::{
    commitment::HowOften,
    meeting::ViewOf,
    outcome::{Choice, TargetEnd},
    programme::{Judgement, NextOption},
};

use super::{
    ending_form::OTHER,
    ending_page::{EndingForm, TargetEnds},
    heard, options,
    parts::{facts, promises},
    voices::{self, Writing},
};
use crate::{
    components::{Button, Details, Markup, Radios},
    form_state::FormState,
    pages::look_back::closing::{self, Asked},
    words,
};

/// The parts of the form.
pub(super) fn form(shown: &OutcomeShown, base: &str, state: &FormState) -> EndingForm {
    let readers = format!(
        "Two or three sentences. {} and home will read them.",
        shown.pupil
    );
    let partly = "What went partly, if one word cannot say it?";
    EndingForm {
        order: format!("Adults first, then {}", shown.pupil),
        promises: promises(&shown.promises, &shown.voices, state),
        targets: shown
            .targets
            .iter()
            .map(|line| target(line, shown, state))
            .collect(),
        voices: voices::part(&shown.voices, &shown.pupil, Writing::At(base)),
        says: heard::fields(&shown.pupil, &shown.voices, state),
        closing: closing_questions(shown, state),
        judgement: judgement(shown, state),
        reason: state
            .textarea("reason", "Why you decided that")
            .medium()
            .hint(readers)
            .at_most(1500),
        partly: state
            .textarea("partly", partly)
            .small()
            .rows(2)
            .at_most(600),
        lessons: state
            .textarea("lessons", "What does the school learn from it?")
            .small()
            .rows(2)
            .hint("If anything. Not in the copy that the pupil and home read; they may ask to see it."),
        views: Markup::of(Details::new("If people did not agree", views(shown, state))),
        buttons: vec![
            Button::send("Propose it to the head"),
            Button::send_as("Save and decide later", "later", "1").secondary(),
        ],
    }
}

/// The closing questions of the pupil and of home, for whoever has not answered
/// them on a page of their own.
fn closing_questions(shown: &OutcomeShown, state: &FormState) -> Vec<(String, Markup)> {
    let sides = [
        (
            ViewOf::Pupil,
            format!("What {} says of all of it", shown.pupil),
        ),
        (ViewOf::Home, "What home says of all of it".to_owned()),
    ];
    let left = sides.into_iter();
    let left = left.filter(|(of, _)| shown.voices.closing(*of).is_none());
    left.map(|(of, heading)| {
        let start = format!("closing-{}", of.code());
        (
            heading,
            closing::fields(&start, Asked::Of(&shown.pupil), state),
        )
    })
    .collect()
}

fn target(
    line: &app::reviews::view::TargetLine,
    shown: &OutcomeShown,
    state: &FormState,
) -> TargetEnds {
    let number = line.number;
    let legend = format!("Target {number}, {}: how did it end?", line.name);
    let row = state.choice_row(format!("target-{number}-end"), legend);
    let each = TargetEnd::ALL.iter();
    TargetEnds {
        number,
        name: line.name.clone(),
        facts: facts(line),
        told: voices::of_target(&shown.voices, line.id),
        end: each.fold(row, |row, one| row.answer(one.code(), one.label())),
        evidence: state
            .textarea(format!("target-{number}-evidence"), "What shows it?")
            .small()
            .rows(2)
            .hint("Days and counts, or what was seen.")
            .at_most(1000),
    }
}

fn judgement(shown: &OutcomeShown, state: &FormState) -> Radios {
    let hint = format!(
        "It doesn’t mean every goal was reached. It means {} place in school is safer than it was.",
        words::possessive(&shown.pupil)
    );
    let next = "Next: what else could help, and the council is asked before any decision about \
                exclusion.";
    state
        .radios("judgement", "Has the plan been successful?")
        .medium()
        .hint(hint)
        .option(Judgement::Successful.code(), "Yes, successful")
        .reveal(success(shown, state))
        .option(Judgement::Unsuccessful.code(), "No, not successful")
        .option_hint(next)
        .reveal(otherwise(shown, state))
}

fn named(people: &[domain::commitment::Owner]) -> Vec<(String, String)> {
    let named = people.iter();
    let named = named.map(|owner| (owner.person.to_string(), owner.name.to_string()));
    let nobody = (String::new(), "Choose".to_owned());
    std::iter::once(nobody).chain(named).collect()
}

fn success(shown: &OutcomeShown, state: &FormState) -> Markup {
    let credit = state
        .textarea(
            "credit",
            format!("What is {} given credit for?", shown.pupil),
        )
        .strong()
        .rows(2)
        .hint("Say it to them. It is kept word for word.")
        .at_most(400);
    let other = Markup::of(state.text_input("carries-on-what", "What?").small()).and(
        state
            .select("carries-on-who", "Who does it?")
            .small()
            .options(named(&shown.adults)),
    );
    let mut carries = state
        .checkboxes("carries-on", "What carries on?")
        .strong()
        .compact();
    for line in shown.promises.iter().filter(|line| line.side.is_adult()) {
        carries = carries.option(line.id.to_string(), format!("{}: {}", line.who, line.text));
    }
    let carries = carries.option(OTHER, "Something else").reveal(other);
    let often = state
        .radios("how-often", "How often do they meet?")
        .strong()
        .compact();
    let adult = state
        .select("adult", "Who looks in on them?")
        .strong()
        .options(named(&shown.adults));
    let keeps = state.textarea("keeps", "What to keep").strong().rows(3);
    let signs = state
        .textarea("early-signs", "What to look out for")
        .strong()
        .rows(3);
    let look_in: Vec<String> = shown
        .look_in
        .iter()
        .map(|day| words::long_date(*day))
        .collect();
    let hint = if look_in.is_empty() {
        "The named adult for the weeks after.".to_owned()
    } else {
        format!(
            "The named adult. They ask how it is going on {}.",
            words::list(&look_in)
        )
    };
    Markup::of(credit)
        .and(carries)
        .and(
            state
                .date_input("carries-until", "Until when?")
                .strong()
                .hint("Such as 12 2 2027"),
        )
        .and(adult.hint(hint))
        .and(often.options(options!(HowOften)))
        .and(keeps.hint("Two or three things, one a line."))
        .and(signs.hint("One a line."))
        .and(
            state
                .text_input("if-they-appear", "What to do when it appears")
                .strong(),
        )
}

fn otherwise(shown: &OutcomeShown, state: &FormState) -> Markup {
    let support = "What do you say about support that was not delivered?";
    let about = state
        .textarea("about-support", support)
        .strong()
        .rows(3)
        .at_most(600);
    let mut list = state
        .checkboxes("considered", "What else could help?")
        .strong()
        .compact()
        .hint("Tick what you talked about. In alphabetical order: none is a step up from another.");
    for option in NextOption::ALL {
        let name = format!("option-{}", option.code());
        let decided = format!("{}: what did you decide?", option.label());
        let choice = state.radios(&name, decided).small().compact().across();
        let why = state.text_input(format!("{name}-why"), "Why?").small();
        list = list
            .option(option.code(), option.label())
            .reveal(Markup::of(choice.options(options!(Choice))).and(why));
    }
    let parts = Markup::of(list);
    if shown.banner.is_some() || !state.value("about-support").is_empty() {
        Markup::of(about).and(parts)
    } else {
        parts.and(about)
    }
}

fn views(shown: &OutcomeShown, state: &FormState) -> Markup {
    (1..=2).fold(Markup::default(), |parts, number| {
        let by = state
            .select(format!("view-{number}-by"), "Whose view?")
            .small();
        let said = state
            .textarea(format!("view-{number}"), "In their words")
            .small()
            .rows(2);
        parts.and(by.options(named(&shown.people))).and(said)
    })
}
