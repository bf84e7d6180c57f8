//! Recording that the first meeting agreed the plan. Signatures follow.

use domain::{
    event::Event,
    meeting::Meeting,
    plan::{AgreedPlan, Plan, PlanDraft, PlanHash, PlanVersion, SheetPlace, StoredPlan},
    programme::{FirstMeeting, ProgrammeRef, Stage},
};
use jiff::civil::Date;
use store::plans::{DraftRow, NewPlan};

use super::{Around, around};
use crate::{
    Command, Reason, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    programmes::settle::settle,
    subject::Case,
};

/// Records that the plan was agreed.
#[derive(Debug)]
pub struct AgreePlan {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// The first day of the plan.
    pub starts: Date,
    /// What the page showed ([`super::seen`]).
    pub seen: PlanHash,
}

impl Command for AgreePlan {
    const ACTION: Action = Action::AgreePlan;
    type On = Case;
    type Output = PlanVersion;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<PlanVersion>, Refusal> {
        let (school, programme, today) = (case.programme.school, case.programme.id, cx.today());
        let meeting = held(&case, cx)?;
        let id = cx.new_id()?;
        let draft = around::draft(cx.tx(), &case, None, || Ok(id))?;
        if around::seen(&draft.typed) != self.seen {
            return Err(Refusal::Conflict);
        }
        let calendar = store::schools::calendar(cx.tx(), school)?;
        let dates = around::dates(&case, self.starts, &calendar)
            .map_err(|problem| Refusal::field("starts", problem.words()))?;
        let around = Around::of(&case, &dates, today);
        let plan = read(&draft, &around)?;
        within_template(&case, &plan)?;
        let agreed = fix(plan, &around, today)?;
        let moved = case
            .programme
            .record_first_meeting(FirstMeeting {
                meeting: &meeting,
                plan: &agreed,
                dates,
                today,
            })
            .map_err(|problem| Refusal::rule(problem.words()))?;
        keep(cx, programme, &agreed, &around, None)?;
        settle(cx, moved)?;
        let version = agreed.plan().version;
        let event = Event::PlanAgreed {
            programme,
            plan: agreed.plan().id,
            version: version.number(),
            starts: around.starts_on,
            ends: around.ends_on,
        };
        Ok(cx.record(event, version))
    }
}

/// The first meeting, once it is recorded.
fn held(case: &Case, cx: &mut Granted<'_, '_>) -> Result<Meeting, Refusal> {
    let Stage::MeetingSet { meeting, .. } = case.programme.stage else {
        return Err(Refusal::rule("Book and hold the first meeting first"));
    };
    let row = crate::meetings::find(cx.tx(), case, meeting)?;
    crate::meetings::held(case, &row)
        .ok_or_else(|| Refusal::rule("Record who came to the meeting first"))
}

/// What was typed as a plan, with every problem and where it is.
pub(super) fn read(draft: &DraftRow, around: &Around) -> Result<Plan, Refusal> {
    let parsed = draft
        .typed
        .parse(draft.plan, draft.version, &around.frame());
    parsed.map_err(|problems| {
        let reason = |problem: domain::plan::SheetProblem| Reason {
            field: None,
            words: placed(&draft.typed, problem.place, &problem.words),
        };
        Refusal::Rejected(problems.into_iter().map(reason).collect())
    })
}

/// "Target 2: Say when and where."
pub(super) fn placed(typed: &PlanDraft, place: SheetPlace, words: &str) -> String {
    match place {
        SheetPlace::Target(number) => format!("Target {number}: {words}"),
        SheetPlace::Promise(number) => format!("Promise {number}: {words}"),
        SheetPlace::Reward(number) => {
            format!(
                "{}: {words}",
                of_target(typed, number, "Reward", |t, n| {
                    t.rewards.get(n).map(|one| one.targets.clone())
                })
            )
        }
        SheetPlace::Consequence(number) => {
            format!(
                "{}: {words}",
                of_target(typed, number, "What if", |t, n| {
                    t.consequences.get(n).map(|one| one.targets.clone())
                })
            )
        }
        SheetPlace::Arrangements => format!("Meeting, and from day to day: {words}"),
    }
}

fn of_target(
    typed: &PlanDraft,
    number: usize,
    what: &str,
    targets: impl Fn(&PlanDraft, usize) -> Option<Vec<domain::id::TargetId>>,
) -> String {
    let with = targets(typed, number - 1).unwrap_or_default();
    let place = with
        .first()
        .and_then(|id| typed.targets.iter().position(|sheet| sheet.id == *id));
    place.map_or_else(
        || what.to_owned(),
        |place| format!("{what} of target {}", place + 1),
    )
}

fn within_template(case: &Case, plan: &Plan) -> Result<(), Refusal> {
    let most = case.programme.template.target_max;
    if plan.open_targets().count() > usize::from(most) {
        return Err(Refusal::rule(format!(
            "Your school’s programmes have {most} targets at most. Take one out"
        )));
    }
    Ok(())
}

/// Fixes a version, or says what is missing.
pub(super) fn fix(plan: Plan, around: &Around, on: Date) -> Result<AgreedPlan, Refusal> {
    plan.agree(on).map_err(|problems| {
        let reason = |problem: domain::plan::PlanProblem| Reason {
            field: None,
            words: problem.words(&around.pupil),
        };
        Refusal::Rejected(problems.iter().cloned().map(reason).collect())
    })
}

/// Keeps a fixed version, in place of what was being written.
pub(super) fn keep(
    cx: &mut Granted<'_, '_>,
    programme: domain::id::ProgrammeId,
    agreed: &AgreedPlan,
    around: &Around,
    told: Option<Date>,
) -> Result<(), Refusal> {
    let (school, by) = (cx.school()?, cx.person()?.account);
    let new = NewPlan {
        plan: agreed,
        stored: &StoredPlan::new(agreed.plan(), &around.frame()),
        by,
        told,
    };
    match store::plans::add(cx.tx(), school, programme, &new) {
        Err(broken) if broken.is_duplicate() => return Err(Refusal::Conflict),
        other => other?,
    }
    store::plans::drop_draft(cx.tx(), school, programme)?;
    Ok(())
}
