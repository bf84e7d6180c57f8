//! Ticking a target for one lesson, taking a tick back, and saying that the
//! pupil was not there. A missing tick is never nought.

use domain::{
    commitment::ReportCard,
    event::Event,
    id::TargetId,
    plan::Plan,
    programme::ProgrammeRef,
    rating::{Period, PeriodOf, Presence, RateProblem, Rating, RatingRules, Seen, Tick},
    timers::RatingHours,
};
use jiff::civil::Date;
use store::ratings::{self, RatingRow};

use super::{SEES_LESSONS, me_as_owner};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// Gives or changes a tick.
#[derive(Debug, Clone)]
pub struct Rate {
    /// The programme.
    pub reference: ProgrammeRef,
    /// The target.
    pub target: TargetId,
    /// The day.
    pub on: Date,
    /// The lesson.
    pub period: Period,
    /// What was seen; nothing takes the tick back.
    pub tick: Option<Tick>,
}

impl Command for Rate {
    const ACTION: Action = Action::Rate;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (school, programme) = (case.programme.school, case.programme.id);
        let me = cx.person()?.clone();
        let (owner, person) = me_as_owner(&case, &me, &SEES_LESSONS)?;
        within_plan(&case, self.on)?;
        let plan = store::plans::newest(cx.tx(), school, programme)?.ok_or(Refusal::NotFound)?;
        let plan = plan.plan();
        let target = plan.target(self.target).ok_or(Refusal::NotFound)?;
        as_the_plan_says(plan, self.period)?;
        let calendar = store::schools::calendar(cx.tx(), school)?;
        let rules = RatingRules {
            hours: RatingHours::default(),
            calendar: &calendar,
        };
        let (of, now) = (
            PeriodOf {
                on: self.on,
                period: self.period,
            },
            cx.now(),
        );
        let (on, period) = (self.on, self.period);
        let Some(tick) = self.tick else {
            let seen = Seen {
                tick: Tick::DidntSee,
                by: owner,
                at: now,
                note: None,
            };
            let given = Rating {
                target: target.id,
                of,
                seen,
            };
            rules
                .take_back(&given, now)
                .map_err(|problem| Refusal::rule(problem.words()))?;
            let key = (self.target, on, period, person.id);
            if ratings::take_back(cx.tx(), school, programme, key, now)? == 0 {
                return Ok(cx.unchanged(()));
            }
            return Ok(cx.record(
                Event::RatingWithdrawn {
                    programme,
                    target: self.target,
                    on,
                },
                (),
            ));
        };
        let presence = ratings::away(cx.tx(), school, programme)?
            .into_iter()
            .find(|(day, lesson, _)| (*day, *lesson) == (on, period))
            .map_or(Presence::Present, |(_, _, presence)| presence);
        let seen = Seen {
            tick,
            by: owner,
            at: now,
            note: None,
        };
        let given = rules
            .give(target, of, presence, seen)
            .map_err(|problem| Refusal::rule(problem.words()))?;
        let row = RatingRow {
            target: given.target,
            on,
            period,
            person: person.id,
            name: given.seen.by.name.to_string(),
            tick: given.seen.tick,
            at: now,
        };
        ratings::put(cx.tx(), school, programme, &row)?;
        Ok(cx.record(
            Event::Rated {
                programme,
                target: self.target,
                on,
            },
            (),
        ))
    }
}

/// A tick goes under the part of the day that the plan asks for.
fn as_the_plan_says(plan: &Plan, period: Period) -> Result<(), Refusal> {
    let card = ReportCard::of(plan.monitoring.as_ref());
    if card.ticked_in(period) == Some(period) {
        return Ok(());
    }
    Err(Refusal::rule(RateProblem::Otherwise(card).words()))
}

/// Ticks are for days of the plan. On the last of them the final meeting is
/// due and lessons still go on.
/// Refuses a day before the plan or after it.
pub(super) fn within_plan(case: &Case, on: Date) -> Result<(), Refusal> {
    let dates = case.programme.stage.run().map(|run| &run.dates);
    match dates {
        Some(dates) if (dates.starts..=dates.ends.due.on).contains(&on) => Ok(()),
        _ => Err(Refusal::rule("Choose a day of the plan.")),
    }
}

/// Says whether the pupil was there in a lesson. Whoever ticked it saw the
/// pupil, so a lesson with such a tick cannot be said to be missed.
#[derive(Debug, Clone)]
pub struct SayAway {
    /// The programme.
    pub reference: ProgrammeRef,
    /// The day.
    pub on: Date,
    /// The lesson.
    pub period: Period,
    /// Where the pupil was.
    pub presence: Presence,
}

impl Command for SayAway {
    const ACTION: Action = Action::Rate;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (school, programme) = (case.programme.school, case.programme.id);
        let me = cx.person()?.clone();
        let (_, person) = me_as_owner(&case, &me, &SEES_LESSONS)?;
        within_plan(&case, self.on)?;
        if self.on > cx.today() {
            return Err(Refusal::rule("That lesson hasn’t happened yet."));
        }
        if !self.presence.is_here() {
            let day = ratings::of_day(cx.tx(), school, self.on)?;
            let seen = day.iter().any(|(id, tick)| {
                let here = *id == programme && tick.period == self.period;
                here && tick.tick != Tick::DidntSee
            });
            if seen {
                return Err(Refusal::rule(
                    "Someone has ticked this lesson, so they saw the pupil there. Undo the ticks \
                     first, or ask your colleague.",
                ));
            }
        }
        let now = cx.now();
        let said = (self.on, self.period, self.presence);
        ratings::put_away(cx.tx(), school, programme, said, person.id, now)?;
        Ok(cx.record(
            Event::AwayNoted {
                programme,
                on: self.on,
            },
            (),
        ))
    }
}
