//! Changing a running plan: the next version, with the reason beside it. Only
//! those whose part changed are asked to sign again.

use domain::{
    event::Event,
    plan::{Plan, PlanHash, PlanVersion, parts_changed},
    programme::{Amendment, ProgrammeRef},
    text::Line,
};

use super::{Around, agree, around, signers};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    programmes::settle::settle,
    subject::Case,
};

/// Changes the plan to what is written.
#[derive(Debug)]
pub struct AmendPlan {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// Why.
    pub why: String,
    /// When the family was told, as 2026-11-10.
    pub family_told: String,
    /// What the page showed ([`super::seen`]).
    pub seen: PlanHash,
}

impl Command for AmendPlan {
    const ACTION: Action = Action::AmendPlan;
    type On = Case;
    type Output = PlanVersion;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<PlanVersion>, Refusal> {
        let (school, programme, today) = (case.programme.school, case.programme.id, cx.today());
        let newest = store::plans::newest(cx.tx(), school, programme)?.ok_or(Refusal::NotFound)?;
        let id = cx.new_id()?;
        let draft = around::draft(cx.tx(), &case, Some(&newest), || Ok(id))?;
        if around::seen(&draft.typed) != self.seen {
            return Err(Refusal::Conflict);
        }
        let line = Line::<300>::new(&self.why).map_err(|_| {
            Refusal::field(
                "why",
                "Say why the plan is changing, in 300 characters or fewer",
            )
        })?;
        let told = self
            .family_told
            .trim()
            .parse()
            .ok()
            .filter(|on| *on <= today);
        let told = told.ok_or_else(|| {
            Refusal::field(
                "family-told",
                "Tell the family about the change, and record when",
            )
        })?;
        let around = Around::now(cx.tx(), &case, today)?;
        let plan = Plan {
            reason: Some(line),
            ..agree::read(&draft, &around)?
        };
        if parts_changed(newest.plan(), &plan).is_empty() {
            return Err(Refusal::rule(
                "Nothing has changed since the version in force",
            ));
        }
        let agreed = agree::fix(plan, &around, today)?;
        let version = agreed.plan().version;
        let (_, signs_again) = signers::asked(&case, &agreed, Some(&newest));
        let moved = case
            .programme
            .amend(Amendment {
                plan: &agreed,
                signs_again,
                family_told: Some(told),
                today,
            })
            .map_err(|problem| Refusal::rule(problem.words()))?;
        agree::keep(cx, programme, &agreed, &around, Some(told))?;
        settle(cx, moved)?;
        let event = Event::PlanAmended {
            programme,
            plan: agreed.plan().id,
            version: version.number(),
        };
        Ok(cx.record(event, version))
    }
}
