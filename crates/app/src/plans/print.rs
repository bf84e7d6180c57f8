//! The plan for paper: one agreed version as this reader may see it, with its
//! weeks and signatures. The record says that it was printed. Setting the type
//! happens after the door has closed, so that nobody waits for it.

use domain::{
    account::CaseRole,
    dates::{Schedule, ScheduleWeek, WeekKind},
    event::Event,
    meeting::MeetingKind,
    plan::{AgreedPlan, PlanVersion},
    programme::ProgrammeRef,
    sealed::{Reading, Sealed},
};
use jiff::civil::Date;
pub use paper::TextSize;
use store::meetings::MeetingRow;

use super::{
    on_paper::document,
    signers,
    view::{self, AgreedView},
};
use crate::{
    Actor, App, Command, Identity, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// Prints a version.
#[derive(Debug, Clone)]
pub struct PrintPlan {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// Which version; nothing means the one in force.
    pub version: Option<PlanVersion>,
}

/// Everything the paper says.
#[derive(Debug, Clone)]
pub struct PlanToPrint {
    /// The school's name.
    pub school: String,
    /// Whom to ask, and how to reach the school.
    pub contact: (String, String),
    /// The programme.
    pub reference: ProgrammeRef,
    /// What the pupil is called.
    pub pupil: String,
    /// "8K, Year 8".
    pub class: String,
    /// The adult the pupil gets on with.
    pub mentor: Option<String>,
    /// The version as this reader may see it.
    pub agreed: AgreedView,
    /// The day the first version was agreed.
    pub first_agreed: Date,
    /// School weeks and holidays in order, each with its first day.
    pub weeks: Vec<WeekToPrint>,
    /// Reviews and the end, by name and day.
    pub meetings: Vec<(String, Date)>,
    /// The day it is printed.
    pub printed: Date,
}

/// One place in the row of weeks.
#[derive(Debug, Clone)]
pub enum WeekToPrint {
    /// A school week.
    School(u8, Date),
    /// A holiday, with what it is called.
    Holiday(String, Date),
}

/// A file to hand over.
#[derive(Debug, Clone)]
pub struct PrintedPlan {
    /// Which version it shows.
    pub version: PlanVersion,
    /// The file: a tagged PDF (PDF/UA-1).
    pub pdf: Vec<u8>,
}

impl App {
    /// The plan as a file, in letters of this size.
    ///
    /// # Errors
    /// A [`Refusal`]; [`Refusal::Paper`] when the type cannot be set.
    pub fn print_plan(
        &self,
        actor: &Actor,
        print: PrintPlan,
        size: TextSize,
    ) -> Result<PrintedPlan, Refusal> {
        let plan = self.execute(actor, print)?;
        let pdf = paper::pdf(&document(&plan, size))
            .map_err(|problem| Refusal::Paper(problem.to_string()))?;
        Ok(PrintedPlan {
            version: plan.agreed.plan.version,
            pdf,
        })
    }
}

impl Command for PrintPlan {
    const ACTION: Action = Action::PrintPlan;
    type On = Case;
    type Output = PlanToPrint;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<PlanToPrint>, Refusal> {
        let (school, programme) = (case.programme.school, case.programme.id);
        let versions = store::plans::versions(cx.tx(), school, programme)?;
        let place = self.place(&versions, cx.lens().reading("D29"))?;
        let (plan, before) = (&versions[place], versions.get(place + 1));
        let answers = store::signatures::of_plan(cx.tx(), school, plan.plan().id)?;
        let me = cx.person()?.clone();
        let mut whole = view::agreed(&case, Some(&me), (plan, before), &answers);
        signed_before(&case, &me, &versions[place..], cx, &mut whole)?;
        let booked = case.meetings(cx.tx())?;
        let shown = cx.lens().open(Sealed::new("D29", None, whole));
        let agreed = shown.ok_or(Refusal::NotFound)?.into_inner();
        let row = store::schools::find(cx.tx(), school)?.ok_or(Refusal::NotFound)?;
        let named = |role| case.present().find(|one| one.role == role);
        let coordinator = named(CaseRole::Coordinator).map(|one| one.name.clone());
        let event = Event::PlanPrinted {
            programme,
            plan: plan.plan().id,
            version: plan.plan().version.number(),
        };
        let paper = PlanToPrint {
            contact: (
                coordinator.unwrap_or_else(|| row.name.clone()),
                row.phone.unwrap_or_default(),
            ),
            school: row.name,
            reference: case.programme.reference.clone(),
            pupil: case.pupil.name.called().into(),
            class: format!("{}, {}", case.pupil.class(), case.pupil.year.label()),
            mentor: named(CaseRole::KeyWorker).map(|one| one.name.clone()),
            weeks: weeks(&case, cx)?,
            meetings: meetings(&case, &booked),
            first_agreed: versions
                .last()
                .map_or(agreed.agreed_on, AgreedPlan::agreed_on),
            agreed,
            printed: cx.today(),
        };
        Ok(cx.record(event, paper))
    }
}

impl PrintPlan {
    /// Which of the versions, newest first. Those who see part of the plan see
    /// the part in force, and no older one.
    fn place(&self, versions: &[AgreedPlan], reading: Reading) -> Result<usize, Refusal> {
        let Some(wanted) = self.version else {
            return (!versions.is_empty()).then_some(0).ok_or(Refusal::NotFound);
        };
        let found = versions
            .iter()
            .position(|plan| plan.plan().version == wanted);
        found
            .filter(|place| *place == 0 || reading == Reading::Full)
            .ok_or(Refusal::NotFound)
    }
}

/// The row of weeks; empty where the term dates do not reach.
fn weeks(case: &Case, cx: &mut Granted<'_, '_>) -> Result<Vec<WeekToPrint>, Refusal> {
    let Some(run) = case.programme.stage.run() else {
        return Ok(Vec::new());
    };
    let calendar = store::schools::calendar(cx.tx(), case.programme.school)?;
    let rhythm = &case.programme.template.rhythm;
    let schedule = Schedule::compute(rhythm, run.dates.starts, &run.pauses, &calendar);
    let Ok(schedule) = schedule else {
        return Ok(Vec::new());
    };
    let place = |each: &ScheduleWeek| match (each.number, each.kind) {
        (Some(number), _) => Some(WeekToPrint::School(number.number(), each.week.monday())),
        (None, WeekKind::Holiday(name)) => Some(WeekToPrint::Holiday(
            name.label().to_owned(),
            each.week.monday(),
        )),
        (None, _) => None,
    };
    Ok(schedule.weeks.iter().filter_map(place).collect())
}

/// Those whose part is as it was do not sign again: what they signed stands,
/// and stands on the paper with its day.
fn signed_before(
    case: &Case,
    me: &Identity,
    versions: &[AgreedPlan],
    cx: &mut Granted<'_, '_>,
    whole: &mut AgreedView,
) -> Result<(), Refusal> {
    let school = case.programme.school;
    for (place, earlier) in versions.iter().enumerate().skip(1) {
        let answers = store::signatures::of_plan(cx.tx(), school, earlier.plan().id)?;
        let pair = (earlier, versions.get(place + 1));
        for line in view::agreed(case, Some(me), pair, &answers).signing {
            let mut known = whole.signing.iter();
            if !known.any(|one| one.person.person == line.person.person) {
                whole.signing.push(line);
            }
        }
    }
    whole.signing.sort_by_key(|line| signers::order(line.part));
    Ok(())
}

fn meetings(case: &Case, booked: &[MeetingRow]) -> Vec<(String, Date)> {
    let Some(run) = case.programme.stage.run() else {
        return Vec::new();
    };
    // The day it is booked for, else the day it is due.
    let on = |kind: MeetingKind, due: Date| {
        let mut of_kind = booked.iter().filter(|row| row.kind == kind);
        let row = of_kind.rfind(|row| row.cancelled.is_none());
        (kind.label(), row.map_or(due, |row| row.on))
    };
    let review = |one: &domain::dates::Milestone| on(MeetingKind::Review(one.week), one.due.on);
    let mut all: Vec<_> = run.dates.reviews.iter().map(review).collect();
    all.push(on(MeetingKind::Final, run.dates.ends.due.on));
    all
}
