//! Reading a review as typed: the review, or everything that is left to settle.

use std::collections::BTreeMap;

use super::{PromiseAnswer, ReviewDraft, ReviewFrame, SecondNeeded, TargetAnswer};
use crate::{
    commitment::{Commitment, Delivery, Tally},
    id::TargetId,
    indicators::Settled,
    meeting::{View, ViewOf},
    plan::Plan,
    programme::NextOption,
    review::{
        Decision, DecisionName, MoreHelp, Outlook, PromiseReview, Review, SecondReview,
        TargetReview, adults_first, read_unheard, settled,
        typed::{Problems, choose, codes, line, part, prose},
    },
};

impl ReviewDraft {
    /// The review, once every answer can be read and nothing is left to settle.
    ///
    /// # Errors
    /// Each field's name on the page, with what to do about it, in the order of
    /// the page: everything at once, so that nobody sends it in five times.
    pub fn parse(&self, frame: &ReviewFrame<'_>, plan: &Plan) -> Result<Review, Problems> {
        let mut problems = Problems::new();
        let review = self.read(frame, plan, &mut problems);
        for left in review.problems(plan) {
            let field = left.field();
            let known = |(known, _): &(String, String)| part(known) == part(&field);
            if !problems.iter().any(known) {
                problems.push((field, left.words()));
            }
        }
        problems.sort_by_key(|(field, _)| place(field));
        if problems.is_empty() {
            Ok(review)
        } else {
            Err(problems)
        }
    }

    /// What can be read; what stands in for an answer that cannot has its
    /// problem in the list.
    fn read(&self, frame: &ReviewFrame<'_>, plan: &Plan, problems: &mut Problems) -> Review {
        let promises = read_promises(&self.promises, plan, problems);
        let targets = self.targets(plan, problems);
        let ask = "Say how the plan looks to the people in the room.";
        let outlook = choose("outlook", &self.outlook, ask, problems);
        let next_on = self.next_on.trim().parse().ok();
        if next_on.is_none() {
            let words = "Enter the day of the next meeting, such as 27 11 2026.";
            problems.push(("next-on".into(), words.into()));
        }
        let says = read_says(&self.says, problems);
        Review {
            id: frame.id,
            meeting: frame.meeting,
            kind: frame.kind,
            number: frame.number,
            due: frame.due,
            held_on: frame.held_on,
            why_late: line("why-late", &self.why_late, problems),
            promises,
            targets,
            unheard: read_unheard(&self.unheard, &says, problems),
            says,
            heard: frame.heard.to_vec(),
            what_works: prose("what-works", &self.what_works, problems),
            outlook: outlook.unwrap_or(Outlook::OnCourse),
            talked_over: codes::<NextOption>(&self.talked_over),
            second: self.second(problems),
            next_on: next_on.unwrap_or(frame.held_on),
        }
    }

    /// What was settled, promise by promise; unanswered ones left out.
    pub fn settled(&self, plan: &Plan) -> Vec<Settled> {
        let read = read_promises(&self.promises, plan, &mut Problems::new());
        settled(&read, plan)
    }

    fn targets(&self, plan: &Plan, problems: &mut Problems) -> Vec<TargetReview> {
        let mut found = Vec::new();
        for target in plan.open_targets() {
            let number = plan.number_of(target.id).unwrap_or_default();
            if let Some(typed) = self.targets.get(&target.id.to_string()) {
                found.extend(typed.read(target.id, number, problems));
            }
        }
        found
    }

    fn second(&self, problems: &mut Problems) -> Option<SecondReview> {
        let needed: SecondNeeded = self.second.parse().ok()?;
        let Some(why) = line("second-why", &self.second_why, problems) else {
            problems.push(("second-why".into(), "Say why, in a few words.".into()));
            return None;
        };
        Some(match needed {
            SecondNeeded::Needed => SecondReview::Needed(why),
            SecondNeeded::NotNeeded => SecondReview::NotNeeded(why),
        })
    }
}

impl TargetAnswer {
    fn read(&self, id: TargetId, number: usize, problems: &mut Problems) -> Option<TargetReview> {
        let field = |part: &str| format!("target-{number}-{part}");
        let progress = choose(
            &field("progress"),
            &self.progress,
            format!("Target {number}: say how it is going."),
            problems,
        );
        let name: Option<DecisionName> = choose(
            &field("decision"),
            &self.decision,
            format!("Target {number}: choose what happens next."),
            problems,
        );
        let decision = match name? {
            DecisionName::Keep => Decision::Keep,
            DecisionName::StepUp => Decision::StepUp,
            DecisionName::StepDown => Decision::StepDown,
            DecisionName::Change => {
                let different = prose(&field("different"), &self.different, problems);
                if different.is_none() {
                    problems.push((
                        field("different"),
                        format!("Target {number}: say what will be different."),
                    ));
                }
                Decision::Change {
                    different: different?,
                    target: None,
                }
            }
        };
        Some(TargetReview {
            target: id,
            progress: progress?,
            pupil_says: line(&field("pupil"), &self.pupil_says, problems),
            decision,
            more_help: codes::<MoreHelp>(&self.more_help),
            other_help: line(&field("other-help"), &self.other_help, problems),
            no_new_help: line(&field("no-new-help"), &self.no_new_help, problems),
        })
    }
}

/// What became of each promise that was gone through, adults first.
pub(crate) fn read_promises(
    typed: &BTreeMap<String, PromiseAnswer>,
    plan: &Plan,
    problems: &mut Problems,
) -> Vec<PromiseReview> {
    let each = adults_first(plan).into_iter().enumerate();
    each.filter_map(|(place, promise)| {
        let answer = typed.get(&promise.id.to_string())?;
        answer.read(promise, place + 1, problems)
    })
    .collect()
}

impl PromiseAnswer {
    fn read(
        &self,
        promise: &Commitment,
        number: usize,
        problems: &mut Problems,
    ) -> Option<PromiseReview> {
        let delivery: Delivery = self.delivery.parse().ok()?;
        let times = match (self.kept.trim(), self.of.trim()) {
            ("", "") => None,
            (kept, of) => match (kept.parse::<u32>(), of.parse::<u32>()) {
                (Ok(kept), Ok(of)) if kept <= of => Some(Tally::times(kept, of)),
                _ => {
                    let words = "Enter how many times of how many, such as 4 of 6.";
                    problems.push((format!("promise-{number}-kept"), words.into()));
                    None
                }
            },
        };
        Some(PromiseReview {
            commitment: promise.id,
            own_answer: self.own.parse().ok(),
            delivery,
            times,
            why: line(&format!("promise-{number}-why"), &self.why, problems),
        })
    }
}

/// What each side said, in their words.
pub(crate) fn read_says(typed: &BTreeMap<String, String>, problems: &mut Problems) -> Vec<View> {
    let one = |of: &ViewOf| {
        let typed = typed.get(of.code()).map_or("", String::as_str);
        let words = prose(&format!("says-{}", of.code()), typed, problems)?;
        Some(View { of: *of, words })
    };
    ViewOf::ALL.iter().filter_map(one).collect()
}

/// Where on the page a field stands.
fn place(field: &str) -> (usize, usize) {
    const ORDER: [&str; 11] = [
        "promise",
        "target",
        "says",
        "what-works",
        "outlook",
        "talked-over",
        "second",
        "second-why",
        "concern",
        "why-late",
        "next-on",
    ];
    let first = |name: &str| part(field).starts_with(name);
    let number = part(field)
        .rsplit('-')
        .next()
        .and_then(|end| end.parse().ok());
    let group = ORDER
        .iter()
        .rposition(|name| first(name))
        .unwrap_or(ORDER.len());
    (group, number.unwrap_or_default())
}
