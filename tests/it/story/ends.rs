//! Reviews, the judgement, and what follows.

use app::{
    Refusal,
    reviews::{
        Progress,
        confirm::ConfirmJudgement,
        propose::ProposeJudgement,
        record::RecordReview,
        view::{ReviewShown, ReviewView},
    },
};
use domain::{
    id::MeetingId,
    outcome::{CarriesOnAnswer, ConsideredAnswer, EndingAnswer, EndingDraft},
    review::{PromiseAnswer, ReviewDraft, TargetAnswer},
};

use super::{Story, cast::*};

fn kept() -> PromiseAnswer {
    PromiseAnswer {
        delivery: "done".into(),
        ..PromiseAnswer::default()
    }
}

impl Story {
    pub fn review_shown(&self, meeting: MeetingId) -> ReviewShown {
        let view = ReviewView {
            reference: self.reference(),
            meeting,
        };
        self.fetch(AMINA, view).unwrap()
    }

    /// Every promise kept; the second target changes, the others stay.
    pub fn settled(&self, meeting: MeetingId, next: &str) -> ReviewDraft {
        let shown = self.review_shown(meeting);
        let target = |number: usize| TargetAnswer {
            progress: "partly".into(),
            decision: if number == 2 { "change" } else { "keep" }.into(),
            different: if number == 2 {
                "Once a day to begin with."
            } else {
                ""
            }
            .into(),
            more_help: if number == 2 {
                vec!["seats_and_groups".into()]
            } else {
                Vec::new()
            },
            ..TargetAnswer::default()
        };
        ReviewDraft {
            promises: shown
                .promises
                .iter()
                .map(|one| (one.id.to_string(), kept()))
                .collect(),
            targets: shown
                .targets
                .iter()
                .map(|one| (one.id.to_string(), target(one.number)))
                .collect(),
            says: [
                ("pupil", "I like the smaller step."),
                ("home", "Mornings are calmer now."),
            ]
            .map(|(side, words)| (side.to_owned(), words.to_owned()))
            .into(),
            outlook: "on_course".into(),
            second: "needed".into(),
            second_why: "To see whether the smaller step helps.".into(),
            concern: "settled".into(),
            next_on: next.into(),
            ..ReviewDraft::default()
        }
    }

    pub fn review(&self, meeting: MeetingId, typed: ReviewDraft) -> Result<(), Refusal> {
        let record = RecordReview {
            reference: self.reference(),
            meeting,
            revision: self.review_shown(meeting).revision,
            typed,
            progress: Progress::Finished,
        };
        self.execute(AMINA, record).map(drop)
    }

    /// The evaluation as Amina types it.
    pub fn evaluation(&self, judgement: &str) -> EndingDraft {
        let view = app::reviews::outcome_view::OutcomeView {
            reference: self.reference(),
        };
        let shown = self.fetch(AMINA, view).unwrap();
        let met = EndingAnswer {
            end: "met".into(),
            evidence: "31 of 38 days.".into(),
        };
        let considered = ConsideredAnswer {
            option: "outreach".into(),
            choice: "look_into".into(),
            why: "Two of six visits happened.".into(),
        };
        EndingDraft {
            targets: shown
                .targets
                .iter()
                .map(|one| (one.id.to_string(), met.clone()))
                .collect(),
            promises: shown
                .promises
                .iter()
                .map(|one| (one.id.to_string(), kept()))
                .collect(),
            says: ["pupil", "home"]
                .map(|side| (side.into(), "I’d keep Mr Petrie.".into()))
                .into(),
            closing: ["pupil", "home"]
                .map(|side| (side.into(), answered()))
                .into(),
            judgement: judgement.into(),
            reason: "No suspensions since October.".into(),
            credit: "Staying when it was hard.".into(),
            carries_on: vec![CarriesOnAnswer {
                what: "Mr Petrie, once a week".into(),
                who: self.written(JOEL),
                until: "2027-03-25".into(),
            }],
            how_often: "weekly".into(),
            adult: self.written(JOEL),
            keeps: "The seat by the door\nThe card".into(),
            early_signs: "Late on Mondays".into(),
            if_they_appear: "Mr Petrie meets him the same day.".into(),
            considered: if judgement == "unsuccessful" {
                vec![considered]
            } else {
                Vec::new()
            },
            ..EndingDraft::default()
        }
    }

    pub fn propose(&self, judgement: &str) -> Result<(), Refusal> {
        let propose = ProposeJudgement {
            reference: self.reference(),
            revision: 0,
            typed: self.evaluation(judgement),
            progress: Progress::Finished,
        };
        self.execute(AMINA, propose)
    }

    pub fn confirm(&self, judgement: &str) -> Result<(), Refusal> {
        let confirm = ConfirmJudgement {
            reference: self.reference(),
            revision: 1,
            risk: "lower".into(),
            why: "No suspensions since October.".into(),
            council_first: if judgement == "unsuccessful" {
                "yes"
            } else {
                ""
            }
            .into(),
            both_roles: String::new(),
        };
        self.execute(RUTH, confirm).map(drop)
    }
}

/// The closing questions, each with an answer.
fn answered() -> domain::look_back::Closing {
    domain::look_back::Closing {
        helped: "yes".into(),
        fair: "partly".into(),
        kept: "yes".into(),
        ..domain::look_back::Closing::default()
    }
}
