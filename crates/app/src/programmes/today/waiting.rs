//! Referrals that are handed in, and whom each of them waits for: first the
//! safeguarding lead, then the head.

use domain::{
    account::{SchoolRole, SchoolRoles},
    id::SchoolId,
};
use store::{Tx, accounts, programmes::Line, referrals};

use crate::{Identity, Refusal, gate::Viewing};

/// Those who hear of a referral that waits for somebody else.
const HEAR: SchoolRoles =
    SchoolRoles::of(&[SchoolRole::Head, SchoolRole::Senco, SchoolRole::Coordinator]);

/// A referral that is handed in.
#[derive(Debug, Clone)]
pub struct Referred {
    /// The programme and the pupil's name.
    pub line: Line,
    /// Whom it waits for.
    pub waits: Waits,
}

/// Whom a referral waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Waits {
    /// The asker's safeguarding check.
    MyCheck,
    /// Somebody else's check: the safeguarding lead's, where the school has one.
    Check(Option<String>),
    /// The asker's decision.
    MyDecision,
    /// The head's decision.
    Decision,
}

/// What waits, for whoever does something about it or is to know.
pub(super) fn referred(
    cx: &mut Viewing<'_, '_>,
    lines: Vec<Line>,
    me: &Identity,
) -> Result<Vec<Referred>, Refusal> {
    if lines.is_empty() {
        return Ok(Vec::new());
    }
    let school = cx.school()?;
    let checked = referrals::checked(cx.tx(), school)?;
    let lead = lead(cx.tx(), school)?;
    let (checks, decides) = (SchoolRole::Dsl, SchoolRole::Head);
    let waits = |line: &Line| {
        if checked.contains(&line.programme.id) {
            if me.roles.has(decides) {
                Waits::MyDecision
            } else {
                Waits::Decision
            }
        } else if me.roles.has(checks) {
            Waits::MyCheck
        } else {
            Waits::Check(lead.clone())
        }
    };
    let all = lines.into_iter().map(|line| Referred {
        waits: waits(&line),
        line,
    });
    Ok(all
        .filter(|one| one.waits == Waits::MyCheck || me.roles.has_any(HEAR))
        .collect())
}

/// The safeguarding lead's name, while there is one.
pub(in crate::programmes) fn lead(
    tx: &mut Tx<'_>,
    school: SchoolId,
) -> Result<Option<String>, Refusal> {
    let accounts = accounts::of_school(tx, school)?.into_iter();
    let mut leads =
        accounts.filter(|one| one.disabled_at.is_none() && one.roles.has(SchoolRole::Dsl));
    Ok(leads.next().map(|one| one.name))
}
