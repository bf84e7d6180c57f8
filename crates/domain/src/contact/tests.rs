//! Who is told, who may consent, and what a restriction stops.

use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::id::AccountId;

const DAY: Date = date(2026, 11, 10);

fn dana() -> Contact {
    let id = ContactId::new(Uuid::from_u128(1));
    let school = SchoolId::new(Uuid::from_u128(2));
    let pupil = PupilId::new(Uuid::from_u128(3));
    let name = PersonName::new(Line::new("Dana Tidewell").unwrap());
    Contact {
        responsibility: Known::Yes,
        parent_in_law: Known::Yes,
        lives_with: Known::Yes,
        order: Some(1),
        ..Contact::new(id, school, pupil, name, Relationship::Mother)
    }
}

fn with(kind: RestrictionKind) -> Contact {
    let restriction = Restriction {
        kind,
        from: date(2026, 9, 1),
        until: Some(date(2026, 12, 1)),
        seen_by: AccountId::new(Uuid::from_u128(4)),
        words: None,
    };
    Contact {
        restrictions: vec![restriction],
        ..dana()
    }
}

#[test]
fn a_parent_is_told_everything() {
    assert_eq!(dana().standing(DAY), Standing::Full);
    assert!(dana().may_consent(DAY));
}

#[test]
fn a_birth_parent_without_responsibility_is_told_but_may_not_consent() {
    let father = Contact {
        responsibility: Known::No,
        ..dana()
    };
    assert_eq!(father.standing(DAY), Standing::Full);
    assert!(!father.may_consent(DAY));
}

#[test]
fn not_known_means_no() {
    let neighbour = Contact {
        responsibility: Known::Unknown,
        parent_in_law: Known::Unknown,
        ..dana()
    };
    assert_eq!(neighbour.standing(DAY), Standing::Nothing);
    assert!(!neighbour.may_consent(DAY));
}

#[test]
fn a_restriction_beats_responsibility_while_it_is_in_force() {
    for (kind, standing) in [
        (RestrictionKind::NoContact, Standing::Nothing),
        (RestrictionKind::NoInformation, Standing::Nothing),
        (RestrictionKind::NoMeetings, Standing::CopiesOnly),
        (RestrictionKind::Apart, Standing::Apart),
    ] {
        assert_eq!(with(kind).standing(DAY), standing, "{kind:?}");
        assert_eq!(with(kind).standing(date(2026, 8, 31)), Standing::Full);
        assert_eq!(with(kind).standing(date(2026, 12, 1)), standing, "last day");
        assert_eq!(with(kind).standing(date(2026, 12, 2)), Standing::Full);
    }
    assert!(!with(RestrictionKind::NoInformation).may_consent(DAY));
}

#[test]
fn the_strictest_of_two_restrictions_holds() {
    let mut both = with(RestrictionKind::Apart);
    both.restrictions
        .extend(with(RestrictionKind::NoContact).restrictions);
    assert_eq!(both.standing(DAY), Standing::Nothing);
}

#[test]
fn a_relation_that_has_ended_opens_nothing() {
    let ended = Contact {
        ended_on: Some(DAY),
        ..dana()
    };
    assert_eq!(ended.standing(DAY), Standing::Nothing);
    assert_eq!(ended.standing(date(2026, 11, 9)), Standing::Full);
}
