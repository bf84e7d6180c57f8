//! The sharp edges inside one programme, stage by stage.

use domain::{
    account::{CaseRole as C, CaseRoles, SchoolRole as S},
    programme::StageName as G,
};

use super::{Part, asks, at, who_may};
use crate::{
    action::Action as A,
    policy::{Decision, Place},
};

#[test]
fn to_someone_with_no_part_in_it_a_programme_is_not_there() {
    for stage in G::ALL {
        for action in at(Place::Programme) {
            assert_eq!(
                asks(Part::Nobody, action, *stage),
                Decision::Invisible,
                "{action:?}"
            );
        }
    }
}

#[test]
fn school_wide_roles_that_only_run_things_never_see_a_programme() {
    for role in [
        S::Administrator,
        S::Reporting,
        S::Dpo,
        S::Teacher,
        S::HeadOfYear,
    ] {
        for stage in G::ALL {
            for action in at(Place::Programme) {
                let found = asks(Part::School(role), action, *stage);
                assert_eq!(found, Decision::Invisible, "{role:?} {action:?} {stage:?}");
            }
        }
    }
}

#[test]
fn a_draft_is_there_for_its_writer_and_for_nobody_else_in_the_school() {
    for role in S::ALL {
        for action in at(Place::Programme) {
            let found = asks(Part::School(*role), action, G::Draft);
            assert_eq!(found, Decision::Invisible, "{role:?} {action:?}");
        }
    }
    assert_eq!(who_may(A::SaveReferral, G::Draft), [Part::Writer]);
    assert_eq!(who_may(A::SubmitReferral, G::Draft), [Part::Writer]);
    assert_eq!(
        who_may(A::SaveReferral, G::Referred),
        [],
        "handed in is handed in"
    );
}

#[test]
fn family_and_pupil_see_a_programme_from_gathering_on_and_not_one_that_was_declined() {
    for role in [C::Parent, C::Carer, C::Pupil] {
        for stage in G::ALL {
            let hidden = matches!(stage, G::Draft | G::Referred | G::Declined);
            let wanted = if hidden {
                Decision::Invisible
            } else {
                Decision::Allowed
            };
            assert_eq!(
                asks(Part::Case(role), A::ViewProgramme, *stage),
                wanted,
                "{role:?} {stage:?}"
            );
            assert_eq!(
                stage.is_family_visible(),
                !hidden,
                "the domain says the same"
            );
        }
    }
}

#[test]
fn a_coordinator_without_a_part_sees_what_waits_for_a_decision_and_no_other_programme() {
    for stage in G::ALL {
        let found = asks(Part::School(S::Coordinator), A::ViewReferral, *stage);
        let wanted = if *stage == G::Referred {
            Decision::Allowed
        } else {
            Decision::Invisible
        };
        assert_eq!(found, wanted, "{stage:?}");
    }
}

#[test]
fn the_head_alone_accepts_extends_withdraws_and_confirms() {
    let head = [Part::School(S::Head)];
    assert_eq!(who_may(A::AcceptReferral, G::Referred), head);
    assert_eq!(who_may(A::ConfirmJudgement, G::FinalDue), head);
    assert_eq!(who_may(A::Extend, G::FinalDue), head);
    assert_eq!(who_may(A::CloseEscalation, G::Escalation), head);
    for stage in [G::Gathering, G::Active, G::Paused, G::FinalDue] {
        assert_eq!(who_may(A::Withdraw, stage), head);
    }
}

#[test]
fn the_coordinator_and_the_head_choose_what_next_and_the_head_puts_mistakes_right() {
    let chooses = who_may(A::ChooseOption, G::Escalation);
    let both = [Part::School(S::Head), Part::Case(C::Coordinator)];
    assert_eq!(chooses.len(), both.len(), "{chooses:?}");
    assert!(
        both.iter().all(|part| chooses.contains(part)),
        "{chooses:?}"
    );
    let head = [Part::School(S::Head)];
    assert_eq!(who_may(A::CorrectStage, G::ClosedWithdrawn), head);
    assert_eq!(who_may(A::CorrectStage, G::Draft), []);
}

#[test]
fn the_coordinator_proposes_and_cannot_confirm_what_was_proposed() {
    let coordinator = [Part::Case(C::Coordinator)];
    assert_eq!(who_may(A::ProposeJudgement, G::FinalDue), coordinator);
    assert_eq!(who_may(A::RecordReview, G::Active), coordinator);
    assert_eq!(who_may(A::AgreePlan, G::MeetingSet), coordinator);
    assert_eq!(
        asks(Part::Case(C::Coordinator), A::ConfirmJudgement, G::FinalDue),
        Decision::NotYours
    );
}

#[test]
fn only_the_safeguarding_lead_records_the_safeguarding_check() {
    let lead = [Part::School(S::Dsl)];
    assert_eq!(who_may(A::CheckSafeguarding, G::Referred), lead);
}

#[test]
fn the_office_books_meetings_and_reads_no_words_about_a_child() {
    for stage in G::ALL {
        for action in [
            A::ViewReferral,
            A::ViewInformation,
            A::ReadAnswers,
            A::ViewPlan,
            A::PrintPlan,
            A::ViewEvidence,
            A::ViewHistory,
        ] {
            let found = asks(Part::School(S::Office), action, *stage);
            assert_ne!(found, Decision::Allowed, "{action:?} {stage:?}");
        }
    }
    assert_eq!(
        asks(Part::School(S::Office), A::BookMeeting, G::Gathering),
        Decision::Allowed
    );
}

#[test]
fn a_form_is_filled_in_by_whoever_was_asked_and_by_nobody_else() {
    for stage in G::ALL {
        for action in [A::FillForm, A::SendForm] {
            let may = who_may(action, *stage);
            assert!(may.iter().all(|part| *part == Part::Writer), "{may:?}");
        }
    }
    assert_eq!(who_may(A::FillForm, G::Gathering), [Part::Writer]);
}

#[test]
fn what_is_written_before_the_first_meeting_is_locked_once_it_is_recorded() {
    // Filling in what was asked for is shut as it is done: documents go on.
    let asking = [A::Ask, A::WaiveAsk, A::ScribeForm];
    for stage in [G::Agreed, G::Active, G::Paused, G::FinalDue] {
        for action in asking {
            assert_eq!(who_may(action, stage), [], "{action:?} {stage:?}");
        }
    }
    for action in asking {
        assert_ne!(who_may(action, G::MeetingSet), [], "{action:?}");
    }
}

#[test]
fn people_from_outside_do_nothing_but_what_they_were_asked() {
    for role in C::ALL {
        if !CaseRoles::OUTSIDE.has(*role) {
            continue;
        }
        for stage in G::ALL {
            for action in at(Place::Programme) {
                // They are asked what became of their own promises.
                if action == A::LookBack {
                    continue;
                }
                assert_ne!(
                    asks(Part::Case(*role), action, *stage),
                    Decision::Allowed,
                    "{role:?} {action:?} {stage:?}"
                );
            }
        }
    }
}

#[test]
fn nothing_changes_in_a_programme_that_is_closed_but_a_mistake_put_right() {
    let reading = [
        A::ViewProgramme,
        A::ViewReferral,
        A::ViewInformation,
        A::ViewRecords,
        A::ReadAnswers,
        A::ViewDocuments,
        A::ViewTold,
        A::ViewMeetings,
        A::ViewCheckIns,
        A::ViewPlan,
        A::PrintPlan,
        A::ViewEvidence,
        A::ViewHistory,
        A::BreakGlass,
        A::CorrectStage,
        A::FinishTask,
        A::SeeMove,
        // Whom something must be kept from is never closed.
        A::ViewContacts,
        A::RestrictContact,
        A::LiftRestriction,
    ];
    for stage in [
        G::Declined,
        G::ClosedSuccess,
        G::ClosedUnsuccessful,
        G::ClosedTransferred,
        G::ClosedWithdrawn,
        G::Archived,
    ] {
        for action in at(Place::Programme).filter(|action| !reading.contains(action)) {
            assert_eq!(who_may(action, stage), [], "{action:?} {stage:?}");
        }
    }
}
