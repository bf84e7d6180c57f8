//! Who an answer is for: the choice as it is drawn, and its words once made.

use forms::{Form, Names, Question, Share, field};

use crate::{components::Markup, form_state::FormState};

/// Who an answer is for, where that is chosen.
pub(super) fn sharing(
    form: &Form,
    question: &Question,
    state: &FormState,
    names: &Names,
    big: bool,
) -> Markup {
    let Some(sharing) = form.sharing_of(question) else {
        return Markup::default();
    };
    let name = field::share(&question.id);
    let options = sharing
        .choices
        .iter()
        .map(|(share, words)| (share.code(), words.with(names)));
    let label = sharing.label.with(names);
    if big {
        let row = state.asked_row(&name, label.as_str());
        let row = options.fold(row, |row, (code, words)| row.answer(code, words));
        return Markup::of(row.starts_at(form.share_at_first(question).code()));
    }
    Markup::of(state.radios(&name, label.as_str()).small().options(options))
}

/// What a share is called to whoever chose it.
pub(super) fn share_words(form: &Form, share: Share, names: &Names) -> Option<String> {
    let choices = &form.sharing.as_ref()?.choices;
    let found = choices.iter().find(|(code, _)| *code == share);
    found.map(|(_, words)| words.with(names))
}
