//! One programme with its pupil and its people: what most verbs are done to.

use domain::{
    account::{CaseRoles, SchoolRoles},
    id::StaffId,
    programme::{Programme, ProgrammeRef},
    pupil::Pupil,
};
use store::{Tx, people::PersonRow, programmes, pupils};

use super::Subject;
use crate::{
    Actor, Identity, Refusal,
    policy::{Facts, Own},
};

/// A programme, its pupil, and who takes part.
#[derive(Debug, Clone)]
pub struct Case {
    /// The programme.
    pub programme: Programme,
    /// Its pupil.
    pub pupil: Pupil,
    /// Everyone who takes or took part, first come first.
    pub people: Vec<PersonRow>,
}

impl Case {
    /// Those who have not left.
    pub fn present(&self) -> impl Iterator<Item = &PersonRow> {
        self.people.iter().filter(|person| person.left.is_none())
    }

    /// The people an account is in this programme.
    pub fn as_person(&self, me: &Identity) -> impl Iterator<Item = &PersonRow> {
        self.present()
            .filter(move |person| person.account == Some(me.account))
    }
}

impl Identity {
    /// The member of staff this account is: the two share one number.
    pub fn staff(&self) -> StaffId {
        StaffId::new(self.account.uuid())
    }
}

/// The account of a member of staff: the two share one number.
pub fn account_of(staff: StaffId) -> domain::id::AccountId {
    domain::id::AccountId::new(staff.uuid())
}

/// What the policy may know about an asker and a programme.
pub(crate) fn facts(actor: &Actor, programme: &Programme, people: &[PersonRow]) -> Facts {
    let me = actor.identity();
    let present = people.iter().filter(|person| person.left.is_none());
    let case: CaseRoles = present
        .filter(|person| me.is_some_and(|me| person.account == Some(me.account)))
        .map(|person| person.role)
        .collect();
    // Staff who are family of the pupil are only family here, whatever they wrote.
    let family = case.has_any(CaseRoles::FAMILY);
    let author = me.is_some_and(|me| me.staff() == programme.author);
    Facts {
        school: if family {
            SchoolRoles::NONE
        } else {
            actor.roles()
        },
        case,
        own: if author && !family {
            Own::Mine
        } else {
            Own::Others
        },
        stage: Some(programme.stage.name()),
    }
}

impl Subject for Case {
    type Key = ProgrammeRef;

    fn load(
        tx: &mut Tx<'_>,
        actor: &Actor,
        key: ProgrammeRef,
    ) -> Result<Option<(Self, Facts)>, Refusal> {
        let Some(school) = actor.school() else {
            return Err(Refusal::SignedOut);
        };
        let Some(programme) = programmes::by_reference(tx, school, &key)? else {
            return Ok(None);
        };
        let Some(pupil) = pupils::find(tx, school, programme.pupil)? else {
            return Ok(None);
        };
        let people = store::people::of_programme(tx, school, programme.id)?;
        let facts = facts(actor, &programme, &people);
        Ok(Some((
            Self {
                programme,
                pupil,
                people,
            },
            facts,
        )))
    }
}
