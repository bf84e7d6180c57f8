//! Documents that are needed, and what the coordinator adds to what everyone told.

use std::collections::BTreeMap;

use app::{
    Refusal,
    documents::BeginDocument,
    gathering::OwnHand,
    told::{NoteTold, ToldNotes},
};
use forms::Theme;

use super::{Case, Town, gathering};
use crate::demo::script::{Answer, Paper, Said, ToldSheet};

/// Writes a document, in the words of the story.
pub fn write(town: &Town, case: &Case, by: &str, paper: &Paper) -> Result<(), Refusal> {
    let actor = town.actor(by)?;
    let begin = BeginDocument {
        programme: case.reference()?,
        form: paper.form.clone(),
        follows: None,
    };
    let ask = town.app.execute(actor, begin)?;
    let said = |said: &Said| match said {
        Said::One(words) => Said::One(words.clone()),
        Said::Many(all) => Said::Many(all.clone()),
    };
    let says: BTreeMap<String, Said> = paper
        .says
        .iter()
        .map(|(question, words)| (question.clone(), said(words)))
        .collect();
    let answer = Answer {
        says,
        mood: 0.5,
        ..Answer::default()
    };
    gathering::fill::<OwnHand>(town, actor, ask, &answer)
}

/// Adds to what everyone told.
pub fn sum(town: &Town, case: &Case, by: &str, sheet: &ToldSheet) -> Result<(), Refusal> {
    let (programme, actor) = (case.reference()?, town.actor(by)?);
    let notes = ToldNotes {
        programme: programme.clone(),
    };
    let revision = town.app.fetch(actor, notes)?.answer.revision;
    let line = |theme: &Theme| sheet.themes.get(theme.code()).cloned().unwrap_or_default();
    let note = NoteTold {
        programme,
        themes: Theme::ALL
            .iter()
            .map(|theme| (*theme, line(theme)))
            .collect(),
        points: sheet.points.clone(),
        handling: sheet.handling.clone(),
        revision,
    };
    town.app.execute(actor, note).map(drop)
}
