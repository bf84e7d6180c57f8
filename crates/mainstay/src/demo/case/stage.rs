//! The stage a programme of the demonstration is at.

use app::Refusal;
use domain::{
    dates::{Pauses, Schedule, SchoolCalendar},
    id::{MeetingId, PlanId},
    programme::{Run, RunDates, Stage},
};

use super::{Reach, Room};

impl Room<'_> {
    pub(super) fn stage(
        &self,
        template: &domain::school::Template,
        calendar: &SchoolCalendar,
        plan: PlanId,
        meeting: MeetingId,
    ) -> Result<Stage, Refusal> {
        Ok(match self.case.reach {
            Reach::Draft => Stage::Draft,
            Reach::Gathering { since, .. } => Stage::Gathering { since },
            Reach::MeetingSet { since, on, .. } => Stage::MeetingSet { since, meeting, on },
            Reach::Running {
                starts, reviewed, ..
            } => {
                let schedule = Schedule::compute(&template.rhythm, starts, &Pauses::NONE, calendar)
                    .map_err(|problem| Refusal::rule(problem.words()))?;
                let dates = RunDates::from(&schedule);
                let today = self.app.clock().today();
                let done = dates.reviews.iter().rfind(|review| review.due.on < today);
                let reviewed = done.filter(|_| reviewed).map(|review| review.week);
                let run = Run {
                    plan,
                    version: 1,
                    dates,
                    reviewed,
                    extended: None,
                    pauses: Pauses::NONE,
                };
                Stage::Active {
                    run,
                    review: None,
                    concern: None,
                }
            }
        })
    }
}
