//! Two people wrote a review or an ending at once: what each typed, question by
//! question, where the two differ.

use app::reviews::{
    outcome_view::OutcomeShown,
    view::{PromiseLine, ReviewShown},
};
use domain::{
    commitment::{Delivery, HowOften},
    look_back::Felt,
    meeting::ViewOf,
    outcome::{Choice, RiskNow, TargetEnd},
    programme::{Judgement, NextOption},
    review::{ConcernAnswer, DecisionName, MoreHelp, NoWords, Outlook, Progress, SecondNeeded},
};

use super::kept;
use crate::{components::SideBySide, form_state::FormState, pages::both::both};

type Fields = Vec<(String, String)>;

/// A review in two versions.
pub(super) fn of_review(shown: &ReviewShown, theirs: &FormState, yours: &FormState) -> SideBySide {
    let mut fields = promises(&shown.promises);
    for line in &shown.targets {
        let name = |end: &str, what: &str| {
            let (number, target) = (line.number, &line.name);
            (
                format!("target-{number}-{end}"),
                format!("Target {number}, {target}: {what}"),
            )
        };
        fields.extend([
            name("progress", "how it is going"),
            name("pupil", "what the pupil says"),
            name("decision", "what happens next"),
            name("different", "what will be different"),
            name("more-help", "new help"),
            name("other-help", "what else will help"),
            name("no-new-help", "why there is nothing new"),
        ]);
    }
    fields.extend(says());
    fields.extend(named(&[
        ("what-works", "What helps most"),
        ("outlook", "How the plan looks"),
        ("talked-over", "What else you talked over"),
        ("second", "A second review"),
        ("second-why", "Why, or why not"),
        ("concern", "The open concern"),
        ("why-late", "Why it was late"),
    ]));
    let found = both(&fields, theirs, yours, read_out);
    found.row(
        "When you meet next",
        &day(theirs, "next-on"),
        &day(yours, "next-on"),
    )
}

/// An ending in two versions: the coordinator's form and the head's.
pub(super) fn of_ending(shown: &OutcomeShown, theirs: &FormState, yours: &FormState) -> SideBySide {
    let mut fields = promises(&shown.promises);
    for line in &shown.targets {
        let name = |end: &str, what: &str| {
            let (number, target) = (line.number, &line.name);
            (
                format!("target-{number}-{end}"),
                format!("Target {number}, {target}: {what}"),
            )
        };
        fields.extend([
            name("end", "how it ended"),
            name("evidence", "what shows it"),
        ]);
    }
    fields.extend(says());
    fields.extend(closing());
    fields.extend(named(&[
        ("judgement", "Has the plan been successful?"),
        ("credit", "Credit"),
        ("carries-on", "What carries on"),
        ("carries-on-what", "Something else that carries on"),
        ("carries-on-who", "Who does it"),
        ("adult", "Who looks in"),
        ("how-often", "How often they meet"),
        ("keeps", "What to keep"),
        ("early-signs", "What to look out for"),
        ("if-they-appear", "What to do when it appears"),
        ("about-support", "About support that was not delivered"),
        ("considered", "What else could help"),
    ]));
    for option in NextOption::ALL {
        let name = format!("option-{}", option.code());
        fields.push((name.clone(), option.label().to_owned()));
        fields.push((format!("{name}-why"), format!("{}: why", option.label())));
    }
    fields.extend(named(&[
        ("reason", "Why you decided that"),
        ("partly", "What went partly"),
        ("lessons", "What the school learns from it"),
        ("view-1-by", "One view: whose"),
        ("view-1", "One view"),
        ("view-2-by", "The other view: whose"),
        ("view-2", "The other view"),
        ("risk", "How likely exclusion is now"),
        ("confirm-why", "Why"),
        ("both-roles", "Why one person does both"),
        ("return-why", "What should change first"),
    ]));
    let people = |field: &str, value: &str| {
        let mut people = shown.people.iter();
        let found = people.find(|one| one.person.to_string() == value);
        let mut promises = shown.promises.iter();
        let promise = promises.find(|one| one.id.to_string() == value);
        match (found, promise) {
            (Some(one), _) => one.name.to_string(),
            (_, Some(promise)) => format!("{}: {}", promise.who, promise.text),
            _ if field == "carries-on" && value == super::ending_form::OTHER => {
                "Something else".to_owned()
            }
            _ => read_out(field, value),
        }
    };
    let found = both(&fields, theirs, yours, people);
    let (one, other) = (day(theirs, "carries-until"), day(yours, "carries-until"));
    found.row("Until when", &one, &other)
}

fn promises(lines: &[PromiseLine]) -> Fields {
    let mut fields = Vec::new();
    for (number, line) in (1..).zip(lines) {
        let name = |end: &str, what: &str| {
            let field = format!("promise-{number}{end}");
            (field, format!("{}, {}{what}", line.who, line.text))
        };
        fields.extend([
            name("", ": kept?"),
            name("-why", ": what got in the way"),
            name("-kept", ": times it happened"),
            name("-of", ": of how many"),
        ]);
    }
    fields
}

fn says() -> Fields {
    let mut fields = Vec::new();
    for of in ViewOf::ALL {
        let name = format!("says-{}", of.code());
        let side = of.label();
        fields.push((name.clone(), format!("What is said: {side}")));
        fields.push((
            format!("{name}-why"),
            format!("{side}: why there are no words"),
        ));
        fields.push((format!("{name}-tried"), format!("{side}: how it was tried")));
    }
    fields
}

fn closing() -> Fields {
    let asks = [
        ("helped", "did it help?"),
        ("fair", "was it fair?"),
        ("kept", "did the adults do what they said?"),
        ("change", "what should change?"),
        ("next", "what next?"),
    ];
    let sides = [ViewOf::Pupil, ViewOf::Home].into_iter();
    sides
        .flat_map(|of| {
            asks.map(|(end, ask)| {
                (
                    format!("closing-{}-{end}", of.code()),
                    format!("{}: {ask}", of.label()),
                )
            })
        })
        .collect()
}

fn named(fields: &[(&str, &str)]) -> Fields {
    crate::pages::both::named(fields)
}

/// The three boxes of a date as they stand.
fn day(state: &FormState, field: &str) -> String {
    let part = |end: &str| state.value(&format!("{field}-{end}")).trim();
    [part("day"), part("month"), part("year")].join(" ")
}

/// A stored code in words; anything else as it was typed.
fn read_out(field: &str, value: &str) -> String {
    let label = match field {
        _ if field.ends_with("-progress") => value.parse().ok().map(Progress::label),
        _ if field.ends_with("-decision") => value.parse().ok().map(DecisionName::label),
        _ if field.ends_with("-more-help") => value.parse().ok().map(MoreHelp::label),
        _ if field.starts_with("target-") && field.ends_with("-end") => {
            value.parse().ok().map(TargetEnd::label)
        }
        _ if field.starts_with("says-") && field.ends_with("-why") => {
            value.parse().ok().map(NoWords::label).or(Some(""))
        }
        _ if field.starts_with("promise-") => kept::stored(value).parse().ok().map(Delivery::label),
        _ if field.starts_with("closing-") => value.parse().ok().map(Felt::label),
        _ if field.starts_with("option-") => value.parse().ok().map(Choice::label),
        "outlook" => value.parse().ok().map(Outlook::label),
        "talked-over" | "considered" => value.parse().ok().map(NextOption::label),
        "second" => value.parse().ok().map(SecondNeeded::label),
        "concern" => value.parse().ok().map(ConcernAnswer::label),
        "judgement" => value.parse().ok().map(Judgement::label),
        "how-often" => value.parse().ok().map(HowOften::label),
        "risk" => value.parse().ok().map(RiskNow::label),
        _ => None,
    };
    label.unwrap_or(value).to_owned()
}
