//! The head confirms the judgement, and what follows begins at once; or sends
//! it back to the coordinator with a reason.

use domain::{
    event::Event,
    outcome::{Aftercare, ConfirmProblem, Confirmation},
    programme::{AftercareDates, Judgement, Programme, ProgrammeRef, Task},
};
use store::{
    outcomes::{self, ConfirmedRow, EndingRow, EndingState},
    programmes,
};

use super::{chosen, maybe_line, me_as_owner, propose, settled, words};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// Confirms whether the plan was successful.
#[derive(Debug)]
pub struct ConfirmJudgement {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// The revision the page showed.
    pub revision: i64,
    /// The code of a [`domain::outcome::RiskNow`].
    pub risk: String,
    /// Why.
    pub why: String,
    /// Anything, when it is ticked that the council is asked first.
    pub council_first: String,
    /// Why one person proposed and confirms, when that is so.
    pub both_roles: String,
}

impl Command for ConfirmJudgement {
    const ACTION: Action = Action::ConfirmJudgement;
    type On = Case;
    type Output = Judgement;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<Judgement>, Refusal> {
        let (school, id, today) = (case.programme.school, case.programme.id, cx.today());
        let mut row = with_head(cx, &case, self.revision)?;
        let confirmation = self.read(cx)?;
        let me = cx.person()?.account;
        row.confirmed = Some(ConfirmedRow {
            by: me,
            on: today,
            risk: confirmation.risk,
            why: confirmation.why.to_string(),
            council: confirmation.council_first,
            both_roles: confirmation
                .holds_both_roles
                .as_ref()
                .map(ToString::to_string),
        });
        row.state = EndingState::Confirmed;
        let outcome = propose::ready(cx, &case, &row)?
            .confirm(confirmation)
            .map_err(|problem| Refusal::field(field_of(problem), problem.words()))?;
        let judgement = outcome.judgement();
        if !outcomes::keep(cx.tx(), school, id, &row)? {
            return Err(Refusal::Conflict);
        }
        let moved = case
            .programme
            .clone()
            .confirm_judgement(&outcome)
            .map_err(|problem| Refusal::rule(problem.words()))?;
        programmes::finish_task(cx.tx(), school, id, Task::Evaluation, me, today)?;
        programmes::drop_tasks(cx.tx(), school, id, today)?;
        let closed = settled(cx, moved)?;
        cx.also(Event::JudgementConfirmed {
            programme: id,
            judgement,
        });
        let event = follow(cx, &case, closed, (&row, judgement))?;
        Ok(cx.record(event, judgement))
    }
}

impl ConfirmJudgement {
    fn read(&self, cx: &Granted<'_, '_>) -> Result<Confirmation, Refusal> {
        let ticked = !self.council_first.trim().is_empty();
        Ok(Confirmation {
            by: me_as_owner(cx.person()?)?,
            on: cx.today(),
            risk: chosen("risk", &self.risk, "Choose how likely exclusion is now")?,
            why: words("confirm-why", &self.why, "Say why, in a few words")?,
            holds_both_roles: maybe_line("both-roles", &self.both_roles)?,
            council_first: ticked.then(|| cx.today()),
        })
    }
}

/// Goes on to aftercare, or to choosing what next.
fn follow(
    cx: &mut Granted<'_, '_>,
    case: &Case,
    closed: Programme,
    (row, judgement): (&EndingRow, Judgement),
) -> Result<Event, Refusal> {
    let (programme, today) = (closed.id, cx.today());
    let not_now = |problem: domain::programme::NotNow| Refusal::rule(problem.words());
    match judgement {
        Judgement::Successful => {
            let calendar = store::schools::calendar(cx.tx(), closed.school)?;
            let checks = Aftercare::check_dates(today, &closed.template.timers, &calendar)
                .map_err(|problem| Refusal::rule(problem.words()))?;
            let aftercare = propose::aftercare(case, row, today, checks)?;
            let ends = aftercare.ends_on();
            let dates = AftercareDates {
                checks: aftercare.checks,
                until: ends,
            };
            let moved = closed.begin_aftercare(dates, today).map_err(not_now)?;
            settled(cx, moved)?;
            Ok(Event::AftercareStarted { programme, ends })
        }
        Judgement::Unsuccessful => {
            let moved = closed.begin_escalation(today).map_err(not_now)?;
            settled(cx, moved)?;
            Ok(Event::EscalationStarted { programme })
        }
    }
}

/// What the coordinator proposed, when the page showed it as it is.
fn with_head(cx: &mut Granted<'_, '_>, case: &Case, revision: i64) -> Result<EndingRow, Refusal> {
    let row = outcomes::newest(cx.tx(), case.programme.school, case.programme.id)?;
    let row = row
        .filter(|row| row.state == EndingState::Proposed)
        .ok_or_else(|| Refusal::rule("Ask the coordinator to propose a judgement"))?;
    if row.revision == revision {
        Ok(row)
    } else {
        Err(Refusal::Conflict)
    }
}

const fn field_of(problem: ConfirmProblem) -> &'static str {
    match problem {
        ConfirmProblem::SamePerson => "both-roles",
        ConfirmProblem::CouncilFirst => "council-first",
        ConfirmProblem::TooEarly => "risk",
    }
}

/// Sends a proposed judgement back to the coordinator.
#[derive(Debug)]
pub struct ReturnJudgement {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// The revision the page showed.
    pub revision: i64,
    /// Why.
    pub why: String,
}

impl Command for ReturnJudgement {
    const ACTION: Action = Action::ConfirmJudgement;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (school, id) = (case.programme.school, case.programme.id);
        let mut row = with_head(cx, &case, self.revision)?;
        let ask = "Say what should change before you confirm it";
        let why = words::<600>("return-why", &self.why, ask)?;
        row.state = EndingState::Returned;
        row.returned = Some(why.to_string());
        if !outcomes::keep(cx.tx(), school, id, &row)? {
            return Err(Refusal::Conflict);
        }
        let programme = case
            .programme
            .return_judgement()
            .map_err(|problem| Refusal::rule(problem.words()))?;
        if !programmes::save(cx.tx(), &programme)? {
            return Err(Refusal::Conflict);
        }
        Ok(cx.record(Event::JudgementReturned { programme: id }, ()))
    }
}
