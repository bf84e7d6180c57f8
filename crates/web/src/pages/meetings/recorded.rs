//! What a meeting's record says, to read: who came, and what people said.

use app::meetings::view::Someone;
use domain::{
    contact::Standing,
    meeting::{AttendanceStatus, MinutesDraft, SaidDraft, ViewOf},
};

use super::typed::read_out;
use crate::{
    components::{Phrase, SummaryList},
    pages::case_band::who,
    words,
};

/// The record in rows; what nobody said has no row.
pub(super) fn record(kept: &MinutesDraft, people: &[Someone], pupil: &str) -> SummaryList {
    let mut rows = vec![("Who came".to_owned(), came(kept, people))];
    let how_much = read_out(people, "pupil-mode", &kept.pupil_mode);
    let there = format!("How much {pupil} was there");
    rows.push((there, both(&how_much, &kept.pupil_detail)));
    let good_at = format!("What {pupil} is good at");
    rows.push((good_at, said(&kept.strengths, people)));
    rows.push((
        "Concerns everyone agreed on".to_owned(),
        kept.concerns.clone(),
    ));
    for of in ViewOf::ALL {
        let name = match of {
            ViewOf::Pupil => format!("What {pupil} thinks"),
            ViewOf::Home => "What home thinks".to_owned(),
            ViewOf::Staff => "What staff think".to_owned(),
            ViewOf::Agency => "What people from outside think".to_owned(),
        };
        let words = kept.views.get(of.code()).cloned();
        rows.push((name, words.unwrap_or_default()));
    }
    let end = [
        (
            "What we think is behind it, for now",
            kept.conclusion.clone(),
        ),
        (
            "Where people did not agree",
            said(&kept.disagreements, people),
        ),
        ("Who calls whom, and how often", kept.contact.clone()),
        ("For another time", kept.later.clone()),
    ];
    rows.extend(end.map(|(name, words)| (name.to_owned(), words)));
    rows.into_iter()
        .filter(|(_, words)| !words.trim().is_empty())
        .fold(SummaryList::new(), |list, (name, words)| {
            list.row(name, lines(&words))
        })
}

/// "Here: Amina Farrow and Joel Petrie", a line for each answer.
fn came(kept: &MinutesDraft, people: &[Someone]) -> String {
    let of = |status: &AttendanceStatus| {
        let names: Vec<String> = people
            .iter()
            .filter(|one| {
                let code = kept.came.get(&one.id.to_string());
                code.is_some_and(|code| code == status.code())
            })
            .map(|one| one.name.clone())
            .collect();
        (!names.is_empty()).then(|| format!("{}: {}.", status.label(), words::list(&names)))
    };
    let all: Vec<String> = AttendanceStatus::ALL.iter().filter_map(of).collect();
    all.join("\n")
}

/// Each thing said, with who said it.
fn said(all: &[SaidDraft], people: &[Someone]) -> String {
    let one = |said: &SaidDraft| {
        let who = read_out(people, "said-by", &said.by);
        match (said.words.trim(), who.as_str()) {
            ("", _) => None,
            (words, "") => Some(words.to_owned()),
            (words, who) => Some(format!("{words} ({who})")),
        }
    };
    let all: Vec<String> = all.iter().filter_map(one).collect();
    all.join("\n")
}

fn both(first: &str, then: &str) -> String {
    match then.trim() {
        "" => first.to_owned(),
        then => format!("{first}. {then}"),
    }
}

/// Lines stay lines.
fn lines(words: &str) -> Phrase {
    let mut lines = words.lines().filter(|line| !line.trim().is_empty());
    let first = Phrase::new(lines.next().unwrap_or_default());
    lines.fold(first, |phrase, line| phrase.new_line().text(line))
}

/// Somebody at a meeting, and how far they may be brought into it.
pub(super) fn called(person: &Someone) -> String {
    let words = who(&person.name, person.note.as_deref(), person.role);
    match person.standing {
        Standing::Full => words,
        Standing::Apart => format!("{words} (always apart from the others at home)"),
        Standing::CopiesOnly => format!("{words} (does not come to meetings)"),
        Standing::Nothing => format!("{words} (may not be told)"),
    }
}
