//! Who may put right what, and how two who do it at once find out.

use domain::{
    account::SchoolRole,
    contact::{Restriction, RestrictionKind},
    correction::{About, ContactField, PupilField, Settled},
    id::AccountId,
};
use jiff::civil::date;
use testkit::on_both;
use uuid::Uuid;

use super::{Kind, OURS, ROWAN, World};
use crate::{
    Refusal,
    roll::{correct::CorrectValue, pupil::ViewPupil},
};

#[test]
fn two_who_correct_at_once_see_both_and_every_slip_is_named() {
    on_both(|engine| {
        let world = World::put_right(engine);
        let late = world.correct(world.phone(), "01632 960222", "01632 960001");
        assert!(matches!(late, Err(Refusal::Conflict)), "{late:?}");
        let refused = |value: &str, about: About, was: &str| {
            let Err(Refusal::Rejected(reasons)) = world.correct(about, value, was) else {
                panic!("{value} was taken");
            };
            reasons[0].field.clone().unwrap()
        };
        assert_eq!(refused(OURS, world.phone(), OURS), "value");
        let born = About::Pupil(PupilField::Born);
        assert_eq!(refused("2027-01-01", born, "2014-02-28"), "value");
        assert_eq!(
            refused("", About::Pupil(PupilField::Family), "Tidewell"),
            "value"
        );
        let silent = CorrectValue {
            pupil: world.pupils()[0].id,
            about: world.phone(),
            value: "01632 960222".into(),
            was: OURS.into(),
            why: "  ".into(),
        };
        let Err(Refusal::Rejected(reasons)) = world.app.execute(&world.office(), silent) else {
            panic!("no reason was given");
        };
        assert_eq!(reasons[0].field.as_deref(), Some("why"));
        // Put right again, the first one stays on record.
        world.correct(world.phone(), "01632 960222", OURS).unwrap();
        assert_eq!(world.view().past[0].how, Settled::Again);
        // And back to what the file says: nothing stands any more.
        world
            .correct(world.phone(), "01632 960001", "01632 960222")
            .unwrap();
        assert_eq!(world.view().past[0].how, Settled::Taken);
        let all = world.read(|tx| store::corrections::standing(tx, world.school));
        assert!(all.is_empty());
    });
}

#[test]
fn a_contact_is_ended_by_a_person_and_by_no_file() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Pupils, ROWAN.as_bytes());
        let gone = ROWAN.replace("Dana Tidewell,Mother,01632 960001", ",,");
        world.import(Kind::Pupils, gone.as_bytes());
        assert_eq!(world.contacts()[0].ended_on, None);
        let ended = About::Contact(world.contacts()[0].id, ContactField::Ended);
        world.correct(ended, "2026-11-10", "").unwrap();
        assert!(world.view().contacts[0].ended.is_some());
        world.import(Kind::Pupils, ROWAN.as_bytes());
        assert_eq!(world.contacts()[0].ended_on, Some(date(2026, 11, 10)));
    });
}

#[test]
fn how_to_reach_a_family_with_a_restriction_is_for_the_head_alone() {
    on_both(|engine| {
        let world = World::put_right(engine);
        let dana = world.contacts()[0].id;
        let restriction = Restriction {
            kind: RestrictionKind::Apart,
            from: date(2026, 11, 1),
            until: None,
            seen_by: AccountId::new(Uuid::from_u128(2)),
            words: None,
            ended: None,
        };
        let at = world.app.clock().now();
        let write = |tx: &mut store::Tx<'_>| {
            store::contacts::restrict(tx, (world.school, dana), &restriction, at)
        };
        world.app.db().write(write).unwrap();
        let sees = |roles: &[SchoolRole]| {
            let pupil = world.pupils()[0].id;
            let view = world.app.fetch(&world.someone(roles), ViewPupil { pupil });
            let text = format!("{:?}", view.unwrap().answer);
            text.contains("960009") || text.contains("960001")
        };
        assert!(sees(&[SchoolRole::Head]));
        assert!(!sees(&[SchoolRole::Office]));
        assert!(!sees(&[SchoolRole::Administrator]));
        let late = world.correct(world.phone(), "01632 960222", OURS);
        assert!(matches!(late, Err(Refusal::NotAllowed { .. })), "{late:?}");
    });
}

#[test]
fn needs_and_care_are_not_for_the_system_administrator_alone() {
    on_both(|engine| {
        let world = World::on(engine);
        let file = ROWAN.replace("Reg,", "Reg,SEN,").replace("8K,", "8K,K,");
        world.import(Kind::Pupils, file.as_bytes());
        let labels = |roles: &[SchoolRole]| -> Vec<&str> {
            let pupil = world.pupils()[0].id;
            let view = world.app.fetch(&world.someone(roles), ViewPupil { pupil });
            let facts = view.unwrap().answer.facts;
            facts.iter().map(|fact| fact.label).collect()
        };
        assert!(labels(&[SchoolRole::Office]).contains(&"Care"));
        let administrator = labels(&[SchoolRole::Administrator]);
        assert!(!administrator.contains(&"Care") && !administrator.contains(&"SEN"));
        let pupil = world.pupils()[0].id;
        let teacher = world.someone(&[SchoolRole::Teacher]);
        let asked = world.app.fetch(&teacher, ViewPupil { pupil });
        assert!(matches!(asked, Err(Refusal::NotAllowed { .. })));
    });
}
