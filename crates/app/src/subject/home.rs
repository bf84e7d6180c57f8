//! What somebody at home may know of the others there: who is kept apart from
//! whom, and who may no longer be told anything.

use std::collections::BTreeMap;

use domain::{
    account::{CaseRole, CaseRoles},
    contact::{Contact, Restriction, Standing},
    id::ContactId,
    pupil::Pupil,
    sealed::Apart,
};
use jiff::civil::Date;
use store::people::PersonRow;

use super::case::UNNAMED;
use crate::{
    Actor,
    policy::{Facts, Own},
};

/// The pupil's contacts on a day: who is kept apart from whom, and who may no
/// longer be told anything.
pub(super) struct Home<'a> {
    pub(super) pupil: &'a Pupil,
    pub(super) contacts: &'a [Contact],
    pub(super) today: Date,
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

    pub(super) fn standings(&self) -> BTreeMap<ContactId, Standing> {
        let all = self.contacts.iter();
        all.map(|one| (one.id, one.standing(self.today))).collect()
    }

    /// What the reader may be told: the least that any relation of theirs allows.
    pub(super) fn reader(&self, actor: &Actor, people: &[PersonRow]) -> Standing {
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
    pub(super) fn as_read_by(
        &self,
        actor: &Actor,
        people: &mut [PersonRow],
        facts: &mut Facts,
    ) -> Apart {
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
        let from_all = mine.iter().any(|one| self.is_kept_apart(one));
        let mut apart = self.kept_from(&mine, from_all);
        let others = people.iter_mut().filter(|one| {
            let family = matches!(one.role, CaseRole::Parent | CaseRole::Carer);
            family && one.account != me
        });
        for person in others {
            let theirs = person.contact;
            if from_all || theirs.is_some_and(|one| apart.has_contact(one)) {
                apart.add_person(person.id, [&person.name, &person.known_as]);
                UNNAMED.clone_into(&mut person.name);
                UNNAMED.clone_into(&mut person.known_as);
                person.note = None;
            }
        }
        // What the reader or the pupil is called themselves gives nobody away.
        let name = &self.pupil.name;
        let mut shared = vec![name.full(), name.legal(), name.called().to_owned()];
        shared.extend(mine.iter().map(|one| one.name.full.to_string()));
        let shared: Vec<&str> = shared.iter().map(String::as_str).collect();
        apart.forget_shared(&shared, mine.first().map(|one| &one.reach));
        apart
    }

    /// The contacts whom a reader learns nothing of. Whoever has left, or was
    /// never in the programme, counts too: words may tell of them.
    fn kept_from(&self, mine: &[&Contact], from_all: bool) -> Apart {
        let mut apart = Apart::default();
        let is_mine = |one: &Contact| mine.iter().any(|me| me.id == one.id);
        for contact in self.contacts.iter().filter(|one| !is_mine(one)) {
            if from_all || self.is_kept_apart(contact) {
                apart.add_contact(contact);
            }
        }
        apart
    }
}
