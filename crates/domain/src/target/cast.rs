//! Elsie's target and the people around it, for tests.

use jiff::civil::{Date, date};
use uuid::Uuid;

use super::{BaselineDraft, Frame, ReviewPoint, StepDraft, Target, TargetDraft};
use crate::{
    commitment::Owner,
    dates::WeekNumber,
    id::{PersonId, TargetId},
    text::Line,
};

pub(crate) fn owner(number: u128, name: &str) -> Owner {
    Owner {
        person: PersonId::new(Uuid::from_u128(number)),
        name: Line::new(name).unwrap(),
    }
}

pub(crate) fn petrie() -> Owner {
    owner(1, "Joel Petrie")
}

pub(crate) fn brook() -> Owner {
    owner(2, "Nell Brook")
}

pub(crate) fn wren() -> Owner {
    owner(3, "Tomasz Wren")
}

pub(crate) fn week(number: u8) -> WeekNumber {
    WeekNumber::new(number).unwrap()
}

pub(crate) fn reviews() -> [ReviewPoint; 3] {
    let at = |number, on: Date| ReviewPoint {
        week: week(number),
        on,
    };
    [
        at(4, date(2026, 12, 11)),
        at(8, date(2027, 1, 21)),
        at(12, date(2027, 2, 25)),
    ]
}

pub(crate) fn steps(rows: &[(&str, &str)]) -> Vec<StepDraft> {
    rows.iter()
        .map(|(level, week)| StepDraft {
            level: (*level).into(),
            week: (*week).into(),
        })
        .collect()
}

/// Elsie's first target, as on the page.
pub(crate) fn elsies_draft() -> TargetDraft {
    TargetDraft {
        statement: "stay in the lesson, or come back within five minutes".into(),
        place: "in every lesson".into(),
        why: "I miss things when I’m out, and I want to stay in art.".into(),
        ticked_by: "each_teacher".into(),
        baseline: BaselineDraft {
            level: "1".into(),
            source: "behaviour_log".into(),
            from: "2026-10-05".into(),
            to: "2026-10-16".into(),
            recorded_days: "10".into(),
        },
        steps: steps(&[("2", "week 4"), ("3", "week 8"), ("4", "week 12")]),
        ..TargetDraft::default()
    }
}

/// Runs `look` with the frame around Elsie's target.
pub(crate) fn with_frame<T>(look: impl FnOnce(&Frame<'_>) -> T) -> T {
    let (people, reviews) = ([petrie(), brook(), wren()], reviews());
    look(&Frame {
        pupil: "Elsie",
        people: &people,
        reviews: &reviews,
        adults_helping: 1,
    })
}

pub(crate) fn target(number: u128, draft: &TargetDraft) -> Target {
    with_frame(|frame| draft.parse(TargetId::new(Uuid::from_u128(number)), frame)).unwrap()
}
