//! One ask with its programme. It is only there for those who may know of it:
//! a parent never finds the other parent's, a teacher never a colleague's.

use domain::{
    account::CaseRoles,
    document::{Came, DocumentKind, HomeReads},
    id::{AskId, SchoolId},
    sealed::{Apart, Reading},
};
use jiff::civil::Date;
use store::{Tx, asks::AskRow, people::PersonRow};

use super::{Case, Subject};
use crate::{
    Actor, Refusal, documents,
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

    fn apart(&self) -> Apart {
        self.case.apart()
    }

    fn load(
        tx: &mut Tx<'_>,
        actor: &Actor,
        key: AskId,
        today: Date,
    ) -> Result<Option<(Self, Facts)>, Refusal> {
        let Some(school) = actor.school() else {
            return Err(Refusal::SignedOut);
        };
        let Some(ask) = store::asks::find(tx, school, key)? else {
            return Ok(None);
        };
        let Some(programme) = store::programmes::by_id(tx, school, ask.programme)? else {
            return Ok(None);
        };
        let Some((case, facts)) = Case::load(tx, actor, programme.reference.clone(), today)? else {
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
        let known = mine
            || match ask.came {
                Came::Asked => may_know(&facts, &ask) || home_may(tx, school, &facts, &ask)?,
                Came::Begun => documents::may_know(&case, &facts, &ask),
            };
        Ok(known.then_some((Self { ask, person, case }, facts)))
    }
}

/// Whether a parent or carer may know of the pupil's own answers: once they are
/// sent, and the pupil has said yes.
fn home_may(
    tx: &mut Tx<'_>,
    school: SchoolId,
    facts: &Facts,
    ask: &AskRow,
) -> Result<bool, Refusal> {
    let pupils = matches!(
        ask.document,
        DocumentKind::PupilPrimary | DocumentKind::PupilSecondary
    );
    if !pupils || ask.sent.is_none() || !facts.case.has_any(CaseRoles::FAMILY) {
        return Ok(false);
    }
    let says = store::answers::home_reads(tx, school, ask.id)?;
    Ok(says == Some(HomeReads::Yes))
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
