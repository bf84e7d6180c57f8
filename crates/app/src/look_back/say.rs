//! Keeping what somebody says before a review or the end. It can be said again
//! until the review is held; what was said before stays in the record.

use domain::{
    event::Event,
    id::TargetId,
    look_back::{LookBackDraft, LookBackFrame, Part, Round},
    plan::Plan,
    programme::ProgrammeRef,
};
use store::look_backs::{self, LookBackRow};

use super::{Asked, Hand, Meant, asked};
use crate::{
    Command, Refusal,
    gate::{Granted, Recorded},
    subject::Case,
};

/// Keeps somebody's page.
#[derive(Debug)]
pub struct SayLookBack<H> {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// Whose hand writes.
    pub hand: H,
    /// Before what the page asked.
    pub round: Round,
    /// What was typed.
    pub typed: LookBackDraft,
}

impl<H: Hand> Command for SayLookBack<H> {
    const ACTION: crate::action::Action = H::ACTION;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (school, programme, today) = (case.programme.school, case.programme.id, cx.today());
        let calendar = store::schools::calendar(cx.tx(), school)?;
        let asking = case
            .programme
            .looks_back()
            .filter(|asking| asking.round == self.round && asking.is_open(&calendar, today));
        let Some(asking) = asking else {
            let words = "Nobody is asked about this now. Say it to somebody at the school instead";
            return Err(Refusal::rule(words));
        };
        let plan = store::plans::newest(cx.tx(), school, programme)?.ok_or(Refusal::NotFound)?;
        let me = cx.person()?.clone();
        let meant =
            |one: &Asked<'_>| self.hand.means(&one.all, one.person.account, &me) == Meant::Yes;
        let found = asked(&case, plan.plan()).into_iter().find(meant);
        let one = found.ok_or_else(|| Refusal::rule("Nobody is waiting for an answer of yours"))?;
        stands(cx, &one, (&case, asking.round))?;
        let targets = targets(plan.plan(), one.part);
        let said = self.typed.settle(&LookBackFrame {
            part: one.part,
            round: asking.round,
            targets: &targets,
            promises: &one.promises,
        });
        let row = LookBackRow {
            programme,
            round: asking.round,
            person: one.person.id,
            part: one.part,
            said: said.map_err(Refusal::fields)?,
            at: cx.now(),
            by: me.account,
        };
        match look_backs::add(cx.tx(), school, &row) {
            Err(broken) if broken.is_duplicate() => return Err(Refusal::Conflict),
            other => other?,
        }
        let event = Event::LookedBack {
            programme,
            person: one.person.id,
            week: asking.round.week().number(),
        };
        Ok(cx.record(event, ()))
    }
}

/// Nobody writes over what somebody said for themselves.
fn stands(
    cx: &mut Granted<'_, '_>,
    one: &Asked<'_>,
    (case, round): (&Case, Round),
) -> Result<(), Refusal> {
    let (school, id) = (case.programme.school, case.programme.id);
    let me = cx.person()?.account;
    let theirs = look_backs::who_said(cx.tx(), school, id, round)?
        .into_iter()
        .any(|(person, _, by)| {
            one.all.contains(&person) && Some(by) == one.person.account && by != me
        });
    if theirs {
        let words = format!("{} has answered. What they said stays", one.person.name);
        return Err(Refusal::rule(words));
    }
    Ok(())
}

/// The targets a page of this part goes through.
fn targets(plan: &Plan, part: Part) -> Vec<(TargetId, usize)> {
    if part != Part::Teacher {
        return Vec::new();
    }
    let each = plan.open_targets();
    each.map(|target| (target.id, plan.number_of(target.id).unwrap_or_default()))
        .collect()
}
