//! The coordinator's form of an ending: what was typed as a draft, and the form
//! as it was left. Its parts are in `ending_parts`.

use std::collections::BTreeMap;

use app::reviews::{outcome_view::OutcomeShown, view::TargetLine};
use domain::{
    look_back::Closing,
    meeting::{SaidDraft, ViewOf},
    outcome::{CarriesOnAnswer, ConsideredAnswer, EndingAnswer, EndingDraft},
    programme::NextOption,
    review::MUST_BE_HEARD,
};

use super::{
    heard,
    parts::{promise, with_promise},
    with_date,
};
use crate::{
    form_state::FormState,
    pages::{case_band::day, look_back::closing},
    posted::Posted,
};

/// The value of the box for something that is in no promise.
pub(super) const OTHER: &str = "other";

/// What was typed.
pub(super) fn typed(shown: &OutcomeShown, form: &Posted) -> EndingDraft {
    let value = |field: &str| form.value(field).to_owned();
    let targets = shown.targets.iter().map(|line| {
        let part = |end: &str| value(&format!("target-{}-{end}", line.number));
        let (end, evidence) = (part("end"), part("evidence"));
        (line.id.to_string(), EndingAnswer { end, evidence })
    });
    let promises = (1..).zip(&shown.promises).map(|(number, line)| {
        let own = shown.voices.promises.get(&line.id);
        let own = own.map_or_else(String::new, |(said, _)| said.code().to_owned());
        let answer = promise(form, number, own);
        (line.id.to_string(), answer)
    });
    let ticked: Vec<&str> = form.all("considered").collect();
    let considered = NextOption::ALL
        .iter()
        .map(|option| NextOption::code(*option));
    let considered = considered
        .filter(|code| ticked.contains(code))
        .map(|code| ConsideredAnswer {
            option: code.into(),
            choice: value(&format!("option-{code}")),
            why: value(&format!("option-{code}-why")),
        });
    let said = ViewOf::ALL.iter().map(|of| of.code());
    let views = (1..=2).map(|number| SaidDraft {
        by: value(&format!("view-{number}-by")),
        words: value(&format!("view-{number}")),
    });
    EndingDraft {
        targets: targets.collect(),
        promises: promises.collect(),
        says: said
            .map(|of| (of.to_owned(), value(&format!("says-{of}"))))
            .collect(),
        unheard: heard::why_nots(form),
        closing: closings(form),
        lessons: value("lessons"),
        judgement: value("judgement"),
        reason: value("reason"),
        partly: value("partly"),
        credit: value("credit"),
        carries_on: carries_on(shown, form),
        how_often: value("how-often"),
        adult: value("adult"),
        keeps: value("keeps"),
        early_signs: value("early-signs"),
        if_they_appear: value("if-they-appear"),
        considered: considered.collect(),
        about_support: value("about-support"),
        views: views.collect(),
    }
}

/// The closing answers of each side, where there are any.
fn closings(form: &Posted) -> BTreeMap<String, Closing> {
    let of = |side: ViewOf| {
        let typed = closing::typed(&format!("closing-{}", side.code()), form);
        (!typed.is_empty()).then(|| (side.code().to_owned(), typed))
    };
    MUST_BE_HEARD.into_iter().filter_map(of).collect()
}

fn carries_on(shown: &OutcomeShown, form: &Posted) -> Vec<CarriesOnAnswer> {
    let until = day(form, "carries-until");
    let ticked: Vec<&str> = form.all("carries-on").collect();
    let kept = shown.promises.iter().filter(|line| line.side.is_adult());
    let kept = kept.filter(|line| ticked.contains(&line.id.to_string().as_str()));
    let mut found: Vec<CarriesOnAnswer> = kept
        .map(|line| CarriesOnAnswer {
            what: line.text.chars().take(160).collect(),
            who: line.owner.to_string(),
            until: until.clone(),
        })
        .collect();
    if ticked.contains(&OTHER) {
        found.push(CarriesOnAnswer {
            what: form.value("carries-on-what").to_owned(),
            who: form.value("carries-on-who").to_owned(),
            until,
        });
    }
    found
}

/// The form as it was left.
pub(super) fn filled(shown: &OutcomeShown) -> FormState {
    let typed = &shown.typed;
    let mut state = FormState::new();
    for (number, line) in (1..).zip(&shown.promises) {
        if let Some(answer) = typed.promises.get(&line.id.to_string()) {
            state = with_promise(state, number, answer);
        } else if let Some((_, why)) = shown.voices.promises.get(&line.id) {
            state = state.with(format!("promise-{number}-why"), why);
        }
    }
    for line in &shown.targets {
        let name = |end: &str| format!("target-{}-{end}", line.number);
        state = match typed.targets.get(&line.id.to_string()) {
            Some(answer) => state
                .with(name("end"), &answer.end)
                .with(name("evidence"), &answer.evidence),
            None => state.with(name("evidence"), counts(line)),
        };
    }
    for (side, said) in &typed.says {
        state = state.with(format!("says-{side}"), said);
    }
    state = heard::with_why_nots(state, &typed.unheard);
    for (side, answers) in &typed.closing {
        state = closing::filled(state, &format!("closing-{side}"), answers);
    }
    for one in &typed.considered {
        state = state
            .with("considered", &one.option)
            .with(format!("option-{}", one.option), &one.choice)
            .with(format!("option-{}-why", one.option), &one.why);
    }
    for (number, view) in (1..).zip(&typed.views) {
        state = state
            .with(format!("view-{number}-by"), &view.by)
            .with(format!("view-{number}"), &view.words);
    }
    with_carried(state, shown)
        .with("judgement", &typed.judgement)
        .with("reason", &typed.reason)
        .with("partly", &typed.partly)
        .with("credit", &typed.credit)
        .with("how-often", &typed.how_often)
        .with("adult", &typed.adult)
        .with("keeps", &typed.keeps)
        .with("early-signs", &typed.early_signs)
        .with("if-they-appear", &typed.if_they_appear)
        .with("about-support", &typed.about_support)
        .with("lessons", &typed.lessons)
}

/// Days and counts to begin with; the people in the room write what they add.
fn counts(line: &TargetLine) -> String {
    let before = line
        .before
        .as_ref()
        .map(|one| format!("Before the plan {one}."));
    let now = line
        .now
        .as_ref()
        .map(|one| format!("Last four weeks {one}."));
    let counted = line.days.as_ref().filter(|days| days.goal.whole() > 0);
    let goal = counted.map(|days| {
        let (met, of) = (days.goal.part(), days.goal.whole());
        format!("Goal met on {met} of {of} days.")
    });
    let all = [before, now, goal].into_iter().flatten();
    all.collect::<Vec<_>>().join(" ")
}

fn with_carried(mut state: FormState, shown: &OutcomeShown) -> FormState {
    for one in &shown.typed.carries_on {
        let same = |line: &&app::reviews::view::PromiseLine| {
            line.text.chars().take(160).eq(one.what.chars())
        };
        state = match shown.promises.iter().find(same) {
            Some(line) => state.with("carries-on", line.id.to_string()),
            None => state
                .with("carries-on", OTHER)
                .with("carries-on-what", &one.what)
                .with("carries-on-who", &one.who),
        };
    }
    match shown.typed.carries_on.first() {
        Some(first) => with_date(state, "carries-until", &first.until),
        None => state,
    }
}
