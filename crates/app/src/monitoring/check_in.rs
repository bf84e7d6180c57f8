//! Recording that the key worker met the pupil, or that they did not.

mod row;

use domain::{
    account::CaseRole,
    commitment::Owner,
    event::Event,
    id::{ContactId, FormId},
    note::{AsksWhy, CheckIn, CheckInDraft, CheckInFrame, CheckInProblem, ContactHomeDraft},
    plan::Plan,
    programme::{ProgrammeRef, Stage, StageName, Task},
    review::adults_first,
};
use store::{
    check_ins,
    notes::{self, NoteRow},
    people::PersonRow,
    programmes,
};

use super::{
    me_as_owner,
    note::{Tried, blank, contact_home},
};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    programmes::settle::settle,
    subject::Case,
};

/// Roles whose holders meet the pupil about the plan.
pub(super) const MEETS: [CaseRole; 3] =
    [CaseRole::KeyWorker, CaseRole::Mentor, CaseRole::Coordinator];

/// Records a check-in.
#[derive(Debug, Clone)]
pub struct RecordCheckIn {
    /// The programme.
    pub reference: ProgrammeRef,
    /// What was typed.
    pub typed: CheckInDraft,
    /// Home, when somebody there heard of it.
    pub home: Option<HomeHeard>,
    /// The form it was typed in: sent twice, it is kept once.
    pub form: Option<FormId>,
}

/// Somebody at home heard of it.
#[derive(Clone)]
pub struct HomeHeard {
    /// Who.
    pub contact: ContactId,
    /// The code of how.
    pub channel: String,
    /// What was said.
    pub summary: String,
}

// What people type does not belong in a log.
impl std::fmt::Debug for HomeHeard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HomeHeard").finish_non_exhaustive()
    }
}

/// Whether a plan that is not working asks for words: while it runs and nobody
/// has raised a concern yet.
pub(super) fn asks_why(case: &Case) -> AsksWhy {
    match case.programme.stage {
        Stage::Active { concern: None, .. } => AsksWhy::Yes,
        _ => AsksWhy::No,
    }
}

impl Command for RecordCheckIn {
    const ACTION: Action = Action::RecordCheckIn;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (school, programme) = (case.programme.school, case.programme.id);
        let me = cx.person()?.clone();
        let (owner, person) = me_as_owner(&case, &me, &MEETS)?;
        let plan = store::plans::newest(cx.tx(), school, programme)?;
        let plan = plan
            .filter(|_| case.programme.stage.run().is_some())
            .map(|agreed| agreed.plan().clone());
        let check_in = self.parse(cx, &case, plan.as_ref(), &owner);
        let home = self.told(cx, &case, (owner, &person), check_in.as_ref().ok());
        let (check_in, home) = both(check_in, home)?;
        let note = blank(cx, &case, &person)?;
        let channel = home.as_ref().and_then(|home| home.channel);
        let row = row::of(note, &check_in, plan.as_ref(), channel);
        let now = cx.now();
        if !check_ins::add(cx.tx(), school, &row, (self.form, now))? {
            return Ok(cx.unchanged(()));
        }
        if let Some(home) = home {
            notes::add(cx.tx(), school, &home, (None, now))?;
            let note = home.id;
            cx.also(Event::NoteRecorded { programme, note });
        }
        meet_next(cx, &case, &check_in)?;
        raise(cx, &case, &check_in)?;
        let recorded = Event::CheckInRecorded {
            programme,
            note: row.note.id,
        };
        Ok(cx.record(recorded, ()))
    }
}

impl RecordCheckIn {
    fn parse(
        &self,
        cx: &mut Granted<'_, '_>,
        case: &Case,
        plan: Option<&Plan>,
        owner: &Owner,
    ) -> Result<CheckIn, Refusal> {
        let calendar = store::schools::calendar(cx.tx(), case.programme.school)?;
        let promises = plan.map(adults_first).unwrap_or_default();
        let promises = promises.iter().map(|one| (one.id, one.who().to_owned()));
        let frame = CheckInFrame {
            id: cx.new_id()?,
            by: owner.clone(),
            today: cx.today(),
            calendar: &calendar,
            promises: &promises.collect::<Vec<_>>(),
            asks_why: asks_why(case),
        };
        let called = case.pupil.name.called();
        let said = |it: &CheckInProblem| (it.field(), it.words(called));
        let problems = |all: Vec<_>| Refusal::fields(all.iter().map(said));
        self.typed.parse(&frame).map_err(problems)
    }

    /// Home as a note of its own, so that it counts wherever a contact counts.
    fn told(
        &self,
        cx: &mut Granted<'_, '_>,
        case: &Case,
        (owner, person): (Owner, &PersonRow),
        check_in: Option<&CheckIn>,
    ) -> Result<Option<NoteRow>, Refusal> {
        let Some(home) = &self.home else {
            return Ok(None);
        };
        let on = check_in.map_or_else(|| cx.today(), |check_in| check_in.on);
        let typed = ContactHomeDraft {
            channel: home.channel.clone(),
            on: on.to_string(),
            summary: home.summary.clone(),
        };
        if home.summary.trim().is_empty() {
            let words = "Say in a few words what home heard.";
            return Err(Refusal::field("home-said", words));
        }
        let whom = (home.contact, &typed, Tried::Reached);
        match contact_home(cx, case, whom, (owner, person)) {
            Ok(row) => Ok(Some(row)),
            Err(Refusal::Rejected(reasons)) => {
                let here = |field: Option<String>| match field.as_deref() {
                    Some("channel") => "home-how",
                    Some("summary") => "home-said",
                    _ => "home",
                };
                let here = reasons
                    .into_iter()
                    .map(|one| (here(one.field).to_owned(), one.words));
                Err(Refusal::fields(here))
            }
            Err(other) => Err(other),
        }
    }
}

/// Both, or everything that is to be sorted out in either.
fn both<A, B>(one: Result<A, Refusal>, other: Result<B, Refusal>) -> Result<(A, B), Refusal> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(Refusal::Rejected(mut all)), Err(Refusal::Rejected(more))) => {
            all.extend(more);
            Err(Refusal::Rejected(all))
        }
        (Err(refusal), _) | (_, Err(refusal)) => Err(refusal),
    }
}

/// The job is done, and the next one stands on the day they agreed.
fn meet_next(cx: &mut Granted<'_, '_>, case: &Case, check_in: &CheckIn) -> Result<(), Refusal> {
    let (school, id, today) = (case.programme.school, case.programme.id, cx.today());
    let (me, task) = (cx.person()?.account, Task::CheckIn);
    programmes::finish_task(cx.tx(), school, id, task, me, today)?;
    let goes_on = matches!(
        case.programme.stage.name(),
        StageName::Agreed | StageName::Active | StageName::FinalDue
    );
    if goes_on {
        programmes::add_task(cx.tx(), school, id, task, check_in.next_on, today)?;
    }
    Ok(())
}

/// A plan that is not working asks for an extra review, once.
fn raise(cx: &mut Granted<'_, '_>, case: &Case, check_in: &CheckIn) -> Result<(), Refusal> {
    let Some(why) = check_in.raises_concern() else {
        return Ok(());
    };
    if asks_why(case) == AsksWhy::No {
        return Ok(());
    }
    let moved = case
        .programme
        .clone()
        .raise_concern(why.clone(), cx.today());
    settle(cx, moved.map_err(|problem| Refusal::rule(problem.words()))?)?;
    let programme = case.programme.id;
    cx.also(Event::ConcernRaised { programme });
    Ok(())
}
