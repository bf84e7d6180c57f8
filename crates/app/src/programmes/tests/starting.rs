//! Finding a pupil, beginning, writing and handing in.

use domain::{account::AccountKind, pupil::CareStatus};

use super::*;
use crate::programmes::{
    find_pupil::{FindPupil, Open},
    save_referral::OpenDraft,
};

fn find(start: &Start, who: &Actor, looked_for: &str) -> Vec<crate::programmes::find_pupil::Found> {
    let looked_for = looked_for.to_owned();
    let found = start.town.app.fetch(who, FindPupil { looked_for });
    found.unwrap().answer
}

#[test]
fn a_pupil_is_found_by_part_of_a_name_and_never_in_another_school() {
    on_both(|engine| {
        let start = Start::on(engine);
        assert_eq!(
            find(&start, &start.writer, "bram theo")[0].name,
            "Theo Bramwell"
        );
        assert!(find(&start, &start.writer, "  ").is_empty());
        let elsewhere = start.town.other_school();
        let other = start
            .town
            .person(elsewhere, "Kit Vale", AccountKind::Staff, &[R::Head]);
        assert!(find(&start, &other, "bramwell").is_empty());
        let begin = StartReferral { pupil: start.pupil };
        let refused = start.town.app.execute(&other, begin).unwrap_err();
        assert!(matches!(refused, Refusal::NotFound));
    });
}

#[test]
fn whoever_has_an_open_programme_gets_no_second_one() {
    on_both(|engine| {
        let start = Start::on(engine);
        let reference = start.begun();
        assert_eq!(reference.to_string(), "KB26-001");
        let again = StartReferral { pupil: start.pupil };
        let refused = start.town.app.execute(&start.head, again).unwrap_err();
        assert!(words(refused)[0].starts_with("This pupil has a programme already"));
        let theirs = &find(&start, &start.writer, "theo")[0].open;
        assert_eq!(*theirs, Open::Theirs(reference));
        // A draft is its writer's own: others learn that there is one, not which.
        assert_eq!(find(&start, &start.head, "theo")[0].open, Open::Another);
    });
}

#[test]
fn office_and_family_do_not_begin_referrals() {
    on_both(|engine| {
        let start = Start::on(engine);
        let office = start.town.staff("Bea Hart", &[R::Office]);
        let begin = StartReferral { pupil: start.pupil };
        let refused = start.town.app.execute(&office, begin).unwrap_err();
        assert!(matches!(refused, Refusal::NotAllowed { .. }));
    });
}

#[test]
fn a_pupil_who_has_left_is_not_referred() {
    on_both(|engine| {
        let start = Start::on(engine);
        let school = start.town.school;
        let mut theo = start
            .town
            .read(|tx| store::pupils::find(tx, school, start.pupil))
            .unwrap();
        theo.left_on = Some(jiff::civil::date(2026, 10, 1));
        theo.care = CareStatus::None;
        start.town.add_pupil(&theo);
        let begin = StartReferral { pupil: start.pupil };
        let refused = start.town.app.execute(&start.writer, begin).unwrap_err();
        assert_eq!(words(refused), ["Choose a pupil who is on roll"]);
    });
}

#[test]
fn only_the_writer_sees_a_draft() {
    on_both(|engine| {
        let start = Start::on(engine);
        let reference = start.begun();
        for other in [&start.head, &start.coordinator, &start.dsl] {
            let open = OpenDraft {
                reference: reference.clone(),
            };
            let refused = start.town.app.fetch(other, open).unwrap_err();
            assert!(matches!(refused, Refusal::NotFound));
            let fields = Fields::new([("strengths", "x")]);
            let refused = start
                .save(other, &reference, Step::Who, 0, fields)
                .unwrap_err();
            assert!(matches!(refused, Refusal::NotFound));
        }
    });
}

#[test]
fn half_an_answer_is_kept_and_what_is_left_is_said() {
    on_both(|engine| {
        let start = Start::on(engine);
        let reference = start.begun();
        let fields = Fields::new([("strengths", "Football")]);
        let saving = start.save(&start.writer, &reference, Step::Who, 0, fields.clone());
        let Ok(Saving::Saved(left)) = saving else {
            panic!("{saving:?}");
        };
        assert!(left.iter().all(|one| one.step == Step::Who));
        assert!(left.iter().any(|one| one.field == "strengths"));
        let open = OpenDraft { reference };
        let view = start.town.app.fetch(&start.writer, open).unwrap().answer;
        assert_eq!(view.draft.step(Step::Who).fields, fields);
        assert_eq!(view.draft.version(), 1);
    });
}

#[test]
fn a_step_saved_in_another_window_is_not_overwritten() {
    on_both(|engine| {
        let start = Start::on(engine);
        let reference = start.begun();
        let typed = |words: &str| Fields::new([("strengths", words)]);
        let one = start.save(
            &start.writer,
            &reference,
            Step::Who,
            0,
            typed("First words"),
        );
        assert!(matches!(one, Ok(Saving::Saved(_))));
        let two = start.save(
            &start.writer,
            &reference,
            Step::Who,
            0,
            typed("Other words"),
        );
        let Ok(Saving::Clash(clash)) = two else {
            panic!("{two:?}");
        };
        assert_eq!(clash.saved.fields, typed("First words"));
        assert_eq!(clash.saved.version, 1);
        let third = start.save(
            &start.writer,
            &reference,
            Step::Who,
            1,
            typed("Other words"),
        );
        assert!(matches!(third, Ok(Saving::Saved(_))));
    });
}

#[test]
fn a_referral_is_handed_in_whole_or_not_at_all() {
    on_both(|engine| {
        let start = Start::on(engine);
        let reference = start.begun();
        let submit = |who: &Actor| {
            let reference = reference.clone();
            start.town.app.execute(who, SubmitReferral { reference })
        };
        let refused = words(submit(&start.writer).unwrap_err());
        assert!(refused.contains(&"Choose at least one reason to start".to_owned()));
        assert_eq!(start.stage(&reference), StageName::Draft);
        for (step, fields) in complete() {
            start
                .save(&start.writer, &reference, step, 0, fields)
                .unwrap();
        }
        submit(&start.writer).unwrap();
        assert_eq!(start.stage(&reference), StageName::Referred);
        assert!(matches!(
            submit(&start.writer),
            Err(Refusal::NotAllowed { .. })
        ));
        let late = Fields::new([("strengths", "Too late")]);
        let refused = start.save(&start.writer, &reference, Step::Who, 1, late);
        assert!(matches!(refused, Err(Refusal::NotAllowed { .. })));
    });
}
