//! The judgement, proposed and confirmed, and what follows.

use domain::outcome::{CarriesOnAnswer, ConsideredAnswer, EndingAnswer, EndingDraft};

use super::*;
use crate::reviews::{
    EndingState, Progress,
    after::{CheckAftercare, ChooseOption, CloseEscalation, EndAftercare},
    after_view::AfterView,
    again::ReferAgain,
    confirm::{ConfirmJudgement, ReturnJudgement},
    outcome_view::{OutcomeShown, OutcomeView},
    propose::ProposeJudgement,
};

fn met() -> EndingAnswer {
    EndingAnswer {
        end: "met".into(),
        evidence: "31 of 38 days.".into(),
    }
}

fn successful() -> EndingDraft {
    EndingDraft {
        targets: (1..=3).map(|number| (target(number), met())).collect(),
        promises: (1..=4).map(|number| (promise(number), kept())).collect(),
        says: ["pupil", "home"]
            .map(|side| (side.into(), "I’d keep Mr Petrie.".into()))
            .into(),
        closing: ["pupil", "home"]
            .map(|side| (side.into(), answered()))
            .into(),
        judgement: "successful".into(),
        reason: "No suspensions for twelve weeks.".into(),
        credit: "Staying when it was hard.".into(),
        carries_on: vec![CarriesOnAnswer {
            what: "Mr Petrie, once a week".into(),
            who: person(1).to_string(),
            until: "2027-03-25".into(),
        }],
        how_often: "weekly".into(),
        adult: person(1).to_string(),
        keeps: "The seat by the door\nThe card".into(),
        early_signs: "Late on Mondays".into(),
        if_they_appear: "Mr Petrie meets him the same day.".into(),
        ..EndingDraft::default()
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

fn not_enough() -> EndingDraft {
    EndingDraft {
        judgement: "unsuccessful".into(),
        considered: vec![ConsideredAnswer {
            option: "outreach".into(),
            choice: "look_into".into(),
            why: "Two of six visits happened.".into(),
        }],
        ..successful()
    }
}

impl Case {
    fn propose(&self, revision: i64, typed: EndingDraft) -> Result<(), Refusal> {
        let propose = ProposeJudgement {
            reference: self.reference.clone(),
            revision,
            typed,
            progress: Progress::Finished,
        };
        self.town.app.execute(&self.coordinator, propose)
    }

    fn confirm(&self, who: &Actor, council: &str) -> Result<(), Refusal> {
        let confirm = ConfirmJudgement {
            reference: self.reference.clone(),
            revision: 1,
            risk: "lower".into(),
            why: "No suspensions since September.".into(),
            council_first: council.into(),
            both_roles: String::new(),
        };
        self.town.app.execute(who, confirm).map(drop)
    }

    fn ending(&self) -> OutcomeShown {
        let reference = self.reference.clone();
        let view = OutcomeView { reference };
        self.town.app.fetch(&self.head, view).unwrap().answer
    }
}

#[test]
fn the_coordinator_proposes_the_head_confirms_and_aftercare_begins() {
    on_both(|engine| {
        let case = Case::at_the_end(engine);
        case.propose(0, successful()).unwrap();
        assert_eq!(case.ending().state, EndingState::Proposed);
        let refused = case.confirm(&case.coordinator, "");
        assert!(matches!(refused, Err(Refusal::NotAllowed { .. })));
        case.confirm(&case.head, "").unwrap();
        assert_eq!(case.stage(), "aftercare");
        assert_eq!(case.moves(), ["16", "21"]);
        let view = AfterView {
            reference: case.reference.clone(),
        };
        let after = case.town.app.fetch(&case.key_worker, view).unwrap().answer;
        assert_eq!(after.to_come.len(), 2);
        assert_eq!(after.keeps, ["The seat by the door", "The card"]);
        assert_eq!(after.until, after.to_come.last().copied());
    });
}

#[test]
fn nothing_is_kept_of_a_proposal_that_lacks_what_it_rests_on() {
    on_both(|engine| {
        let case = Case::at_the_end(engine);
        let mut typed = successful();
        typed.says.remove("home");
        let refused = case.propose(0, typed).unwrap_err();
        let ask = "Write what home says, or choose why there are no words. Ring if nobody came.";
        assert_eq!(words(refused), [ask]);
        let bare = EndingDraft {
            keeps: "The card".into(),
            ..successful()
        };
        let refused = case.propose(0, bare).unwrap_err();
        assert_eq!(words(refused), ["Choose two or three things to keep."]);
        assert_eq!(case.ending().revision, 0);
        let refused = case.confirm(&case.head, "").unwrap_err();
        assert_eq!(
            words(refused),
            ["Ask the coordinator to propose a judgement"]
        );
    });
}

#[test]
fn support_that_was_not_delivered_stands_on_the_page_and_is_spoken_of() {
    on_both(|engine| {
        let case = Case::at_the_end(engine);
        let mut typed = not_enough();
        for number in [1, 2] {
            let missed = PromiseAnswer {
                delivery: "not_done".into(),
                why: "It was never timetabled.".into(),
                ..PromiseAnswer::default()
            };
            typed.promises.insert(promise(number), missed);
        }
        let refused = case.propose(0, typed.clone()).unwrap_err();
        assert!(words(refused)[0].starts_with("Support was not fully delivered."));
        typed.about_support = "Half of the help never came, so it is too soon to say.".into();
        case.propose(0, typed).unwrap();
        let shown = case.ending();
        assert_eq!(shown.banner, Some("Support was not fully delivered"));
        assert_eq!(shown.delivered, "50%");
    });
}

#[test]
fn many_times_counted_for_one_promise_silence_nothing_about_the_others() {
    on_both(|engine| {
        let case = Case::at_the_end(engine);
        let mut typed = not_enough();
        for number in [1, 2] {
            let missed = PromiseAnswer {
                delivery: "not_done".into(),
                why: "It was never timetabled.".into(),
                ..PromiseAnswer::default()
            };
            typed.promises.insert(promise(number), missed);
        }
        for number in [3, 4] {
            let often = PromiseAnswer {
                kept: "150".into(),
                of: "150".into(),
                ..kept()
            };
            typed.promises.insert(promise(number), often);
        }
        let refused = case.propose(0, typed.clone()).unwrap_err();
        assert!(words(refused)[0].starts_with("Support was not fully delivered."));
        typed.about_support = "Half of the help never came.".into();
        case.propose(0, typed).unwrap();
        let shown = case.ending();
        assert_eq!(shown.banner, Some("Support was not fully delivered"));
        let first = &shown.kept[0];
        assert_eq!(first.share.as_deref(), Some("0%"));
        assert_eq!(first.whys, ["It was never timetabled."]);
    });
}

#[test]
fn the_head_sends_a_proposal_back_with_a_reason_and_it_comes_again() {
    on_both(|engine| {
        let case = Case::at_the_end(engine);
        case.propose(0, successful()).unwrap();
        let back = |why: &str| ReturnJudgement {
            reference: case.reference.clone(),
            revision: 1,
            why: why.into(),
        };
        assert!(case.town.app.execute(&case.head, back("")).is_err());
        let why = back("Add what Rowan said.");
        case.town.app.execute(&case.head, why).unwrap();
        let shown = case.ending();
        assert_eq!(shown.returned.as_deref(), Some("Add what Rowan said."));
        assert_eq!(
            case.confirm(&case.head, "")
                .map_err(words)
                .unwrap_err()
                .len(),
            1
        );
        assert!(matches!(
            case.propose(1, successful()),
            Err(Refusal::Conflict)
        ));
        case.propose(2, successful()).unwrap();
    });
}

#[test]
fn a_plan_that_did_not_do_enough_leads_to_choosing_and_handing_over() {
    on_both(|engine| {
        let case = Case::at_the_end(engine);
        case.propose(0, not_enough()).unwrap();
        let refused = case.confirm(&case.head, "").unwrap_err();
        assert!(words(refused)[0].starts_with("Tick that the council"));
        case.confirm(&case.head, "yes").unwrap();
        assert_eq!(case.stage(), "escalation");
        let app = &case.town.app;
        let close = || CloseEscalation {
            reference: case.reference.clone(),
            handed_over: REVIEW.to_string(),
        };
        let refused = app.execute(&case.head, close()).unwrap_err();
        assert_eq!(words(refused), ["Choose what comes next"]);
        let choose = || ChooseOption {
            reference: case.reference.clone(),
            option: "outreach".into(),
            why: "The visits that happened helped.".into(),
        };
        let refused = app.execute(&case.key_worker, choose());
        assert!(matches!(refused, Err(Refusal::NotAllowed { .. })));
        app.execute(&case.coordinator, choose()).unwrap();
        let twice = app.execute(&case.head, choose()).unwrap_err();
        assert_eq!(words(twice), ["This is chosen already"]);
        app.execute(&case.head, close()).unwrap();
        assert_eq!(case.stage(), "archived");
    });
}

#[test]
fn aftercare_is_checked_ended_and_may_lead_to_a_new_referral() {
    on_both(|engine| {
        let case = Case::at_the_end(engine);
        case.propose(0, successful()).unwrap();
        case.confirm(&case.head, "").unwrap();
        let app = &case.town.app;
        let check = |pupil: &str| CheckAftercare {
            reference: case.reference.clone(),
            pupil: pupil.into(),
            home: String::new(),
            note: String::new(),
        };
        let refused = app.execute(&case.key_worker, check("11")).unwrap_err();
        assert_eq!(words(refused), ["Enter a number from 0 to 10"]);
        assert!(app.execute(&case.key_worker, check("")).is_err());
        app.execute(&case.key_worker, check("8")).unwrap();
        let view = AfterView {
            reference: case.reference.clone(),
        };
        let after = app.fetch(&case.coordinator, view).unwrap().answer;
        assert_eq!((after.checks.len(), after.to_come.len()), (1, 1));
        let again = ReferAgain {
            reference: case.reference.clone(),
        };
        let new = app.execute(&case.coordinator, again).unwrap();
        assert_ne!(new, case.reference);
        assert_eq!(case.stage(), "aftercare");
        let end = EndAftercare {
            reference: case.reference.clone(),
            note: "Twelve good weeks.".into(),
        };
        app.execute(&case.key_worker, end).unwrap();
        assert_eq!(case.stage(), "archived");
    });
}
