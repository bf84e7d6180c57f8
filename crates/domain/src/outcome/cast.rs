//! Callum's ending, told with Rowan's plan, for tests.

use jiff::civil::date;

use super::{CarriesOn, Evaluation, Proposal, StartToEnd, TargetEnd, TargetEnding, Verdict};
use crate::{
    commitment::{Delivery, Party, Tally},
    indicators::{Delivered, Settled},
    meeting::{View, ViewOf},
    plan::cast::{farrow, line, rowans_plan},
    review::{PromiseReview, cast::prose},
    target::cast::petrie,
};

pub(crate) fn delivered(kept: u32, promised: u32) -> Delivered {
    Delivered::of([Settled {
        promise: rowans_plan().commitments[0].id,
        party: Party::School,
        tally: Tally::times(kept, promised),
    }])
}

/// A successful ending, ready to be proposed.
pub(crate) fn proposal() -> Proposal {
    let plan = rowans_plan();
    let ending = |target: &crate::target::Target| TargetEnding {
        target: target.id,
        end: TargetEnd::Met,
        evidence: prose("31 of 38 days."),
    };
    let kept = |promise: &crate::commitment::Commitment| PromiseReview {
        commitment: promise.id,
        own_answer: None,
        delivery: Delivery::Done,
        times: None,
        why: None,
    };
    Proposal {
        evaluation: Evaluation {
            targets: plan.targets.iter().map(ending).collect(),
            figures: vec![StartToEnd {
                what: line("Staying in lessons"),
                before: Some(line("2 of 5")),
                along: vec![],
                now: Some(line("4 of 5")),
            }],
            promises: plan.commitments.iter().map(kept).collect(),
            delivered: delivered(41, 45),
            says: [ViewOf::Pupil, ViewOf::Home]
                .map(|of| View {
                    of,
                    words: prose("I’d keep Mr Petrie."),
                })
                .to_vec(),
            unheard: vec![],
            heard: vec![],
        },
        verdict: Verdict::Successful {
            credit: prose("Staying when it was hard."),
            carries_on: vec![CarriesOn {
                what: line("Mr Petrie, once a week"),
                who: petrie(),
                until: date(2027, 3, 25),
            }],
        },
        reason: prose("No suspensions for twelve weeks, and he stays in lessons."),
        partly: None,
        views: vec![],
        by: farrow(),
        on: date(2026, 11, 12),
    }
}
