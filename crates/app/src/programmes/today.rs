//! What needs somebody now, and how everyone is. Each fact of the whole
//! caseload comes in one statement: no query per programme.

mod answers;
mod whose;

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    account::{SchoolRole, SchoolRoles},
    commitment::ReportCard,
    dates::{Place, Schedule, SchoolCalendar, SchoolDays},
    id::{ProgrammeId, StaffId, TargetId},
    plan::Plan,
    programme::{AgainstEnd, Programme, StageName},
};
use jiff::{ToSpan as _, civil::Date};
use store::{
    check_ins::OpenWish,
    meetings::MeetingRow,
    people,
    programmes::{self, Line, TaskRow},
    ratings::{self, DayCount},
};

use crate::{
    Query, Refusal,
    action::Action,
    gate::Viewing,
    gathering::mine::{RaisedTask, raised},
    monitoring::there::{Register, reported},
    subject::School,
};

use super::told::{Told, told};
pub use answers::Chase;

/// Roles that see the whole school's open programmes here.
const WHOLE: SchoolRoles = SchoolRoles::of(&[SchoolRole::Head, SchoolRole::Dsl, SchoolRole::Senco]);

/// Days back to look for a meeting that was never written up.
const LOOK_BACK: i32 = 90;

/// The page's facts.
#[derive(Debug, Clone)]
pub struct TodayView {
    /// Every programme this person answers for.
    pub cases: Vec<TodayCase>,
    /// Open tasks of those programmes, soonest first.
    pub tasks: Vec<TaskRow>,
    /// Referrals that wait for a decision this person can make or prepare.
    pub referred: Vec<Line>,
    /// What pupils' answers have raised for this person, soonest first.
    pub raised: Vec<RaisedTask>,
    /// What this person is told of and has not said they saw, newest first.
    pub told: Vec<Told>,
    /// Small changes that were asked for and wait for an answer, oldest first.
    pub wishes: Vec<OpenWish>,
    /// The school's calendar.
    pub calendar: SchoolCalendar,
    /// Who asks, as a member of staff.
    pub me: StaffId,
    /// Whether they confirm outcomes.
    pub is_head: bool,
}

/// One programme on Today.
#[derive(Debug, Clone)]
pub struct TodayCase {
    /// The programme and the pupil's name.
    pub line: Line,
    /// The plan in force.
    pub plan: Option<Plan>,
    /// How many weeks it lasts, more time included.
    pub length: u8,
    /// Where today is in it.
    pub place: Option<Place>,
    /// Ticks by target and day.
    pub days: BTreeMap<TargetId, Vec<DayCount>>,
    /// School days with a tick, of those on which somebody could have ticked;
    /// none where the plan asks nobody to.
    pub reports: Option<(usize, usize)>,
    /// The last day home was reached.
    pub contact: Option<Date>,
    /// The next meeting that is booked.
    pub meeting: Option<MeetingRow>,
    /// A meeting whose day has passed and that nobody has written up.
    pub unwritten: Option<MeetingRow>,
    /// How it stands against its end, when that is the question.
    pub against_end: Option<AgainstEnd>,
    /// Answers in, of answers asked.
    pub answers: (usize, usize),
    /// Those to be asked for again.
    pub chase: Chase,
    /// Whether the pupil is away today and nobody need report.
    pub away_today: bool,
    /// Lessons reported today.
    pub today: usize,
}

/// What needs this person today.
#[derive(Debug, Clone, Copy)]
pub struct Today;

impl Query for Today {
    const ACTION: Action = Action::ViewToday;
    type On = School;
    type Output = TodayView;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Viewing<'_, '_>) -> Result<TodayView, Refusal> {
        let (school, today, me) = (school.0.id, cx.today(), cx.person()?.clone());
        let calendar = store::schools::calendar(cx.tx(), school)?;
        let whole = me.roles.has_any(WHOLE);
        let all = if whole || me.roles.has(SchoolRole::Coordinator) {
            programmes::of_school(cx.tx(), school)?
        } else {
            programmes::related(cx.tx(), school, me.account)?
        };
        let staff = me.staff();
        // A member of staff never meets their own child's programme here.
        let family = people::family_of(cx.tx(), school, me.account)?;
        let soon = calendar.next_school_day(today).unwrap_or(today);
        let tasks = programmes::open_tasks(cx.tx(), school, soon)?;
        // After the end a programme stays here while lighter support goes on, or
        // something is left to do.
        let open = |line: &Line| {
            let left = |task: &TaskRow| task.programme == line.programme.id;
            let stays = match line.programme.stage.name() {
                StageName::Aftercare | StageName::Escalation => true,
                name => name.is_open() || tasks.iter().any(left),
            };
            stays && !family.contains(&line.programme.id)
        };
        let answers_for = |programme: &Programme| {
            programme
                .team
                .is_some_and(|team| team.coordinator == staff || team.key_worker == Some(staff))
        };
        let (mut referred, mut cases) = (Vec::new(), Vec::new());
        for line in all.into_iter().filter(open) {
            match line.programme.stage.name() {
                StageName::Draft if line.programme.author != staff => {}
                StageName::Referred => referred.push(line),
                _ if whole
                    || answers_for(&line.programme)
                    || line.programme.author == staff && line.programme.team.is_none() =>
                {
                    cases.push(line);
                }
                _ => {}
            }
        }
        let ids: Vec<ProgrammeId> = cases.iter().map(|line| line.programme.id).collect();
        let facts = Facts::gather(cx, school, (&calendar, today))?;
        let mine = |task: &TaskRow| ids.contains(&task.programme);
        let tasks = tasks.into_iter().filter(mine).collect();
        let mut unseen = programmes::unseen(cx.tx(), school, me.account)?;
        unseen.retain(|one| !family.contains(&one.programme));
        let cases = cases
            .into_iter()
            .map(|line| facts.case(line, &calendar, today))
            .collect();
        Ok(TodayView {
            cases,
            tasks,
            referred,
            raised: raised(cx, me.account)?,
            told: told(&me, &unseen),
            wishes: store::check_ins::open_wishes(cx.tx(), school)?
                .into_iter()
                .filter(|wish| ids.contains(&wish.programme))
                .collect(),
            calendar,
            me: staff,
            is_head: me.roles.has(SchoolRole::Head),
        })
    }
}

/// Everything about every open programme of the school, a statement each.
struct Facts {
    plans: BTreeMap<ProgrammeId, Plan>,
    days: BTreeMap<ProgrammeId, Vec<DayCount>>,
    contacts: BTreeMap<ProgrammeId, Date>,
    meetings: BTreeMap<ProgrammeId, MeetingRow>,
    unwritten: BTreeMap<ProgrammeId, MeetingRow>,
    finals: BTreeMap<ProgrammeId, Date>,
    answers: BTreeMap<ProgrammeId, (usize, usize)>,
    chases: BTreeMap<ProgrammeId, Chase>,
    today: BTreeMap<ProgrammeId, usize>,
    said_away: BTreeSet<(ProgrammeId, Date)>,
    register: Register,
}

impl Facts {
    fn gather(
        cx: &mut Viewing<'_, '_>,
        school: domain::id::SchoolId,
        (calendar, today): (&SchoolCalendar, Date),
    ) -> Result<Self, Refusal> {
        let waiting = store::asks::waiting(cx.tx(), school, today)?;
        let plans = store::caseload::plans_in_force(cx.tx(), school)?;
        let mut days: BTreeMap<ProgrammeId, Vec<DayCount>> = BTreeMap::new();
        for count in ratings::day_counts(cx.tx(), school)? {
            days.entry(count.programme).or_default().push(count);
        }
        let since = today.checked_sub(LOOK_BACK.days()).unwrap_or(today);
        let (mut meetings, mut unwritten) = (BTreeMap::new(), BTreeMap::new());
        for meeting in store::caseload::meetings_coming(cx.tx(), school, since)? {
            if meeting.on < today {
                unwritten.insert(meeting.programme, meeting);
            } else {
                meetings.entry(meeting.programme).or_insert(meeting);
            }
        }
        let mut lessons: BTreeMap<ProgrammeId, Vec<domain::rating::Period>> = BTreeMap::new();
        for (programme, tick) in ratings::of_day(cx.tx(), school, today)? {
            let seen = lessons.entry(programme).or_default();
            if !seen.contains(&tick.period) {
                seen.push(tick.period);
            }
        }
        let said_away = ratings::days_away(cx.tx(), school)?.into_iter().collect();
        let year = today.checked_sub(1.year()).unwrap_or(today);
        Ok(Self {
            said_away,
            chases: answers::chases(waiting, calendar, today),
            register: Register::of_days(cx.tx(), school, (year, today))?,
            plans: plans
                .into_iter()
                .map(|(id, agreed)| (id, agreed.plan().clone()))
                .collect(),
            days,
            contacts: store::notes::last_contacts(cx.tx(), school)?
                .into_iter()
                .collect(),
            meetings,
            unwritten,
            finals: store::caseload::finals_held(cx.tx(), school)?
                .into_iter()
                .collect(),
            answers: store::asks::counted_all(cx.tx(), school)?
                .into_iter()
                .collect(),
            today: lessons
                .into_iter()
                .map(|(id, seen)| (id, seen.len()))
                .collect(),
        })
    }

    fn case(&self, line: Line, calendar: &SchoolCalendar, today: Date) -> TodayCase {
        let id = line.programme.id;
        let run = line.programme.stage.run();
        let place = run.and_then(|run| {
            let rhythm = crate::reviews::rhythm(&line.programme, run).ok()?;
            Schedule::compute(&rhythm, run.dates.starts, &run.pauses, calendar)
                .ok()
                .map(|schedule| schedule.place_on(today))
        });
        let mut days: BTreeMap<TargetId, Vec<DayCount>> = BTreeMap::new();
        let mut ticked: BTreeSet<Date> = BTreeSet::new();
        for count in self.days.get(&id).into_iter().flatten() {
            days.entry(count.target).or_default().push(count.clone());
            ticked.insert(count.on);
        }
        let (stage, pupil) = (&line.programme.stage, line.programme.pupil);
        let plan = self.plans.get(&id);
        let card = ReportCard::of(plan.and_then(|plan| plan.monitoring.as_ref()));
        let away = |day| self.said_away.contains(&(id, day)) || self.register.is_away(pupil, day);
        let reports = reported(stage, calendar, today, &ticked, away);
        let more = run.and_then(|run| run.extended);
        let length = line.programme.template.rhythm.length().number();
        let held = self.finals.get(&id).copied();
        TodayCase {
            against_end: line.programme.against_end(held, calendar, today),
            length: length + more.map_or(0, domain::dates::Weeks::number),
            plan: plan.cloned(),
            place,
            days,
            reports: reports.filter(|_| card != ReportCard::No),
            away_today: away(today),
            contact: self.contacts.get(&id).copied(),
            meeting: self.meetings.get(&id).cloned(),
            unwritten: self.unwritten.get(&id).cloned(),
            answers: self.answers.get(&id).copied().unwrap_or_default(),
            chase: self.chases.get(&id).copied().unwrap_or_default(),
            today: self.today.get(&id).copied().unwrap_or_default(),
            line,
        }
    }
}

/// School days since home was last reached.
pub fn days_since(calendar: &SchoolCalendar, contact: Date, today: Date) -> SchoolDays {
    calendar.school_days_between(contact, today)
}
