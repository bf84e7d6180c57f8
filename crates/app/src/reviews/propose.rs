//! The coordinator writes how it ended, and proposes the judgement to the head.

use domain::{
    event::Event,
    look_back::Round,
    meeting::MeetingKind,
    outcome::{Aftercare, EndingDraft, EndingFrame, Proposal, Proposed},
    plan::AgreedPlan,
    programme::{ProgrammeRef, Task},
};
use jiff::civil::Date;
use store::{
    meetings::MeetingRow,
    outcomes::{self, EndingRow, EndingState},
    programmes,
};

use super::{Progress, as_owner, figures, kept};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    look_back, meetings,
    subject::Case,
};

/// Proposes whether the plan was successful.
#[derive(Debug)]
pub struct ProposeJudgement {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// The revision the form was drawn from; 0 for the first time.
    pub revision: i64,
    /// What was typed.
    pub typed: EndingDraft,
    /// Whether it goes to the head.
    pub progress: Progress,
}

impl Command for ProposeJudgement {
    const ACTION: Action = Action::ProposeJudgement;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (school, id, today) = (case.programme.school, case.programme.id, cx.today());
        let me = cx.person()?.clone();
        let newest = store::plans::newest(cx.tx(), school, id)?.ok_or(Refusal::NotFound)?;
        let before = outcomes::newest(cx.tx(), school, id)?;
        let current = before.filter(|row| row.state != EndingState::Confirmed);
        if current.as_ref().map_or(0, |row| row.revision) != self.revision {
            return Err(Refusal::Conflict);
        }
        let with_head = current
            .as_ref()
            .is_some_and(|row| row.state == EndingState::Proposed);
        let finished = self.progress == Progress::Finished;
        if with_head && !finished {
            let words = "This is with the head. Change it and propose it again";
            return Err(Refusal::rule(words));
        }
        let row = EndingRow {
            n: next_number(cx, &case, current.as_ref())?,
            version: newest.plan().version,
            typed: self.typed,
            state: if finished {
                EndingState::Proposed
            } else {
                EndingState::Written
            },
            by: me.account,
            proposed: finished.then_some(today),
            returned: current.as_ref().and_then(|row| row.returned.clone()),
            confirmed: None,
            revision: self.revision,
        };
        if !outcomes::keep(cx.tx(), school, id, &row)? {
            return Err(Refusal::Conflict);
        }
        if !finished {
            return Ok(cx.unchanged(()));
        }
        let proposed = ready(cx, &case, &row)?;
        let judgement = proposed.proposal().verdict.judgement();
        let programme = case
            .programme
            .clone()
            .propose_judgement(&proposed, me.staff())
            .map_err(|problem| Refusal::rule(problem.words()))?;
        if !programmes::save(cx.tx(), &programme)? {
            return Err(Refusal::Conflict);
        }
        final_meeting(cx, &case, today)?;
        for task in [Task::Evaluation, Task::Reports] {
            programmes::finish_task(cx.tx(), school, id, task, me.account, today)?;
        }
        let event = Event::JudgementProposed {
            programme: id,
            judgement,
        };
        Ok(cx.record(event, ()))
    }
}

/// The final meeting is written down with what it judged.
fn final_meeting(cx: &mut Granted<'_, '_>, case: &Case, today: Date) -> Result<(), Refusal> {
    let school = case.programme.school;
    let meetings = case.meetings(cx.tx())?;
    let held = |row: &&MeetingRow| row.kind == MeetingKind::Final && row.on <= today;
    for meeting in meetings.iter().filter(held) {
        store::meetings::written_down(cx.tx(), school, meeting.id, today)?;
    }
    Ok(())
}

/// The number this ending has: the one being written, or one more than the last.
fn next_number(
    cx: &mut Granted<'_, '_>,
    case: &Case,
    current: Option<&EndingRow>,
) -> Result<i64, Refusal> {
    if let Some(row) = current {
        return Ok(row.n);
    }
    let last = outcomes::newest(cx.tx(), case.programme.school, case.programme.id)?;
    Ok(last.map_or(1, |row| row.n + 1))
}

/// What was written as a proposal that can go to the head, or what is missing.
pub(super) fn ready(
    cx: &mut Granted<'_, '_>,
    case: &Case,
    row: &EndingRow,
) -> Result<Proposed, Refusal> {
    let school = case.programme.school;
    let versions = store::plans::versions(cx.tx(), school, case.programme.id)?;
    let plan = of_version(&versions, row).ok_or(Refusal::NotFound)?;
    let proposal = read(cx, case, row, (plan, &versions))?;
    let called = case.pupil.name.called();
    proposal.propose(plan.plan()).map_err(|problems| {
        let each = problems.iter();
        Refusal::fields(each.map(|problem| (problem.field(), problem.words(called))))
    })
}

fn of_version<'a>(versions: &'a [AgreedPlan], row: &EndingRow) -> Option<&'a AgreedPlan> {
    let mut all = versions.iter();
    all.find(|plan| plan.plan().version == row.version)
}

fn read(
    cx: &mut Granted<'_, '_>,
    case: &Case,
    row: &EndingRow,
    (plan, versions): (&AgreedPlan, &[AgreedPlan]),
) -> Result<Proposal, Refusal> {
    let today = cx.today();
    let name = store::accounts::find(cx.tx(), case.programme.school, row.by)?
        .map_or_else(String::new, |account| account.name);
    let by = as_owner(row.by, &name).ok_or(Refusal::NotFound)?;
    let run = super::run_of(case)?;
    let record = figures::recorded(cx.tx(), case)?;
    let figures = figures::start_to_end(&record, plan.plan(), (&run.dates, today));
    let before = kept::settled(&kept::rounds(cx.tx(), case, versions)?);
    let (people, adults) = (meetings::owners(case), meetings::adults(case));
    let round = Round::of(MeetingKind::Final, &run);
    let heard = look_back::told::heard(cx.tx(), case, round)?;
    let frame = EndingFrame {
        heard: &heard,
        people: &people,
        adults: &adults,
        pupil: case.pupil.name.called(),
        figures: &figures,
        before: &before,
        by: &by,
        on: row.proposed.unwrap_or(today),
    };
    row.typed
        .parse(&frame, plan.plan())
        .map_err(Refusal::fields)
}

/// The lighter support that was written down.
pub(super) fn aftercare(
    case: &Case,
    row: &EndingRow,
    closed_on: Date,
    checks: Vec<Date>,
) -> Result<Aftercare, Refusal> {
    let people = meetings::adults(case);
    row.typed
        .aftercare(&people, closed_on, checks)
        .map_err(Refusal::fields)
}
