//! `docs/lifecycle.md`: every move a programme can make.

use domain::programme::{Arrival, StageName, TRANSITIONS, Transition};

use crate::{holds, opening, table};

fn words(list: &[&str]) -> String {
    list.join("; ")
}

fn from(step: &Transition) -> String {
    let open: Vec<StageName> = StageName::ALL
        .iter()
        .copied()
        .filter(|stage| stage.is_open())
        .collect();
    if step.from.is_empty() {
        return "nothing".into();
    }
    if step.from == open {
        return "any open stage".into();
    }
    if step.from.len() + 1 == StageName::ALL.len() {
        return "any stage but the first".into();
    }
    let names: Vec<&str> = step.from.iter().map(|stage| stage.label()).collect();
    names.join("; ")
}

fn to(step: &Transition) -> &'static str {
    match step.to {
        Arrival::To(stage) => stage.label(),
        Arrival::Earlier => "an earlier stage",
    }
}

fn row(step: &Transition) -> Vec<String> {
    vec![
        step.number.to_string(),
        step.name.to_owned(),
        from(step),
        to(step).to_owned(),
        step.by.to_owned(),
        words(step.guards),
        words(step.effects),
    ]
}

/// The ways on from one stage, one to a line. Moves from any stage stand once, below.
fn ways_on(stage: StageName) -> String {
    let mut text = format!("{}\n", stage.label());
    for step in TRANSITIONS.iter().filter(|step| step.from.contains(&stage)) {
        if step.from.len() > 5 {
            continue;
        }
        let goes = if step.to == Arrival::To(stage) {
            "stays".to_owned()
        } else {
            format!("--> {}", to(step))
        };
        text.extend([format!("   {:>2}  {:<32} {goes}\n", step.number, step.name)]);
    }
    text
}

fn picture() -> String {
    let mut text: String = StageName::ALL.iter().map(|stage| ways_on(*stage)).collect();
    for step in TRANSITIONS.iter().filter(|step| step.from.len() > 5) {
        text.extend([format!(
            "{}\n   {:>2}  {:<32} --> {}\n",
            capital(&from(step)),
            step.number,
            step.name,
            to(step)
        )]);
    }
    text
}

fn capital(words: &str) -> String {
    let (first, rest) = words.split_at(1);
    first.to_uppercase() + rest
}

#[test]
fn the_book_of_the_lifecycle_is_what_a_programme_can_do() {
    let about = "The life of one programme: its stages and every move between them. A move that is not here cannot \
                 be made.\nA review being due, and a concern having been raised, are parts of Active and no stages.";
    let stages = table(
        &["Stage", "Code", "Open", "Family and pupil see it"],
        StageName::ALL.iter().map(|stage| {
            let yes = |is: bool| if is { "yes" } else { "" }.to_owned();
            vec![
                stage.label().to_owned(),
                format!("`{}`", stage.code()),
                yes(stage.is_open()),
                yes(stage.is_family_visible()),
            ]
        }),
    );
    let head = [
        "No.",
        "Move",
        "From",
        "To",
        "Who",
        "What must be so",
        "What it brings",
    ];
    let book = format!(
        "{}\n## Stages\n\n{stages}\n## The picture\n\n```text\n{}```\n\n## Every move\n\n{}",
        opening("The life of a programme", about),
        picture(),
        table(&head, TRANSITIONS.iter().map(row)),
    );
    holds("lifecycle.md", &book);
}
