//! Recording a review: kept as typed while the meeting goes on, then settled,
//! with its decisions in force as the plan's next version.

use domain::{
    event::Event,
    id::MeetingId,
    look_back::Round,
    meeting::MeetingKind,
    plan::AgreedPlan,
    programme::{ConcernAfter, Programme, ProgrammeRef, ReviewHeld, Stage, Task},
    review::{ConcernAnswer, Review, ReviewDraft, ReviewDue, ReviewFrame, ReviewNumber},
};
use jiff::civil::Date;
use store::{meetings::MeetingRow, programmes::finish_task, reviews, reviews::ReviewRow};

use super::{Progress, next_plan, run_of, settled};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    look_back, meetings,
    subject::Case,
};

/// Records a review.
#[derive(Debug)]
pub struct RecordReview {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// Which meeting.
    pub meeting: MeetingId,
    /// The revision the form was drawn from; 0 for the first time.
    pub revision: i64,
    /// What was typed.
    pub typed: ReviewDraft,
    /// Whether it is settled.
    pub progress: Progress,
}

impl Command for RecordReview {
    const ACTION: Action = Action::RecordReview;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (school, programme) = (case.programme.school, case.programme.id);
        let (by, at, today) = (cx.person()?.account, cx.now(), cx.today());
        let meeting = meetings::find(cx.tx(), &case, self.meeting)?;
        let run = run_of(&case)?;
        let newest = store::plans::newest(cx.tx(), school, programme)?.ok_or(Refusal::NotFound)?;
        let all = reviews::of_programme(cx.tx(), school, programme)?;
        let mut row = self.row(&all, &newest, cx)?;
        if self.progress == Progress::KeepForNow {
            let kept = reviews::keep(cx.tx(), school, programme, &row, (by, at))?;
            return if kept {
                Ok(cx.unchanged(()))
            } else {
                Err(Refusal::Conflict)
            };
        }
        let plan = next_plan::in_force(&newest, &run);
        let calendar = store::schools::calendar(cx.tx(), school)?;
        let number = all.iter().filter(|one| one.held.is_some()).count() + 1;
        let heard = look_back::told::heard(cx.tx(), &case, Round::of(meeting.kind, &run))?;
        let frame = ReviewFrame {
            heard: &heard,
            id: row.id,
            meeting: meeting.id,
            kind: kind_of(&meeting, &case.programme.stage)?,
            number: ReviewNumber(u8::try_from(number).unwrap_or(u8::MAX)),
            due: due(&case.programme, meeting.on, &calendar),
            held_on: held_on(&meeting, today)?,
        };
        let (review, concern) = self.settle(&frame, &plan, &case.programme.stage)?;
        row.held = Some(review.held_on);
        if !reviews::keep(cx.tx(), school, programme, &row, (by, at))? {
            return Err(Refusal::Conflict);
        }
        reviews::add_results(cx.tx(), school, &review, plan.plan())?;
        store::meetings::written_down(cx.tx(), school, meeting.id, today)?;
        let held = ReviewHeld {
            review: &review,
            plan: plan.plan(),
            concern,
            today,
        };
        let moved = case
            .programme
            .clone()
            .record_review(held)
            .map_err(|problem| Refusal::rule(problem.words()))?;
        let now = settled(cx, moved)?;
        next_plan::put_in_force(cx, &case, now, &review, &plan)?;
        for task in [Task::Reports, Task::EarlyReview] {
            finish_task(cx.tx(), school, programme, task, by, today)?;
        }
        let event = Event::ReviewRecorded {
            programme,
            review: review.id,
            meeting: review.meeting,
        };
        Ok(cx.record(event, ()))
    }
}

impl RecordReview {
    /// The row to keep, over the one this form was drawn from.
    fn row(
        &self,
        all: &[ReviewRow],
        newest: &AgreedPlan,
        cx: &Granted<'_, '_>,
    ) -> Result<ReviewRow, Refusal> {
        let known = all.iter().find(|one| one.meeting == self.meeting);
        let stored = known.map_or(0, |one| one.revision);
        // Somebody else saved or settled it first: they see both.
        if stored != self.revision {
            return Err(Refusal::Conflict);
        }
        if known.is_some_and(|one| one.held.is_some()) {
            return Err(Refusal::rule("This review is recorded already"));
        }
        Ok(ReviewRow {
            id: known.map_or_else(|| cx.new_id(), |one| Ok(one.id))?,
            meeting: self.meeting,
            version: newest.plan().version,
            typed: self.typed.clone(),
            held: None,
            revision: self.revision,
        })
    }

    /// The review with nothing left open and what became of a concern, or
    /// everything that is left.
    fn settle(
        &self,
        frame: &ReviewFrame<'_>,
        plan: &AgreedPlan,
        stage: &Stage,
    ) -> Result<(Review, ConcernAfter), Refusal> {
        let (review, concern) = (self.typed.parse(frame, plan.plan()), self.concern(stage));
        match (review, concern) {
            (Ok(review), Ok(concern)) => Ok((review, concern)),
            (Err(problems), Ok(_)) => Err(Refusal::fields(problems)),
            (Ok(_), Err(problem)) => Err(Refusal::fields([problem])),
            (Err(problems), Err(problem)) => {
                Err(Refusal::fields(problems.into_iter().chain([problem])))
            }
        }
    }

    fn concern(&self, stage: &Stage) -> Result<ConcernAfter, (String, String)> {
        let Stage::Active {
            concern: Some(_), ..
        } = stage
        else {
            return Ok(ConcernAfter::Settled);
        };
        match self.typed.concern.parse() {
            Ok(ConcernAnswer::Settled) => Ok(ConcernAfter::Settled),
            Ok(ConcernAnswer::Open) => Ok(ConcernAfter::Open),
            Err(_) => Err((
                "concern".into(),
                "Say whether the concern is settled.".into(),
            )),
        }
    }
}

/// A meeting's kind, when a review can be recorded of it now.
fn kind_of(meeting: &MeetingRow, stage: &Stage) -> Result<MeetingKind, Refusal> {
    if meeting.cancelled.is_some() {
        return Err(Refusal::rule("This meeting was called off"));
    }
    let open = match stage {
        Stage::Active { review, .. } => review.map(|milestone| milestone.week),
        _ => None,
    };
    match meeting.kind {
        MeetingKind::Review(week) if open.is_some_and(|open| open != week) => Err(Refusal::rule(
            "Another review is due now. Record it from its own meeting",
        )),
        MeetingKind::Review(_) | MeetingKind::EarlyReview => Ok(meeting.kind),
        MeetingKind::Initial | MeetingKind::Final | MeetingKind::Options => {
            Err(Refusal::rule("This meeting is not a review"))
        }
    }
}

fn held_on(meeting: &MeetingRow, today: Date) -> Result<Date, Refusal> {
    if meeting.on > today {
        return Err(Refusal::rule("Record the review once it has been held"));
    }
    Ok(meeting.on)
}

/// When the open review was due, and until when it is not late. An early one is
/// never late.
pub(super) fn due(
    programme: &Programme,
    held: Date,
    calendar: &domain::dates::SchoolCalendar,
) -> ReviewDue {
    let Stage::Active {
        review: Some(milestone),
        ..
    } = &programme.stage
    else {
        return ReviewDue {
            on: held,
            window_closes: held,
        };
    };
    let on = milestone.due.on;
    let window = programme.template.timers.review_window(on, calendar);
    ReviewDue {
        on,
        window_closes: window.map_or(on, |window| window.closes),
    }
}
