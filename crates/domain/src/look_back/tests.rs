//! What each part is asked before a review, and what each slip says.

use uuid::Uuid;

use super::{LookBackDraft, LookBackFrame, Mark, OwnWord, Part, Promised, Round};
use crate::{
    account::CaseRole,
    dates::WeekNumber,
    id::{CommitmentId, TargetId},
    meeting::{MeetingKind, ViewOf},
    note::OutOfTen,
    pupil::QuestionnaireVersion,
};

fn target(number: u128) -> TargetId {
    TargetId::new(Uuid::from_u128(number))
}

fn promise() -> CommitmentId {
    CommitmentId::new(Uuid::from_u128(7))
}

fn week_eight() -> Round {
    Round::Review(WeekNumber::new(8).unwrap())
}

fn settled(
    part: Part,
    round: Round,
    typed: LookBackDraft,
) -> Result<LookBackDraft, Vec<(String, String)>> {
    let targets = [(target(1), 1), (target(2), 2)];
    let promises = [promise()];
    typed.settle(&LookBackFrame {
        part,
        round,
        targets: &targets,
        promises: if part == Part::Home { &[] } else { &promises },
    })
}

fn teacher() -> LookBackDraft {
    let goes = [(1, "better"), (2, "not_seen")];
    let kept = OwnWord {
        delivery: "done".into(),
        why: String::new(),
    };
    LookBackDraft {
        targets: goes
            .map(|(number, way)| (target(number).to_string(), way.to_owned()))
            .into(),
        promises: [(promise().to_string(), kept)].into(),
        example: "He was in his seat before the bell on Monday.".into(),
        ..LookBackDraft::default()
    }
}

fn words(problems: &[(String, String)]) -> Vec<&str> {
    problems.iter().map(|(_, words)| words.as_str()).collect()
}

#[test]
fn a_teacher_says_each_target_one_example_and_what_became_of_their_promise() {
    let problems = settled(Part::Teacher, week_eight(), LookBackDraft::default()).unwrap_err();
    assert_eq!(
        words(&problems),
        [
            "Say whether you kept this promise.",
            "Target 1: say whether it is better, the same or worse.",
            "Target 2: say whether it is better, the same or worse.",
        ]
    );
    let without = LookBackDraft {
        example: " ".into(),
        ..teacher()
    };
    let problems = settled(Part::Teacher, week_eight(), without).unwrap_err();
    assert_eq!(
        words(&problems),
        ["Give one example, such as what you saw on one day."]
    );
    let said = settled(Part::Teacher, week_eight(), teacher()).unwrap();
    assert_eq!(said.direction(target(1)), Some(super::Direction::Better));
}

#[test]
fn whoever_sees_no_target_in_their_lessons_owes_no_example() {
    let mut typed = teacher();
    for way in typed.targets.values_mut() {
        *way = "not_seen".into();
    }
    typed.example.clear();
    assert!(settled(Part::Teacher, week_eight(), typed).is_ok());
}

#[test]
fn a_promise_that_was_not_kept_has_a_reason_unless_a_pupil_made_it() {
    let late = OwnWord {
        delivery: "partly".into(),
        why: String::new(),
    };
    let promises = || [(promise().to_string(), late.clone())].into();
    let problems = settled(
        Part::Promise,
        week_eight(),
        LookBackDraft {
            promises: promises(),
            ..LookBackDraft::default()
        },
    );
    assert_eq!(words(&problems.unwrap_err()), ["Say why, in a few words."]);
    let pupil = LookBackDraft {
        promises: promises(),
        now: "4".into(),
        ..LookBackDraft::default()
    };
    assert!(settled(Part::Pupil, week_eight(), pupil).is_ok());
}

#[test]
fn a_pupil_marks_or_says_that_they_would_rather_not_and_leaves_out_what_they_like() {
    let typed = |now: &str| LookBackDraft {
        now: now.into(),
        ..LookBackDraft::default()
    };
    for fine in ["0", "10", "not_said"] {
        assert!(settled(Part::Pupil, week_eight(), typed(fine)).is_ok());
    }
    for wrong in ["", "11", "a lot"] {
        let problems = settled(Part::Pupil, week_eight(), typed(wrong)).unwrap_err();
        assert_eq!(problems[0].0, "now");
    }
    assert!(settled(Part::Younger, week_eight(), typed("6")).is_err());
    assert!(settled(Part::Younger, week_eight(), typed("5")).is_ok());
    let six = settled(Part::Pupil, week_eight(), typed("6")).unwrap();
    let mark = OutOfTen::new(6).map(Mark::OutOfTen);
    assert_eq!(six.mark(Part::Pupil), mark);
}

#[test]
fn home_says_whether_it_hears_enough_and_a_page_keeps_only_what_it_asked() {
    let typed = LookBackDraft {
        now: "7".into(),
        example: "Not asked of home.".into(),
        ..LookBackDraft::default()
    };
    let problems = settled(Part::Home, week_eight(), typed.clone()).unwrap_err();
    assert_eq!(
        words(&problems),
        ["Say whether you hear enough from school."]
    );
    let contact = "enough".to_owned();
    let said = settled(Part::Home, week_eight(), LookBackDraft { contact, ..typed }).unwrap();
    assert!(said.example.is_empty());
}

#[test]
fn before_the_end_pupil_and_home_answer_each_closing_question_and_staff_as_they_like() {
    let last = Round::Last(WeekNumber::new(12).unwrap());
    let typed = LookBackDraft {
        now: "7".into(),
        ..LookBackDraft::default()
    };
    let problems = settled(Part::Pupil, last, typed.clone()).unwrap_err();
    assert_eq!(
        words(&problems),
        [
            "Say whether it helped.",
            "Say whether it was fair.",
            "Say whether the adults did what they said.",
        ]
    );
    let mut typed = typed;
    for answer in [
        &mut typed.closing.helped,
        &mut typed.closing.fair,
        &mut typed.closing.kept,
    ] {
        "not_said".clone_into(answer);
    }
    assert!(settled(Part::Pupil, last, typed).is_ok());
    assert!(settled(Part::Teacher, last, teacher()).is_ok());
}

#[test]
fn who_is_asked_what_follows_from_their_part() {
    use QuestionnaireVersion::{Primary, Secondary};
    let of = |role, promised| Part::of(role, promised, Secondary);
    assert_eq!(
        of(CaseRole::SubjectTeacher, Promised::Nothing),
        Some(Part::Teacher)
    );
    assert_eq!(of(CaseRole::Senco, Promised::Nothing), None);
    assert_eq!(
        of(CaseRole::Outreach, Promised::Something),
        Some(Part::Promise)
    );
    assert_eq!(of(CaseRole::Carer, Promised::Nothing), Some(Part::Home));
    let young = Part::of(CaseRole::Pupil, Promised::Nothing, Primary);
    assert_eq!(young, Some(Part::Younger));
    assert_eq!(Part::Younger.side(), Some(ViewOf::Pupil));
    assert_eq!(Part::Promise.side(), None);
}

#[test]
fn a_round_is_stored_as_its_meeting_and_week_and_more_time_asks_again() {
    for (round, code) in [
        (week_eight(), "review_8"),
        (Round::Last(WeekNumber::new(16).unwrap()), "final_16"),
    ] {
        assert_eq!(round.to_string(), code);
        assert_eq!(code.parse(), Ok(round));
    }
    assert!("final_0".parse::<Round>().is_err());
    assert_eq!(
        Round::Last(WeekNumber::new(12).unwrap()).kind(),
        MeetingKind::Final
    );
}

#[test]
fn what_somebody_said_reads_back_as_it_was_stored() {
    let stored = include_str!("../../tests/golden/look_back/teacher.json");
    let said: LookBackDraft = serde_json::from_str(stored).unwrap();
    assert_eq!(
        serde_json::to_string_pretty(&said).unwrap(),
        stored.trim_end()
    );
    assert_eq!(
        said,
        settled(Part::Teacher, week_eight(), teacher()).unwrap()
    );
    assert_eq!(format!("{said:?}"), "LookBackDraft { .. }");
}
