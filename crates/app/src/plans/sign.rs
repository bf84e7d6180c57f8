//! Signing the version that was shown, for oneself or recorded for others.
//! The signature that completes the set also starts the programme.

use domain::{
    event::Event,
    id::PersonId,
    plan::{AgreedPlan, PlanHash, PlanVersion},
    programme::{AskChannel, ProgrammeRef, StageName, Task},
    signature::{Answer, Method, SignOff, Signature, Signer, sign_off},
};

use super::signers;
pub use crate::signing::AnswerGiven;
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    programmes::settle::settle,
    signing::{SIGNED, channel, own_name},
    subject::Case,
};

/// What a signature led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// It is kept.
    Kept,
    /// It was the last one needed: the programme has started.
    Started,
}

/// Signs for oneself, by typing one's name.
#[derive(Debug)]
pub struct Sign {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// The version that was shown, and its hash.
    pub shown: (PlanVersion, PlanHash),
    /// The name as typed.
    pub name: String,
}

/// Records someone else's answer.
#[derive(Debug)]
pub struct RecordSignature {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// The version that was shown, and its hash.
    pub shown: (PlanVersion, PlanHash),
    /// Who answered.
    pub person: PersonId,
    /// What.
    pub answer: AnswerGiven,
}

/// The plan to sign and the round it is in.
struct Asking {
    plan: AgreedPlan,
    before: Option<AgreedPlan>,
    answers: Vec<Signature>,
}

impl Command for Sign {
    const ACTION: Action = Action::Sign;
    type On = Case;
    type Output = After;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<After>, Refusal> {
        let asking = asking(&case, cx)?;
        let name = own_name(cx, &self.name)?;
        let me = cx.person()?.clone();
        let mine: Vec<PersonId> = case.as_person(&me).map(|person| person.id).collect();
        let (_, asked) = signers::asked(&case, &asking.plan, asking.before.as_ref());
        let parts: Vec<Signer> = asked
            .into_iter()
            .filter(|signer| mine.contains(&signer.person.person))
            .collect();
        if parts.is_empty() {
            return Err(Refusal::rule(
                "You don’t need to sign: no part of this version is yours",
            ));
        }
        let mut taken = Vec::new();
        let answered = |signer: &Signer| {
            asking.answers.iter().any(|one| {
                let same =
                    (one.version, one.signer.person.person) == (self.shown.0, signer.person.person);
                same && matches!(one.answer, Answer::Signed { .. })
            })
        };
        // Pressed twice: what was signed stands.
        for signer in parts.into_iter().filter(|one| !answered(one)) {
            let method = Method::Typed { name: name.clone() };
            let answer = Answer::Signed {
                method,
                at: cx.now(),
            };
            taken.push(take(&asking.plan, self.shown, signer, answer)?);
        }
        finish(case, cx, asking, taken)
    }
}

impl Command for RecordSignature {
    const ACTION: Action = Action::RecordSignature;
    type On = Case;
    type Output = After;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<After>, Refusal> {
        let asking = asking(&case, cx)?;
        let (_, asked) = signers::asked(&case, &asking.plan, asking.before.as_ref());
        let signer = asked
            .into_iter()
            .find(|signer| signer.person.person == self.person)
            .ok_or(Refusal::NotFound)?;
        let me = cx.person()?.clone();
        if case.as_person(&me).any(|person| person.id == self.person) {
            return Err(Refusal::rule("Sign for yourself by typing your name"));
        }
        let signed = asking.answers.iter().any(|one| {
            let theirs = one.signer.person.person == self.person;
            let this = one.version == self.shown.0;
            theirs && this && matches!(one.answer, Answer::Signed { .. })
        });
        if signed {
            return Err(Refusal::rule(SIGNED));
        }
        let answer = self.answer.read(&case, cx)?;
        let taken = take(&asking.plan, self.shown, signer, answer)?;
        finish(case, cx, asking, vec![taken])
    }
}

fn asking(case: &Case, cx: &mut Granted<'_, '_>) -> Result<Asking, Refusal> {
    let (school, programme) = (case.programme.school, case.programme.id);
    let mut versions = store::plans::versions(cx.tx(), school, programme)?.into_iter();
    let plan = versions.next().ok_or(Refusal::NotFound)?;
    let answers = store::signatures::of_plan(cx.tx(), school, plan.plan().id)?;
    Ok(Asking {
        before: versions.next(),
        plan,
        answers,
    })
}

fn take(
    plan: &AgreedPlan,
    shown: (PlanVersion, PlanHash),
    signer: Signer,
    answer: Answer,
) -> Result<Signature, Refusal> {
    Signature::take(plan, shown, signer, answer).map_err(|problem| Refusal::rule(problem.words()))
}

/// Keeps the answers, and starts the programme when they were the last needed.
fn finish(
    case: Case,
    cx: &mut Granted<'_, '_>,
    mut asking: Asking,
    taken: Vec<Signature>,
) -> Result<Recorded<After>, Refusal> {
    let (school, programme, today) = (case.programme.school, case.programme.id, cx.today());
    let by = cx.person()?.account;
    let at = cx.now();
    for signature in taken {
        store::signatures::add(cx.tx(), school, &signature, (by, today, at))?;
        cx.also(event(programme, &signature));
        asking.answers.push(signature);
    }
    let (round, people) = signers::asked(&case, &asking.plan, asking.before.as_ref());
    let state = sign_off(asking.plan.hash(), round, &people, &asking.answers);
    if !matches!(state, SignOff::Ready { .. }) {
        return Ok(cx.unchanged(After::Kept));
    }
    store::programmes::finish_task(cx.tx(), school, programme, Task::Signatures, by, today)?;
    if case.programme.stage.name() != StageName::Agreed {
        return Ok(cx.unchanged(After::Kept));
    }
    let moved = case
        .programme
        .start(state, today)
        .map_err(|problem| Refusal::rule(problem.words()))?;
    settle(cx, moved)?;
    let plan = asking.plan.plan().id;
    Ok(cx.record(Event::ProgrammeStarted { programme, plan }, After::Started))
}

fn event(programme: domain::id::ProgrammeId, signature: &Signature) -> Event {
    let (plan, version) = (signature.plan, signature.version.number());
    let person = signature.signer.person.person;
    match &signature.answer {
        Answer::Signed { method, .. } => Event::Signed {
            programme,
            plan,
            version,
            person,
            by: channel(method),
        },
        Answer::Refused { .. } | Answer::Unable { .. } => Event::SignatureRefused {
            programme,
            plan,
            version,
            person,
        },
        Answer::Absent { attempts } => Event::SignatureAttempted {
            programme,
            plan,
            version,
            person,
            by: attempts.first().map_or(AskChannel::Phone, |one| one.by),
        },
    }
}
