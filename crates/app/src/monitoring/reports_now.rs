//! The lessons a teacher reports on: their pupils, the targets in a teacher's
//! words, and what they have ticked. No history and no other teacher's ticks,
//! so as not to sway.

use domain::{
    account::CaseRole,
    commitment::{Giver, ReportCard},
    id::{PersonId, TargetId},
    plan::{Plan, PlanVersion},
    programme::{ProgrammeRef, StageName},
    rating::{Period, Presence, Tick},
    target::Ticker,
};
use jiff::civil::Date;
use store::{people, programmes, ratings};

use super::{SEES_LESSONS, there::Register};
use crate::{Query, Refusal, action::Action, gate::Viewing, subject::School};

/// One lesson's page.
#[derive(Debug, Clone, Copy)]
pub struct ReportsNow {
    /// The day.
    pub on: Date,
    /// The lesson.
    pub period: Period,
}

/// One pupil to report on.
#[derive(Debug, Clone)]
pub struct ReportView {
    /// The programme.
    pub reference: ProgrammeRef,
    /// What the pupil is called.
    pub pupil: String,
    /// Their class.
    pub class: String,
    /// What the teacher teaches them.
    pub subject: Option<String>,
    /// What the teacher promised, in their own plan.
    pub promises: Vec<String>,
    /// What the school gives for reaching steps: its place in the plan, and what it is.
    pub rewards: Vec<(usize, String)>,
    /// The version of the plan.
    pub version: PlanVersion,
    /// Each target, in a teacher's words, with their own tick.
    pub targets: Vec<(TargetId, String, Option<Tick>)>,
    /// The part of the day that is ticked: the lesson itself, or as the plan chose.
    pub period: Period,
    /// Where the pupil was, and who says so.
    pub there: There,
}

/// Whether the pupil was in the lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum There {
    /// Nobody says otherwise.
    Here,
    /// An adult of the lesson says that they were not.
    SaidAway(Presence),
    /// The register says that they were not, and no adult says otherwise.
    Register(Presence),
}

/// The page's facts.
#[derive(Debug, Clone)]
pub struct ReportsView {
    /// Whether school meets that day.
    pub meets: Meets,
    /// The pupils.
    pub pupils: Vec<ReportView>,
}

/// Whether school meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meets {
    /// It does.
    Yes,
    /// It does not.
    No,
}

impl Query for ReportsNow {
    const ACTION: Action = Action::ViewReportsNow;
    type On = School;
    type Output = ReportsView;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Viewing<'_, '_>) -> Result<ReportsView, Refusal> {
        let school = school.0.id;
        let me = cx.person()?.clone();
        let calendar = store::schools::calendar(cx.tx(), school)?;
        let meets = if calendar.is_school_day(self.on) {
            Meets::Yes
        } else {
            Meets::No
        };
        let lines = programmes::related(cx.tx(), school, me.account)?;
        let running: Vec<_> = lines
            .into_iter()
            .filter(|line| line.on_roll(self.on))
            .filter(|line| {
                matches!(
                    line.programme.stage.name(),
                    StageName::Agreed | StageName::Active | StageName::FinalDue
                ) && line.programme.stage.run().is_some_and(|run| {
                    (run.dates.starts..=run.dates.ends.due.on).contains(&self.on)
                })
            })
            .collect();
        if running.is_empty() {
            return Ok(ReportsView {
                meets,
                pupils: Vec::new(),
            });
        }
        let plans = store::caseload::plans_in_force(cx.tx(), school)?;
        let mine = people::parts_of_account(cx.tx(), school, me.account)?;
        let ticks = ratings::of_day(cx.tx(), school, self.on)?;
        let away = ratings::away_on(cx.tx(), school, self.on)?;
        let register = Register::of_days(cx.tx(), school, (self.on, self.on))?;
        let mut pupils = Vec::new();
        for line in running {
            let programme = line.programme.id;
            let parts = mine
                .iter()
                .filter(|person| person.programme == programme && person.left.is_none());
            let parts: Vec<_> = parts
                .filter(|person| SEES_LESSONS.contains(&person.role))
                .collect();
            let Some(person) = best(&parts) else { continue };
            let Some((_, plan)) = plans.iter().find(|(id, _)| *id == programme) else {
                continue;
            };
            let plan = plan.plan();
            let card = ReportCard::of(plan.monitoring.as_ref());
            let Some(period) = card.ticked_in(self.period) else {
                continue;
            };
            let ids: Vec<PersonId> = parts.iter().map(|part| part.id).collect();
            let said = away
                .iter()
                .find(|(id, at, _)| (*id, *at) == (programme, period));
            let from_register = register.presence(line.programme.pupil, self.on, period);
            pupils.push(ReportView {
                reference: line.programme.reference.clone(),
                pupil: line.name.called().to_owned(),
                class: line.class,
                subject: person.subject.clone(),
                promises: promises(plan, &ids),
                rewards: rewards(plan),
                version: plan.version,
                targets: targets(plan, &ids, |target| {
                    let given = ticks.iter().find(|(id, tick)| {
                        *id == programme
                            && tick.target == target
                            && tick.period == period
                            && tick.person == person.id
                    });
                    given.map(|(_, tick)| tick.tick)
                }),
                period,
                there: match said.map(|(_, _, presence)| *presence) {
                    Some(Presence::Present) => There::Here,
                    Some(away) => There::SaidAway(away),
                    None if from_register.is_here() => There::Here,
                    None => There::Register(from_register),
                },
            });
        }
        Ok(ReportsView { meets, pupils })
    }
}

/// What they promised, in their own words.
fn promises(plan: &Plan, mine: &[PersonId]) -> Vec<String> {
    let own = plan.commitments.iter();
    own.filter(|promise| mine.contains(&promise.owner.person))
        .map(|promise| promise.text.to_string())
        .collect()
}

/// The rewards that somebody at school gives.
fn rewards(plan: &Plan) -> Vec<(usize, String)> {
    let all = plan.rewards.iter().enumerate();
    let ours = all.filter(|(_, reward)| reward.giver == Giver::School);
    ours.map(|(place, reward)| (place, reward.text.to_string()))
        .collect()
}

/// The targets that are theirs to tick: a target with one named adult is
/// nobody else's.
fn targets(
    plan: &Plan,
    mine: &[PersonId],
    tick_of: impl Fn(TargetId) -> Option<Tick>,
) -> Vec<(TargetId, String, Option<Tick>)> {
    plan.open_targets()
        .filter(|target| match &target.ticker {
            Ticker::OneAdult(adult) => mine.contains(&adult.person),
            Ticker::EachTeacher | Ticker::PupilCheckedBy(_) => true,
        })
        .map(|target| (target.id, target.for_staff().to_owned(), tick_of(target.id)))
        .collect()
}

/// Someone can have several parts; a teacher's comes first.
fn best<'p>(parts: &[&'p people::PersonRow]) -> Option<&'p people::PersonRow> {
    let first = |role: &CaseRole| parts.iter().copied().find(|part| part.role == *role);
    SEES_LESSONS.iter().find_map(first)
}
