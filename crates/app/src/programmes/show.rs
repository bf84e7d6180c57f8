//! One programme whole: where it is, what is to be done, who is around the
//! pupil, what happened lately, and the plan at a glance.

mod begun;
mod decided;
mod opening;
mod standing;

use domain::{
    dates::{Gap, Place, Schedule, SchoolCalendar, SchoolDays},
    id::PersonId,
    meeting::MeetingKind,
    plan::Plan,
    programme::{AgainstEnd, Programme, ProgrammeRef, Run},
    pupil::Pupil,
    referral::OtherPlan,
    sealed::{Apart, InPart, Sealed, Shown},
};
use jiff::civil::Date;
use store::{
    check_ins::OpenWish,
    meetings::MeetingRow,
    notes::NoteRow,
    people::PersonRow,
    programmes::{self, TaskRow},
};

pub use store::{
    meetings::MeetingRow as Meeting,
    notes::{NoteKind, NoteRow as Note},
    people::PersonRow as Person,
    programmes::TaskRow as TaskLine,
};

use crate::{Query, Refusal, action::Action, gate::Viewing, reviews::rhythm, subject::Case};

pub use begun::Begun;
pub use decided::Decision;
pub use standing::NextDate;

use super::{
    referral::{Draft, READS},
    today::targets::{TargetNews, of_case},
    told::{Told, told_here},
};
use standing::{next_date, reported_days, signed};

/// Notes shown under "Lately".
const LATELY: u32 = 5;

/// The facts of the case page.
#[derive(Debug, Clone)]
pub struct CaseView {
    /// The programme.
    pub programme: Programme,
    /// The pupil.
    pub pupil: Pupil,
    /// Who takes part and has not left.
    pub people: Vec<PersonRow>,
    /// Those of them who may not be told of the programme today.
    pub untold: Vec<PersonId>,
    /// What is to be done and what was, soonest first.
    pub tasks: Vec<TaskRow>,
    /// The meetings, in order.
    pub meetings: Vec<MeetingRow>,
    /// What happened lately, newest first, as this reader may see it.
    pub lately: Vec<NoteRow>,
    /// Who agreed the start, while that is among what happened lately.
    pub begun: Option<Begun>,
    /// The plan in force, as this reader may see it.
    pub plan: Option<Plan>,
    /// Other plans the pupil has, for those who may read the referral.
    pub other_plans: Vec<OtherPlan>,
    /// The rewards that were given since the start: when, and which.
    pub rewards: Vec<(Date, String)>,
    /// How many signed the plan in force, of how many.
    pub signed: Option<(usize, usize)>,
    /// Where today is in the programme.
    pub place: Option<Place>,
    /// How many weeks it lasts, more time included.
    pub length: u8,
    /// The weeks and the gaps between them, for the timeline.
    pub weeks: Vec<(u8, Date)>,
    /// Holidays inside the programme.
    pub gaps: Vec<Gap>,
    /// The day it is looked at.
    pub today: Date,
    /// School days until the next date, if there is one.
    pub next: Option<(NextDate, Date, SchoolDays)>,
    /// Days with at least one tick, of school days so far.
    pub reports: Option<(usize, usize)>,
    /// How many answers are in, of how many asked.
    pub answers: (usize, usize),
    /// What was decided, and why, newest first, as this reader may see it.
    pub decided: Vec<Decision>,
    /// Small changes that were asked for and wait for an answer.
    pub wishes: Vec<OpenWish>,
    /// What the record of each target suggests to adults between reviews.
    pub talk: Vec<TargetNews>,
    /// What this person is told of and has not said they saw.
    pub told: Vec<Told>,
    /// How it stands against its end, when that is the question.
    pub against_end: Option<AgainstEnd>,
    /// Whether this person opened it earlier today.
    pub opened_before: bool,
}

/// Looks at one programme.
#[derive(Debug, Clone)]
pub struct ShowCase {
    /// Which.
    pub reference: ProgrammeRef,
}

impl Query for ShowCase {
    const ACTION: Action = Action::ViewProgramme;
    type On = Case;
    type Output = CaseView;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<CaseView, Refusal> {
        let (school, id, today) = (case.programme.school, case.programme.id, cx.today());
        let (lens, me) = (cx.lens(), cx.person()?.account);
        let calendar = store::schools::calendar(cx.tx(), school)?;
        let tasks = programmes::tasks(cx.tx(), school, id)?;
        let meetings = case.meetings(cx.tx())?;
        let lately = store::notes::lately(cx.tx(), school, id, LATELY)?;
        let room = lately.len() < usize::try_from(LATELY).unwrap_or(usize::MAX);
        let lately = lens
            .open_all(lately)
            .into_iter()
            .map(Shown::into_inner)
            .collect();
        let versions = store::plans::versions(cx.tx(), school, id)?;
        let signed = signed(cx, &case, &versions)?;
        let mut plan = None;
        if let Some(agreed) = versions.first() {
            let sealed = Sealed::new("D29", None, PlanGlance(case.as_read(agreed.plan())));
            plan = lens.open(sealed).map(|shown| shown.into_inner().0);
        }
        let rewards = match case.programme.stage.run() {
            Some(run) => store::notes::rewards_since(cx.tx(), school, id, run.dates.starts)?,
            None => Vec::new(),
        };
        let written = Draft::load(cx.tx(), school, id)?.read().referral.plans;
        let written = written.unwrap_or_default();
        let others = OtherPlans(written.into_iter().map(|one| one.plan).collect());
        let others = lens.open(Sealed::new(READS, None, others));
        let run = case.programme.stage.run().cloned();
        let timeline = run
            .as_ref()
            .and_then(|run| timeline(&case.programme, run, &calendar));
        let days = reported_days(cx, &case, versions.first(), &calendar)?;
        let shown = case.reader.is_shown_meetings();
        let next = next_date(&case.programme, &meetings, today)
            .filter(|(what, _)| shown || *what != NextDate::FirstMeeting)
            .map(|(what, on)| (what, on, calendar.school_days_between(today, on)));
        let held = meetings.iter().filter(|one| one.kind == MeetingKind::Final);
        let held = held.filter_map(|one| one.recorded.map(|_| one.on)).max();
        let moves = programmes::moves(cx.tx(), school, id)?;
        let more = run.as_ref().and_then(|run| run.extended);
        let length = case.programme.template.rhythm.length().number();
        Ok(CaseView {
            length: length + more.map_or(0, domain::dates::Weeks::number),
            place: timeline.as_ref().map(|schedule| schedule.place_on(today)),
            weeks: timeline.as_ref().map(weeks).unwrap_or_default(),
            gaps: run
                .as_ref()
                .map(|run| calendar.gaps(run.dates.starts..=run.dates.ends.due.on))
                .unwrap_or_default(),
            untold: case
                .present()
                .filter(|one| !case.standing(one).is_told())
                .map(|one| one.id)
                .collect(),
            people: case.present().cloned().collect(),
            answers: store::asks::counted(cx.tx(), school, id)?,
            opened_before: programmes::opened(cx.tx(), school, id, me, today)?,
            begun: begun::begun(cx, &moves)?.filter(|_| room),
            decided: decided::decided(&lens, &moves),
            told: told_here(cx, id)?,
            talk: of_case(cx, &case, (&versions, &calendar))?,
            wishes: store::check_ins::open_wishes(cx.tx(), school)?
                .into_iter()
                .filter(|wish| wish.programme == id)
                .collect(),
            against_end: case.programme.against_end(held, &calendar, today),
            programme: case.programme,
            pupil: case.pupil,
            today,
            tasks,
            meetings,
            lately,
            plan,
            rewards,
            signed,
            other_plans: others.map(|shown| shown.into_inner().0).unwrap_or_default(),
            next,
            reports: days,
        })
    }
}

#[derive(Debug, Clone)]
struct OtherPlans(Vec<OtherPlan>);

impl InPart for OtherPlans {
    /// Only those who read the whole referral.
    fn in_part(self, _which: &'static str) -> Option<Self> {
        None
    }

    fn without(self, _: &Apart) -> Option<Self> {
        None
    }
}

#[derive(Debug, Clone)]
struct PlanGlance(Plan);

impl InPart for PlanGlance {
    /// Teachers see the card: targets and what they do, nobody's promises else.
    fn in_part(self, which: &'static str) -> Option<Self> {
        (which == "card").then(|| {
            let mut plan = self.0;
            plan.commitments.clear();
            plan.consequences.clear();
            Self(plan)
        })
    }

    fn without(self, apart: &Apart) -> Option<Self> {
        Some(Self(crate::plans::view::without(self.0, apart)))
    }
}

fn timeline(programme: &Programme, run: &Run, calendar: &SchoolCalendar) -> Option<Schedule> {
    let rhythm = rhythm(programme, run).ok()?;
    Schedule::compute(&rhythm, run.dates.starts, &run.pauses, calendar).ok()
}

fn weeks(schedule: &Schedule) -> Vec<(u8, Date)> {
    schedule
        .weeks
        .iter()
        .filter_map(|week| {
            week.number
                .map(|number| (number.number(), week.week.monday()))
        })
        .collect()
}
