//! How it ended: the coordinator proposes, the head confirms.

use app::{
    Refusal,
    reviews::{
        Progress, confirm::ConfirmJudgement, outcome_view::OutcomeView, propose::ProposeJudgement,
    },
};
use domain::outcome::{CarriesOnAnswer, EndingDraft};

use super::{Case, Town, meeting::said};
use crate::demo::{
    script::{Confirm, Ending},
    town::code,
};

/// Proposes it.
pub fn propose(town: &Town, case: &mut Case, by: &str, words: &Ending) -> Result<(), Refusal> {
    let sheet = &words.sheet;
    let mut carries_on = Vec::new();
    for one in &sheet.carries_on {
        carries_on.push(CarriesOnAnswer {
            who: town.written(case, &one.who)?,
            until: town.day(code(&one.until)?),
            ..one.clone()
        });
    }
    let promises = case.promises.iter().map(ToString::to_string);
    let targets = case.targets.iter().map(ToString::to_string);
    let typed = EndingDraft {
        promises: promises.zip(words.promise.iter().cloned()).collect(),
        targets: targets.zip(words.target.iter().cloned()).collect(),
        carries_on,
        adult: town.written(case, &sheet.adult)?,
        views: said(town, case, &sheet.views)?,
        ..sheet.clone()
    };
    let proposed = ProposeJudgement {
        reference: case.reference()?,
        revision: revision(town, case, by)?,
        typed,
        progress: Progress::Finished,
    };
    town.app.execute(town.actor(by)?, proposed)
}

/// Confirms it.
pub fn confirm(town: &Town, case: &Case, by: &str, words: &Confirm) -> Result<(), Refusal> {
    let confirmed = ConfirmJudgement {
        reference: case.reference()?,
        revision: revision(town, case, by)?,
        risk: words.risk.clone(),
        why: words.why.clone(),
        council_first: words.council_first.clone(),
        both_roles: String::new(),
    };
    town.app.execute(town.actor(by)?, confirmed).map(drop)
}

fn revision(town: &Town, case: &Case, by: &str) -> Result<i64, Refusal> {
    let reference = case.reference()?;
    let seen = town.app.fetch(town.actor(by)?, OutcomeView { reference })?;
    Ok(seen.answer.revision)
}
