//! What needs somebody now, and how everyone is. Each fact of the whole
//! caseload comes in one statement: no query per programme.

mod answers;
mod facts;
pub(crate) mod targets;
pub(super) mod waiting;
mod whose;

use std::collections::BTreeMap;

use domain::{
    account::{SchoolRole, SchoolRoles},
    dates::{Place, SchoolCalendar, SchoolDays},
    id::{ProgrammeId, StaffId, TargetId},
    plan::Plan,
    programme::{AgainstEnd, Programme, StageName},
};
use jiff::civil::Date;
use store::{
    check_ins::OpenWish,
    meetings::MeetingRow,
    people,
    programmes::{self, Line, TaskRow},
    ratings::DayCount,
};

use crate::{
    Query, Refusal,
    action::Action,
    gate::Viewing,
    gathering::mine::{RaisedTask, raised},
    subject::School,
};

use super::told::{Told, told};
pub use answers::Chase;
use facts::Facts;
pub use targets::{Suggests, TargetNews};
pub use waiting::{Referred, Waits};

/// Roles that see the whole school's open programmes here.
const WHOLE: SchoolRoles = SchoolRoles::of(&[SchoolRole::Head, SchoolRole::Dsl, SchoolRole::Senco]);

/// The page's facts.
#[derive(Debug, Clone)]
pub struct TodayView {
    /// Every programme this person answers for.
    pub cases: Vec<TodayCase>,
    /// Open tasks of those programmes, soonest first.
    pub tasks: Vec<TaskRow>,
    /// Referrals that wait for this person, or that they are to know of.
    pub referred: Vec<Referred>,
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
    /// What the record of each target suggests to adults, and where it is thin.
    pub targets: Vec<TargetNews>,
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
        let facts = Facts::gather(cx, school, today)?;
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
            referred: waiting::referred(cx, referred, &me)?,
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

/// School days since home was last reached.
pub fn days_since(calendar: &SchoolCalendar, contact: Date, today: Date) -> SchoolDays {
    calendar.school_days_between(contact, today)
}
