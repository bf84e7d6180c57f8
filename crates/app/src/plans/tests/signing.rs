//! Who signs, what stands in for a signature, and who signs again.

use domain::{
    plan::PlanEdit,
    programme::{AskChannel, StageName},
};
use jiff::civil::date;
use testkit::on_both;

use crate::{
    Refusal,
    plans::{
        amend::AmendPlan,
        cast::{Room, words},
        sign::{After, AnswerGiven, Sign},
        versions::ViewVersions,
    },
};

#[test]
fn the_programme_starts_with_the_last_signature_it_needs() {
    on_both(|engine| {
        let room = Room::agreed(engine);
        assert_eq!(room.sign(&room.rowan).unwrap(), After::Kept);
        assert_eq!(room.sign(&room.farrow).unwrap(), After::Kept);
        assert_eq!(room.stage(), StageName::Agreed);
        assert_eq!(room.sign(&room.dana).unwrap(), After::Started);
        assert_eq!(room.stage(), StageName::Active);
        // The key worker's is still welcome.
        assert_eq!(room.sign(&room.petrie).unwrap(), After::Kept);
        assert!(
            matches!(words(room.sign(&room.abara)).as_slice(), [said] if said.contains("need to sign"))
        );
    });
}

#[test]
fn a_refusal_and_two_attempts_let_a_plan_start_but_one_attempt_does_not() {
    on_both(|engine| {
        let room = Room::agreed(engine);
        room.sign(&room.farrow).unwrap();
        let refused = AnswerGiven::Refused("I don’t want to".into());
        assert_eq!(room.answer("Rowan Tidewell", refused).unwrap(), After::Kept);
        let tried = |day: i8| AnswerGiven::NoAnswer {
            by: AskChannel::Phone,
            on: date(2026, 11, day),
        };
        assert_eq!(room.answer("Dana Tidewell", tried(9)).unwrap(), After::Kept);
        assert_eq!(room.answer("Dana Tidewell", tried(9)).unwrap(), After::Kept);
        assert_eq!(
            room.answer("Dana Tidewell", tried(10)).unwrap(),
            After::Started
        );
    });
}

#[test]
fn a_spoken_yes_needs_a_witness_other_than_the_speaker() {
    on_both(|engine| {
        let room = Room::agreed(engine);
        let said = |who: &str| AnswerGiven::Said {
            witness: room.id(who),
        };
        let own = room.answer("Dana Tidewell", said("Dana Tidewell"));
        assert_eq!(words(own), ["Choose someone else as the witness."]);
        room.answer("Dana Tidewell", said("Joel Petrie")).unwrap();
        let mine = room.answer("Amina Farrow", AnswerGiven::OnPaper);
        assert_eq!(words(mine), ["Sign for yourself by typing your name"]);
    });
}

#[test]
fn changing_the_plan_needs_a_reason_and_a_family_that_knows_and_asks_only_whom_it_touches() {
    on_both(|engine| {
        let room = Room::agreed(engine);
        for who in [&room.rowan, &room.farrow, &room.dana] {
            room.sign(who).unwrap();
        }
        let old = room.shown();
        let draft = room.view(&room.farrow).draft.unwrap();
        let sheet = draft.typed.promises[0].clone();
        let mut changed = sheet.draft;
        changed.text = "check the bag at 8:20am".into();
        let edit = PlanEdit::Promise {
            id: sheet.id,
            seen: Some(sheet.saved),
            draft: Box::new(changed),
        };
        room.edit(&room.petrie, edit).unwrap();
        let amend = |why: &str, told: &str| {
            let seen = room.view(&room.farrow).draft.unwrap().seen;
            let amend = AmendPlan {
                reference: room.reference.clone(),
                why: why.into(),
                family_told: told.into(),
                seen,
            };
            room.town.app.execute(&room.farrow, amend)
        };
        assert_eq!(
            words(amend("The bus comes earlier", "")),
            ["Tell the family about the change, and record when"]
        );
        assert!(words(amend("", "2026-11-10"))[0].starts_with("Say why"));
        assert_eq!(
            amend("The bus comes earlier", "2026-11-10")
                .unwrap()
                .number(),
            2
        );
        let agreed = room.view(&room.farrow).agreed.unwrap().into_inner();
        let asked: Vec<_> = agreed
            .signing
            .iter()
            .map(|line| line.person.name.as_str())
            .collect();
        assert_eq!(asked, ["Joel Petrie", "Amina Farrow"]);
        // The version people saw before is not the one to sign now.
        let late = Sign {
            reference: room.reference.clone(),
            shown: old,
            name: "Joel".into(),
        };
        let late = room.town.app.execute(&room.petrie, late);
        assert_eq!(
            words(late),
            ["The plan has changed since. Read version 2, then sign."]
        );
        let reference = room.reference.clone();
        let told = room
            .town
            .app
            .fetch(&room.dana, ViewVersions { reference })
            .unwrap();
        assert_eq!(told.answer.versions.len(), 2);
        assert!(!told.answer.versions[0].changes.is_empty());
    });
}

#[test]
fn parent_and_pupil_see_the_whole_plan_and_a_teacher_what_to_do() {
    on_both(|engine| {
        let room = Room::agreed(engine);
        for who in [&room.dana, &room.rowan] {
            let seen = room.view(who).agreed.unwrap().into_inner();
            assert_eq!(seen.plan.rewards.len(), 1);
            assert_eq!(seen.signing.len(), 4);
        }
        let card = room.view(&room.abara).agreed.unwrap().into_inner();
        assert!(card.plan.rewards.is_empty() && card.signing.is_empty());
        assert_eq!(card.plan.targets[0].why, None);
        assert_eq!(card.plan.commitments.len(), 1);
        let reference = room.reference.clone();
        let versions = room.town.app.fetch(&room.abara, ViewVersions { reference });
        assert!(matches!(versions, Err(Refusal::NotFound)));
    });
}
