//! One ask with its programme. It is only there for those who may know of it:
//! a parent never finds the other parent's, a teacher never a colleague's.

use domain::{account::CaseRoles, document::DocumentKind, id::AskId, sealed::Reading};
use store::{Tx, asks::AskRow, people::PersonRow};

use super::{Case, Subject};
use crate::{
    Actor, Refusal,
    policy::{Facts, Own},
    reading,
};

/// One ask, the person asked, and their programme.
#[derive(Debug, Clone)]
pub struct AskSubject {
    /// The ask.
    pub ask: AskRow,
    /// Whoever is asked.
    pub person: PersonRow,
    /// The programme.
    pub case: Case,
}

impl Subject for AskSubject {
    type Key = AskId;

    fn load(tx: &mut Tx<'_>, actor: &Actor, key: AskId) -> Result<Option<(Self, Facts)>, Refusal> {
        let Some(school) = actor.school() else {
            return Err(Refusal::SignedOut);
        };
        let Some(ask) = store::asks::find(tx, school, key)? else {
            return Ok(None);
        };
        let Some(programme) = store::programmes::by_id(tx, school, ask.programme)? else {
            return Ok(None);
        };
        let Some((case, facts)) = Case::load(tx, actor, programme.reference.clone())? else {
            return Ok(None);
        };
        let Some(person) = case.people.iter().find(|one| one.id == ask.person).cloned() else {
            return Ok(None);
        };
        let mine = actor
            .identity()
            .is_some_and(|me| person.left.is_none() && person.account == Some(me.account));
        let facts = Facts {
            own: if mine { Own::Mine } else { Own::Others },
            ..facts
        };
        let known = mine || may_know(&facts, &ask);
        Ok(known.then_some((Self { ask, person, case }, facts)))
    }
}

/// Whether somebody who is not asked may know of an ask: staff who read the
/// document beyond what they wrote themselves.
fn may_know(facts: &Facts, ask: &AskRow) -> bool {
    let kept_out = CaseRoles::FAMILY
        .and(CaseRoles::OUTSIDE)
        .with(domain::account::CaseRole::Pupil);
    // Questions on paper have no form of their own yet: they are kept as the
    // older pupils' are.
    let document = match ask.document {
        DocumentKind::PupilPrimary if ask.form.is_none() => DocumentKind::PupilSecondary,
        document => document,
    };
    !facts.case.has_any(kept_out)
        && reading::readings(facts)
            .get(document.code())
            .is_some_and(|reading| matches!(reading, Reading::Full | Reading::Part(_)))
}
