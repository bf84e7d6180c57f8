//! The plan of one programme as one reader may see it, with what is being
//! written for those who write it.

use domain::{
    account::CaseRole,
    commitment::{Owner, Party},
    plan::{AgreedPlan, Change, Plan, PlanDraft, PlanHash, PlanVersion, compare},
    programme::{ProgrammeRef, Run, StageName},
    sealed::{InPart, Sealed, Shown},
    signature::{self, Answer, Attempt, SignOff, Signature, Signer, SigningPart, sign_off},
};
use store::plans::DraftRow;

use super::{Around, agree, around, signers};
use crate::{
    Query, Refusal, action::Action, gate::Viewing, meetings::view::Someone, policy, subject::Case,
};

/// Shows the plan.
#[derive(Debug)]
pub struct ViewPlan {
    /// Which programme.
    pub reference: ProgrammeRef,
}

/// The plan and what stands around it.
#[derive(Debug, Clone)]
pub struct PlanView {
    /// The programme.
    pub reference: ProgrammeRef,
    /// Its stage.
    pub stage: StageName,
    /// The plan's dates, once there are any.
    pub run: Option<Run>,
    /// What the pupil is called.
    pub pupil: String,
    /// The pupil's whole name.
    pub pupil_full: String,
    /// The version in force, as this reader may see it.
    pub agreed: Option<Shown<AgreedView>>,
    /// What is being written, for those who write it.
    pub draft: Option<DraftView>,
}

/// One agreed version with its signatures.
#[derive(Debug, Clone)]
pub struct AgreedView {
    /// What was agreed.
    pub plan: Plan,
    /// What a signature binds to.
    pub hash: PlanHash,
    /// When.
    pub agreed_on: jiff::civil::Date,
    /// Who is asked to sign, and what they answered.
    pub signing: Vec<SigningLine>,
    /// What stands between this version and its start, in words.
    pub missing: Vec<String>,
}

/// One person's line among the signatures.
#[derive(Debug, Clone)]
pub struct SigningLine {
    /// Who.
    pub person: Owner,
    /// In which part.
    pub part: SigningPart,
    /// What they are in the programme.
    pub role: CaseRole,
    /// A line about them: "mum".
    pub note: Option<String>,
    /// What they promised.
    pub promises: Vec<String>,
    /// What they answered last, attempts apart.
    pub answer: Option<Answer>,
    /// Attempts to reach them.
    pub attempts: Vec<Attempt>,
    /// Whether the reader is this person.
    pub whose: Whose,
}

/// Whose line it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The reader's own.
    Mine,
    /// Somebody else's.
    Others,
}

/// The next version as it is being written.
#[derive(Debug, Clone)]
pub struct DraftView {
    /// Its number.
    pub version: PlanVersion,
    /// What was typed.
    pub typed: PlanDraft,
    /// What a form sends back, so that nobody agrees to what they did not see.
    pub seen: PlanHash,
    /// Everything that stops it from being agreed, in words.
    pub missing: Vec<String>,
    /// What is worth a second thought.
    pub nudges: Vec<String>,
    /// What changes from the version in force.
    pub changes: Vec<Change>,
    /// The people and dates around it.
    pub around: Around,
    /// Everyone taking part.
    pub people: Vec<Someone>,
}

/// Teachers see what they are to do; partners see the targets and promises.
impl InPart for AgreedView {
    fn in_part(mut self, which: &'static str) -> Option<Self> {
        match which {
            "card" => {
                self.plan
                    .commitments
                    .retain(|one| one.party == Party::School);
                for target in &mut self.plan.targets {
                    target.why = None;
                }
                self.plan.rewards.clear();
                self.plan.consequences.clear();
            }
            "shared" => {}
            _ => return None,
        }
        self.plan.home_contact = None;
        self.signing.retain(|line| line.whose == Whose::Mine);
        self.missing.clear();
        Some(self)
    }
}

impl Query for ViewPlan {
    const ACTION: Action = Action::ViewPlan;
    type On = Case;
    type Output = PlanView;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<PlanView, Refusal> {
        let (school, programme) = (case.programme.school, case.programme.id);
        let mut versions = store::plans::versions(cx.tx(), school, programme)?.into_iter();
        let (newest, before) = (versions.next(), versions.next());
        let draft = draft(&case, cx, newest.as_ref())?;
        let agreed = match newest {
            None => None,
            Some(newest) => {
                let answers = store::signatures::of_plan(cx.tx(), school, newest.plan().id)?;
                let view = agreed(&case, cx, &newest, before.as_ref(), &answers);
                cx.lens().open(Sealed::new("D29", None, view))
            }
        };
        Ok(PlanView {
            reference: case.programme.reference.clone(),
            stage: case.programme.stage.name(),
            run: case.programme.stage.run().cloned(),
            pupil: case.pupil.name.called().into(),
            pupil_full: case.pupil.name.full(),
            agreed,
            draft,
        })
    }
}

/// What is being written, for those who may write it at this stage.
fn draft(
    case: &Case,
    cx: &mut Viewing<'_, '_>,
    newest: Option<&AgreedPlan>,
) -> Result<Option<DraftView>, Refusal> {
    let rule = policy::rule(Action::DraftPlan);
    let stage = case.programme.stage.name();
    if !cx.facts().case.has_any(rule.case) || !rule.stages.contains(&stage) {
        return Ok(None);
    }
    let id = cx.app().new_id()?;
    let row = around::draft(cx.tx(), case, newest, || Ok(id))?;
    let today = cx.today();
    let around = Around::now(cx.tx(), case, today)?;
    let (missing, nudges, changes) = reading(&row, &around, newest);
    Ok(Some(DraftView {
        version: row.version,
        seen: around::seen(&row.typed),
        typed: row.typed,
        missing,
        nudges,
        changes,
        people: case.present().map(Someone::from).collect(),
        around,
    }))
}

fn reading(
    row: &DraftRow,
    around: &Around,
    newest: Option<&AgreedPlan>,
) -> (Vec<String>, Vec<String>, Vec<Change>) {
    let plan = match row.typed.parse(row.plan, row.version, &around.frame()) {
        Ok(plan) => plan,
        Err(problems) => {
            let words = problems
                .iter()
                .map(|problem| agree::placed(&row.typed, problem.place, &problem.words));
            return (words.collect(), Vec::new(), Vec::new());
        }
    };
    let missing = plan
        .problems()
        .iter()
        // The reason is asked for where the change is agreed.
        .filter(|problem| !matches!(problem, domain::plan::PlanProblem::NoReasonForTheChange))
        .map(|problem| problem.words(&around.pupil))
        .collect();
    let nudges = plan.nudges().into_iter();
    let nudges = nudges.map(|nudge| nudge.words(&around.pupil)).collect();
    let changes = newest.map_or_else(Vec::new, |newest| compare(newest.plan(), &plan));
    (missing, nudges, changes)
}

fn agreed(
    case: &Case,
    cx: &Viewing<'_, '_>,
    plan: &AgreedPlan,
    before: Option<&AgreedPlan>,
    answers: &[Signature],
) -> AgreedView {
    let (round, asked) = signers::asked(case, plan, before);
    let state = sign_off(plan.hash(), round, &asked, answers);
    let missing = match &state {
        SignOff::Ready { .. } => Vec::new(),
        SignOff::Waiting { missing } => missing.iter().map(signature::Missing::words).collect(),
    };
    let me = cx.person().ok();
    let line = |signer: &Signer| {
        let row = case
            .present()
            .find(|person| person.id == signer.person.person)?;
        let mine = me.is_some_and(|me| row.account == Some(me.account));
        Some(SigningLine {
            person: signer.person.clone(),
            part: signer.part,
            role: row.role,
            note: row.note.clone(),
            promises: promises(plan.plan(), signer),
            answer: answer(signer, answers),
            attempts: attempts(signer, answers),
            whose: if mine { Whose::Mine } else { Whose::Others },
        })
    };
    AgreedView {
        plan: plan.plan().clone(),
        hash: plan.hash(),
        agreed_on: plan.agreed_on(),
        signing: asked.iter().filter_map(line).collect(),
        missing,
    }
}

fn promises(plan: &Plan, signer: &Signer) -> Vec<String> {
    plan.commitments
        .iter()
        .filter(|promise| promise.owner.person == signer.person.person)
        .map(|promise| format!("{}, {}", promise.text, promise.how_often))
        .collect()
}

fn theirs<'a>(
    signer: &'a Signer,
    answers: &'a [Signature],
) -> impl DoubleEndedIterator<Item = &'a Answer> {
    answers
        .iter()
        .filter(|each| each.signer.person.person == signer.person.person)
        .map(|each| &each.answer)
}

fn answer(signer: &Signer, answers: &[Signature]) -> Option<Answer> {
    theirs(signer, answers)
        .rfind(|answer| !matches!(answer, Answer::Absent { .. }))
        .cloned()
}

fn attempts(signer: &Signer, answers: &[Signature]) -> Vec<Attempt> {
    theirs(signer, answers)
        .filter_map(|answer| match answer {
            Answer::Absent { attempts } => Some(attempts.clone()),
            _ => None,
        })
        .flatten()
        .collect()
}
