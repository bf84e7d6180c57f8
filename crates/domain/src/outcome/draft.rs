//! An ending as the coordinator is writing it: every answer as typed, kept
//! while it goes to the head and back, and for ever. Fields are added, never
//! renamed. Reading the part about aftercare is in `after`.

mod after;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{CarriesOn, Considered, Evaluation, Proposal, StartToEnd, TargetEnding, Verdict};
use crate::{
    commitment::{Owner, Party, Tally},
    indicators::Delivered,
    meeting::{Said, SaidDraft, View, ViewOf},
    plan::Plan,
    programme::Judgement,
    review::{
        PromiseAnswer, ReviewDraft, read_promises,
        typed::{Problems, choose, line, prose},
    },
};

/// The answers on "How it ended". Blank means not answered.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EndingDraft {
    /// By written id of the target.
    pub targets: BTreeMap<String, EndingAnswer>,
    /// By written id of the promise.
    pub promises: BTreeMap<String, PromiseAnswer>,
    /// By the code of a [`ViewOf`], what that side thinks.
    pub says: BTreeMap<String, String>,
    /// The code of a [`Judgement`].
    pub judgement: String,
    /// Why, in words the pupil and home will read.
    pub reason: String,
    /// What went partly.
    pub partly: String,
    /// After success: what the pupil is given credit for.
    pub credit: String,
    /// After success: what carries on.
    pub carries_on: Vec<CarriesOnAnswer>,
    /// After success: how often the named adult and the pupil meet, as a code.
    pub how_often: String,
    /// After success: the written id of the named adult.
    pub adult: String,
    /// After success: two or three things to keep, one a line.
    pub keeps: String,
    /// After success: what to look out for, one a line.
    pub early_signs: String,
    /// After success: what to do when it appears.
    pub if_they_appear: String,
    /// Otherwise: what else was considered.
    pub considered: Vec<ConsideredAnswer>,
    /// Otherwise: what is said about support that was not delivered.
    pub about_support: String,
    /// Both views, where people did not agree.
    pub views: Vec<SaidDraft>,
}

/// How one target ended, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EndingAnswer {
    /// The code of a [`super::TargetEnd`].
    pub end: String,
    /// What shows it.
    pub evidence: String,
}

/// One thing that carries on, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CarriesOnAnswer {
    /// What.
    pub what: String,
    /// The written id of who answers for it.
    pub who: String,
    /// Until when, as 2027-03-25.
    pub until: String,
}

/// One option considered, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ConsideredAnswer {
    /// The code of a [`crate::programme::NextOption`].
    pub option: String,
    /// The code of a [`super::Choice`].
    pub choice: String,
    /// Why.
    pub why: String,
}

/// What stands around an ending.
#[derive(Debug, Clone)]
pub struct EndingFrame<'a> {
    /// Everyone taking part.
    pub people: &'a [Owner],
    /// Figures from start to end, from the record.
    pub figures: &'a [StartToEnd],
    /// What became of promises at the reviews before, side by side.
    pub before: &'a [(Party, Tally)],
    /// Who proposes.
    pub by: &'a Owner,
    /// The day.
    pub on: Date,
}

impl EndingDraft {
    /// The proposal, once every answer can be read. Whether it can go to the
    /// head is for [`Proposal::problems`].
    ///
    /// # Errors
    /// Each field's name on the page, with what to do about it.
    pub fn parse(&self, frame: &EndingFrame<'_>, plan: &Plan) -> Result<Proposal, Problems> {
        let mut problems = Problems::new();
        let promises = read_promises(&self.promises, plan, &mut problems);
        let settled = promises.iter().filter_map(|each| {
            let all = &plan.commitments;
            let promise = all.iter().find(|one| one.id == each.commitment)?;
            Some((promise.party, each.tally()))
        });
        let delivered = Delivered::of(frame.before.iter().copied().chain(settled));
        let evaluation = Evaluation {
            targets: self.endings(plan, &mut problems),
            figures: frame.figures.to_vec(),
            promises,
            delivered,
            says: self.says(&mut problems),
        };
        let verdict = self.verdict(frame, &mut problems);
        let reason = prose("reason", &self.reason, &mut problems);
        if reason.is_none() {
            let words = "Say why, in words the pupil and home will read.";
            problems.push(("reason".into(), words.into()));
        }
        let partly = prose("partly", &self.partly, &mut problems);
        let views = self.views(frame, &mut problems);
        match (verdict, reason) {
            (Some(verdict), Some(reason)) if problems.is_empty() => Ok(Proposal {
                evaluation,
                verdict,
                reason,
                partly,
                views,
                by: frame.by.clone(),
                on: frame.on,
            }),
            _ => Err(problems),
        }
    }

    /// What each side delivered since the last review, promise by promise.
    pub fn tallies(&self, plan: &Plan) -> Vec<(Party, Tally)> {
        let promises = self.promises.clone();
        let typed = ReviewDraft {
            promises,
            ..ReviewDraft::default()
        };
        typed.tallies(plan)
    }

    fn endings(&self, plan: &Plan, problems: &mut Problems) -> Vec<TargetEnding> {
        let mut found = Vec::new();
        for target in plan.open_targets() {
            let number = plan.number_of(target.id).unwrap_or_default();
            let Some(typed) = self.targets.get(&target.id.to_string()) else {
                continue;
            };
            let evidence = prose(
                &format!("target-{number}-evidence"),
                &typed.evidence,
                problems,
            );
            if let (Ok(end), Some(evidence)) = (typed.end.parse(), evidence) {
                found.push(TargetEnding {
                    target: target.id,
                    end,
                    evidence,
                });
            }
        }
        found
    }

    fn says(&self, problems: &mut Problems) -> Vec<View> {
        let one = |of: &ViewOf| {
            let typed = self.says.get(of.code()).map_or("", String::as_str);
            let words = prose(&format!("says-{}", of.code()), typed, problems)?;
            Some(View { of: *of, words })
        };
        ViewOf::ALL.iter().filter_map(one).collect()
    }

    fn verdict(&self, frame: &EndingFrame<'_>, problems: &mut Problems) -> Option<Verdict> {
        match choose("judgement", &self.judgement, problems)? {
            Judgement::Successful => {
                let credit = prose("credit", &self.credit, problems);
                if credit.is_none() {
                    let words = "Say what the pupil is given credit for.";
                    problems.push(("credit".into(), words.into()));
                }
                Some(Verdict::Successful {
                    credit: credit?,
                    carries_on: self.carries_on(frame, problems),
                })
            }
            Judgement::Unsuccessful => Some(Verdict::Unsuccessful {
                considered: self.considered(problems),
                about_support: prose("about-support", &self.about_support, problems),
            }),
        }
    }

    fn carries_on(&self, frame: &EndingFrame<'_>, problems: &mut Problems) -> Vec<CarriesOn> {
        let mut found = Vec::new();
        for (place, typed) in self.carries_on.iter().enumerate() {
            let field = format!("carries-on-{}", place + 1);
            let Some(what) = line(&field, &typed.what, problems) else {
                continue;
            };
            let until = typed.until.trim().parse();
            match (find(frame.people, &typed.who), until) {
                (Some(who), Ok(until)) => found.push(CarriesOn { what, who, until }),
                _ => problems.push((field, "Say who does it, and until when.".into())),
            }
        }
        found
    }

    fn considered(&self, problems: &mut Problems) -> Vec<Considered> {
        let mut found = Vec::new();
        for (place, typed) in self.considered.iter().enumerate() {
            let Ok(option) = typed.option.parse() else {
                continue;
            };
            let field = format!("considered-{}", place + 1);
            let why = line(&field, &typed.why, problems);
            match (typed.choice.parse(), why) {
                (Ok(choice), Some(why)) => found.push(Considered {
                    option,
                    choice,
                    why,
                }),
                _ => problems.push((field, "Say what you decided, and why.".into())),
            }
        }
        found
    }

    fn views(&self, frame: &EndingFrame<'_>, problems: &mut Problems) -> Vec<Said> {
        let mut found = Vec::new();
        for (place, typed) in self.views.iter().enumerate() {
            let field = format!("view-{}", place + 1);
            let Some(words) = prose(&field, &typed.words, problems) else {
                continue;
            };
            match find(frame.people, &typed.by) {
                Some(by) => found.push(Said { by, words }),
                None => problems.push((field, "Choose whose view this is.".into())),
            }
        }
        found
    }
}

fn find(people: &[Owner], written: &str) -> Option<Owner> {
    let same = |owner: &&Owner| owner.person.to_string() == written;
    people.iter().find(same).cloned()
}

// People's words must not reach a log through `{:?}`.
macro_rules! hidden {
    ($($name:ident)+) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )+};
}
hidden!(EndingDraft EndingAnswer CarriesOnAnswer ConsideredAnswer);
