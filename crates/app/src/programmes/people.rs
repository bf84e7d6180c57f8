//! Who takes part, once a programme is open: adding, taking off, handing over.

use domain::{
    account::CaseRole,
    event::Event,
    id::{ContactId, PersonId, StaffId},
    programme::{ProgrammeRef, Team},
    text::Line,
};
use store::{contacts, people, programmes};

use super::joining::{blank, join_contact, join_outside, join_staff};
use crate::{
    Command, Refusal,
    accounts::withdraw::withdraw_unused,
    action::Action,
    gate::{Granted, Recorded},
    subject::{Case, account_of},
};

/// Whom to add.
#[derive(Debug, Clone)]
pub enum Joining {
    /// A member of staff, and what they teach the pupil.
    Staff(StaffId, CaseRole, Option<Line<60>>),
    /// A contact of the pupil.
    Contact(ContactId),
    /// Someone outside, and who they are: "Brackenford Outreach".
    Outside(Line<120>, CaseRole, Option<Line<120>>),
}

/// Adds someone.
#[derive(Debug)]
pub struct AddPerson {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// Whom.
    pub who: Joining,
}

/// Roles that staff are given by adding them; the two that run it are handed over.
pub const STAFF_ROLES: &[CaseRole] = &[
    CaseRole::ClassTeacher,
    CaseRole::SubjectTeacher,
    CaseRole::Mentor,
    CaseRole::Senco,
    CaseRole::HeadOfYear,
    CaseRole::AttendanceOfficer,
];

/// Roles of people outside school and family.
pub const OUTSIDE_ROLES: &[CaseRole] = &[
    CaseRole::Agency,
    CaseRole::Outreach,
    CaseRole::SocialWorker,
    CaseRole::VirtualSchool,
    CaseRole::LocalAuthority,
];

impl Command for AddPerson {
    const ACTION: Action = Action::AddPerson;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        match self.who {
            Joining::Staff(who, role, subject) if STAFF_ROLES.contains(&role) => {
                join_staff(cx, &case, who, role, subject.map(String::from))?;
            }
            Joining::Contact(id) => {
                let contact = contacts::of_pupil(cx.tx(), case.programme.school, case.pupil.id)?
                    .into_iter()
                    .find(|contact| contact.id == id)
                    .ok_or_else(|| Refusal::field("contact", "Choose one of the contacts"))?;
                if join_contact(cx, &case, contact)?.is_none() {
                    let words = "This contact may not be told about the programme";
                    return Err(Refusal::field("contact", words));
                }
            }
            Joining::Outside(name, role, note) if OUTSIDE_ROLES.contains(&role) => {
                let mut row = blank(cx, &case, role)?;
                row.known_as = name.to_string();
                row.name = name.into();
                row.note = note.map(String::from);
                join_outside(cx, &case, row)?;
            }
            Joining::Staff(..) | Joining::Outside(..) => {
                return Err(Refusal::field("role", "Choose what they are here"));
            }
        }
        Ok(cx.unchanged(()))
    }
}

/// Takes someone off. What they did stays.
#[derive(Debug)]
pub struct RemovePerson {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// Whom.
    pub person: PersonId,
}

impl Command for RemovePerson {
    const ACTION: Action = Action::RemovePerson;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let mut present = case.present();
        let found = present.find(|one| one.id == self.person);
        let person = found.ok_or(Refusal::NotFound)?;
        let (role, account) = (person.role, person.account);
        let keeps = match role {
            CaseRole::Coordinator => Some("Hand over to another coordinator instead"),
            CaseRole::KeyWorker => Some("Hand over to another key worker instead"),
            CaseRole::Pupil => Some("A programme is always the pupil’s own"),
            _ => None,
        };
        if let Some(words) = keeps {
            return Err(Refusal::rule(words));
        }
        let today = cx.today();
        people::leave(cx.tx(), case.programme.school, self.person, today)?;
        if let Some(account) = account {
            withdraw_unused(cx, account)?;
        }
        let event = Event::PersonRemoved {
            programme: case.programme.id,
            person: self.person,
        };
        Ok(cx.record(event, ()))
    }
}

/// Hands the programme to another coordinator, the pupil to another key worker,
/// or both.
#[derive(Debug)]
pub struct HandOver {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// Who will run it.
    pub coordinator: StaffId,
    /// The adult the pupil gets on with, if there is to be one.
    pub key_worker: Option<StaffId>,
}

impl Command for HandOver {
    const ACTION: Action = Action::HandOver;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let before = case.programme.team;
        let team = Team {
            coordinator: self.coordinator,
            key_worker: self.key_worker,
        };
        if before == Some(team) {
            return Ok(cx.unchanged(()));
        }
        let moved = case.programme.clone().with_team(team);
        if !programmes::save(cx.tx(), &moved)? {
            return Err(Refusal::Conflict);
        }
        let programme = case.programme.id;
        let coordinator = self.coordinator;
        if before.map(|team| team.coordinator) != Some(coordinator) {
            replace(cx, &case, CaseRole::Coordinator, Some(coordinator))?;
            cx.also(Event::CoordinatorChanged {
                programme,
                coordinator,
            });
        }
        if before.and_then(|team| team.key_worker) != self.key_worker {
            replace(cx, &case, CaseRole::KeyWorker, self.key_worker)?;
            if let Some(key_worker) = self.key_worker {
                cx.also(Event::KeyWorkerChanged {
                    programme,
                    key_worker,
                });
            }
        }
        Ok(cx.unchanged(()))
    }
}

/// Whoever had the role leaves it, and the next joins.
fn replace(
    cx: &mut Granted<'_, '_>,
    case: &Case,
    role: CaseRole,
    next: Option<StaffId>,
) -> Result<(), Refusal> {
    let today = cx.today();
    let keeps = next.map(account_of);
    for person in case.present().filter(|person| person.role == role) {
        if person.account != keeps {
            people::leave(cx.tx(), case.programme.school, person.id, today)?;
            cx.also(Event::PersonRemoved {
                programme: case.programme.id,
                person: person.id,
            });
        }
    }
    if let Some(next) = next {
        join_staff(cx, case, next, role, None)?;
    }
    Ok(())
}
