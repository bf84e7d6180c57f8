//! Answers that call for an adult. The task is made as the page is saved, for
//! named people, and never carries what was said.

use domain::{
    account::{CaseRole, SchoolRole},
    dates::{SchoolCalendar, SchoolDays},
    event::Event,
    id::{AccountId, AskId},
};
use forms::{Adult, Raised, Role, SafetyRule, Within};
use jiff::civil::Date;
use store::answers::{self, Duty, RaisedRow};

use super::fill::Sitting;
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::{Case, OwnAccount},
};

/// Makes the tasks that a saved page raised, each once.
pub(super) fn raise(
    cx: &mut Granted<'_, '_>,
    sitting: &Sitting,
    raised: &[Raised],
) -> Result<(), Refusal> {
    if raised.is_empty() {
        return Ok(());
    }
    let (school, now, today) = (cx.school()?, cx.now(), cx.today());
    let calendar = store::schools::calendar(cx.tx(), school)?;
    let accounts = store::accounts::of_school(cx.tx(), school)?;
    let leads: Vec<AccountId> = accounts
        .iter()
        .filter(|one| one.roles.has(SchoolRole::Dsl) && one.disabled_at.is_none())
        .map(|one| one.id)
        .collect();
    let mut called = false;
    for one in raised {
        for (account, duty) in adults(&one.rule, sitting, &leads) {
            let task = RaisedRow {
                ask: sitting.on.ask.id,
                question: one.question.to_string(),
                task: one.rule.task.to_string(),
                account,
                duty,
                programme: sitting.on.case.programme.id,
                due: due(one.rule.within, today, &calendar),
                made: now,
                done: None,
            };
            called |= answers::raise(cx.tx(), school, &task)?;
        }
    }
    if called {
        cx.also(Event::AdultCalled {
            programme: sitting.on.case.programme.id,
            ask: sitting.on.ask.id,
        });
    }
    Ok(())
}

/// Who gets the task and who is told, each once. When nobody holds the part,
/// the task falls to whoever runs the programme and to the safeguarding lead:
/// it is never lost.
fn adults(rule: &SafetyRule, sitting: &Sitting, leads: &[AccountId]) -> Vec<(AccountId, Duty)> {
    let case = &sitting.on.case;
    let mut doing = match rule.to {
        Adult::Helper => match sitting.scribe {
            Some(scribe) => vec![scribe.account],
            None => holders(case, Role::KeyWorker, leads),
        },
        Adult::Holding(role) => holders(case, role, leads),
    };
    if doing.is_empty() {
        doing = holders(case, Role::Coordinator, leads);
        doing.extend(leads);
    }
    let told = rule
        .tell
        .iter()
        .flat_map(|role| holders(case, *role, leads));
    let mut all: Vec<(AccountId, Duty)> = Vec::new();
    let everyone = doing
        .into_iter()
        .map(|account| (account, Duty::Does))
        .chain(told.map(|account| (account, Duty::Told)));
    for (account, duty) in everyone {
        if all.iter().all(|(known, _)| *known != account) {
            all.push((account, duty));
        }
    }
    all
}

fn holders(case: &Case, role: Role, leads: &[AccountId]) -> Vec<AccountId> {
    let part = match role {
        Role::SafeguardingLead => return leads.to_vec(),
        Role::KeyWorker => CaseRole::KeyWorker,
        Role::Senco => CaseRole::Senco,
        Role::HeadOfYear => CaseRole::HeadOfYear,
        _ => CaseRole::Coordinator,
    };
    let people = case.present().filter(|person| person.role == part);
    people.filter_map(|person| person.account).collect()
}

fn due(within: Within, today: Date, calendar: &SchoolCalendar) -> Date {
    let after = |days| calendar.add_school_days(today, SchoolDays::new(days));
    match within {
        Within::Today => today,
        // Where the term dates do not reach, today: early rather than lost.
        Within::NextSchoolDay => after(1).unwrap_or(today),
        Within::ThreeSchoolDays => after(3).unwrap_or(today),
    }
}

/// Marks a raised task of one's own done, for everyone who has it.
#[derive(Debug, Clone)]
pub struct SettleRaised {
    /// The ask whose answer raised it.
    pub ask: AskId,
    /// The task's name.
    pub task: String,
}

impl Command for SettleRaised {
    const ACTION: Action = Action::SettleRaised;
    type On = OwnAccount;
    type Output = ();

    fn on(&self) {}

    fn run(self, me: OwnAccount, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (school, today) = (cx.school()?, cx.today());
        let mine = answers::raised_for(cx.tx(), school, me.0.id)?.into_iter();
        let task = mine
            .filter(|row| row.ask == self.ask)
            .find(|row| row.task == self.task)
            .ok_or(Refusal::NotFound)?;
        answers::settle_raised(cx.tx(), school, self.ask, &self.task, me.0.id, today)?;
        let event = Event::AdultAnswered {
            programme: task.programme,
            ask: self.ask,
        };
        Ok(cx.record(event, ()))
    }
}
