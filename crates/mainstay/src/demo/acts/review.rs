//! Recording reviews.

use app::{
    Refusal,
    reviews::{
        Progress,
        record::RecordReview,
        view::{ReviewShown, ReviewView},
    },
};
use domain::review::ReviewDraft;

use super::{Case, Town};
use crate::demo::script::ReviewSheet;

/// Records a review, or keeps what is written so far.
pub fn record(town: &Town, case: &Case, by: &str, words: &ReviewSheet) -> Result<(), Refusal> {
    let (meeting, _) = town.meeting(case, &words.of)?;
    let reference = case.reference()?;
    let look = ReviewView {
        reference: reference.clone(),
        meeting,
    };
    let shown: ReviewShown = town.app.fetch(town.actor(by)?, look)?.answer;
    let promises = case.promises.iter().map(ToString::to_string);
    let targets = case.targets.iter().map(ToString::to_string);
    let next_on = match words.sheet.next_on.as_str() {
        "" => String::new(),
        written => town.day(crate::demo::town::code(written)?),
    };
    let record = RecordReview {
        reference,
        meeting,
        revision: shown.revision,
        typed: ReviewDraft {
            promises: promises.zip(words.promise.iter().cloned()).collect(),
            targets: targets.zip(words.target.iter().cloned()).collect(),
            next_on,
            ..words.sheet.clone()
        },
        progress: match words.unfinished {
            Some(_) => Progress::KeepForNow,
            None => Progress::Finished,
        },
    };
    town.app.execute(town.actor(by)?, record)
}
