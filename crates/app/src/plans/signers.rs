//! Who is asked to sign a version, and in which round.

use std::collections::BTreeSet;

use crate::{meetings::owner, subject::Case};
use domain::{
    account::CaseRole,
    plan::{AgreedPlan, Plan},
    signature::{Round, Signer, SigningPart, signs_again},
};

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
        .told()
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
pub(crate) const fn order(part: SigningPart) -> u8 {
    match part {
        SigningPart::Pupil => 0,
        SigningPart::Parent => 1,
        SigningPart::Staff => 2,
        SigningPart::Agency => 3,
        SigningPart::Coordinator => 4,
    }
}

/// Who is asked for this version, and which asking it is.
pub(crate) fn asked(
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
