//! The plan as the template receives it. A private contract between this file
//! and `templates/plan.typ`: every key here is read there, and none is markup.

use serde_json::{Value, json};

use super::{
    EveryDay, Helper, Order, PlanPaper, Promise, Run, SignatureRow, Signing, Target, ladder,
    timeline,
};
use crate::words::{Words, count_in_words, list, long_date};

/// Longest name in the foot, which cannot grow.
const FOOT: usize = 36;

/// Longest reference anywhere.
const REFERENCE: usize = 24;

/// Longest text in the head of the first side.
const HEAD: usize = 160;

/// The whole plan.
pub(crate) fn data(plan: &PlanPaper) -> Value {
    json!({
        "school": plan.school.cut(HEAD),
        "questions": questions(plan),
        "heading": plan.heading(200),
        "aim": text(plan.aim.as_ref()),
        "facts": facts(plan),
        "weeks": timeline::data(plan),
        "tick_off": tick_off(plan),
        "good_at": format!("What {} is good at", plan.pupil.cut(200)),
        "strengths": plan.strengths.iter().map(Words::sentence).collect::<Vec<_>>().join(" "),
        "targets_heading": targets_heading(plan.targets.len()),
        "targets": plan.targets.iter().map(target).collect::<Vec<_>>(),
        "promises": plan.promises.iter().map(promise).collect::<Vec<_>>(),
        "every_day": plan.every_day.iter().filter_map(every_day).collect::<Vec<_>>(),
        "checks": plan.how_we_check.iter().map(|passage| passage.iter().map(run).collect()).collect::<Vec<Value>>(),
        "signatures": plan.signatures.iter().map(signature).collect::<Vec<_>>(),
        "foot": format!("{}, version {}, printed", plan.reference.cut(REFERENCE), plan.version),
        "private": format!("Private. Hand back to {} or shred.", plan.contact.name.cut(FOOT)),
        "signs_heading": "We’ve each agreed our part",
    })
}

/// Whom to ask, and how to reach them when that is known.
fn questions(plan: &PlanPaper) -> String {
    let (name, reach) = (plan.contact.name.cut(HEAD), plan.contact.reach.cut(HEAD));
    if reach.is_empty() {
        format!("Questions? {name}")
    } else {
        format!("Questions? {name}, {reach}")
    }
}

/// The row under the title; a fact that is not known has no place in it.
fn facts(plan: &PlanPaper) -> Vec<Value> {
    let plan_is = format!(
        "{}, version {}",
        plan.reference.cut(REFERENCE),
        plan.version
    );
    [
        ("Form", plan.form_and_year.clone()),
        ("Starts", Some(long_date(plan.starts).into())),
        ("Ends", Some(long_date(plan.ends).into())),
        ("Mentor", plan.mentor.clone()),
        ("Plan", Some(plan_is.into())),
    ]
    .into_iter()
    .filter_map(|(label, value)| {
        let value = value.filter(|value| !value.is_empty())?;
        Some(json!({ "label": label, "value": value.as_str() }))
    })
    .collect()
}

/// The line under the weeks: what the boxes and the stripes are for.
fn tick_off(plan: &PlanPaper) -> String {
    let holidays = timeline::holidays(plan);
    if holidays.is_empty() {
        "Tick off each week.".to_owned()
    } else {
        format!("Tick off each week. Striped: {}.", list(&holidays))
    }
}

fn targets_heading(count: usize) -> String {
    match count {
        1 => "One target".to_owned(),
        n => format!("{} targets", count_in_words(n)),
    }
}

fn target(target: &Target) -> Value {
    json!({
        "name": target.name.as_str(),
        "sentence": target.sentence.as_str(),
        "why": text(target.why.as_ref()),
        "helpers": target.helpers.iter().map(helper).collect::<Vec<_>>(),
        "reward": text(target.reward.as_ref()),
        "if_not": text(target.if_i_dont_try.as_ref()),
        "ladder": ladder::data(&target.ladder),
    })
}

fn helper(helper: &Helper) -> Value {
    json!({ "who": helper.who.as_str(), "does": helper.does.sentence() })
}

fn promise(promise: &Promise) -> Value {
    json!({
        "who": promise.who.as_str(),
        "will_do": promise.will_do.as_str(),
        "how_often": text(promise.how_often.as_ref()),
    })
}

/// One part, its lines as sentences; steps with their numbers. None when nothing is in it.
fn every_day(part: &EveryDay) -> Option<Value> {
    let lines = part.lines.iter().filter(|line| !line.is_empty());
    let said: Vec<String> = match part.order {
        Order::Any => lines.map(Words::sentence).collect(),
        Order::Steps => (1..)
            .zip(lines)
            .map(|(number, line)| format!("{number}. {}", line.sentence()))
            .collect(),
    };
    (!said.is_empty()).then(|| json!({ "name": part.name.as_str(), "says": said.join(" ") }))
}

fn run(run: &Run) -> Value {
    match run {
        Run::Plain(words) => json!({ "text": words.as_str(), "strong": false }),
        Run::Strong(words) => json!({ "text": words.as_str(), "strong": true }),
    }
}

fn signature(row: &SignatureRow) -> Value {
    let who = match &row.role {
        Some(role) if !role.is_empty() => format!("{}, {}", row.name.as_str(), role.as_str()),
        _ => row.name.as_str().to_owned(),
    };
    let (kind, says, on) = match &row.signing {
        Signing::ToSign => ("to-sign", None, None),
        Signing::Signed { typed, on } => ("signed", Some(typed.as_str()), Some(*on)),
        Signing::Refused { on } => ("refused", Some("Chose not to sign"), Some(*on)),
        Signing::NotPresent => ("not-present", Some("Was not at the meeting"), None),
    };
    json!({ "who": who, "kind": kind, "says": says, "on": on.map(long_date) })
}

/// The words, or nothing when there are none.
fn text(words: Option<&Words>) -> Option<&str> {
    words.filter(|words| !words.is_empty()).map(Words::as_str)
}
