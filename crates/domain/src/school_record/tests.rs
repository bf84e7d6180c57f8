//! What each reader is told of a record, and what is counted.

use jiff::civil::date;

use super::*;
use crate::id::Id;

fn came() -> CameWith {
    CameWith {
        at: Timestamp::UNIX_EPOCH,
        from: "behaviour.csv".into(),
        import: Id::new(uuid::Uuid::from_u128(1)),
    }
}

fn incident() -> Incident {
    Incident {
        on: date(2026, 11, 3),
        at: Some("10:40".into()),
        kind: "Disruption".into(),
        points: Some(-2),
        location: Some("With Sami in the corridor".into()),
        action: Some("Spoke with Sami".into()),
        by: Some("J. Petrie".into()),
        words: Some("Pushed past Sami".into()),
        came: came(),
    }
}

#[test]
fn nobody_at_home_reads_words_in_which_another_child_may_be_named() {
    for which in ["names_removed", "simple"] {
        let told = incident().in_part(which).unwrap();
        assert_eq!(
            (told.kind.as_str(), told.on),
            ("Disruption", date(2026, 11, 3))
        );
        let hidden = [&told.location, &told.action, &told.by, &told.words];
        assert!(hidden.into_iter().all(Option::is_none), "{which}");
        assert_eq!(told.points, None);
    }
    assert_eq!(incident().in_part("shared"), None);
}

#[test]
fn a_length_that_nobody_wrote_down_is_counted_apart_and_is_not_nought() {
    let one = |kind, length| Suspension {
        kind,
        first: date(2026, 11, 3),
        last: None,
        length,
        causes: vec!["DB".into()],
        words: None,
        came: came(),
    };
    let all = [
        one(ExclusionKind::Suspension, Some(HalfDays::new(4))),
        one(ExclusionKind::Lunchtime, Some(HalfDays::new(1))),
        one(ExclusionKind::Suspension, None),
        one(ExclusionKind::Permanent, None),
    ];
    assert_eq!(length(&all), (HalfDays::new(5), 1));
    assert_eq!(all[0].clone().in_part("letter"), None);
}

#[test]
fn a_summary_of_the_register_has_no_words() {
    let register = RegisterOf {
        sessions: vec![SessionMark {
            on: date(2026, 11, 3),
            half: HalfDay::Morning,
            mark: Marked::As(Mark::Ill),
            minutes_late: None,
            words: Some("flu, mum rang".into()),
            came: came(),
        }],
        shows: Shows::Each,
    };
    let summary = register.clone().in_part("summary").unwrap();
    assert_eq!(summary.shows, Shows::Totals);
    assert_eq!(summary.sessions[0].words, None);
    assert_eq!(register.in_part("shared"), None);
    assert_eq!(Marked::Older("J".into()).mark(), None);
}
