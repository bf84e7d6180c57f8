//! People of a programme, and who sees which programmes listed.

use domain::{account::CaseRole, text::Line};

use super::*;
use crate::programmes::{
    list::{ListProgrammes, Phase, Which},
    people::{AddPerson, HandOver, Joining, RemovePerson},
    taking_part::PeopleOf,
};

fn people(start: &Start, reference: &ProgrammeRef) -> Vec<store::people::PersonRow> {
    let reference = reference.clone();
    let fetched = start.town.app.fetch(&start.head, PeopleOf { reference });
    let case = fetched.unwrap().answer.case;
    case.present().cloned().collect()
}

fn listed(start: &Start, who: &Actor, asked: ListProgrammes) -> Vec<String> {
    let items = start.town.app.fetch(who, asked).unwrap().answer.items;
    items
        .into_iter()
        .map(|one| one.reference.to_string())
        .collect()
}

#[test]
fn someone_is_added_once_and_taken_off_by_the_coordinator() {
    on_both(|engine| {
        let start = Start::on(engine);
        let reference = start.accepted();
        let abara = start.town.staff("Miss Abara", &[R::Teacher]);
        let staff = abara.identity().unwrap().staff();
        let add = || AddPerson {
            reference: reference.clone(),
            who: Joining::Staff(
                staff,
                CaseRole::SubjectTeacher,
                Line::optional("Science").unwrap(),
            ),
        };
        let refused = start.town.app.execute(&start.dsl, add());
        assert!(matches!(refused, Err(Refusal::NotAllowed { .. })));
        start.town.app.execute(&start.coordinator, add()).unwrap();
        start.town.app.execute(&start.coordinator, add()).unwrap();
        let there: Vec<_> = people(&start, &reference)
            .into_iter()
            .filter(|one| one.name == "Miss Abara")
            .collect();
        assert_eq!(there.len(), 1);
        assert_eq!(
            listed(&start, &abara, ListProgrammes::default()),
            ["KB26-001"]
        );
        let remove = RemovePerson {
            reference: reference.clone(),
            person: there[0].id,
        };
        start.town.app.execute(&start.coordinator, remove).unwrap();
        assert!(listed(&start, &abara, ListProgrammes::default()).is_empty());
    });
}

#[test]
fn whoever_runs_it_is_replaced_and_never_just_removed() {
    on_both(|engine| {
        let start = Start::on(engine);
        let reference = start.accepted();
        let runs = |rows: Vec<store::people::PersonRow>| {
            let mut runs = rows
                .into_iter()
                .filter(|one| one.role == CaseRole::Coordinator);
            (runs.next().unwrap(), runs.next().is_none())
        };
        let (before, _) = runs(people(&start, &reference));
        let remove = RemovePerson {
            reference: reference.clone(),
            person: before.id,
        };
        let refused = start.town.app.execute(&start.head, remove).unwrap_err();
        assert_eq!(words(refused), ["Hand over to another coordinator instead"]);
        let next = start.town.staff("Idris Vaughan", &[R::HeadOfYear]);
        let hand_over = HandOver {
            reference: reference.clone(),
            coordinator: next.identity().unwrap().staff(),
            key_worker: None,
        };
        start.town.app.execute(&start.head, hand_over).unwrap();
        let (after, only) = runs(people(&start, &reference));
        assert_eq!((after.name.as_str(), only), ("Idris Vaughan", true));
    });
}

#[test]
fn the_list_shows_each_person_what_the_policy_lets_them_see() {
    on_both(|engine| {
        let start = Start::on(engine);
        start.begun();
        let all = ListProgrammes::default;
        assert_eq!(listed(&start, &start.writer, all()), ["KB26-001"]);
        for other in [&start.head, &start.coordinator, &start.dsl] {
            assert!(listed(&start, other, all()).is_empty());
        }
    });
}

#[test]
fn the_list_narrows_by_phase_by_mine_and_by_name_or_reference() {
    on_both(|engine| {
        let start = Start::on(engine);
        start.submitted();
        let phase = |phase| ListProgrammes {
            phase: Some(phase),
            ..ListProgrammes::default()
        };
        let looked_for = |words: &str| ListProgrammes {
            looked_for: words.into(),
            ..ListProgrammes::default()
        };
        let mine = ListProgrammes {
            mine: Which::Only,
            ..ListProgrammes::default()
        };
        assert_eq!(listed(&start, &start.head, phase(Phase::Starting)).len(), 1);
        assert!(listed(&start, &start.head, phase(Phase::Do)).is_empty());
        assert!(listed(&start, &start.head, mine.clone()).is_empty());
        assert_eq!(listed(&start, &start.writer, mine).len(), 1);
        for words in ["theo", "BRAM", "kb26-1", "9f theo"] {
            assert_eq!(
                listed(&start, &start.head, looked_for(words)).len(),
                1,
                "{words}"
            );
        }
        assert!(listed(&start, &start.head, looked_for("rowan")).is_empty());
    });
}
