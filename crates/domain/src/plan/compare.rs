//! What changed between two versions, in words people can check.

use super::{DayPart, Plan};
use crate::{
    commitment::Commitment,
    id::{CommitmentId, TargetId},
    target::{Rung, Step, Target, TargetStatus},
    text::Line,
    wording::capital,
};

/// What a change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// A target.
    Target(TargetId),
    /// A promise.
    Promise(CommitmentId),
    /// What the pupil gets for reaching steps.
    Rewards,
    /// What happens otherwise.
    Consequences,
    /// Anything else.
    Rest,
}

/// One change.
#[derive(Clone, PartialEq, Eq)]
pub struct Change {
    /// What it is about.
    pub about: About,
    /// "Target 2: goal was 4 of 5, now 3 of 5"
    pub words: String,
}

// People's words must not reach a log through `{:?}`.
impl std::fmt::Debug for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Change")
            .field("about", &self.about)
            .finish_non_exhaustive()
    }
}

/// The changes from one version to another: targets, then promises, then the rest.
pub fn compare(old: &Plan, new: &Plan) -> Vec<Change> {
    let mut changes = Vec::new();
    for (place, target) in new.targets.iter().enumerate() {
        let words = match old.target(target.id) {
            Some(before) => target_words(before, target),
            None => vec![format!("new, {}", target.short_name)],
        };
        let number = place + 1;
        changes.extend(words.into_iter().map(|words| Change {
            about: About::Target(target.id),
            words: format!("Target {number}: {words}"),
        }));
    }
    for (place, target) in old.targets.iter().enumerate() {
        if new.target(target.id).is_none() {
            changes.push(Change {
                about: About::Target(target.id),
                words: format!("Target {}: no longer in the plan", place + 1),
            });
        }
    }
    changes.extend(promises(old, new));
    changes.extend(the_rest(old, new));
    changes
}

fn target_words(old: &Target, new: &Target) -> Vec<String> {
    let mut said = Vec::new();
    said.extend(was(
        "called",
        quoted(&old.short_name),
        quoted(&new.short_name),
    ));
    said.extend(was(
        "wording",
        quoted(&old.statement),
        quoted(&new.statement),
    ));
    said.extend(was(
        "when and where",
        quoted(&old.place),
        quoted(&new.place),
    ));
    said.extend(was(
        "who ticks",
        old.ticker.by().label().to_owned(),
        new.ticker.by().label().to_owned(),
    ));
    if old.scale != new.scale {
        said.push("counted in another way from now on".to_owned());
    }
    let (from, to) = (old.ladder.goal().level, new.ladder.goal().level);
    said.extend(was("goal", old.scale.of(from), new.scale.of(to)));
    said.extend(steps(old, new));
    if old.status == TargetStatus::Open && new.status != TargetStatus::Open {
        said.push(crate::wording::small(new.status.label()));
    }
    if old.step != new.step {
        let way = if new.step > old.step { "up" } else { "down" };
        said.push(format!(
            "a step {way}, from {} to {}",
            old.scale.of(old.step_now().level),
            new.scale.of(new.step_now().level)
        ));
    }
    if said.is_empty() && super::canonical::target(old) != super::canonical::target(new) {
        said.push("small changes".to_owned());
    }
    said
}

/// Changes to the steps below the goal, and to the weeks of all of them.
fn steps(old: &Target, new: &Target) -> Vec<String> {
    let named = |target: &Target| -> Vec<(Rung, Step)> {
        let mut number = Some(crate::target::StepNumber::FIRST);
        let mut named = Vec::new();
        while let Some(step) = number {
            named.push((target.ladder.rung(step), target.ladder.at(step)));
            number = target.ladder.after(step);
        }
        named
    };
    let (before, after) = (named(old), named(new));
    let mut said = Vec::new();
    for (rung, step) in &after {
        let Some((_, past)) = before.iter().find(|(known, _)| known == rung) else {
            said.push(format!("{rung} is new, {}", new.scale.of(step.level)));
            continue;
        };
        if *rung != Rung::Goal {
            let (from, to) = (old.scale.of(past.level), new.scale.of(step.level));
            said.extend(was(&rung.to_string(), from, to));
        }
        let due = |step: &Step| step.by_week.to_string();
        said.extend(was(&format!("{rung} due"), due(past), due(step)));
    }
    let gone = before
        .iter()
        .filter(|(rung, _)| !after.iter().any(|(known, _)| known == rung));
    said.extend(gone.map(|(rung, _)| format!("no {rung} any more")));
    said
}

fn promises(old: &Plan, new: &Plan) -> Vec<Change> {
    let find = |plan: &Plan, id: CommitmentId| -> Option<Commitment> {
        plan.commitments.iter().find(|each| each.id == id).cloned()
    };
    let about = |id| About::Promise(id);
    let mut changes = Vec::new();
    for promise in &new.commitments {
        let words = match find(old, promise.id) {
            None => format!("New promise: {}", promise.sentence()),
            Some(before) if before == *promise => continue,
            Some(before) => {
                format!(
                    "Promise was: {} Now: {}",
                    said_whole(&before),
                    said_whole(promise)
                )
            }
        };
        changes.push(Change {
            about: about(promise.id),
            words,
        });
    }
    for promise in &old.commitments {
        if find(new, promise.id).is_none() {
            let words = format!("No longer promised: {}", promise.sentence());
            changes.push(Change {
                about: about(promise.id),
                words,
            });
        }
    }
    changes
}

fn said_whole(promise: &Commitment) -> String {
    let until = promise.ends_on.strftime("%-d %B");
    format!(
        "{} {}, until {until}.",
        promise.sentence(),
        capital(promise.how_often.as_str())
    )
}

fn the_rest(old: &Plan, new: &Plan) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut say = |about, words: &str| {
        changes.push(Change {
            about,
            words: words.to_owned(),
        });
    };
    if old.rewards != new.rewards {
        say(About::Rewards, "Rewards changed");
    }
    if old.consequences != new.consequences {
        say(About::Consequences, "What happens otherwise changed");
    }
    if old.monitoring != new.monitoring {
        say(About::Rest, "Who meets about the plan, or when, changed");
    }
    if old.home_contact != new.home_contact {
        say(About::Rest, "Contact with home changed");
    }
    if old.safe_place != new.safe_place || old.named_adults != new.named_adults {
        say(About::Rest, "Where to go, or who to go to, changed");
    }
    for words in DayPart::ALL
        .iter()
        .filter_map(|part| day_part(*part, old, new))
    {
        say(About::Rest, &words);
    }
    if old.good_at != new.good_at {
        say(About::Rest, "“Good at” changed");
    }
    let date = |date: jiff::civil::Date| date.strftime("%-d %B %Y").to_string();
    for (name, from, to) in [
        ("The plan starts", old.starts_on, new.starts_on),
        ("The plan ends", old.ends_on, new.ends_on),
    ] {
        if from != to {
            say(
                About::Rest,
                &format!("{name} on {}, not {}", date(to), date(from)),
            );
        }
    }
    changes
}

/// "Seat was “By the window”, now “By the door”", or what came to a list and went.
fn day_part(part: DayPart, old: &Plan, new: &Plan) -> Option<String> {
    let (before, after) = (old.day_to_day.lines(part), new.day_to_day.lines(part));
    let label = part.label();
    match (before, after) {
        _ if before == after => None,
        ([], [now]) => Some(format!("{label} is new: {}", quoted(now))),
        ([past], []) => Some(format!("{label} is no longer said: {}", quoted(past))),
        ([past], [now]) if !part.is_list() => was(label, quoted(past), quoted(now)),
        _ => {
            let only = |these: &[Line<160>], those: &[Line<160>]| -> Vec<String> {
                let own = these.iter().filter(|line| !those.contains(line));
                own.map(quoted).collect()
            };
            let (come, gone) = (only(after, before), only(before, after));
            let mut said = Vec::new();
            if !come.is_empty() {
                said.push(format!("new {}", come.join(", ")));
            }
            if !gone.is_empty() {
                said.push(format!("no longer {}", gone.join(", ")));
            }
            if said.is_empty() {
                said.push("in another order".to_owned());
            }
            Some(format!("{label}: {}", said.join("; ")))
        }
    }
}

fn was(what: &str, from: String, to: String) -> Option<String> {
    (from != to).then(|| format!("{what} was {from}, now {to}"))
}

fn quoted(text: impl std::fmt::Display) -> String {
    format!("“{text}”")
}
