//! What a key worker needs in front of them to write a check-in down: what has
//! been seen since the last one, the promises, and when they meet next.

use domain::{
    account::CaseRole,
    id::{ContactId, FormId},
    note::{AsksWhy, Minutes},
    plan::AgreedPlan,
    programme::{ProgrammeRef, Task},
};
use jiff::civil::Date;
use store::check_ins;

use super::{
    check_in::asks_why,
    next_check_in,
    since::{Seen, SinceLast, after},
};
use crate::{
    Query, Refusal,
    action::Action,
    gate::Viewing,
    programmes::today::targets::{TargetNews, of_case},
    reviews::view::{PromiseLine, promises},
    subject::Case,
};

/// Shows what belongs on the form.
#[derive(Debug, Clone)]
pub struct CheckInForm {
    /// The programme.
    pub reference: ProgrammeRef,
}

/// The facts of the form.
#[derive(Debug, Clone)]
pub struct CheckInFacts {
    /// A key for what is sent from this form.
    pub form: FormId,
    /// The promises in force, adults first.
    pub promises: Vec<PromiseLine>,
    /// Whom at home one may tell, by the id of the contact.
    pub home: Vec<(ContactId, String)>,
    /// When they met last.
    pub last: Option<Date>,
    /// What has been seen since; nothing before there is a plan.
    pub since: Option<SinceLast>,
    /// What the record of each target suggests to adults.
    pub talk: Vec<TargetNews>,
    /// How long they met last, or the usual.
    pub minutes: Minutes,
    /// The day this one was to be.
    pub due: Option<Date>,
    /// The day of the next one, by the plan.
    pub next_on: Date,
    /// Whether a plan that is not working asks for words.
    pub asks_why: AsksWhy,
}

impl Query for CheckInForm {
    const ACTION: Action = Action::RecordCheckIn;
    type On = Case;
    type Output = CheckInFacts;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<CheckInFacts, Refusal> {
        let (school, id, today) = (case.programme.school, case.programme.id, cx.today());
        let calendar = store::schools::calendar(cx.tx(), school)?;
        let run = case.programme.stage.run();
        let versions = store::plans::versions(cx.tx(), school, id)?;
        let plan = versions.first().filter(|_| run.is_some());
        let plan = plan.map(AgreedPlan::plan);
        let last = check_ins::last(cx.tx(), school, id)?;
        let met = last.map(|(on, _)| on);
        let starts = run.map(|run| run.dates.starts);
        let from = met.map(after).max(starts).or(starts);
        let since = match (plan, from) {
            (Some(plan), Some(from)) => {
                let seen = Seen::from(cx, &case, (plan, &calendar), from)?;
                Some(seen.of((from, today)))
            }
            _ => None,
        };
        let tasks = store::programmes::tasks(cx.tx(), school, id)?;
        let open =
            |task: &&store::programmes::TaskRow| task.task == Task::CheckIn && task.done.is_none();
        let at_home = |role| matches!(role, CaseRole::Parent | CaseRole::Carer);
        let home = case.told().filter(|person| at_home(person.role));
        Ok(CheckInFacts {
            form: cx.app().new_sheet()?,
            promises: plan.map(promises).unwrap_or_default(),
            home: home
                .filter_map(|person| Some((person.contact?, person.name.clone())))
                .collect(),
            last: met,
            talk: of_case(cx, &case, (&versions, &calendar))?,
            since,
            minutes: last
                .and_then(|(_, minutes)| Minutes::new(minutes?))
                .unwrap_or(Minutes::USUAL),
            due: tasks.iter().find(open).map(|task| task.due),
            next_on: next_check_in(cx.tx(), &case.programme, &calendar, today)?,
            asks_why: asks_why(&case),
        })
    }
}
