//! The sharp edges of the policy. The whole of it, row by row, is printed in
//! `docs/permissions.md`; here stands what must never change by accident.

use domain::{
    account::{AccountKind, CaseRole as C, CaseRoles, SchoolRole as S, SchoolRoles},
    id::Id,
    programme::StageName as G,
};

mod programme;
mod reading;

use super::{Decision, Facts, Own, Place, decide, rule};
use crate::{Actor, Identity, action::Action as A, actor::Who};

fn someone(roles: SchoolRoles) -> Actor {
    let identity = Identity {
        school: Id::new(uuid::Uuid::from_u128(1)),
        account: Id::new(uuid::Uuid::from_u128(2)),
        roles,
        runs: 0,
        kind: AccountKind::Staff,
        name: "Joel Petrie".into(),
        known_as: "Joel".into(),
        school_name: "Kestrel Bridge School".into(),
    };
    Actor::person(identity, "test")
}

/// A part to play: in the school, in the programme, or as its writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    School(S),
    Case(C),
    Writer,
    Nobody,
}

fn parts() -> Vec<Part> {
    let school = S::ALL.iter().copied().map(Part::School);
    let case = C::ALL.iter().copied().map(Part::Case);
    school
        .chain(case)
        .chain([Part::Writer, Part::Nobody])
        .collect()
}

fn asks(part: Part, action: A, stage: G) -> Decision {
    let (mut school, mut case, mut own) = (SchoolRoles::NONE, CaseRoles::NONE, Own::Others);
    match part {
        Part::School(role) => school = school.with(role),
        Part::Case(role) => case = case.with(role),
        Part::Writer => own = Own::Mine,
        Part::Nobody => {}
    }
    let facts = Facts {
        school,
        case,
        own,
        stage: Some(stage),
    };
    decide(&someone(school), action, &facts)
}

/// Every part that may do something at a stage.
fn who_may(action: A, stage: G) -> Vec<Part> {
    parts()
        .into_iter()
        .filter(|part| asks(*part, action, stage) == Decision::Allowed)
        .collect()
}

fn at(place: Place) -> impl Iterator<Item = A> {
    A::ALL
        .iter()
        .copied()
        .filter(move |action| rule(*action).place == place)
}

#[test]
fn a_stranger_sets_up_signs_in_and_takes_up_an_invitation_and_nothing_else() {
    let stranger = Actor::stranger("test");
    for action in A::ALL {
        let open = matches!(action, A::MakeSchool | A::SignIn | A::AcceptInvitation);
        let wanted = if open {
            Decision::Allowed
        } else {
            Decision::SignedOut
        };
        let mine = Facts {
            own: Own::Mine,
            stage: Some(G::Active),
            ..Facts::default()
        };
        assert_eq!(
            decide(&stranger, *action, &Facts::default()),
            wanted,
            "{action:?}"
        );
        assert_eq!(decide(&stranger, *action, &mine), wanted, "{action:?}");
    }
}

#[test]
fn the_clock_turns_the_day_and_runs_feeds_and_nobody_else_does() {
    let school = Id::new(uuid::Uuid::from_u128(1));
    let clock = Actor::system(school);
    assert!(matches!(clock.who, Who::System(_)));
    for action in A::ALL {
        let allowed = decide(&clock, *action, &Facts::default()) == Decision::Allowed;
        let clocks = matches!(action, A::TurnTheDay | A::RunFeeds);
        assert_eq!(allowed, clocks, "{action:?}");
    }
    for role in S::ALL {
        let roles = SchoolRoles::of(&[*role]);
        let facts = Facts {
            school: roles,
            ..Facts::default()
        };
        for action in [A::TurnTheDay, A::RunFeeds] {
            let decided = decide(&someone(roles), action, &facts);
            assert_eq!(decided, Decision::Invisible, "{action:?}");
        }
    }
}

#[test]
fn the_command_line_imports_files_and_nothing_else() {
    let operator = Actor::operator(Id::new(uuid::Uuid::from_u128(1)));
    for action in A::ALL {
        let allowed = decide(&operator, *action, &Facts::default()) == Decision::Allowed;
        let imports = matches!(action, A::PreviewImport | A::ImportFile);
        assert_eq!(allowed, imports, "{action:?}");
    }
}

#[test]
fn every_action_can_be_done_by_somebody() {
    for action in at(Place::Programme) {
        let someone = G::ALL
            .iter()
            .any(|stage| !who_may(action, *stage).is_empty());
        assert!(someone, "{action:?}");
    }
    for action in at(Place::School) {
        assert!(!rule(action).school.is_empty(), "{action:?}");
    }
}

#[test]
fn settings_roles_and_imports_are_for_those_who_run_the_school() {
    for role in S::ALL {
        let roles = SchoolRoles::of(&[*role]);
        let facts = Facts {
            school: roles,
            ..Facts::default()
        };
        let may = |action| decide(&someone(roles), action, &facts) == Decision::Allowed;
        let runs = matches!(role, S::Administrator | S::Head);
        assert_eq!(may(A::ChangeRoles), runs, "{role:?}");
        assert_eq!(may(A::DisableAccount), runs, "{role:?}");
        let files = matches!(role, S::Administrator | S::Office);
        assert_eq!(may(A::ImportFile), files, "{role:?}");
        assert_eq!(may(A::UndoImport), files, "{role:?}");
    }
}
