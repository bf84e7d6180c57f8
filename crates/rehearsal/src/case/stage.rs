//! The stage a programme is at today.

use domain::{
    dates::{Pauses, WeekNumber},
    programme::{
        DeclineReason, Ending, FinalCause, Judgement, PauseReason, Run, Stage, TransferReason,
        WithdrawReason,
    },
};

use super::Case;
use crate::{Problem, plot::Way, wrong};

impl Case<'_> {
    pub(super) fn stage(&self) -> Result<Stage, Problem> {
        let story = &self.story;
        if !story.has(story.submitted) {
            return Ok(Stage::Draft);
        }
        if self.is_declined() {
            return Ok(Stage::Declined {
                on: story.accepted,
                reason: DeclineReason::EarlierStep,
            });
        }
        let since = story.accepted;
        if !story.has(since) {
            return Ok(Stage::Referred {
                on: story.submitted,
            });
        }
        if !story.has(story.booked) {
            return Ok(Stage::Gathering { since });
        }
        if !story.has(story.met) {
            return Ok(Stage::MeetingSet {
                since,
                meeting: self.first_meeting(),
                on: story.met,
            });
        }
        let run = self.run()?;
        if !story.has(story.signed) {
            return Ok(Stage::Agreed { run });
        }
        Ok(self.running(run))
    }

    fn run(&self) -> Result<Run, Problem> {
        let planned = self.planned.as_ref();
        let planned = planned.ok_or_else(|| wrong(&"no plan was made"))?;
        let newest = planned.newest()?.agreed.plan();
        let held = planned.reviews.last().map(|held| held.week);
        Ok(Run {
            plan: newest.id,
            version: newest.version.number(),
            dates: self.story.dates.clone(),
            reviewed: held.and_then(|week: WeekNumber| WeekNumber::new(week.number())),
            extended: None,
            pauses: Pauses::NONE,
        })
    }

    /// Once it has begun.
    fn running(&self, run: Run) -> Stage {
        let story = &self.story;
        match (story.way, story.broke_off) {
            (Way::Paused, Some(from)) => {
                return Stage::Paused {
                    run,
                    concern: None,
                    reason: PauseReason::Illness,
                    from,
                    expected: story.today.saturating_add(jiff::Span::new().days(14)),
                };
            }
            (Way::Moved, Some(on)) => {
                let ending = Ending::Transferred(TransferReason::HouseMove);
                let run = Some(run);
                return Stage::Closed { run, on, ending };
            }
            (Way::Stopped, Some(on)) => {
                let ending = Ending::Withdrawn(WithdrawReason::Ehcp);
                let run = Some(run);
                return Stage::Closed { run, on, ending };
            }
            _ => {}
        }
        if !story.is_up() {
            return Stage::Active {
                run,
                review: None,
                concern: None,
            };
        }
        if !story.is_judged() {
            return Stage::FinalDue {
                run,
                since: story.final_due,
                cause: FinalCause::TimeUp,
                proposed: None,
            };
        }
        self.judged(run)
    }

    /// Once the head has confirmed it.
    fn judged(&self, run: Run) -> Stage {
        let story = &self.story;
        let since = story.confirmed;
        let over = match self.judgement() {
            Judgement::Successful => story.checks.last().copied().unwrap_or(since),
            Judgement::Unsuccessful => story.handed_over,
        };
        if story.today > over {
            return Stage::Archived { run, since: over };
        }
        match self.judgement() {
            Judgement::Successful => Stage::Aftercare {
                run,
                since,
                until: over,
            },
            Judgement::Unsuccessful => Stage::Escalation { run, since },
        }
    }

    /// How it was judged, or would be.
    pub(super) fn judgement(&self) -> Judgement {
        if self.story.way == Way::NotEnough {
            Judgement::Unsuccessful
        } else {
            Judgement::Successful
        }
    }
}
