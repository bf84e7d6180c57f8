//! The pupil's contacts with what each may be told today and what keeps them
//! from more: for the safeguarding lead, the head, the coordinator and the
//! office. How to reach anybody is not here.

use domain::{
    contact::{Contact, Holds, Known, Restriction, Standing},
    id::{AccountId, ContactId},
    programme::ProgrammeRef,
};

use crate::{Query, Refusal, action::Action, gate::Viewing, subject::Case};

/// Looks at the contacts of a programme's pupil.
#[derive(Debug)]
pub struct ViewContacts {
    /// Which programme.
    pub reference: ProgrammeRef,
}

/// The contacts, whom to try first first.
#[derive(Debug)]
pub struct ContactsView {
    /// The programme.
    pub case: Case,
    /// The contacts.
    pub contacts: Vec<ContactFacts>,
}

/// One contact, and what they may be told.
#[derive(Debug)]
pub struct ContactFacts {
    /// Which.
    pub id: ContactId,
    /// Their name.
    pub name: String,
    /// What they are to the pupil.
    pub relation: &'static str,
    /// Parental responsibility.
    pub responsibility: Known,
    /// Whether education law treats them as a parent.
    pub parent_in_law: Known,
    /// Whether the pupil lives with them.
    pub lives_with: Known,
    /// What they may be told today.
    pub standing: Standing,
    /// What limits it, or did, first recorded first.
    pub restrictions: Vec<RestrictionFacts>,
}

/// One restriction, with the names of those who dealt with it.
#[derive(Debug)]
pub struct RestrictionFacts {
    /// Which of this contact's, from 1.
    pub number: u32,
    /// The restriction.
    pub restriction: Restriction,
    /// Where it is today.
    pub holds: Holds,
    /// Who saw the paper.
    pub seen_by: String,
    /// Who ended it, if somebody did.
    pub ended_by: Option<String>,
}

impl Query for ViewContacts {
    const ACTION: Action = Action::ViewContacts;
    type On = Case;
    type Output = ContactsView;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<ContactsView, Refusal> {
        let (school, today) = (case.programme.school, cx.today());
        let accounts = store::accounts::of_school(cx.tx(), school)?;
        let name = |id: AccountId| {
            let found = accounts.iter().find(|account| account.id == id);
            found.map_or_else(
                || "somebody who has left".to_owned(),
                |account| account.name.clone(),
            )
        };
        let of = |(number, restriction): (u32, Restriction)| RestrictionFacts {
            number,
            holds: restriction.holds(today),
            seen_by: name(restriction.seen_by),
            ended_by: restriction.ended.as_ref().map(|ended| name(ended.by)),
            restriction,
        };
        let facts = |contact: Contact| ContactFacts {
            id: contact.id,
            relation: contact.relationship.label(),
            responsibility: contact.responsibility,
            parent_in_law: contact.parent_in_law,
            lives_with: contact.lives_with,
            standing: contact.standing(today),
            name: contact.name.full.into(),
            restrictions: (1..).zip(contact.restrictions).map(of).collect(),
        };
        let all = store::contacts::of_pupil(cx.tx(), school, case.pupil.id)?;
        Ok(ContactsView {
            contacts: all.into_iter().map(facts).collect(),
            case,
        })
    }
}
