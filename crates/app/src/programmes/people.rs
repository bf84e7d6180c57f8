//! Who takes part, once a programme is open: adding, taking off, handing over.

use domain::{
    account::CaseRole,
    event::Event,
    id::{ContactId, PersonId, StaffId},
    programme::{ProgrammeRef, Team},
    text::Line,
};
use store::{accounts::AccountRow, contacts, people, programmes};

use super::{
    invite::kind_for,
    joining::{blank, join_contact, join_outside, join_staff},
    save_referral::{ContactLine, contact_lines, staff_lines},
};
use crate::{
    Command, Query, Refusal,
    action::Action,
    gate::{Granted, Recorded, Viewing},
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
        let role = found.ok_or(Refusal::NotFound)?.role;
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

/// Who takes part, and whom one could add.
#[derive(Debug)]
pub struct PeopleOf {
    /// Which programme.
    pub reference: ProgrammeRef,
}

/// One person of the programme, as staff see them.
#[derive(Debug, Clone)]
pub struct PersonLine {
    /// Which.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// What they are here.
    pub role: CaseRole,
    /// What they teach, or who they are: "mum", "Brackenford Outreach".
    pub line: String,
    /// Whether they can sign in.
    pub signs_in: SignsIn,
    /// The contact they are, if they are one.
    pub contact: Option<ContactId>,
}

/// Whether somebody can sign in, and what there is to do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignsIn {
    /// They have an account.
    Yes,
    /// They have been handed an address and have not used it yet.
    Invited,
    /// They have none, and can be invited from here.
    CanBeInvited,
    /// They have none: staff are invited in the settings.
    No,
}

impl SignsIn {
    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Yes => "By account",
            Self::Invited => "Invited, not yet joined",
            Self::CanBeInvited => "Not by themselves",
            Self::No => "Not yet",
        }
    }
}

/// The people page.
#[derive(Debug)]
pub struct PeopleView {
    /// The case.
    pub case: Case,
    /// Those who take part now.
    pub people: Vec<PersonLine>,
    /// Staff to choose from.
    pub staff: Vec<(StaffId, String)>,
    /// The pupil's contacts.
    pub contacts: Vec<ContactLine>,
}

impl Query for PeopleOf {
    const ACTION: Action = Action::ViewReferral;
    type On = Case;
    type Output = PeopleView;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<PeopleView, Refusal> {
        let (school, today) = (case.programme.school, cx.today());
        let accounts = store::accounts::of_school(cx.tx(), school)?;
        Ok(PeopleView {
            staff: staff_lines(cx.tx(), school, today)?,
            contacts: contact_lines(cx.tx(), &case, today)?,
            people: case.present().map(|one| line(one, &accounts)).collect(),
            case,
        })
    }
}

fn line(person: &people::PersonRow, accounts: &[AccountRow]) -> PersonLine {
    let account = person
        .account
        .and_then(|id| accounts.iter().find(|account| account.id == id));
    let signs_in = match account {
        Some(account) if account.password.is_some() => SignsIn::Yes,
        Some(_) => SignsIn::Invited,
        None if kind_for(person.role).is_some() => SignsIn::CanBeInvited,
        None => SignsIn::No,
    };
    let said = [person.subject.as_deref(), person.note.as_deref()];
    PersonLine {
        id: person.id,
        name: person.name.clone(),
        role: person.role,
        line: said.into_iter().flatten().collect::<Vec<_>>().join(", "),
        signs_in,
        contact: person.contact,
    }
}
