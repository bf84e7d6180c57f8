//! Deciding to start: who runs it, who is asked, and what is to be gathered.

use domain::{
    account::{CaseRole, SchoolRole},
    event::Event,
    id::StaffId,
    programme::{AcceptProblem, Acceptance, Effect, ProgrammeRef, Stage, Task, Team},
    pupil::QuestionnaireVersion,
    referral::{Missing, OtherPlan, Readiness, Referral, Told},
};
use store::{accounts, contacts, people, programmes, referrals};

use super::{
    family,
    joining::{join_contact, join_pupil, join_staff},
    referral::{Draft, Suggested},
    settle::settle,
};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    gathering::ask::make_asks,
    subject::Case,
};

/// Accepts a referral.
#[derive(Debug)]
pub struct AcceptReferral {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// Who will run it.
    pub coordinator: StaffId,
    /// The adult the pupil gets on with.
    pub key_worker: Option<StaffId>,
    /// Which questions the pupil is asked.
    pub questions: QuestionnaireVersion,
    /// Who else has been told, where they must be.
    pub told: Told,
}

impl Command for AcceptReferral {
    const ACTION: Action = Action::AcceptReferral;
    type On = Case;
    /// What other parts carry out: letters, records nobody is asked for.
    type Output = Vec<Effect>;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<Vec<Effect>>, Refusal> {
        let (school, programme, today) = (case.programme.school, case.programme.id, cx.today());
        let calendar = store::schools::calendar(cx.tx(), school)?;
        let written = Draft::load(cx.tx(), school, programme)?.read();
        let mut referral = written.referral;
        family::overlay(cx.tx(), &case, &mut referral)?;
        let check = referrals::check(cx.tx(), school, programme)?;
        let waited = match &case.programme.stage {
            Stage::Referred { on } => calendar.school_days_between(*on, today),
            _ => domain::dates::SchoolDays::new(0),
        };
        let accepted = Acceptance {
            team: Team {
                coordinator: self.coordinator,
                key_worker: self.key_worker,
            },
            questions: self.questions,
            readiness: Readiness {
                referral: &referral,
                pupil: &case.pupil,
                safeguarding: check.map(|check| check.found),
                told: self.told,
                waited,
            },
            today,
        };
        let moved = case.programme.clone().accept(accepted);
        let (saved, effects) = settle(cx, moved.map_err(refusal)?)?;
        let by = cx.person()?.account;
        programmes::finish_task(cx.tx(), school, programme, Task::Decide, by, today)?;
        let sencos = sencos(cx, &case, &referral)?;
        everyone(cx, &case, &self, &written.suggested)?;
        for senco in sencos {
            join_if_here(cx, &case, senco, CaseRole::Senco)?;
        }
        let case = Case {
            people: people::of_programme(cx.tx(), school, programme)?,
            programme: saved,
            ..case
        };
        let rest = make_asks(cx, &case, effects)?;
        let event = Event::ReferralAccepted {
            programme,
            coordinator: self.coordinator,
            questions: self.questions,
        };
        Ok(cx.record(event, rest))
    }
}

fn refusal(problem: AcceptProblem) -> Refusal {
    let AcceptProblem::NotReady(missing) = problem else {
        return Refusal::rule(problem.words());
    };
    Refusal::fields(
        missing
            .into_iter()
            .map(|one| (field(one).to_owned(), one.words().to_owned())),
    )
}

/// Where on the page something missing is put in place.
pub const fn field(missing: Missing) -> &'static str {
    match missing {
        Missing::VirtualSchool => "virtual-school",
        Missing::SenCaseworker => "caseworker",
        Missing::Family => "family",
        Missing::Safeguarding | Missing::SafeguardingRoute => "safeguarding",
        Missing::Tried | Missing::Needs | Missing::EarlyHelp => "referral",
    }
}

/// Everyone who takes part from the first day.
fn everyone(
    cx: &mut Granted<'_, '_>,
    case: &Case,
    accepted: &AcceptReferral,
    suggested: &Suggested,
) -> Result<(), Refusal> {
    join_pupil(cx, case)?;
    join_staff(cx, case, accepted.coordinator, CaseRole::Coordinator, None)?;
    if let Some(key_worker) = accepted.key_worker {
        join_staff(cx, case, key_worker, CaseRole::KeyWorker, None)?;
    }
    let school = case.programme.school;
    for contact in contacts::of_pupil(cx.tx(), school, case.pupil.id)? {
        join_contact(cx, case, contact)?;
    }
    if let Some(teacher) = suggested.class_teacher {
        join_if_here(cx, case, teacher, CaseRole::ClassTeacher)?;
    }
    for teacher in &suggested.teachers {
        join_if_here(cx, case, *teacher, CaseRole::SubjectTeacher)?;
    }
    Ok(())
}

/// Who looks after special needs, where the pupil has any: by the school's
/// list, or because the referral names a plan for them.
fn sencos(
    cx: &mut Granted<'_, '_>,
    case: &Case,
    referral: &Referral,
) -> Result<Vec<StaffId>, Refusal> {
    let plans = referral.plans.iter().flatten();
    let mut for_needs =
        plans.filter(|one| matches!(one.plan, OtherPlan::SenSupport | OtherPlan::Ehcp));
    if !case.pupil.has_sen() && for_needs.next().is_none() {
        return Ok(Vec::new());
    }
    let accounts = accounts::of_school(cx.tx(), case.programme.school)?;
    let here = accounts.iter().filter(|one| one.disabled_at.is_none());
    let sencos = here.filter(|one| one.roles.has(SchoolRole::Senco));
    Ok(sencos.map(|one| StaffId::new(one.id.uuid())).collect())
}

/// Whoever was only suggested and has left since, or is family, does not join.
fn join_if_here(
    cx: &mut Granted<'_, '_>,
    case: &Case,
    who: StaffId,
    role: CaseRole,
) -> Result<(), Refusal> {
    match join_staff(cx, case, who, role, None) {
        Ok(_) | Err(Refusal::Rejected(_)) => Ok(()),
        Err(other) => Err(other),
    }
}
