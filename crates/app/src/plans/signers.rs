//! Who is asked to sign a version, and what their answers come to.

use std::collections::BTreeSet;

use domain::{
    account::CaseRole,
    plan::{AgreedPlan, Plan},
    programme::{self, ParentAnswers, PupilAnswer},
    signature::{Answer, Round, Signature, Signer, SigningPart, signs_again},
};
use jiff::civil::Date;

use crate::{meetings::owner, subject::Case};

/// Everyone whose part is in the plan: the pupil, home, the coordinator, the
/// key worker, and whoever made a promise.
pub(super) fn all(case: &Case, plan: &Plan) -> Vec<Signer> {
    let promised: BTreeSet<_> = plan
        .commitments
        .iter()
        .map(|promise| promise.owner.person)
        .collect();
    let core = |role: CaseRole| {
        use CaseRole as R;
        matches!(
            role,
            R::Pupil | R::Parent | R::Carer | R::Coordinator | R::KeyWorker
        )
    };
    let asked = case
        .present()
        .filter(|person| core(person.role) || promised.contains(&person.id));
    let mut signers: Vec<Signer> = asked
        .filter_map(|person| {
            Some(Signer {
                person: owner(person)?,
                part: SigningPart::from(person.role),
            })
        })
        .collect();
    signers.sort_by_key(|signer| order(signer.part));
    signers
}

/// The pupil first, home next, the coordinator last.
const fn order(part: SigningPart) -> u8 {
    match part {
        SigningPart::Pupil => 0,
        SigningPart::Parent => 1,
        SigningPart::Staff => 2,
        SigningPart::Agency => 3,
        SigningPart::Coordinator => 4,
    }
}

/// Who is asked for this version, and which asking it is.
pub(super) fn asked(
    case: &Case,
    plan: &AgreedPlan,
    before: Option<&AgreedPlan>,
) -> (Round, Vec<Signer>) {
    let everyone = all(case, plan.plan());
    match before {
        None => (Round::First, everyone),
        Some(before) => {
            let again = signs_again(before.plan(), plan.plan(), &everyone);
            (Round::Again, again)
        }
    }
}

/// How the signatures of one version stand, as the programme's own rule wants it.
pub(super) fn stands(plan: &AgreedPlan, answers: &[Signature]) -> programme::SignOff {
    let of = |part: SigningPart| {
        answers
            .iter()
            .filter(move |each| each.signer.part == part && each.hash == plan.hash())
            .map(|each| &each.answer)
    };
    let pupil = of(SigningPart::Pupil).filter_map(|answer| match answer {
        Answer::Signed { .. } => Some(PupilAnswer::Signed),
        Answer::Refused { .. } => Some(PupilAnswer::Refused),
        Answer::Unable { .. } => Some(PupilAnswer::Unable),
        Answer::Absent { .. } => None,
    });
    let coordinator = of(SigningPart::Coordinator).find_map(|answer| match answer {
        Answer::Signed { at, .. } => Some(domain::clock::london_date(*at)),
        _ => None,
    });
    programme::SignOff {
        pupil: pupil.last(),
        parents: parents(of(SigningPart::Parent)),
        coordinator,
    }
}

/// Silence is never agreement: it only counts the attempts.
fn parents<'a>(answers: impl Iterator<Item = &'a Answer>) -> ParentAnswers {
    let mut refused = None;
    let mut attempts: BTreeSet<(Date, &str)> = BTreeSet::new();
    for answer in answers {
        match answer {
            Answer::Signed { .. } => return ParentAnswers::Signed,
            Answer::Refused { .. } => refused = Some(ParentAnswers::Refused),
            Answer::Unable { .. } => {}
            Answer::Absent { attempts: made } => {
                attempts.extend(made.iter().map(|one| (one.on, one.by.code())));
            }
        }
    }
    let attempts = u8::try_from(attempts.len()).unwrap_or(u8::MAX);
    refused.unwrap_or(ParentAnswers::Silent { attempts })
}
