//! Rowan's eight-week review, for tests.

use jiff::civil::date;
use uuid::Uuid;

use super::{
    Decision, MoreHelp, Outlook, Progress, PromiseReview, Review, ReviewDue, ReviewNumber,
    TargetReview,
};
use crate::{
    commitment::{Delivery, Tally},
    dates::WeekNumber,
    id::{MeetingId, ReviewId},
    meeting::{MeetingKind, View, ViewOf},
    plan::cast::{line, rowans_plan, target_id},
    text::Prose,
};

pub(crate) fn prose<const MAX: usize>(words: &str) -> Prose<MAX> {
    Prose::new(words).unwrap()
}

fn about(number: u128, progress: Progress, decision: Decision) -> TargetReview {
    TargetReview {
        target: target_id(number),
        progress,
        pupil_says: None,
        decision,
        more_help: vec![],
        other_help: None,
        no_new_help: None,
    }
}

/// Target 1 steps up, 2 stays, 3 has stalled and gets new help.
pub(crate) fn rowans_review() -> Review {
    let plan = rowans_plan();
    let promise = |place: usize, delivery, why: Option<&str>| PromiseReview {
        commitment: plan.commitments[place].id,
        own_answer: None,
        delivery,
        times: None,
        why: why.map(line),
    };
    let different = prose("A hand signal with Mr Petrie. Same step.");
    let mut third = about(
        3,
        Progress::NotYet,
        Decision::Change {
            different,
            target: None,
        },
    );
    third.more_help = vec![MoreHelp::ReadingAndLanguage, MoreHelp::OutsideView];
    let mut visits = promise(2, Delivery::Partly, Some("I was off for two."));
    visits.times = Some(Tally::times(4, 6));
    Review {
        id: ReviewId::new(Uuid::from_u128(1)),
        meeting: MeetingId::new(Uuid::from_u128(2)),
        kind: MeetingKind::Review(WeekNumber::new(8).unwrap()),
        number: ReviewNumber(2),
        due: ReviewDue {
            on: date(2026, 11, 27),
            window_closes: date(2026, 12, 4),
        },
        held_on: date(2026, 11, 26),
        why_late: None,
        promises: vec![
            promise(0, Delivery::Done, None),
            promise(
                1,
                Delivery::NotDone,
                Some("I’ll do it at Monday’s briefing."),
            ),
            visits,
            promise(3, Delivery::Done, None),
        ],
        targets: vec![
            about(1, Progress::Met, Decision::StepUp),
            about(2, Progress::Met, Decision::Keep),
            third,
        ],
        says: [ViewOf::Pupil, ViewOf::Home]
            .map(|of| View {
                of,
                words: prose("Maths is still hard."),
            })
            .to_vec(),
        unheard: vec![],
        heard: vec![],
        what_works: None,
        outlook: Outlook::OnCourse,
        talked_over: vec![],
        second: None,
        next_on: date(2027, 1, 7),
    }
}
