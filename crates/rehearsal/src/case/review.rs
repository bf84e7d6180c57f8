//! Reviews: what was settled at each, the plan's next version, and the rows.

use app::action::Action;
use domain::{
    event::Event,
    id::{MeetingId, PlanId, ReviewId},
    meeting::MeetingKind,
    plan::{AgreedPlan, PlanFrame, StoredPlan},
    programme::StageName as S,
    review::{
        PromiseAnswer, Review, ReviewDraft, ReviewDue, ReviewFrame, ReviewNumber, TargetAnswer,
        apply,
    },
};
use jiff::civil::Date;
use store::reviews::{self, ReviewRow};

use super::{
    AFTERNOON, Case,
    plan::{Held, Planned, Version},
};
use crate::{Problem, diary::Voice, pen::Pen, plot::Way, school::line, words, wrong};

impl Case<'_> {
    /// Settles the reviews whose day has come. The first moves a target a step
    /// up, which makes the plan's next version.
    pub(super) fn review(
        &self,
        pen: &mut Pen<'_, '_>,
        planned: &mut Planned,
        frame: &PlanFrame<'_>,
    ) -> Result<(), Problem> {
        let dates = &self.story.dates;
        for (number, milestone) in dates.reviews.iter().enumerate() {
            let on = milestone.due.on;
            if !self.story.has(on) || !self.story.is_signed() {
                break;
            }
            let at = pen.at(on, AFTERNOON);
            let (id, meeting): (ReviewId, MeetingId) = (pen.dice.id(at), pen.dice.id(at));
            let next = dates.reviews.get(number + 1).unwrap_or(&dates.ends);
            let plan = &planned.newest()?.agreed;
            let typed = self.settled(pen, plan, (number, next.due.on));
            let about = ReviewFrame {
                heard: &[],
                id,
                meeting,
                kind: MeetingKind::Review(milestone.week),
                number: ReviewNumber(u8::try_from(number + 1).unwrap_or(1)),
                due: ReviewDue {
                    on,
                    window_closes: on,
                },
                held_on: on,
            };
            let settled = typed
                .parse(&about, plan.plan())
                .map_err(|problems| wrong(&problems))?;
            let next_version = next_version(pen, &settled, plan, frame)?;
            planned.reviews.push(Held {
                id,
                meeting,
                week: milestone.week,
                on,
                typed,
                settled,
                looked_at: planned.versions.len() - 1,
            });
            planned.versions.extend(next_version);
        }
        Ok(())
    }

    fn settled(
        &self,
        pen: &mut Pen<'_, '_>,
        plan: &AgreedPlan,
        (number, next): (usize, Date),
    ) -> ReviewDraft {
        let plan = plan.plan();
        let promise = |kept: bool| PromiseAnswer {
            delivery: if kept { "done" } else { "partly" }.into(),
            why: if kept {
                ""
            } else {
                "Two visits fell on days off."
            }
            .into(),
            ..PromiseAnswer::default()
        };
        let ids = plan.commitments.iter().map(|one| one.id.to_string());
        let promises = ids.map(|id| (id, promise(!pen.dice.once_in(5)))).collect();
        let up = number == 0 && self.story.way != Way::NotEnough;
        let targets = plan.open_targets().enumerate().map(|(at, target)| {
            let answer = TargetAnswer {
                progress: if at == 0 && up { "met" } else { "partly" }.into(),
                pupil_says: "It is easier with the card.".into(),
                decision: if at == 0 && up { "step_up" } else { "keep" }.into(),
                ..TargetAnswer::default()
            };
            (target.id.to_string(), answer)
        });
        ReviewDraft {
            promises,
            targets: targets.collect(),
            says: [("home".to_owned(), words::SENTENCES[7].to_owned())].into(),
            what_works: words::SENTENCES[5].into(),
            outlook: if up { "on_course" } else { "uncertain" }.into(),
            second: if number == 0 { "needed" } else { "" }.into(),
            second_why: if number == 0 {
                "To see how the next step goes"
            } else {
                ""
            }
            .into(),
            next_on: next.to_string(),
            ..ReviewDraft::default()
        }
    }

    /// Writes the reviews down, each with its meeting, and books the next.
    pub(super) fn reviews(&self, pen: &mut Pen<'_, '_>, planned: &Planned) -> Result<(), Problem> {
        let (programme, voice) = (self.id, self.leading());
        for held in &planned.reviews {
            let opened = pen.school.days_on(held.on, -5)?;
            self.moved(
                pen,
                10,
                (Some(S::Active), S::Active),
                (opened, &Voice::system()),
            )?;
            let at = pen.at(opened, AFTERNOON);
            let event = Event::ReviewOpened {
                programme,
                due: held.on,
            };
            pen.happened((at, &Voice::system()), Action::TurnTheDay, event);
            let kind = MeetingKind::Review(held.week);
            self.meeting(pen, (held.meeting, kind), (opened, held.on))?;
            let looked_at = &planned.versions[held.looked_at].agreed;
            self.keep_review(pen, held, looked_at)?;
            self.moved(pen, 11, (Some(S::Active), S::Active), (held.on, &voice))?;
            let at = pen.at(held.on, AFTERNOON);
            let event = Event::ReviewRecorded {
                programme,
                review: held.id,
                meeting: held.meeting,
            };
            pen.happened((at, &voice), Action::RecordReview, event);
        }
        let next = self.story.dates.reviews.get(planned.reviews.len());
        if let Some(next) = next.filter(|_| self.story.way == Way::On) {
            let id: MeetingId = pen.dice.id(pen.school.now);
            let booked = self.story.signed;
            self.meeting(
                pen,
                (id, MeetingKind::Review(next.week)),
                (booked, next.due.on),
            )?;
        }
        Ok(())
    }

    fn keep_review(
        &self,
        pen: &mut Pen<'_, '_>,
        held: &Held,
        looked_at: &AgreedPlan,
    ) -> Result<(), Problem> {
        let row = ReviewRow {
            id: held.id,
            meeting: held.meeting,
            version: looked_at.plan().version,
            typed: held.typed.clone(),
            held: Some(held.on),
            revision: 0,
        };
        let at = pen.at(held.on, AFTERNOON);
        let by = (self.coordinator.account, at);
        reviews::keep(pen.tx, pen.school.id, self.id, &row, by)?;
        reviews::add_results(pen.tx, pen.school.id, &held.settled, looked_at.plan())?;
        Ok(())
    }
}

/// What the review made of the plan, if anything changed.
fn next_version(
    pen: &mut Pen<'_, '_>,
    settled: &Review,
    plan: &AgreedPlan,
    frame: &PlanFrame<'_>,
) -> Result<Option<Version>, Problem> {
    let at = pen.at(settled.held_on, AFTERNOON);
    let id: PlanId = pen.dice.id(at);
    let reason = line(&settled.as_reason())?;
    let next = apply(settled, plan, id, reason).map_err(|problems| wrong(&problems))?;
    if next.targets == plan.plan().targets {
        return Ok(None);
    }
    let stored = StoredPlan::new(&next, frame);
    let agreed = next
        .agree(settled.held_on)
        .map_err(|problems| wrong(&problems))?;
    Ok(Some(Version {
        agreed,
        stored,
        on: settled.held_on,
    }))
}
