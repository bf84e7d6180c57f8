//! Inviting somebody who takes part in a programme to an account of their own:
//! a parent or carer, the pupil, or someone from outside the school. Staff are
//! invited to the school, not here.

use domain::{
    account::{AccountKind, CaseRole, CaseRoles, Email, SchoolRoles},
    contact::Standing,
    event::Event,
    id::{AccountId, PersonId},
    programme::ProgrammeRef,
};
use jiff::Timestamp;
use store::{
    accounts::{self, AccountRow},
    contacts, people,
    people::PersonRow,
};

use crate::{
    Command, Refusal,
    accounts::{
        invite::{Invited, offer},
        token::Token,
    },
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// Invites somebody in a programme.
#[derive(Debug)]
pub struct InviteToAccount {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// Whom.
    pub person: PersonId,
    /// What they will sign in with.
    pub email: Email,
    /// Made by [`crate::App::new_token`]; goes into the address.
    pub token: Token,
}

/// What is to be done now.
#[derive(Debug)]
pub enum Welcome {
    /// Hand this over.
    HandOver {
        /// Whose it is.
        name: String,
        /// The address's secret and its end.
        invited: Invited,
    },
    /// They have an account already, and it now reaches this programme.
    SignsInAlready {
        /// Whose it is.
        name: String,
    },
}

/// The kind of account for a role; staff have none to be given here.
pub const fn kind_for(role: CaseRole) -> Option<AccountKind> {
    match role {
        CaseRole::Parent | CaseRole::Carer => Some(AccountKind::Family),
        CaseRole::Pupil => Some(AccountKind::Pupil),
        role if CaseRoles::OUTSIDE.has(role) => Some(AccountKind::Outside),
        _ => None,
    }
}

impl Command for InviteToAccount {
    const ACTION: Action = Action::InviteToAccount;
    type On = Case;
    type Output = Welcome;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<Welcome>, Refusal> {
        let school = case.programme.school;
        let mut present = case.present();
        let person = present.find(|one| one.id == self.person);
        let person = person.ok_or(Refusal::NotFound)?.clone();
        let kind = kind_for(person.role).ok_or_else(|| {
            Refusal::field("email", "Staff are invited in Settings, under People")
        })?;
        may_be_told(&case, &person, cx)?;
        let account = match person.account {
            Some(account) => waiting(accounts::find(cx.tx(), school, account)?, &person)?,
            None => match accounts::by_email(cx.tx(), &self.email)? {
                None => fresh(cx, &case, &person, (kind, self.email))?,
                Some(known) => same(&case, cx, &person, kind, known)?,
            },
        };
        reach(cx, &person, &account)?;
        let programme = case.programme.id;
        cx.also(Event::PersonInvited {
            programme,
            person: person.id,
            account: account.id,
        });
        let name = person.name;
        if account.password.is_some() {
            return Ok(cx.unchanged(Welcome::SignsInAlready { name }));
        }
        let (invited, event) = offer(cx, &account, self.token)?;
        Ok(cx.record(event, Welcome::HandOver { name, invited }))
    }
}

/// A restriction that began after somebody joined counts too.
fn may_be_told(case: &Case, person: &PersonRow, cx: &mut Granted<'_, '_>) -> Result<(), Refusal> {
    let Some(contact) = person.contact else {
        return Ok(());
    };
    let today = cx.today();
    let known = contacts::of_pupil(cx.tx(), case.programme.school, case.pupil.id)?;
    let found = known.iter().find(|one| one.id == contact);
    if found.is_some_and(|one| one.standing(today) != Standing::Nothing) {
        return Ok(());
    }
    let words = "This person may not be told about the programme. Ask the safeguarding lead";
    Err(Refusal::field("email", words))
}

/// An account made before; it can be offered again until it is taken up.
fn waiting(account: Option<AccountRow>, person: &PersonRow) -> Result<AccountRow, Refusal> {
    let account = account.ok_or(Refusal::NotFound)?;
    if account.password.is_some() {
        let words = format!("{} signs in already", person.name);
        return Err(Refusal::field("email", words));
    }
    Ok(account)
}

/// A new account, to be taken up.
fn fresh(
    cx: &mut Granted<'_, '_>,
    case: &Case,
    person: &PersonRow,
    (kind, email): (AccountKind, Email),
) -> Result<AccountRow, Refusal> {
    let now: Timestamp = cx.now();
    let id: AccountId = cx.new_id()?;
    let account = AccountRow {
        school: case.programme.school,
        id,
        email,
        name: person.name.clone(),
        known_as: person.known_as.clone(),
        job: None,
        kind,
        roles: SchoolRoles::NONE,
        password: None,
        disabled_at: None,
        version: 1,
    };
    accounts::add(cx.tx(), &account, now)?;
    Ok(account)
}

/// Somebody who has an account here already, for another pupil or programme.
/// The name must be theirs, so that a slip of the pen opens nothing to others.
fn same(
    case: &Case,
    cx: &mut Granted<'_, '_>,
    person: &PersonRow,
    kind: AccountKind,
    known: AccountRow,
) -> Result<AccountRow, Refusal> {
    let school = case.programme.school;
    let taken = contacts::accounts_of_pupil(cx.tx(), school, case.pupil.id)?;
    let elsewhere = taken
        .iter()
        .any(|(contact, account)| *account == known.id && Some(*contact) != person.contact);
    let theirs = known.school == school
        && known.kind == kind
        && kind != AccountKind::Pupil
        && known.disabled_at.is_none()
        && known.name.to_lowercase() == person.name.to_lowercase();
    if theirs && !elsewhere {
        return Ok(known);
    }
    let words = format!(
        "Someone else signs in with this email address. Ask {} for one of their own",
        person.known_as
    );
    Err(Refusal::field("email", words))
}

/// Ties the account to the person here, and to what they are of the pupil.
fn reach(
    cx: &mut Granted<'_, '_>,
    person: &PersonRow,
    account: &AccountRow,
) -> Result<(), Refusal> {
    people::link_account(
        cx.tx(),
        account.school,
        account.id,
        &account.email,
        person.contact,
        person.pupil,
    )?;
    people::give_account(cx.tx(), account.school, person.id, account.id)?;
    Ok(())
}
