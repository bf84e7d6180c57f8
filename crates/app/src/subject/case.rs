//! One programme with its pupil and its people: what most verbs are done to.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    account::{CaseRole, CaseRoles, SchoolRoles},
    commitment::Owner,
    contact::{Contact, Restriction, Standing},
    id::{ContactId, PersonId, StaffId},
    plan::Plan,
    programme::{Programme, ProgrammeRef},
    pupil::Pupil,
    text::Line,
};
use jiff::civil::Date;
use store::{Tx, people::PersonRow, programmes, pupils};

use super::Subject;
use crate::{
    Actor, Identity, Refusal,
    policy::{Facts, Own},
};

/// What someone is called whose name the reader may not learn.
const UNNAMED: &str = "Someone else in the family";

/// A programme, its pupil, and who takes part.
#[derive(Debug, Clone)]
pub struct Case {
    /// The programme.
    pub programme: Programme,
    /// Its pupil.
    pub pupil: Pupil,
    /// Everyone who takes or took part, first come first.
    pub people: Vec<PersonRow>,
    /// Those whose names this reader may not learn; in `people` they already
    /// stand without theirs.
    pub(crate) apart: BTreeSet<PersonId>,
    /// What the people at home may be told today; everybody else everything.
    pub(crate) standings: BTreeMap<ContactId, Standing>,
    /// What the reader may be told, when they are family.
    pub(crate) reader: Standing,
}

impl Case {
    /// Those who have not left.
    pub fn present(&self) -> impl Iterator<Item = &PersonRow> {
        self.people.iter().filter(|person| person.left.is_none())
    }

    /// Those who have not left and may be told of the programme today.
    pub fn told(&self) -> impl Iterator<Item = &PersonRow> {
        let is_told = |person: &&PersonRow| self.standing(person).is_told();
        self.present().filter(is_told)
    }

    /// What somebody in the programme may be told today.
    pub fn standing(&self, person: &PersonRow) -> Standing {
        let contact = person.contact.and_then(|id| self.standings.get(&id));
        contact.copied().unwrap_or_default()
    }

    /// Whether this reader may not learn somebody's name.
    pub(crate) fn is_unnamed(&self, person: PersonId) -> bool {
        self.apart.contains(&person)
    }

    /// Whether there is somebody at home whom this reader may not meet.
    pub(crate) fn keeps_somebody_apart(&self) -> bool {
        !self.apart.is_empty()
    }

    /// Somebody's name as this reader may see it.
    pub(crate) fn shown(&self, owner: &Owner) -> Owner {
        let unnamed = self.is_unnamed(owner.person);
        let name = unnamed.then(|| Line::new(UNNAMED).ok()).flatten();
        Owner {
            name: name.unwrap_or_else(|| owner.name.clone()),
            person: owner.person,
        }
    }

    /// A plan with every name as this reader may see it.
    pub(crate) fn as_read(&self, plan: &Plan) -> Plan {
        if self.apart.is_empty() {
            return plan.clone();
        }
        plan.clone().named(|owner| self.shown(owner))
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

/// The pupil's contacts on a day: who is kept apart from whom, and who may no
/// longer be told anything.
struct Home<'a> {
    contacts: &'a [Contact],
    today: Date,
}

impl Home<'_> {
    fn of(&self, person: &PersonRow) -> Option<&Contact> {
        let id = person.contact?;
        self.contacts.iter().find(|contact| contact.id == id)
    }

    fn is_kept_apart(&self, contact: &Contact) -> bool {
        let parts = |one: &Restriction| one.in_force(self.today) && one.kind.keeps_apart();
        contact.restrictions.iter().any(parts)
    }

    fn standings(&self) -> BTreeMap<ContactId, Standing> {
        let all = self.contacts.iter();
        all.map(|one| (one.id, one.standing(self.today))).collect()
    }

    /// What the reader may be told: the least that any relation of theirs allows.
    fn reader(&self, actor: &Actor, people: &[PersonRow]) -> Standing {
        let me = actor.identity().map(|me| me.account);
        let mine = people
            .iter()
            .filter(|one| one.account.is_some() && one.account == me && one.left.is_none());
        let standings = mine.filter_map(|one| Some(self.of(one)?.standing(self.today)));
        standings.max().unwrap_or_default()
    }

    /// What someone at home learns of the others: where either is kept apart,
    /// neither learns the other's name. Someone who may be told nothing any
    /// more is nobody here, whatever they were when they joined.
    fn as_read_by(
        &self,
        actor: &Actor,
        people: &mut [PersonRow],
        facts: &mut Facts,
    ) -> BTreeSet<PersonId> {
        let me = actor.identity().map(|me| me.account);
        let mine = people
            .iter()
            .filter(|one| one.account.is_some() && one.account == me);
        let mine: Vec<&Contact> = mine.filter_map(|one| self.of(one)).collect();
        let untold = |one: &&Contact| one.standing(self.today) == Standing::Nothing;
        if !mine.is_empty() && mine.iter().all(untold) {
            facts.case = CaseRoles::NONE;
            facts.own = Own::Others;
            for person in people.iter_mut().filter(|one| one.account == me) {
                person.account = None;
            }
        }
        let apart = mine.iter().any(|one| self.is_kept_apart(one));
        let others = people.iter_mut().filter(|one| {
            let family = matches!(one.role, CaseRole::Parent | CaseRole::Carer);
            family && one.account != me
        });
        let mut hidden = BTreeSet::new();
        for person in others {
            if apart || self.of(person).is_some_and(|one| self.is_kept_apart(one)) {
                UNNAMED.clone_into(&mut person.name);
                UNNAMED.clone_into(&mut person.known_as);
                person.note = None;
                hidden.insert(person.id);
            }
        }
        hidden
    }
}

impl Subject for Case {
    type Key = ProgrammeRef;

    fn load(
        tx: &mut Tx<'_>,
        actor: &Actor,
        key: ProgrammeRef,
        today: Date,
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
        let mut people = store::people::of_programme(tx, school, programme.id)?;
        let mut facts = facts(actor, &programme, &people);
        let contacts = store::contacts::of_pupil(tx, school, pupil.id)?;
        let home = Home {
            contacts: &contacts,
            today,
        };
        let standings = home.standings();
        let (mut apart, mut reader) = (BTreeSet::new(), Standing::Full);
        if facts.case.has_any(CaseRoles::FAMILY) {
            reader = home.reader(actor, &people);
            apart = home.as_read_by(actor, &mut people, &mut facts);
        }
        Ok(Some((
            Self {
                programme,
                pupil,
                people,
                apart,
                standings,
                reader,
            },
            facts,
        )))
    }
}
