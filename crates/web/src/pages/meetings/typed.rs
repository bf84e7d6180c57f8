//! Minutes between the form's fields and what is kept as typed.

use app::meetings::view::Someone;
use domain::meeting::{AttendanceStatus, MinutesDraft, PupilMode, SaidDraft, ViewOf};
use jiff::civil::Time;

use crate::{form_state::FormState, pages::both::named, posted::Posted, words};

/// The form's answers. `people` are the written ids of those who could come.
pub(super) fn read(posted: &Posted, people: &[String]) -> MinutesDraft {
    let typed = |name: &str| posted.value(name).to_owned();
    let came = people.iter().filter_map(|id| {
        let code = typed(&format!("came-{id}"));
        (!code.is_empty()).then(|| (id.clone(), code))
    });
    let views = ViewOf::ALL.iter().filter_map(|of| {
        let words = typed(&format!("view-{}", of.code()));
        (!words.trim().is_empty()).then(|| (of.code().to_owned(), words))
    });
    MinutesDraft {
        began: typed("began"),
        ended: typed("ended"),
        came: came.collect(),
        pupil_mode: typed("pupil-mode"),
        pupil_detail: typed("pupil-detail"),
        strengths: said(posted, "strength", 3),
        concerns: typed("concerns"),
        views: views.collect(),
        conclusion: typed("conclusion"),
        disagreements: said(posted, "disagreement", 2),
        contact: typed("contact"),
        later: typed("later"),
    }
}

fn said(posted: &Posted, name: &str, rows: usize) -> Vec<SaidDraft> {
    let row = |n: usize| SaidDraft {
        by: posted.value(&format!("{name}-{n}-by")).to_owned(),
        words: posted.value(&format!("{name}-{n}")).to_owned(),
    };
    // Blank rows at the end are no rows; one between others keeps its place.
    let mut rows: Vec<SaidDraft> = (1..=rows).map(row).collect();
    while rows.last().is_some_and(|one| one.words.trim().is_empty()) {
        rows.pop();
    }
    rows
}

/// The form, filled with what was kept; times begin as they were booked.
pub(super) fn state(kept: &MinutesDraft, (from, to): (Time, Time)) -> FormState {
    let or = |typed: &str, booked: String| {
        if typed.is_empty() {
            booked
        } else {
            typed.to_owned()
        }
    };
    let mut state = FormState::new()
        .with("began", or(&kept.began, words::time(from)))
        .with("ended", or(&kept.ended, words::time(to)))
        .with("pupil-mode", &kept.pupil_mode)
        .with("pupil-detail", &kept.pupil_detail)
        .with("concerns", &kept.concerns)
        .with("conclusion", &kept.conclusion)
        .with("contact", &kept.contact)
        .with("later", &kept.later);
    for (id, code) in &kept.came {
        state = state.with(format!("came-{id}"), code);
    }
    for (of, words) in &kept.views {
        state = state.with(format!("view-{of}"), words);
    }
    for (name, rows) in [
        ("strength", &kept.strengths),
        ("disagreement", &kept.disagreements),
    ] {
        for (place, one) in rows.iter().enumerate() {
            let field = format!("{name}-{}", place + 1);
            state = state
                .with(format!("{field}-by"), &one.by)
                .with(field, &one.words);
        }
    }
    state
}

/// Every question of the form, for showing two versions side by side.
pub(super) fn names(people: &[Someone], pupil: &str) -> Vec<(String, String)> {
    let mut names = named(&[("began", "It began"), ("ended", "It ended")]);
    let came = people.iter().map(|one| {
        let name = format!("Whether {} came", one.name);
        (format!("came-{}", one.id), name)
    });
    names.extend(came);
    names.extend([
        (
            "pupil-mode".to_owned(),
            format!("How much {pupil} was there"),
        ),
        ("pupil-detail".to_owned(), "Which part".to_owned()),
    ]);
    let mut said = |field: &str, rows: usize, name: &str| {
        for row in 1..=rows {
            names.push((format!("{field}-{row}"), format!("{name}, {row}")));
            names.push((
                format!("{field}-{row}-by"),
                format!("{name}, {row}: who said it"),
            ));
        }
    };
    said("strength", 3, "Good at");
    said("disagreement", 2, "Where people did not agree");
    names.extend(named(&[
        ("concerns", "Concerns"),
        ("view-pupil", "What the pupil thinks"),
        ("view-home", "What home thinks"),
        ("view-staff", "What staff think"),
        ("view-agency", "What people from outside think"),
        ("conclusion", "What is behind it"),
        ("contact", "Who calls whom"),
        ("later", "For another time"),
    ]));
    names
}

/// A stored code or id in words; anything else as it was typed.
pub(super) fn read_out(people: &[Someone], field: &str, value: &str) -> String {
    if field.ends_with("-by") {
        let found = people.iter().find(|one| one.id.to_string() == value);
        return found.map_or_else(|| value.to_owned(), |one| one.name.clone());
    }
    let label = match field {
        "pupil-mode" => value.parse::<PupilMode>().ok().map(PupilMode::label),
        _ if field.starts_with("came-") => value
            .parse::<AttendanceStatus>()
            .ok()
            .map(AttendanceStatus::label),
        _ => None,
    };
    label.unwrap_or(value).to_owned()
}
