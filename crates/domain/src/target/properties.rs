//! Properties that hold whatever anybody types.

use proptest::{collection::vec, prelude::*};
use uuid::Uuid;

use super::{
    cast::{elsies_draft, steps, with_frame},
    *,
};

fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("each_teacher".to_owned()),
        "[0-9]{1,3}(\\.[0-9])?",
        "I (will|can) [a-z ]{0,30}",
        any::<String>(),
    ]
}

proptest! {
    #[test]
    fn whatever_is_typed_gives_a_target_or_says_why_not(
        words in vec(typed(), 12),
        rows in vec((typed(), typed()), 0..6),
    ) {
        let mut words = words.into_iter();
        let mut next = || words.next().unwrap_or_default();
        let draft = TargetDraft {
            short_name: next(),
            statement: next(),
            place: next(),
            why: next(),
            measure: next(),
            out_of: next(),
            ticked_by: next(),
            ticking_adult: next(),
            baseline: BaselineDraft {
                level: next(),
                recorded_days: next(),
                from: next(),
                to: next(),
                ..elsies_draft().baseline
            },
            steps: rows.into_iter().map(|(level, week)| StepDraft { level, week }).collect(),
            ..TargetDraft::default()
        };
        let id = TargetId::new(Uuid::nil());
        let reading = with_frame(|frame| draft.read(frame));
        let said = reading.problems().iter().all(|problem| !problem.words("Elsie").is_empty());
        prop_assert!(said);
        prop_assert_eq!(reading.smart().parts().len(), 5);
        prop_assert!(reading.nudges().len() < 16);
        match reading.target(id) {
            Ok(target) => prop_assert!(!target.sentence().to_string().is_empty()),
            Err(problems) => prop_assert!(!problems.is_empty()),
        }
    }

    #[test]
    fn an_accepted_ladder_rises_from_where_the_pupil_is_and_ends_in_time(
        now in 0_u16..6,
        rows in vec((0_u16..8, 0_u8..14), 1..6),
    ) {
        let mut draft = elsies_draft();
        draft.baseline.level = now.to_string();
        let rows: Vec<(String, String)> =
            rows.iter().map(|(level, week)| (level.to_string(), week.to_string())).collect();
        let rows: Vec<(&str, &str)> =
            rows.iter().map(|(level, week)| (level.as_str(), week.as_str())).collect();
        draft.steps = steps(&rows);
        let id = TargetId::new(Uuid::nil());
        if let Ok(target) = with_frame(|frame| draft.parse(id, frame)) {
            let climb = target.ladder.steps();
            prop_assert!(Ladder::STEPS.contains(&climb.len()));
            prop_assert!(climb[0].level > Level::whole(now));
            prop_assert!(climb.is_sorted_by(|a, b| a.level < b.level && a.by_week < b.by_week));
            prop_assert!(target.ladder.goal().level <= Level::whole(5));
            prop_assert!(target.ladder.goal().by_week <= cast::week(12));
        }
    }
}
