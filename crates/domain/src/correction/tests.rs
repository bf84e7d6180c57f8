//! What becomes of a correction when the source speaks again.

use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::{id::Id, pupil::Pupil, referral::samples};

fn id<K>(n: u128) -> Id<K> {
    Id::new(Uuid::from_u128(n))
}

fn phone() -> Correction {
    Correction {
        id: id(1),
        school: id(5),
        pupil: id(2),
        about: About::Contact(id(3), ContactField::Phone),
        ours: "01632 960009".into(),
        said: "01632 960001".into(),
        heard: "01632 960001".into(),
        says: "01632 960001".into(),
        says_import: None,
        why: Line::new("She rang with a new number").unwrap(),
        by: id(4),
        at: Timestamp::UNIX_EPOCH,
        stage: CorrectionStage::Stands,
    }
}

fn told(correction: Correction, value: &str) -> Correction {
    correction.told(value, Some(id(9)), Timestamp::UNIX_EPOCH)
}

#[test]
fn the_same_value_as_before_leaves_ours_standing_in_silence() {
    let after = told(phone(), "01632960001");
    assert_eq!(after.stage, CorrectionStage::Stands);
    assert!(!after.asks());
}

#[test]
fn the_correction_is_settled_once_the_source_says_the_same() {
    let CorrectionStage::Settled { how, by, .. } = told(phone(), "01632 960 009").stage else {
        panic!("still stands");
    };
    assert_eq!((how, by), (Settled::Agrees, None));
}

#[test]
fn a_third_value_is_asked_about_until_somebody_keeps_ours_and_then_no_more() {
    let third = told(phone(), "01632 960333");
    assert!(third.asks());
    assert_eq!(third.ours, "01632 960009");
    let kept = third.kept();
    assert!(!kept.asks());
    assert!(!told(kept.clone(), "01632 960333").asks(), "looked at");
    assert!(
        told(kept.clone(), "01632 960001").asks(),
        "other than it was"
    );
    assert_eq!(kept.said, "01632 960001", "the beginning stays on record");
}

#[test]
fn what_was_settled_asks_nobody() {
    let third = told(phone(), "01632 960333");
    let taken = third.settled(Settled::Taken, Some(id(4)), Timestamp::UNIX_EPOCH);
    assert!(!taken.asks());
}

#[test]
fn every_value_reads_back_as_it_was_written() {
    let rowan = samples::rowan();
    for field in PupilField::ALL {
        let mut copy = rowan.clone();
        let value = field.of(&rowan);
        field.put(&mut copy, &value).unwrap();
        assert_eq!(copy, rowan, "{field:?}");
    }
    let mut pupil: Pupil = rowan;
    PupilField::Born.put(&mut pupil, "2013-02-28").unwrap();
    assert_eq!(pupil.born, date(2013, 2, 28));
    assert_eq!(PupilField::Born.words("2013-02-28"), "28 February 2013");
    PupilField::Sen.put(&mut pupil, "").unwrap();
    assert_eq!(
        (pupil.sen, PupilField::Sen.of(&pupil)),
        (None, String::new())
    );
}

#[test]
fn a_value_that_cannot_be_one_is_refused_and_changes_nothing() {
    let mut pupil = samples::rowan();
    let before = pupil.clone();
    for (field, value, problem) in [
        (PupilField::Family, "  ", ValueProblem::Empty),
        (PupilField::Born, "28/02/2014", ValueProblem::NotADate),
        (PupilField::Born, "1889-02-28", ValueProblem::NotADate),
        (PupilField::Year, "88", ValueProblem::NotListed),
        (PupilField::Sen, "X", ValueProblem::NotListed),
        (
            PupilField::Class,
            "a class of a far too long name",
            ValueProblem::TooLong,
        ),
    ] {
        assert_eq!(field.put(&mut pupil, value), Err(problem), "{field:?}");
    }
    assert_eq!(pupil, before);
}

#[test]
fn a_name_they_go_by_that_is_the_legal_one_is_none() {
    let mut pupil = samples::rowan();
    let legal = pupil.name.given.to_string();
    PupilField::GoesBy.put(&mut pupil, &legal).unwrap();
    assert_eq!(pupil.name.likes, None);
}

#[test]
fn nothing_personal_is_in_debug_output() {
    assert_eq!(format!("{:?}", phone()), "<correction of phone>");
}
