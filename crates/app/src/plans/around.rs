//! What stands around a plan while it is written: the people who may promise,
//! the dates it would run to, and the draft itself.

use domain::{
    commitment::{Owner, Party},
    dates::{DueProblem, Pauses, Schedule, SchoolCalendar},
    id::PlanId,
    plan::{AgreedPlan, PlanDraft, PlanFrame, PlanHash, PlanVersion},
    programme::{RunDates, Stage},
    target::ReviewPoint,
};
use jiff::civil::{Date, Weekday};
use store::{Tx, plans::DraftRow};

use crate::{Refusal, meetings::owner, subject::Case};

/// People and dates around a plan, owned.
#[derive(Debug, Clone)]
pub struct Around {
    /// What the pupil is called.
    pub pupil: String,
    /// Everyone who may promise, and for which side.
    pub people: Vec<(Owner, Party)>,
    /// The meetings to come.
    pub reviews: Vec<ReviewPoint>,
    /// First day.
    pub starts_on: Date,
    /// Last day.
    pub ends_on: Date,
}

impl Around {
    /// As the rules want it.
    pub fn frame(&self) -> PlanFrame<'_> {
        PlanFrame {
            pupil: &self.pupil,
            people: &self.people,
            reviews: &self.reviews,
            starts_on: self.starts_on,
            ends_on: self.ends_on,
        }
    }

    /// Around a plan that would run to these dates; what is over stays out.
    pub(crate) fn of(case: &Case, dates: &RunDates, today: Date) -> Self {
        let all = dates.reviews.iter().chain([&dates.ends]);
        let to_come = all.filter(|review| review.due.on >= today || review.week == dates.ends.week);
        let point = |review: &domain::dates::Milestone| ReviewPoint {
            week: review.week,
            on: review.due.on,
        };
        Self {
            reviews: to_come.map(point).collect(),
            ..Self::without_dates(case, dates.starts, dates.ends.due.on)
        }
    }

    fn without_dates(case: &Case, starts_on: Date, ends_on: Date) -> Self {
        let person =
            |person: &store::people::PersonRow| Some((owner(person)?, Party::from(person.role)));
        Self {
            pupil: case.pupil.name.called().into(),
            people: case.present().filter_map(person).collect(),
            reviews: Vec::new(),
            starts_on,
            ends_on,
        }
    }

    /// Around the plan as things stand: its own dates once it runs, else the
    /// dates it would have from the Monday after the meeting. Without term
    /// dates there are no reviews, and the targets say so.
    pub(crate) fn now(tx: &mut Tx<'_>, case: &Case, today: Date) -> Result<Self, Refusal> {
        if let Some(run) = case.programme.stage.run() {
            return Ok(Self::of(case, &run.dates, today));
        }
        let calendar = store::schools::calendar(tx, case.programme.school)?;
        let starts = proposed_start(case, &calendar, today);
        Ok(match dates(case, starts, &calendar) {
            Ok(dates) => Self::of(case, &dates, today),
            Err(_) => Self::without_dates(case, starts, starts),
        })
    }
}

/// When a programme begun on `starts` is reviewed and ends.
pub(crate) fn dates(
    case: &Case,
    starts: Date,
    calendar: &SchoolCalendar,
) -> Result<RunDates, DueProblem> {
    let rhythm = &case.programme.template.rhythm;
    Schedule::compute(rhythm, starts, &Pauses::NONE, calendar).map(|schedule| (&schedule).into())
}

/// The first school day from the Monday after the meeting on.
pub(crate) fn proposed_start(case: &Case, calendar: &SchoolCalendar, today: Date) -> Date {
    let from = match case.programme.stage {
        Stage::MeetingSet { on, .. } => on.max(today),
        _ => today,
    };
    let monday = from.nth_weekday(1, Weekday::Monday).unwrap_or(from);
    calendar.on_or_after(monday).unwrap_or(monday)
}

/// What is being written, made ready from the version in force when nothing is.
pub(crate) fn draft(
    tx: &mut Tx<'_>,
    case: &Case,
    newest: Option<&AgreedPlan>,
    new_id: impl FnOnce() -> Result<PlanId, Refusal>,
) -> Result<DraftRow, Refusal> {
    let (school, programme) = (case.programme.school, case.programme.id);
    let next = newest.map_or(PlanVersion::FIRST, |plan| plan.plan().version.next());
    match store::plans::draft(tx, school, programme)? {
        Some(draft) if draft.version == next => Ok(draft),
        // A review has made a version meanwhile: what was typed stays, for the next.
        Some(draft) => Ok(DraftRow {
            plan: new_id()?,
            version: next,
            ..draft
        }),
        None => Ok(DraftRow {
            plan: new_id()?,
            version: next,
            typed: newest.map_or_else(PlanDraft::default, |plan| plan.plan().into()),
        }),
    }
}

/// What a page says it showed, so that nobody agrees to what they did not see.
pub fn seen(typed: &PlanDraft) -> PlanHash {
    PlanHash::of(&serde_json::to_string(typed).unwrap_or_default())
}
