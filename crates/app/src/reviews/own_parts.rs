//! Parts that one's own copy of a review and of an ending share: what became of
//! promises, and what people said, as far as the reader may meet it.

use domain::{
    commitment::Commitment,
    meeting::ViewOf,
    plan::Plan,
    review::adults_first,
    sealed::Apart,
    signature::{Answer, Paper},
};

use super::own::{OwnPromise, Whose};
use crate::{Identity, Refusal, gate::Viewing, subject::Case};

/// What became of promises. Those of somebody whose name the reader may not
/// learn are left out whole.
pub(super) fn promises(
    (case, me): (&Case, &Identity),
    plan: &Plan,
    typed: &std::collections::BTreeMap<String, domain::review::PromiseAnswer>,
) -> Vec<OwnPromise> {
    let may = |promise: &&Commitment| !case.is_unnamed(promise.owner.person);
    let mine: Vec<_> = case.as_person(me).map(|person| person.id).collect();
    let one = |promise: &Commitment| {
        let answer = typed.get(&promise.id.to_string());
        OwnPromise {
            whose: if mine.contains(&promise.owner.person) {
                Whose::Readers
            } else {
                Whose::Others
            },
            who: promise.who().to_owned(),
            side: promise.party,
            text: promise.text.to_string(),
            delivery: answer.and_then(|answer| answer.delivery.parse().ok()),
            why: answer.map_or_else(String::new, |answer| answer.why.trim().to_owned()),
        }
    };
    adults_first(plan)
        .into_iter()
        .filter(may)
        .map(one)
        .collect()
}

/// Without promises and words that tell of somebody the reader is kept apart from.
pub(super) fn without(
    apart: &Apart,
    promises: &mut Vec<OwnPromise>,
    says: &mut Vec<(ViewOf, String)>,
) {
    promises.retain(|one| !apart.is_told_by(&one.text) && !apart.is_told_by(&one.who));
    for promise in promises {
        apart.clear(&mut promise.why);
    }
    says.retain(|(_, words)| !apart.is_told_by(words));
}

/// What people said. The words of home are nobody's by name, so whoever is kept
/// apart from somebody there does not read them.
pub(super) fn said(
    case: &Case,
    says: &std::collections::BTreeMap<String, String>,
) -> Vec<(ViewOf, String)> {
    let one = |of: &ViewOf| {
        let words = says.get(of.code())?.trim();
        let hidden = *of == ViewOf::Home && case.keeps_somebody_apart();
        (!words.is_empty() && !hidden).then(|| (*of, words.to_owned()))
    };
    ViewOf::ALL.iter().filter_map(one).collect()
}

/// Whether whoever reads a copy signs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signs {
    /// They are asked, and have not answered.
    ToSign,
    /// They have.
    Signed,
    /// They are not asked.
    NotAsked,
}

/// How the reader's own signature stands.
pub(super) fn signs(cx: &mut Viewing<'_, '_>, case: &Case, paper: Paper) -> Result<Signs, Refusal> {
    let (school, id) = (case.programme.school, case.programme.id);
    let me = cx.person()?.clone();
    let mine: Vec<_> = case
        .as_person(&me)
        .filter(|person| paper.is_signed_by(person.role))
        .map(|person| person.id)
        .collect();
    if mine.is_empty() {
        return Ok(Signs::NotAsked);
    }
    let answers = store::paper_signatures::of_paper(cx.tx(), school, id, paper)?;
    let signed = answers.iter().any(|one| {
        let own = mine.contains(&one.signer.person.person);
        own && !matches!(one.answer, Answer::Absent { .. })
    });
    Ok(if signed { Signs::Signed } else { Signs::ToSign })
}
