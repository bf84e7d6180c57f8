//! Saying what one sees before a review, for oneself or written down for somebody.

use app::{
    Refusal,
    look_back::{
        Hand, OwnHand, ScribeHand,
        say::SayLookBack,
        view::{LookBackPage, ViewLookBack},
    },
};
use domain::look_back::LookBackDraft;

use super::{Case, Town};
use crate::demo::script::LookBackSheet;

/// Says it.
pub fn say(town: &Town, case: &mut Case, by: &str, words: &LookBackSheet) -> Result<(), Refusal> {
    match &words.of {
        Some(name) => {
            let person = town.person(case, name)?;
            keep(town, case, (by, ScribeHand(person)), words)
        }
        None => keep(town, case, (by, OwnHand), words),
    }
}

fn keep<H: Hand + Copy>(
    town: &Town,
    case: &Case,
    (by, hand): (&str, H),
    words: &LookBackSheet,
) -> Result<(), Refusal> {
    let reference = case.reference()?;
    let look = ViewLookBack {
        reference: reference.clone(),
        hand,
    };
    let shown = town.app.fetch(town.actor(by)?, look)?.answer;
    let page: LookBackPage = shown.page.ok_or(Refusal::NotFound)?;
    let targets = page.targets.iter().zip(&words.targets);
    let promises = page.promises.iter().zip(&words.promise);
    let say = SayLookBack {
        reference,
        hand,
        round: page.round,
        typed: LookBackDraft {
            targets: targets
                .map(|((target, ..), way)| (target.to_string(), way.clone()))
                .collect(),
            promises: promises
                .map(|((promise, ..), word)| (promise.to_string(), word.clone()))
                .collect(),
            ..words.sheet.clone()
        },
    };
    town.app.execute(town.actor(by)?, say)
}
