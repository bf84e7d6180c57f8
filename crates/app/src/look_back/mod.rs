//! Looking back before a review or the end: who is asked, what they say on their
//! own page, and how the review reads it.

pub mod mine;
pub mod say;
mod start;
pub(crate) mod told;
pub mod view;

use domain::{
    account::CaseRole,
    id::{AccountId, CommitmentId, PersonId},
    look_back::{Part, Promised},
    plan::Plan,
    pupil::QuestionnaireVersion,
};
use store::people::PersonRow;

pub use told::{HomeVoice, Missing, PupilVoice, Reach, StaffVoice, Voices};

use crate::{Identity, action::Action, subject::Case};

/// One person who is asked: once, however many parts they take.
#[derive(Debug, Clone)]
pub(crate) struct Asked<'a> {
    /// Who, in the part that decides what they are asked.
    pub(crate) person: &'a PersonRow,
    /// That part.
    pub(crate) part: Part,
    /// Every part they take.
    pub(crate) all: Vec<PersonId>,
    /// Their own promises, in the order of the plan.
    pub(crate) promises: Vec<CommitmentId>,
}

/// Everyone who is asked and may be told of the programme, first come first.
pub(crate) fn asked<'a>(case: &'a Case, plan: &Plan) -> Vec<Asked<'a>> {
    let version = case.pupil.year.questionnaire();
    let mut found: Vec<Asked<'a>> = Vec::new();
    let told: Vec<&PersonRow> = case.told().collect();
    for person in &told {
        let same = |other: &&&PersonRow| {
            other.id == person.id || other.account.is_some() && other.account == person.account
        };
        if found.iter().any(|one| one.all.contains(&person.id)) {
            continue;
        }
        let parts: Vec<&PersonRow> = told.iter().filter(same).copied().collect();
        found.extend(one(&parts, plan, version));
    }
    found
}

/// One person's parts as they are asked; nothing for those who are not.
pub(crate) fn one<'a>(
    parts: &[&'a PersonRow],
    plan: &Plan,
    version: QuestionnaireVersion,
) -> Option<Asked<'a>> {
    let all: Vec<PersonId> = parts.iter().map(|person| person.id).collect();
    let own = plan.commitments.iter();
    let own = own.filter(|promise| all.contains(&promise.owner.person));
    let promises: Vec<CommitmentId> = own.map(|promise| promise.id).collect();
    let promised = if promises.is_empty() {
        Promised::Nothing
    } else {
        Promised::Something
    };
    let asked = parts.iter().filter_map(|person| {
        let part = Part::of(person.role, promised, version)?;
        Some((rank(part, person.role), *person, part))
    });
    let (_, person, part) = asked.min_by_key(|(rank, ..)| *rank)?;
    Some(Asked {
        person,
        part,
        all,
        promises,
    })
}

/// Whoever is family is asked as that and nothing else; a teacher's subject
/// comes before what else they are.
const fn rank(part: Part, role: CaseRole) -> u8 {
    match (part, role) {
        (Part::Pupil | Part::Younger, _) => 0,
        (Part::Home, _) => 1,
        (Part::Teacher, CaseRole::SubjectTeacher | CaseRole::ClassTeacher) => 2,
        (Part::Teacher, _) => 3,
        (Part::Promise, _) => 4,
    }
}

/// Whose hand writes a page: the person's own, or a member of staff's for them.
pub trait Hand: Send + Sync + 'static {
    /// What it is to the policy.
    const ACTION: Action;

    /// Whether the page of this person is meant.
    fn means(&self, one: &[PersonId], account: Option<AccountId>, me: &Identity) -> Meant;
}

/// Whether a page is the one that is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    /// It is.
    Yes,
    /// It is somebody else's.
    No,
}

/// The person who was asked, signed in.
#[derive(Debug, Clone, Copy)]
pub struct OwnHand;

/// A member of staff, named, who writes down what somebody says.
#[derive(Debug, Clone, Copy)]
pub struct ScribeHand(pub PersonId);

impl Hand for OwnHand {
    const ACTION: Action = Action::LookBack;

    fn means(&self, _: &[PersonId], account: Option<AccountId>, me: &Identity) -> Meant {
        if account == Some(me.account) {
            Meant::Yes
        } else {
            Meant::No
        }
    }
}

impl Hand for ScribeHand {
    const ACTION: Action = Action::ScribeLookBack;

    fn means(&self, one: &[PersonId], _: Option<AccountId>, _: &Identity) -> Meant {
        if one.contains(&self.0) {
            Meant::Yes
        } else {
            Meant::No
        }
    }
}
