//! How a target reads so far: the sentence, the stairs, the SMART check.

use domain::{
    plan::PlanFrame,
    target::{Level, Measure, Part, Reading, Scale, TargetDraft, TickedBy},
};

use crate::{
    charts::{Caption, Ladder, Picture, Stair},
    components::{Phrase, Sentence, SmartCheck},
};

/// How the target is counted: as said, else as usual for who ticks it.
pub(super) fn scale(draft: &TargetDraft) -> Scale {
    let usual = match draft.ticked_by.parse() {
        Ok(TickedBy::OneAdult | TickedBy::PupilChecked) => Measure::YesNoDay,
        Ok(TickedBy::EachTeacher) | Err(_) => Measure::OpportunityPct,
    };
    let scale = Scale::usual(draft.measure.parse().unwrap_or(usual));
    Scale {
        out_of: Level::read(&draft.out_of).or(scale.out_of),
        better: draft.better.parse().unwrap_or(scale.better),
        unit: draft.unit.parse().unwrap_or(scale.unit),
        per: draft.per.parse().unwrap_or(scale.per),
        ..scale
    }
}

/// "Where Elsie is now: 1 lesson in 5."
pub(super) fn now(draft: &TargetDraft, pupil: &str, scale: Scale) -> Phrase {
    let Some(level) = Level::read(&draft.baseline.level) else {
        return Phrase::new(format!(
            "Say where {pupil} is now before you choose the first step."
        ));
    };
    let days = draft.baseline.recorded_days.trim();
    let source = draft
        .baseline
        .source
        .parse::<domain::target::BaselineSource>();
    let said = Phrase::new(format!("Where {pupil} is now: ")).strong(scale.in_unit(level));
    match source {
        Ok(source) if !days.is_empty() => said.text(format!(
            ". That is the middle of {days} school days, from {}.",
            source.label()
        )),
        _ => said.text("."),
    }
}

/// The sentence as it stands.
pub(super) fn sentence(reading: &Reading, pupil: &str) -> Sentence {
    let whole = Sentence::new(format!("How it reads to {pupil}"));
    let sentence = reading.sentence();
    let mut filled = ["p-do", "p-when"].into_iter();
    sentence
        .parts()
        .iter()
        .fold(whole, |whole, part| match part {
            Part::Said(words) => whole.words(words),
            Part::Plain(words) => whole.words(words),
            Part::Filled(words) => match filled.next() {
                Some(id) => whole.from_field(id, words),
                None => whole.marked(words),
            },
        })
}

/// The stairs, once where the pupil is and every step is known.
pub(super) fn ladder(draft: &TargetDraft, scale: Scale) -> Option<Picture> {
    let label = |typed: &str| Level::read(typed).map(|level| scale.of(level));
    let mut stairs = vec![Stair::before(label(&draft.baseline.level)?)];
    for step in draft
        .steps
        .iter()
        .filter(|step| !step.level.trim().is_empty())
    {
        stairs.push(Stair::to_come(label(&step.level)?));
    }
    if stairs.len() < 2 {
        return None;
    }
    let levels: Vec<String> = draft.steps.iter().map(|step| step.level.clone()).collect();
    let caption = Caption::new("ladder", "Step ladder").description(format!(
        "From {} now, to {}.",
        draft.baseline.level,
        levels.join(", then ")
    ));
    Some(Ladder::to_goal(caption, stairs).sized(372, 128).draw())
}

/// The five checks in words.
pub(super) fn smart(reading: &Reading) -> SmartCheck {
    let smart = reading.smart();
    let parts = smart.parts().into_iter();
    parts.fold(SmartCheck::new(), |list, (name, check)| {
        if check.is_met() {
            list.met(name, check.words())
        } else {
            list.missing(name, check.words())
        }
    })
}

/// The promises that help with a target so far: the words, and where to change them.
pub(super) fn promises(
    writing: &app::plans::view::DraftView,
    id: domain::id::TargetId,
    base: &str,
) -> Vec<(String, String)> {
    let written = id.to_string();
    let frame: PlanFrame<'_> = writing.around.frame();
    let named = |owner: &str| {
        let mut people = frame.people.iter();
        let found = people.find(|(person, _)| person.person.to_string() == owner);
        found.map_or_else(
            || "Somebody".to_owned(),
            |(person, _)| person.name.to_string(),
        )
    };
    writing
        .typed
        .promises
        .iter()
        .filter(|sheet| sheet.draft.targets.contains(&written))
        .map(|sheet| {
            let (text, often) = (&sheet.draft.text, &sheet.draft.how_often);
            let words = format!("{} will {text}, {often}", named(&sheet.draft.owner));
            (words, format!("{base}/plan/promises/{}", sheet.id))
        })
        .collect()
}
