//! What somebody is asked before a review, in every programme of theirs: a fixed
//! number of statements, however many programmes there are.

use std::collections::BTreeMap;

use domain::{
    account::CaseRoles,
    id::ProgrammeId,
    look_back::{Part, Round},
    programme::ProgrammeRef,
};
use jiff::civil::Date;
use store::{look_backs, people::PersonRow, programmes};

use super::one;
use crate::{
    Query, Refusal,
    action::Action,
    gate::Viewing,
    subject::{Case, OwnAccount, Subject},
};

/// Everything I am asked before a review.
#[derive(Debug, Clone, Copy)]
pub struct MyLookBacks;

/// One page somebody is asked for.
#[derive(Debug, Clone)]
pub struct MyLookBack {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// What the pupil is called.
    pub pupil: String,
    /// In which part.
    pub part: Part,
    /// Before what.
    pub round: Round,
    /// The day it is due; nothing for somebody who is not to know it.
    pub by: Option<Date>,
    /// Whether they have said something already.
    pub said: Said,
}

/// Whether somebody has said something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// They have.
    Already,
    /// Not yet.
    NotYet,
}

impl Query for MyLookBacks {
    const ACTION: Action = Action::ViewAsked;
    type On = OwnAccount;
    type Output = Vec<MyLookBack>;

    fn on(&self) {}

    fn run(self, me: OwnAccount, cx: &mut Viewing<'_, '_>) -> Result<Vec<MyLookBack>, Refusal> {
        let (school, account, today) = (cx.school()?, me.0.id, cx.today());
        let calendar = store::schools::calendar(cx.tx(), school)?;
        let lines = programmes::related(cx.tx(), school, account)?;
        let here = lines.into_iter().filter(|line| line.on_roll(today));
        let due = here.filter_map(|line| {
            let asking = line.programme.looks_back()?;
            asking.is_open(&calendar, today).then_some((line, asking))
        });
        let due: Vec<_> = due.collect();
        let parts = store::people::parts_of_account(cx.tx(), school, account)?;
        let mut plans: BTreeMap<ProgrammeId, _> = store::caseload::plans_in_force(cx.tx(), school)?
            .into_iter()
            .collect();
        let said = look_backs::said_by_account(cx.tx(), school, account)?;
        let mut found = Vec::new();
        for (line, asking) in due {
            let programme = line.programme.id;
            let Some(plan) = plans.remove(&programme) else {
                continue;
            };
            let mine: Vec<&PersonRow> = parts
                .iter()
                .filter(|part| part.programme == programme && part.left.is_none())
                .collect();
            let Some(asked) = one(&mine, plan.plan(), line.year.questionnaire()) else {
                continue;
            };
            let reference = line.programme.reference.clone();
            let by = match asked.part {
                Part::Home => family(cx, &reference)?.map(|told| told.then_some(asking.due)),
                _ => Some(Some(asking.due)),
            };
            // Somebody who may no longer be told of the programme is nobody in it.
            let Some(by) = by else { continue };
            let outside = CaseRoles::OUTSIDE.has(asked.person.role);
            let called = line.name.called();
            let letter = line.name.family.as_str().chars().next();
            found.push(MyLookBack {
                reference,
                pupil: match letter {
                    Some(letter) if outside => format!("{called} {letter}"),
                    _ => called.to_owned(),
                },
                part: asked.part,
                round: asking.round,
                by,
                said: if said.contains(&(programme, asking.round)) {
                    Said::Already
                } else {
                    Said::NotYet
                },
            });
        }
        Ok(found)
    }
}

/// Whether somebody at home is told of the programme, and if so, whether they
/// are told when people meet.
fn family(cx: &mut Viewing<'_, '_>, reference: &ProgrammeRef) -> Result<Option<bool>, Refusal> {
    let (who, today) = (cx.actor().clone(), cx.today());
    let found = Case::load(cx.tx(), &who, reference.clone(), today)?;
    Ok(found
        .filter(|(_, facts)| facts.case.has_any(CaseRoles::FAMILY))
        .map(|(case, _)| case.reader.is_shown_meetings()))
}
