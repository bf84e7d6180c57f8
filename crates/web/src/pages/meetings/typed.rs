//! Minutes between the form's fields and what is kept as typed.

use domain::meeting::{MinutesDraft, SaidDraft, ViewOf};

use jiff::civil::Time;

use crate::{form_state::FormState, posted::Posted, words};

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
