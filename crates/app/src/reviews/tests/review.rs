//! Recording a review.

use domain::review::{ReviewDraft, TargetAnswer};

use super::*;
use crate::reviews::{
    Progress,
    concern::RaiseConcern,
    record::RecordReview,
    view::{ReviewShown, ReviewView},
};

fn about(progress: &str, decision: &str) -> TargetAnswer {
    TargetAnswer {
        progress: progress.into(),
        decision: decision.into(),
        ..TargetAnswer::default()
    }
}

/// Target 1 steps up, 2 stays, 3 has stalled and gets new help.
fn settled() -> ReviewDraft {
    let third = TargetAnswer {
        different: "A hand signal with Mr Petrie. Same step.".into(),
        more_help: vec!["reading_and_language".into()],
        ..about("not_yet", "change")
    };
    ReviewDraft {
        promises: (1..=4).map(|number| (promise(number), kept())).collect(),
        targets: [
            (target(1), about("met", "step_up")),
            (target(2), about("met", "keep")),
            (target(3), third),
        ]
        .into(),
        says: ["pupil", "home"]
            .map(|side| (side.into(), "Maths is still hard.".into()))
            .into(),
        outlook: "on_course".into(),
        second: "needed".into(),
        second_why: "To see whether the signal helps.".into(),
        next_on: "2026-12-18".into(),
        ..ReviewDraft::default()
    }
}

impl Case {
    fn review(&self, revision: i64, typed: ReviewDraft) -> RecordReview {
        RecordReview {
            reference: self.reference.clone(),
            meeting: self.meeting,
            revision,
            typed,
            progress: Progress::Finished,
        }
    }

    fn shown(&self, who: &Actor) -> Result<ReviewShown, Refusal> {
        let view = ReviewView {
            reference: self.reference.clone(),
            meeting: self.meeting,
        };
        self.town.app.fetch(who, view).map(|found| found.answer)
    }
}

#[test]
fn promises_come_first_and_adults_before_the_pupil() {
    on_both(|engine| {
        let case = Case::in_week_eight(engine);
        let shown = case.shown(&case.coordinator).unwrap();
        let who: Vec<_> = shown.promises.iter().map(|one| one.who.as_str()).collect();
        assert_eq!(
            who,
            ["Joel Petrie", "Nell Brook", "Tomasz Wren", "Dana Tidewell"]
        );
        assert_eq!(shown.targets.len(), 3);
        assert!(matches!(
            case.shown(&case.mother),
            Err(Refusal::NotAllowed { .. })
        ));
        assert!(matches!(
            case.shown(&case.stranger()),
            Err(Refusal::NotFound)
        ));
    });
}

#[test]
fn a_settled_review_makes_the_next_version_and_moves_the_programme_on() {
    on_both(|engine| {
        let case = Case::in_week_eight(engine);
        let record = case.review(0, settled());
        case.town.app.execute(&case.coordinator, record).unwrap();
        assert_eq!(case.moves(), ["11", "9"]);
        assert_eq!(case.open_review(), None);
        let (school, id) = (case.town.school, case.programme().id);
        let versions = case.town.read(|tx| store::plans::versions(tx, school, id));
        let newest = versions[0].plan();
        assert_eq!(newest.version.number(), 2);
        assert_eq!(newest.targets[0].step.number(), 2);
        assert_eq!(newest.targets[1].step.number(), 1);
        assert_eq!(newest.targets[1].review_on, date(2026, 12, 18));
        assert_eq!(case.programme().stage.run().unwrap().version, 2);
        // What was settled stays as it was, with the plan it looked at.
        let shown = case.shown(&case.head).unwrap();
        assert_eq!(shown.held, Some(REVIEW));
        assert_eq!(shown.targets[0].step, "2 out of 5");
        let again = case.review(1, settled());
        let refused = case.town.app.execute(&case.coordinator, again).unwrap_err();
        assert_eq!(words(refused), ["This review is recorded already"]);
    });
}

#[test]
fn nothing_is_settled_while_a_promise_or_a_target_is_left_out() {
    on_both(|engine| {
        let case = Case::in_week_eight(engine);
        let mut typed = settled();
        typed.promises.remove(&promise(2));
        typed.targets.remove(&target(2));
        let refused = case
            .town
            .app
            .execute(&case.coordinator, case.review(0, typed));
        assert_eq!(
            words(refused.unwrap_err()),
            [
                "Nell Brook: say whether this was kept: remind all staff of the ten-second wait.",
                "Target 2: say how it is going, and what next.",
            ]
        );
        assert!(case.moves().is_empty());
        assert_eq!(case.shown(&case.coordinator).unwrap().revision, 0);
    });
}

#[test]
fn what_is_typed_is_kept_and_the_second_to_save_is_told() {
    on_both(|engine| {
        let case = Case::in_week_eight(engine);
        let typed = ReviewDraft {
            what_works: "Mr Petrie’s signal.".into(),
            ..ReviewDraft::default()
        };
        let keep = |revision| RecordReview {
            progress: Progress::KeepForNow,
            ..case.review(revision, typed.clone())
        };
        case.town.app.execute(&case.coordinator, keep(0)).unwrap();
        let shown = case.shown(&case.coordinator).unwrap();
        assert_eq!((shown.revision, &shown.typed), (1, &typed));
        let late = case.town.app.execute(&case.coordinator, keep(0));
        assert!(matches!(late, Err(Refusal::Conflict)));
    });
}

#[test]
fn the_form_in_which_a_review_is_kept_never_changes() {
    let golden = include_str!("../../../../domain/tests/golden/review/rowan.json");
    let text = serde_json::to_string_pretty(&settled()).unwrap();
    assert_eq!(text.trim(), golden.trim());
    let read: ReviewDraft = serde_json::from_str(golden).unwrap();
    assert_eq!(read, settled());
    let older: ReviewDraft = serde_json::from_str("{\"what_works\": \"The card.\"}").unwrap();
    assert_eq!(
        older.what_works, "The card.",
        "one without a newer field is still read"
    );
}

#[test]
fn only_the_coordinator_records_a_review_and_only_when_one_is_due() {
    on_both(|engine| {
        let case = Case::in_week_eight(engine);
        for who in [&case.key_worker, &case.head] {
            let refused = case.town.app.execute(who, case.review(0, settled()));
            assert!(matches!(refused, Err(Refusal::NotAllowed { .. })));
        }
        let stranger = case.stranger();
        let refused = case.town.app.execute(&stranger, case.review(0, settled()));
        assert!(matches!(refused, Err(Refusal::NotFound)));
        let early = Case::at(engine, |run| Stage::Active {
            run,
            review: None,
            concern: None,
        });
        let refused = early
            .town
            .app
            .execute(&early.coordinator, early.review(0, settled()));
        assert_eq!(
            words(refused.unwrap_err()),
            ["Raise a concern to hold an early review, or wait until one is due"]
        );
    });
}

#[test]
fn a_concern_brings_a_call_home_within_two_school_days() {
    on_both(|engine| {
        let case = Case::in_week_eight(engine);
        let raise = |why: &str| RaiseConcern {
            reference: case.reference.clone(),
            why: why.into(),
        };
        let refused = case.town.app.execute(&case.key_worker, raise(" "));
        assert_eq!(
            words(refused.unwrap_err()),
            ["Say what in the plan is not working"]
        );
        let raised = raise("The wait is not happening in maths.");
        case.town.app.execute(&case.key_worker, raised).unwrap();
        let (school, id) = (case.town.school, case.programme().id);
        let tasks = case
            .town
            .read(|tx| store::programmes::tasks(tx, school, id));
        let call = tasks
            .iter()
            .find(|row| row.task == domain::programme::Task::ContactFamily);
        assert_eq!(call.unwrap().due, date(2026, 11, 30));
        let twice = case.town.app.execute(&case.head, raise("Again."));
        assert!(words(twice.unwrap_err())[0].starts_with("A concern is open already"));
        let refused = case.town.app.execute(&case.mother, raise("Me too."));
        assert!(matches!(refused, Err(Refusal::NotAllowed { .. })));
    });
}
