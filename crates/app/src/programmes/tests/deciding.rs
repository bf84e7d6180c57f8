//! The safeguarding check, declining, accepting, and reading.

use domain::{
    account::{AccountKind, CaseRole},
    contact::{Known, Relationship},
    programme::{AskChannel, DeclineReason, SafeguardingCheck as Found, Task},
    sealed::Shown,
    text::Prose,
};
use jiff::civil::date;

use super::*;
use crate::programmes::{
    decline::DeclineReferral,
    family::RecordFamilyTold,
    view_referral::{Checked, ReferralView, ViewReferral},
};

fn view(start: &Start, who: &Actor, reference: &ProgrammeRef) -> Result<ReferralView, Refusal> {
    let reference = reference.clone();
    let fetched = start.town.app.fetch(who, ViewReferral { reference });
    fetched.map(|fetched| fetched.answer)
}

#[test]
fn the_safeguarding_lead_alone_records_a_check_and_few_see_what_it_found() {
    on_both(|engine| {
        let start = Start::on(engine);
        let reference = start.submitted();
        let refused = start.check(&start.head, &reference, Found::Clear);
        assert!(matches!(refused, Err(Refusal::NotAllowed { .. })));
        start
            .check(&start.dsl, &reference, Found::Alongside)
            .unwrap();
        let shown = |who| view(&start, who, &reference).unwrap().checked;
        assert!(matches!(
            shown(&start.head),
            Checked::Found(Found::Alongside, _)
        ));
        assert!(matches!(shown(&start.writer), Checked::Done(_)));
    });
}

#[test]
fn nothing_starts_without_the_check_or_against_it() {
    on_both(|engine| {
        let start = Start::on(engine);
        let reference = start.submitted();
        let accept = || {
            start
                .town
                .app
                .execute(&start.head, start.accepting(&reference))
        };
        assert!(words(accept().unwrap_err())[0].contains("safeguarding lead"));
        start
            .check(&start.dsl, &reference, Found::DoNotProceed)
            .unwrap();
        assert!(words(accept().unwrap_err())[0].contains("decline this referral"));
        // The last check stands.
        start.check(&start.dsl, &reference, Found::Clear).unwrap();
        accept().unwrap();
        assert_eq!(start.stage(&reference), StageName::Gathering);
    });
}

#[test]
fn the_head_alone_accepts_and_only_a_referral_that_waits() {
    on_both(|engine| {
        let start = Start::on(engine);
        let draft = start.written();
        let refused = start.town.app.execute(&start.head, start.accepting(&draft));
        assert!(matches!(refused, Err(Refusal::NotFound)));
        let submit = SubmitReferral {
            reference: draft.clone(),
        };
        start.town.app.execute(&start.writer, submit).unwrap();
        start.check(&start.dsl, &draft, Found::Clear).unwrap();
        for other in [&start.coordinator, &start.dsl, &start.writer] {
            let refused = start.town.app.execute(other, start.accepting(&draft));
            assert!(matches!(refused, Err(Refusal::NotAllowed { .. })));
        }
        let elsewhere = start.town.other_school();
        let stranger = start
            .town
            .person(elsewhere, "Kit Vale", AccountKind::Staff, &[R::Head]);
        let refused = start.town.app.execute(&stranger, start.accepting(&draft));
        assert!(matches!(refused, Err(Refusal::NotFound)));
    });
}

#[test]
fn accepting_brings_in_the_pupil_the_team_and_family_who_may_be_told() {
    on_both(|engine| {
        let start = Start::on(engine);
        let mother = start.town.mother(start.pupil, "Jo Bramwell");
        let mut uncle = mother.clone();
        uncle.id = start.town.app.new_id().unwrap();
        uncle.relationship = Relationship::Relative;
        uncle.parent_in_law = Known::Unknown;
        uncle.responsibility = Known::No;
        start.town.add_contact(&uncle);
        let reference = start.accepted();
        let people = view(&start, &start.head, &reference).unwrap().case.people;
        let roles: Vec<CaseRole> = people.iter().map(|person| person.role).collect();
        for role in [
            CaseRole::Pupil,
            CaseRole::Coordinator,
            CaseRole::KeyWorker,
            CaseRole::Parent,
        ] {
            assert_eq!(
                roles.iter().filter(|one| **one == role).count(),
                1,
                "{role:?}"
            );
        }
        let tasks = start.town.read(|tx| {
            let programme = store::programmes::by_reference(tx, start.town.school, &reference)?;
            store::programmes::tasks(tx, start.town.school, programme.unwrap().id)
        });
        let open: Vec<Task> = tasks
            .iter()
            .filter(|t| t.done.is_none())
            .map(|t| t.task)
            .collect();
        assert!(open.contains(&Task::ContactFamily) && !open.contains(&Task::Decide));
    });
}

#[test]
fn nobody_runs_a_programme_for_a_child_of_their_own() {
    on_both(|engine| {
        let start = Start::on(engine);
        let mother = start.town.mother(start.pupil, "Amina Farrow");
        let account = start.coordinator.identity().unwrap().account;
        let school = start.town.school;
        let email = "amina@example.org".parse().unwrap();
        start.town.write(|tx| {
            store::people::link_account(tx, school, account, &email, Some(mother.id), None)
        });
        let reference = start.submitted();
        start.check(&start.dsl, &reference, Found::Clear).unwrap();
        let refused = start
            .town
            .app
            .execute(&start.head, start.accepting(&reference));
        let refused = words(refused.unwrap_err());
        assert_eq!(refused, ["Choose someone who is not family of the pupil"]);
        assert_eq!(start.stage(&reference), StageName::Referred);
    });
}

#[test]
fn after_two_school_days_the_family_must_have_been_told() {
    on_both(|engine| {
        let start = Start::on(engine);
        let mother = start.town.mother(start.pupil, "Jo Bramwell");
        let reference = start.submitted();
        start.check(&start.dsl, &reference, Found::Clear).unwrap();
        start.town.clock.move_to_day(date(2026, 11, 13));
        let accept = || {
            start
                .town
                .app
                .execute(&start.head, start.accepting(&reference))
        };
        assert!(words(accept().unwrap_err())[0].starts_with("Tell the family"));
        let told = |on| RecordFamilyTold {
            reference: reference.clone(),
            contact: mother.id,
            by: AskChannel::Phone,
            on,
        };
        let to_come = start
            .town
            .app
            .execute(&start.writer, told(date(2026, 11, 14)));
        assert!(words(to_come.unwrap_err())[0].contains("today or in the past"));
        let today = told(date(2026, 11, 13));
        start.town.app.execute(&start.writer, today).unwrap();
        accept().unwrap();
    });
}

#[test]
fn a_referral_is_declined_with_a_reason_by_a_coordinator_or_the_head() {
    on_both(|engine| {
        let start = Start::on(engine);
        let reference = start.submitted();
        let decline = || DeclineReferral {
            reference: reference.clone(),
            reason: DeclineReason::EarlierStep,
            instead: Prose::new("A seat near the door for half a term first.").unwrap(),
        };
        let refused = start.town.app.execute(&start.writer, decline());
        assert!(matches!(refused, Err(Refusal::NotAllowed { .. })));
        start
            .town
            .app
            .execute(&start.coordinator, decline())
            .unwrap();
        assert_eq!(start.stage(&reference), StageName::Declined);
        for who in [&start.writer, &start.head] {
            let declined = view(&start, who, &reference).unwrap().declined.unwrap();
            assert_eq!(declined.reason, DeclineReason::EarlierStep);
            let instead = declined.instead.as_deref();
            assert_eq!(instead, Some("A seat near the door for half a term first."));
        }
        // A new one may be begun.
        assert_eq!(start.begun().to_string(), "KB26-002");
    });
}

#[test]
fn a_referral_is_read_whole_by_its_writer_and_by_those_who_decide() {
    on_both(|engine| {
        let start = Start::on(engine);
        let reference = start.submitted();
        for who in [&start.writer, &start.head, &start.dsl, &start.coordinator] {
            let document = view(&start, who, &reference).unwrap().document;
            assert!(matches!(document, Some(Shown::Full(_))), "{who:?}");
        }
        let teacher = start.town.staff("Miss Abara", &[R::Teacher]);
        assert!(matches!(
            view(&start, &teacher, &reference),
            Err(Refusal::NotFound)
        ));
    });
}
