//! The closing questions: their fields, on one's own page and on "How it ended",
//! and how the answers read afterwards.

use domain::look_back::{Closing, Felt};

use crate::{components::Markup, form_state::FormState, posted::Posted};

/// Who is asked, and so how it is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked<'a> {
    /// The pupil, on their own page.
    Pupil,
    /// Somebody at home, or whoever writes down what the pupil says; the name is
    /// the pupil's.
    Of(&'a str),
    /// Staff, who answer as many as they like.
    Staff,
}

/// The three that are chosen, and the two that are written, with their names.
fn questions(asked: Asked<'_>) -> [(&'static str, String); 5] {
    match asked {
        Asked::Pupil => [
            ("helped", "Did it help you?".into()),
            ("fair", "Was it fair?".into()),
            ("kept", "Did the adults do what they said?".into()),
            ("change", "What should change?".into()),
            ("next", "What should come next?".into()),
        ],
        Asked::Of(pupil) => [
            ("helped", format!("Did it help {pupil}?")),
            ("fair", "Was it fair?".into()),
            ("kept", "Did the adults do what they said?".into()),
            ("change", "What should change?".into()),
            ("next", "What should come next?".into()),
        ],
        Asked::Staff => [
            ("helped", "Did the plan help?".into()),
            ("fair", String::new()),
            ("kept", "Was it carried out as agreed?".into()),
            ("change", "What should we do differently next time?".into()),
            ("next", String::new()),
        ],
    }
}

/// The fields. `start` begins their names.
pub(crate) fn fields(start: &str, asked: Asked<'_>, state: &FormState) -> Markup {
    let mut parts = Markup::default();
    for (end, question) in questions(asked) {
        if question.is_empty() {
            continue;
        }
        let name = format!("{start}-{end}");
        parts = if ["change", "next"].contains(&end) {
            parts.and(state.textarea(&name, question).small().rows(2))
        } else {
            let row = state.radios(&name, question).small().compact().across();
            let all = Felt::ALL.iter().map(|one| (one.code(), one.label()));
            parts.and(row.options(all))
        };
    }
    parts
}

/// What was typed.
pub(crate) fn typed(start: &str, form: &Posted) -> Closing {
    let value = |end: &str| form.value(&format!("{start}-{end}")).to_owned();
    Closing {
        helped: value("helped"),
        fair: value("fair"),
        kept: value("kept"),
        change: value("change"),
        next: value("next"),
    }
}

/// Fills them in.
pub(crate) fn filled(state: FormState, start: &str, closing: &Closing) -> FormState {
    let all = [
        ("helped", &closing.helped),
        ("fair", &closing.fair),
        ("kept", &closing.kept),
        ("change", &closing.change),
        ("next", &closing.next),
    ];
    let said = all.into_iter().filter(|(_, answer)| !answer.is_empty());
    said.fold(state, |state, (end, answer)| {
        state.with(format!("{start}-{end}"), answer)
    })
}

/// Each question that was answered, with the answer.
pub(crate) fn said(closing: &Closing, asked: Asked<'_>) -> Vec<(String, String)> {
    let answer = |end: &str| {
        let chosen = |code: &str| code.parse().ok().map(Felt::label).map(str::to_owned);
        match end {
            "helped" => chosen(&closing.helped),
            "fair" => chosen(&closing.fair),
            "kept" => chosen(&closing.kept),
            "change" => Some(closing.change.trim().to_owned()),
            _ => Some(closing.next.trim().to_owned()),
        }
    };
    let each = questions(asked).into_iter();
    each.filter_map(|(end, question)| Some((question, answer(end)?)))
        .filter(|(question, answer)| !question.is_empty() && !answer.is_empty())
        .collect()
}
