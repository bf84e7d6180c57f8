//! Checks that the words people need are there and can be filled in.

use crate::fault::Fault;
use crate::form::Form;
use crate::read::Faults;
use crate::role::Role;
use crate::wording::Wording;

pub(super) fn are_there(form: &Form, faults: &mut Faults<'_>) {
    for text in form.wording().iter().filter(|text| text.words.is_blank()) {
        keep(text, Fault::NoWords(text.place.clone()), faults);
    }
    if form.document.trim().is_empty() {
        faults.form(Fault::NoWords("document".to_owned()));
    }
}

pub(super) fn placeholders_are_known(form: &Form, faults: &mut Faults<'_>) {
    for text in form.wording() {
        for found in text.words.unknown_placeholders() {
            let place = text.place.clone();
            let found = found.to_owned();
            keep(&text, Fault::UnknownPlaceholder { place, found }, faults);
        }
    }
}

/// Pupils are told, on every page, what the one limit is (domain notes 5.4, P-2).
pub(super) fn pupils_are_told_about_safety(form: &Form, faults: &mut Faults<'_>) {
    if form.rights.fills.contains(&Role::Pupil) && form.safety.is_none() {
        faults.form(Fault::NoSafetySentence);
    }
}

fn keep(text: &Wording<'_>, fault: Fault, faults: &mut Faults<'_>) {
    match text.question {
        Some(question) => faults.question(question, fault),
        None => faults.form(fault),
    }
}
