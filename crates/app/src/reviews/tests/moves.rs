//! Pausing, going on, extending, leaving and putting right.

use super::*;
use crate::reviews::{
    correct::CorrectStage,
    finish::{BringFinalForward, Extend},
    leave::{Transfer, Withdraw},
    moves_view::MovesView,
    pause::{Pause, Resume},
};

impl Case {
    fn pause(&self, other: &str) -> Pause {
        Pause {
            reference: self.reference.clone(),
            reason: "illness".into(),
            why: "A long stay in hospital.".into(),
            expected: "2026-12-07".into(),
            other: other.into(),
        }
    }

    fn correct(&self, to: &str, other: &str) -> CorrectStage {
        CorrectStage {
            reference: self.reference.clone(),
            to: to.into(),
            why: "Pressed by mistake.".into(),
            other: other.into(),
        }
    }

    fn agreed(&self) -> Vec<(u8, String, String)> {
        let (school, id) = (self.town.school, self.programme().id);
        let rows = self
            .town
            .read(|tx| store::outcomes::agreements(tx, school, id));
        let line = |row: &store::outcomes::Agreement| {
            (row.number, row.pressed.to_string(), row.with.to_string())
        };
        rows.iter().map(line).collect()
    }
}

#[test]
fn a_pause_takes_the_coordinator_and_the_head_and_names_both() {
    on_both(|engine| {
        let case = Case::in_week_eight(engine);
        let app = &case.town.app;
        let alone = app.execute(&case.coordinator, case.pause(""));
        assert_eq!(
            words(alone.unwrap_err()),
            ["Choose the headteacher who agrees"]
        );
        let teacher = Case::account(&case.key_worker);
        let not_a_head = app.execute(&case.coordinator, case.pause(&teacher));
        assert_eq!(
            words(not_a_head.unwrap_err()),
            ["Choose the headteacher who agrees"]
        );
        let head = Case::account(&case.head);
        app.execute(&case.coordinator, case.pause(&head)).unwrap();
        assert_eq!(case.stage(), "paused");
        let coordinator = Case::account(&case.coordinator);
        assert_eq!(case.agreed(), [(13, coordinator, head)]);
        let pressed = Case::in_week_eight(engine);
        pressed
            .town
            .app
            .execute(&pressed.head, pressed.pause(""))
            .unwrap();
        let with = Case::account(&pressed.coordinator);
        assert_eq!(pressed.agreed(), [(13, Case::account(&pressed.head), with)]);
    });
}

#[test]
fn after_a_pause_the_dates_to_come_move_by_the_days_that_did_not_count() {
    on_both(|engine| {
        let case = Case::in_week_eight(engine);
        let app = &case.town.app;
        app.execute(&case.head, case.pause("")).unwrap();
        let before = case.programme().stage.run().unwrap().dates.ends.due.on;
        case.town.clock.move_to_day(date(2026, 12, 3));
        let resume = Resume {
            reference: case.reference.clone(),
        };
        let ends = app.execute(&case.coordinator, resume).unwrap();
        assert!(ends > before, "{ends} is not after {before}");
        assert_eq!(case.stage(), "active");
        assert_eq!(case.moves(), ["13", "14"]);
        let run = case.run();
        assert_eq!(
            case.programme().stage.run().unwrap().dates.reviews[0],
            run.dates.reviews[0]
        );
        let again = Resume {
            reference: case.reference.clone(),
        };
        let refused = app.execute(&case.coordinator, again);
        assert!(matches!(refused, Err(Refusal::NotAllowed { .. })));
    });
}

#[test]
fn the_head_makes_a_programme_longer_once_when_the_family_knows() {
    on_both(|engine| {
        let case = Case::at_the_end(engine);
        let app = &case.town.app;
        let extend = |weeks: &str, told: &str| Extend {
            reference: case.reference.clone(),
            weeks: weeks.into(),
            why: "Two targets are nearly there.".into(),
            family_told: told.into(),
        };
        case.town.clock.move_to_day(date(2026, 12, 29));
        let refused = app.execute(&case.head, extend("4", ""));
        let ask = "Tell the family about the longer programme, and record when";
        assert_eq!(words(refused.unwrap_err()), [ask]);
        assert!(app.execute(&case.head, extend("9", "2026-12-29")).is_err());
        let refused = app.execute(&case.coordinator, extend("4", "2026-12-29"));
        assert!(matches!(refused, Err(Refusal::NotAllowed { .. })));
        let ends = app.execute(&case.head, extend("4", "2026-12-29")).unwrap();
        assert!(ends > date(2027, 1, 8));
        assert_eq!(case.stage(), "active");
    });
}

#[test]
fn the_final_meeting_comes_early_only_for_a_reason() {
    on_both(|engine| {
        let case = Case::in_week_eight(engine);
        let early = |why: &str| BringFinalForward {
            reference: case.reference.clone(),
            why: why.into(),
        };
        let refused = case.town.app.execute(&case.coordinator, early(""));
        assert!(refused.is_err());
        let early = early("Every target is met.");
        case.town.app.execute(&case.coordinator, early).unwrap();
        assert_eq!(case.stage(), "final_due");
    });
}

#[test]
fn a_pupil_who_leaves_for_home_education_alerts_the_head_and_an_exclusion_waits() {
    on_both(|engine| {
        let case = Case::in_week_eight(engine);
        let leave = |reason: &str, to: &str| Transfer {
            reference: case.reference.clone(),
            reason: reason.into(),
            to: to.into(),
        };
        let app = &case.town.app;
        let refused = app.execute(&case.coordinator, leave("managed_move", ""));
        assert!(words(refused.unwrap_err())[0].starts_with("Enter where the pupil is going"));
        let refused = app.execute(&case.coordinator, leave("exclusion", ""));
        assert!(words(refused.unwrap_err())[0].starts_with("Pause the programme"));
        let refused = app.execute(&case.key_worker, leave("unknown", ""));
        assert!(matches!(refused, Err(Refusal::NotAllowed { .. })));
        app.execute(&case.coordinator, leave("home_education", ""))
            .unwrap();
        assert_eq!(case.stage(), "closed_transferred");
    });
}

#[test]
fn only_the_head_stops_a_programme_and_says_why() {
    on_both(|engine| {
        let case = Case::in_week_eight(engine);
        let stop = |why: &str| Withdraw {
            reference: case.reference.clone(),
            reason: "parent".into(),
            why: why.into(),
        };
        let app = &case.town.app;
        let refused = app.execute(&case.coordinator, stop("They asked."));
        assert!(matches!(refused, Err(Refusal::NotAllowed { .. })));
        assert!(app.execute(&case.head, stop("")).is_err());
        app.execute(&case.head, stop("They asked.")).unwrap();
        assert_eq!(case.stage(), "closed_withdrawn");
    });
}

#[test]
fn a_wrong_move_is_put_right_by_the_head_and_an_administrator_together() {
    on_both(|engine| {
        let case = Case::at_the_end(engine);
        let app = &case.town.app;
        let alone = app.execute(&case.head, case.correct("active", ""));
        assert_eq!(
            words(alone.unwrap_err()),
            ["Choose the system administrator who agrees"]
        );
        let other = Case::account(&case.administrator);
        let later = app.execute(&case.head, case.correct("aftercare", &other));
        assert_eq!(
            words(later.unwrap_err()),
            ["Choose a stage before this one"]
        );
        app.execute(&case.head, case.correct("active", &other))
            .unwrap();
        assert_eq!(case.stage(), "active");
        assert_eq!(case.agreed(), [(26, Case::account(&case.head), other)]);
        let refused = app.execute(&case.coordinator, case.correct("agreed", ""));
        assert!(matches!(refused, Err(Refusal::NotAllowed { .. })));
    });
}

#[test]
fn the_moves_page_names_who_can_agree_and_where_one_can_go_back_to() {
    on_both(|engine| {
        let case = Case::at_the_end(engine);
        let view = MovesView {
            reference: case.reference.clone(),
        };
        let shown = case.town.app.fetch(&case.head, view).unwrap().answer;
        assert_eq!(shown.heads[0].name, "Ruth Calloway");
        assert_eq!(shown.administrators[0].name, "Sam Odell");
        let codes: Vec<_> = shown.back_to.iter().map(|stage| stage.code()).collect();
        assert_eq!(codes, ["agreed", "active"]);
        assert_eq!(shown.room, 4);
    });
}
