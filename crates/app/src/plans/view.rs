//! The plan of one programme as one reader may see it, with what is being
//! written for those who write it.

pub use super::writing::{Begun, DraftView};
use super::{
    card::{self, CardView},
    signers,
    writing::draft,
};
pub use crate::signing::{SigningLine, Whose};
use crate::{
    Identity, Query, Refusal, action::Action, gate::Viewing, policy::ActionSet, signing::lines,
    subject::Case,
};
use domain::{
    commitment::Party,
    plan::{AgreedPlan, Plan, PlanHash},
    programme::{ProgrammeRef, Run, StageName},
    sealed::{Apart, InPart, Sealed, Shown},
    signature::{self, SignOff, Signature, Signer, sign_off},
    text::Line,
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
    /// Who has read the version in force, as far as it is this reader's.
    pub card: Option<CardView>,
    /// What is being written, for those who write it.
    pub draft: Option<DraftView>,
    /// What this reader may do here.
    pub may: ActionSet,
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

    fn without(mut self, apart: &Apart) -> Option<Self> {
        for line in &mut self.signing {
            line.note.take_if(|note| apart.is_told_by(note));
            line.promises.retain(|promise| !apart.is_told_by(promise));
        }
        self.missing.retain(|words| !apart.is_told_by(words));
        self.plan = without(self.plan, apart);
        Some(self)
    }
}

/// A plan for a reader who is kept apart from somebody: names have gone before,
/// and a promise that tells of them in its words stands without its words.
pub(crate) fn without(mut plan: Plan, apart: &Apart) -> Plan {
    let kept = |text: &str| apart.is_told_by(text);
    for promise in &mut plan.commitments {
        let place = promise.place.as_ref().map_or("", |place| place.as_str());
        if kept(promise.text.as_str()) || kept(promise.how_often.as_str()) || kept(place) {
            promise.text = Line::new(PRIVATE).unwrap_or_else(|_| promise.text.clone());
            promise.place = None;
        }
        let by = promise.carried_out_by.as_ref();
        if by.is_some_and(|by| kept(by.as_str())) {
            promise.carried_out_by = None;
        }
    }
    plan.reason.take_if(|reason| kept(reason.as_str()));
    plan.safe_place.take_if(|place| kept(place.as_str()));
    plan.good_at.retain(|one| !kept(one.as_str()));
    plan.day_to_day = plan.day_to_day.without(kept);
    plan
}

const PRIVATE: &str = "do something that the school keeps private";

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
        let card = match &newest {
            Some(newest) => Some(card::view(cx, &case, newest)?),
            None => None,
        };
        let agreed = match newest {
            None => None,
            Some(newest) => {
                let answers = store::signatures::of_plan(cx.tx(), school, newest.plan().id)?;
                let me = cx.person().ok();
                let view = agreed(&case, me, (&newest, before.as_ref()), &answers);
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
            card,
            draft,
            may: cx.may(),
        })
    }
}

/// One version with its signatures, as everybody could read it; the lens takes
/// out what this reader may not.
pub(crate) fn agreed(
    case: &Case,
    me: Option<&Identity>,
    (plan, before): (&AgreedPlan, Option<&AgreedPlan>),
    answers: &[Signature],
) -> AgreedView {
    let (round, asked) = signers::asked(case, plan, before);
    let state = sign_off(plan.hash(), round, &asked, answers);
    let missing = match &state {
        SignOff::Ready { .. } => Vec::new(),
        SignOff::Waiting { missing } => missing.iter().map(signature::Missing::words).collect(),
    };
    let given: Vec<_> = answers
        .iter()
        .map(|one| (one.signer.person.person, &one.answer))
        .collect();
    let promised = |signer: &Signer| promises(plan.plan(), signer);
    AgreedView {
        plan: case.as_read(plan.plan()),
        hash: plan.hash(),
        agreed_on: plan.agreed_on(),
        signing: lines(case, me, (&asked, &given), promised),
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
