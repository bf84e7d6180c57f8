//! A target's steps as a staircase, and the same thing said in words. Labels
//! too long for a stair move to a list beneath, and the stairs are numbered.

use serde_json::{Value, json};

use super::{Ladder, Step, StepState};
use crate::words::list;

/// Characters a stair can carry on two lines.
const STAIR: usize = 12;

/// Characters of a label in the alternative.
const LABEL: usize = 80;

/// The stairs, or nothing when there are none.
pub(super) fn data(ladder: &Ladder) -> Option<Value> {
    if ladder.steps.is_empty() {
        return None;
    }
    let numbered = ladder
        .steps
        .iter()
        .any(|step| step.label.as_str().chars().count() > STAIR);
    let names = names(&ladder.steps);
    let stairs: Vec<Value> = ladder
        .steps
        .iter()
        .zip(&names)
        .map(|(step, name)| {
            let label = if numbered {
                name.clone()
            } else {
                step.label.cut(STAIR)
            };
            json!({ "label": label, "state": code(step.state) })
        })
        .collect();
    let key: Vec<Value> = ladder
        .steps
        .iter()
        .zip(&names)
        .filter(|_| numbered)
        .map(|(step, name)| json!({ "label": name, "text": step.label.as_str() }))
        .collect();
    let unit = ladder.unit.as_ref().map(|unit| unit.cut(LABEL));
    Some(json!({ "alt": alternative(ladder), "unit": unit, "stairs": stairs, "key": key }))
}

/// "Start" for where they began, then 1, 2, 3.
fn names(steps: &[Step]) -> Vec<String> {
    let mut number = 0;
    steps
        .iter()
        .map(|step| {
            if step.state == StepState::Base {
                "Start".to_owned()
            } else {
                number += 1;
                number.to_string()
            }
        })
        .collect()
}

fn code(state: StepState) -> &'static str {
    match state {
        StepState::Base => "base",
        StepState::Got => "got",
        StepState::Now => "now",
        StepState::Next => "next",
    }
}

/// "Step ladder in lessons out of 5. Started at 1 or 2. Reached 2. ..."
fn alternative(ladder: &Ladder) -> String {
    let unit = ladder.unit.as_ref().filter(|unit| !unit.is_empty());
    let first = match unit {
        Some(unit) => format!("Step ladder in {}.", unit.cut(LABEL)),
        None => "Step ladder.".to_owned(),
    };
    let said = [
        (StepState::Base, "Started at"),
        (StepState::Got, "Reached"),
        (StepState::Now, "Now on"),
        (StepState::Next, "Still to come:"),
    ];
    let stairs = said.into_iter().filter_map(|(state, lead)| {
        let here = ladder.steps.iter().filter(|step| step.state == state);
        let labels: Vec<String> = here.map(|step| step.label.cut(LABEL)).collect();
        (!labels.is_empty()).then(|| format!("{lead} {}.", list(&labels)))
    });
    let goal = ladder.steps.last();
    let goal = goal.map(|goal| format!("The goal is {}.", goal.label.cut(LABEL)));
    std::iter::once(first)
        .chain(stairs)
        .chain(goal)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ladder(labels: [&str; 4]) -> Ladder {
        let states = [
            StepState::Base,
            StepState::Got,
            StepState::Now,
            StepState::Next,
        ];
        let steps = labels
            .into_iter()
            .zip(states)
            .map(|(label, state)| Step {
                label: label.into(),
                state,
            })
            .collect();
        Ladder {
            unit: Some("lessons out of 5".into()),
            steps,
        }
    }

    #[test]
    fn the_staircase_can_be_heard() {
        let said = "Step ladder in lessons out of 5. Started at 1 or 2. Reached 2. Now on 3. \
                    Still to come: 4. The goal is 4.";
        assert_eq!(alternative(&ladder(["1 or 2", "2", "3", "4"])), said);
    }

    #[test]
    fn labels_too_long_for_a_stair_are_listed_beneath() {
        let long = "I ask for a break with my card before I leave the room";
        let data = data(&ladder(["Never", "Once", long, "Always"]));
        let data = data.as_ref();
        assert_eq!(
            data.map(|d| d["stairs"][2]["label"].clone()),
            Some(json!("2"))
        );
        assert_eq!(data.map(|d| d["key"][2]["text"].clone()), Some(json!(long)));
    }

    #[test]
    fn a_target_without_steps_has_no_staircase() {
        assert_eq!(data(&Ladder::default()), None);
    }
}
