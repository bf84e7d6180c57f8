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
        ended: None,
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

fn lead() -> AccountId {
    AccountId::new(Uuid::from_u128(4))
}

fn typed() -> RestrictionDraft {
    RestrictionDraft {
        kind: "no_information".into(),
        from: "2026-11-02".into(),
        until: String::new(),
        words: "A court order says that he is told nothing.".into(),
        seen: "yes".into(),
    }
}

#[test]
fn a_restriction_is_recorded_by_whoever_saw_the_paper_and_holds_at_once() {
    let restriction = typed().read(&dana(), lead(), DAY).unwrap();
    assert_eq!(restriction.seen_by, lead());
    let restricted = Contact {
        restrictions: vec![restriction],
        ..dana()
    };
    assert_eq!(restricted.standing(DAY), Standing::Nothing);
}

#[test]
fn everything_that_is_missing_is_said_at_once_and_in_the_order_of_the_page() {
    use RestrictProblem as P;
    let nothing = RestrictionDraft::default().read(&dana(), lead(), DAY);
    let all = vec![P::NoKind, P::NoFirstDay, P::NoWords, P::NotSeen];
    assert_eq!(nothing, Err(all));
    let problem = |typed: RestrictionDraft| typed.read(&dana(), lead(), DAY).unwrap_err();
    let until = |until: &str| RestrictionDraft {
        until: until.into(),
        ..typed()
    };
    assert_eq!(problem(until("soon")), vec![P::OddLastDay]);
    assert_eq!(problem(until("2026-11-01")), vec![P::EndsFirst]);
    assert_eq!(problem(until("2026-11-09")), vec![P::OverAlready]);
    assert!(until("2026-11-10").read(&dana(), lead(), DAY).is_ok());
    let long = RestrictionDraft {
        words: "a".repeat(501),
        ..typed()
    };
    assert_eq!(problem(long), vec![P::TooLong]);
}

#[test]
fn the_same_restriction_is_not_recorded_twice_while_it_holds() {
    let apart = RestrictionDraft {
        kind: "apart".into(),
        ..typed()
    };
    let again = apart.read(&with(RestrictionKind::Apart), lead(), DAY);
    assert_eq!(again, Err(vec![RestrictProblem::ThereAlready]));
    let after = date(2026, 12, 2);
    assert!(
        apart
            .read(&with(RestrictionKind::Apart), lead(), after)
            .is_ok()
    );
    assert!(
        apart
            .read(&with(RestrictionKind::NoMeetings), lead(), DAY)
            .is_ok()
    );
}

#[test]
fn a_restriction_that_is_ended_stays_on_record_and_is_obeyed_no_longer() {
    let mut contact = with(RestrictionKind::NoContact);
    let one = contact.restrictions.remove(0);
    let why = "The court lifted it on 9 November.";
    assert_eq!(one.clone().end(DAY, lead(), " "), Err(EndProblem::NoReason));
    let ended = one.end(DAY, lead(), why).unwrap();
    assert_eq!(
        ended.clone().end(DAY, lead(), why),
        Err(EndProblem::OverAlready)
    );
    assert_eq!(ended.holds(date(2026, 11, 9)), Holds::Now);
    contact.restrictions.push(ended);
    assert_eq!(contact.standing(DAY), Standing::Full);
}

#[test]
fn a_restriction_that_begins_later_can_be_recorded_and_says_that_it_does_not_hold_yet() {
    let later = RestrictionDraft {
        from: "2026-11-20".into(),
        ..typed()
    };
    let later = later.read(&dana(), lead(), DAY).unwrap();
    assert_eq!(later.holds(DAY), Holds::Later);
    assert_eq!(later.holds(date(2026, 11, 20)), Holds::Now);
}

#[test]
fn every_kind_says_what_follows_from_it() {
    for kind in RestrictionKind::ALL {
        assert!(kind.follows().ends_with('.'), "{kind:?}");
    }
}
