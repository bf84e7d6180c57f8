//! Recording a review: kept as typed while the meeting goes on, then settled,
//! with its decisions in force as the plan's next version.

use domain::{
    event::Event,
    id::MeetingId,
    meeting::MeetingKind,
    plan::AgreedPlan,
    programme::{ConcernAfter, ProgrammeRef, ReviewHeld, Stage},
    review::{
        ConcernAnswer, Review, ReviewDraft, ReviewDue, ReviewFrame, ReviewNumber, ReviewProblem,
    },
    timers::Timers,
};
use jiff::civil::Date;
use store::{meetings::MeetingRow, reviews, reviews::ReviewRow};

use super::{Progress, next_plan, run_of, settled};
use crate::{
    Command, Reason, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    meetings,
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
        let (by, at) = (cx.person()?.account, cx.now());
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
        let frame = ReviewFrame {
            id: row.id,
            meeting: meeting.id,
            kind: kind_of(&meeting, &case.programme.stage)?,
            number: ReviewNumber(u8::try_from(number).unwrap_or(u8::MAX)),
            due: due(&case.programme.stage, meeting.on, &calendar),
            held_on: held_on(&meeting, cx.today())?,
        };
        let review = self.settle(&frame, &plan)?;
        row.held = Some(review.held_on);
        if !reviews::keep(cx.tx(), school, programme, &row, (by, at))? {
            return Err(Refusal::Conflict);
        }
        reviews::add_results(cx.tx(), school, &review, plan.plan())?;
        let held = ReviewHeld {
            review: &review,
            plan: plan.plan(),
            concern: self.concern(&case.programme.stage)?,
            today: cx.today(),
        };
        let moved = case
            .programme
            .clone()
            .record_review(held)
            .map_err(|problem| Refusal::rule(problem.words()))?;
        let now = settled(cx, moved)?;
        next_plan::put_in_force(cx, &case, now, &review, &plan)?;
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
        if known.is_some_and(|one| one.held.is_some()) {
            return Err(Refusal::rule("This review is recorded already"));
        }
        let stored = known.map_or(0, |one| one.revision);
        if stored != self.revision {
            return Err(Refusal::Conflict);
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

    /// The review with nothing left open, or what is left.
    fn settle(&self, frame: &ReviewFrame, plan: &AgreedPlan) -> Result<Review, Refusal> {
        let review = self
            .typed
            .parse(frame, plan.plan())
            .map_err(Refusal::fields)?;
        let left = review.problems(plan.plan());
        if left.is_empty() {
            return Ok(review);
        }
        let reason = |problem: &ReviewProblem| Reason {
            field: field_of(problem),
            words: problem.words(),
        };
        Err(Refusal::Rejected(left.iter().map(reason).collect()))
    }

    fn concern(&self, stage: &Stage) -> Result<ConcernAfter, Refusal> {
        let Stage::Active {
            concern: Some(_), ..
        } = stage
        else {
            return Ok(ConcernAfter::Settled);
        };
        match self.typed.concern.parse() {
            Ok(ConcernAnswer::Settled) => Ok(ConcernAfter::Settled),
            Ok(ConcernAnswer::Open) => Ok(ConcernAfter::Open),
            Err(_) => Err(Refusal::field(
                "concern",
                "Say whether the concern is settled",
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
    stage: &Stage,
    held: Date,
    calendar: &domain::dates::SchoolCalendar,
) -> ReviewDue {
    let Stage::Active {
        review: Some(milestone),
        ..
    } = stage
    else {
        return ReviewDue {
            on: held,
            window_closes: held,
        };
    };
    let on = milestone.due.on;
    let window = Timers::default().review_window(on, calendar);
    ReviewDue {
        on,
        window_closes: window.map_or(on, |window| window.closes),
    }
}

/// The field on the page that a problem is about.
fn field_of(problem: &ReviewProblem) -> Option<String> {
    use ReviewProblem as P;
    Some(match problem {
        P::TargetLeftOut { target }
        | P::OnTheGoal { target }
        | P::OnTheFirstStep { target }
        | P::AnotherTarget { target } => format!("target-{target}-decision"),
        P::NothingNew { target } => format!("target-{target}-more-help"),
        P::SayWhatElse { target } => format!("target-{target}-other-help"),
        P::NothingTalkedOver => "talked-over".into(),
        P::SecondUndecided => "second".into(),
        P::LateWithoutReason => "why-late".into(),
        P::NextOutOfThePlan => "next-on".into(),
        P::PromiseLeftOut { .. } | P::NoReasonGiven { .. } | P::NotAnOpenTarget => return None,
    })
}
