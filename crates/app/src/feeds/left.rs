//! Pupils who were missing from a full list that a feed stored by itself. A
//! feed never says that somebody has left; a person does, here.

use domain::{
    event::Event,
    id::{FeedId, PupilId},
    pupil::Pupil,
};
use store::{
    feeds,
    pupils::{self, Source},
};

use super::Feed;
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    leavers,
};

/// Marks pupils who are missing from a feed's list as having left.
#[derive(Debug)]
pub struct MarkLeft {
    /// The feed.
    pub feed: FeedId,
    /// Who has left.
    pub pupils: Vec<PupilId>,
}

impl Command for MarkLeft {
    const ACTION: Action = Action::ImportFile;
    type On = Feed;
    type Output = usize;

    fn on(&self) -> FeedId {
        self.feed
    }

    fn run(self, feed: Feed, cx: &mut Granted<'_, '_>) -> Result<Recorded<usize>, Refusal> {
        let (school, feed_id) = (feed.row.school, feed.row.id);
        let now = cx.now();
        // They are not on today's list, so yesterday was their last day at the latest.
        let last = cx.today().yesterday().unwrap_or(cx.today());
        if self.pupils.is_empty() {
            return Err(Refusal::field("left", "Choose who has left"));
        }
        let missing = feeds::missing(cx.tx(), (school, feed_id))?;
        let is_missing = |pupil: &Pupil| missing.iter().any(|(one, _)| *one == pupil.id);
        let all = pupils::of_school(cx.tx(), school)?.into_iter();
        let left: Vec<Pupil> = all
            .filter(|pupil| self.pupils.contains(&pupil.id) && is_missing(pupil))
            .filter(|pupil| pupil.left_on.is_none())
            .collect();
        let source = Source {
            from: feed.row.name.as_str(),
            at: now,
            import: None,
        };
        for pupil in &left {
            let gone = Pupil {
                left_on: Some(last),
                ..pupil.clone()
            };
            pupils::save(cx.tx(), &gone, &source)?;
        }
        if left.is_empty() {
            return Ok(cx.unchanged(0));
        }
        leavers::leave(cx, school)?;
        let event = Event::PupilsLeft {
            school,
            feed: feed_id,
            left: u32::try_from(left.len()).unwrap_or(u32::MAX),
        };
        Ok(cx.record(event, left.len()))
    }
}
